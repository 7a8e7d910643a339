"""26 U.S.C. 6103(e)(9): who else is liable for a section 6672 penalty, and what was collected from them.

The subject named is the requester himself for the others' names, and then one of those others.
"""

from lawgate.kernel.expr import all_of, among, element
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Provision
from lawgate.law.terms import item
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.e.interest import asks_or_acts_for, authorised_if_acting
from lawgate.law.usc26.s6103.e.p8 import COLLECTION
from lawgate.law.usc26.s6103.written_request import in_writing

HERE = S6103 / "e/9"

liable = judgement(
    "liable_for_penalty",
    HERE,
    "Did the Secretary determine that the requester, and the person named, are liable under section 6672(a) with "
    "respect to one failure?",
    yes="both are liable for the penalty with respect to one failure",
    no="one of them is not liable for the penalty with respect to that failure",
)

OTHERS_LIABLE = Provision(
    cite=HERE,
    heading="Others liable for the same section 6672 penalty",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE),
        asks_or_acts_for(HERE, "a person liable for the section 6672 penalty", "liable_under_6672"),
    ),
    requires=(
        authorised_if_acting(),
        element(HERE, "the Secretary determined both liable for the penalty, for the same failure", liable),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE,
            "the item is the name of another person liable, or whether, how or how much was collected from him",
            all_of(item.held, among(item.name, "irs.penalty_6672.other_liable", *COLLECTION)),
            also=(HERE / "A", HERE / "B"),
        ),
    ),
)

ENTRIES = entries(HERE, rule=". A B")
