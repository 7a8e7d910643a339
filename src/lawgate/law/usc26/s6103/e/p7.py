"""26 U.S.C. 6103(e)(7): return information, for whoever may see some return of the taxpayer.

Unlike the paragraphs before it, this one does not ask for a request in writing.
"""

from lawgate.kernel.expr import among, element, not_
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Provision
from lawgate.law.terms import finding
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.e.interest import acting, authorised_if_acting
from lawgate.law.usc26.s6103.e.p6 import may_see_return
from lawgate.law.usc26.s6103.k.release import return_information

HERE = S6103 / "e/7"

INFORMATION = Provision(
    cite=HERE,
    heading="Return information, to those who may see a return",
    duty=Duty.MAY,
    request=(
        element(
            HERE,
            "the requester asks for himself or as attorney in fact",
            among(acting, "for_himself", "as_attorney_in_fact"),
            mend="State in `facts` interest.acting, and interest.capacity of the one who may see the return.",
        ),
    ),
    requires=(authorised_if_acting(), *may_see_return(HERE)),
    covers=(
        PERSON_NAMED,
        return_information(HERE),
        element(
            HERE,
            "disclosure would not seriously impair Federal tax administration",
            not_(finding.impairs_tax_administration),
        ),
    ),
)

ENTRIES = entries(HERE, rule=".")
