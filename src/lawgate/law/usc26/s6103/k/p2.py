"""26 U.S.C. 6103(k)(2): the amount that a lien secures, for those with a right in the property."""

from lawgate.kernel.expr import element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Provision
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.k.release import for_purpose, listed, reaches

HERE = S6103 / "k/2"

evidence_furnished = flag(
    "lien.evidence_furnished",
    "Does the requester furnish written evidence that he has, or intends to obtain, a right in the property?",
    says="the requester furnishes written evidence of a right in the property",
    denies="the requester furnishes no written evidence of a right in the property",
    owner=Owner.REQUESTER,
)

LIEN = Provision(
    cite=HERE,
    heading="The amount outstanding under a lien of which notice is filed",
    duty=Duty.MAY,
    request=(for_purpose(HERE, "to learn the amount that a lien secures", "learn_amount_of_lien"),),
    requires=(
        element(
            HERE,
            "he furnishes written evidence of a right in the property, had or intended",
            evidence_furnished,
        ),
        reaches(HERE, "the evidence is satisfactory, and notice of the lien was filed under section 6323(f)"),
    ),
    covers=(
        PERSON_NAMED,
        listed(HERE, "the amount of the obligation that the lien secures", "irs.lien.outstanding"),
    ),
)

ENTRIES = entries(HERE, rule=".")
