"""26 U.S.C. 6103(m)(1): persons entitled to tax refunds, told through the press.

Nobody asks: what is heard as the request is the notice that the Secretary gives to the media.
"""

from lawgate.kernel.expr import all_of, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import TAXPAYER_IDENTITY
from lawgate.law.usc26.s6103.written_request import purpose_is

HERE = S6103 / "m/1"

to_media = flag(
    "recipients.press_or_media",
    "Is every recipient of the press or other media?",
    says="every recipient is of the press or other media",
    denies="a recipient is not of the press or other media",
    owner=Owner.REQUESTER,
)
not_located = judgement(
    "refund_not_located",
    S6103 / "m",
    "Is the person entitled to a tax refund, and could he not be located after reasonable effort and lapse of time?",
    yes="the person is entitled to a refund and could not be located",
    no="the person is entitled to no refund, or could be located, or was not long enough sought",
)

REFUNDS = Provision(
    cite=HERE,
    heading="Persons entitled to tax refunds",
    duty=Duty.MAY,
    request=(purpose_is(HERE, "notifying persons entitled to tax refunds", "refund_notice"),),
    requires=(
        element(HERE, "the press or other media receive", to_media),
        element(
            HERE,
            "the person is entitled to a refund, and reasonable effort and lapse of time did not find him",
            not_located,
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE,
            "the item is the taxpayer's identity",
            all_of(item.held, TAXPAYER_IDENTITY),
            also=(S6103 / "b/6",),
        ),
    ),
    limits=(Limit(HERE, "Only to notify persons entitled to tax refunds."),),
)

ENTRIES = entries(HERE, rule=".")
