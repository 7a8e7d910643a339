"""26 U.S.C. 6103(e)(8): what was done to collect the deficiency of a joint return from the other of the two.

The subject named is that other one.
"""

from lawgate.kernel.expr import all_of, among, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Provision
from lawgate.law.terms import item
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.e.interest import asks_or_acts_for, authorised_if_acting
from lawgate.law.usc26.s6103.written_request import in_writing

HERE = S6103 / "e/8"

COLLECTION = ("irs.collection.attempted", "irs.collection.activities", "irs.collection.amount_collected")
"""Whether collection was attempted, the general nature of it, and the amount collected."""

separated = flag(
    "interest.separated",
    "Are the two who filed jointly no longer married, or no longer in one household?",
    says="the two are no longer married or no longer in one household",
    denies="the two are married and in one household",
    owner=Owner.REQUESTER,
)
deficiency = judgement(
    "joint_deficiency",
    HERE,
    "Is a deficiency assessed on a joint return of these two, which section 6502 does not bar from being collected?",
    yes="a deficiency that may still be collected is assessed on their joint return",
    no="no deficiency that may still be collected is assessed on a joint return of theirs",
)

COLLECTED_FROM_OTHER = Provision(
    cite=HERE,
    heading="Collection of a joint deficiency from the other individual",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE),
        asks_or_acts_for(HERE, "one of the two who filed the joint return", "joint_filer"),
    ),
    requires=(
        authorised_if_acting(),
        element(HERE, "the two are no longer married or no longer in one household", separated),
        element(
            HERE, "a deficiency on their joint return is assessed and may still be collected", deficiency
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE,
            "the item is whether, how or how much was collected from the other",
            all_of(item.held, among(item.name, *COLLECTION)),
        ),
    ),
)

ENTRIES = entries(HERE, rule=".")
