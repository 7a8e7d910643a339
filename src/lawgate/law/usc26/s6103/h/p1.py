"""26 U.S.C. 6103(h)(1): returns and return information for the Treasury's own tax administration.

It is open without written request. Whether official duties require it an official finds, so that nobody
opens a record by saying of himself that he needs it.
"""

from lawgate.kernel.expr import element
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item, matter, recipients, request
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED

HERE = S6103 / "h/1"

duties_require = judgement(
    "treasury_duties_require",
    HERE,
    "Do the recipients' official duties require the item for tax administration?",
    yes="official duties require the item for tax administration",
    no="no official duty requires the item for tax administration",
)

FOR_TREASURY = Provision(
    cite=HERE,
    heading="Returns and return information, for tax administration by the Treasury",
    duty=Duty.SHALL,
    request=(
        element(
            HERE,
            "the Department of the Treasury asks",
            request.of_treasury,
            mend="Ask as an office of the Department of the Treasury; others ask under a paragraph of their own.",
        ),
    ),
    requires=(
        element(
            HERE,
            "the recipients are officers or employees of the Department of the Treasury",
            recipients.of_treasury,
        ),
        element(
            HERE,
            "the matter is one of tax administration",
            matter.tax_administration,
            also=(S6103 / "b/4",),
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE,
            "the item is a return or return information on file",
            item.held,
            also=(S6103 / "b/1", S6103 / "b/2"),
        ),
        element(
            HERE, "the recipients' official duties require the item for tax administration", duties_require
        ),
    ),
    limits=(Limit(HERE, "Only for purposes of tax administration, as official duties require."),),
)

ENTRIES = entries(HERE, rule=".")
