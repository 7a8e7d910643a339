"""26 U.S.C. 6103(k)(3): correcting a published misstatement of fact."""

from lawgate.kernel.expr import all_of, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Provision
from lawgate.law.terms import item
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.k.release import by_treasury, for_purpose, reaches

HERE = S6103 / "k/3"

published = flag(
    "misstatement.published",
    "Was a misstatement of fact published or disclosed on the taxpayer's return or dealings with the Service?",
    says="a misstatement of fact was published on the taxpayer's return or dealings with the Service",
    denies="no misstatement of fact was published on the taxpayer's return or dealings with the Service",
    owner=Owner.REQUESTER,
)
committee_approved = flag(
    "misstatement.committee_approved",
    "Did the Joint Committee on Taxation approve the disclosure before it is made?",
    says="the Joint Committee on Taxation approved the disclosure",
    denies="the Joint Committee on Taxation did not approve the disclosure",
    owner=Owner.REQUESTER,
)

CORRECTION = Provision(
    cite=HERE,
    heading="What corrects a misstatement of fact on a taxpayer",
    duty=Duty.MAY,
    request=(
        for_purpose(HERE, "to correct a misstatement of fact", "correct_misstatement"),
        by_treasury(HERE, "an officer of the Treasury"),
    ),
    requires=(
        element(
            HERE, "a misstatement on the return or on dealings with the Service was published", published
        ),
        element(HERE, "the Joint Committee on Taxation approved the disclosure", committee_approved),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE, "the item is on file and relates to the taxpayer", all_of(item.held, item.of_named_taxpayer)
        ),
        reaches(HERE, "tax administration needs the item to correct the misstatement"),
    ),
)
"""The paragraph opens any other information with respect to the taxpayer too, so a return is not left out."""

ENTRIES = entries(HERE, rule=".")
