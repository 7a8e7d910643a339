"""26 U.S.C. 6103(k)(1): accepted offers in compromise, for the general public."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Provision
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.k.release import for_purpose, reaches, return_information

HERE = S6103 / "k/1"

needed_for_inspection = judgement(
    "needed_to_inspect_offer",
    HERE,
    "Was an offer in compromise of the person named accepted under section 7122, and is the item necessary to permit "
    "inspection of it?",
    yes="an offer was accepted, and its inspection needs the item",
    no="no offer was accepted, or its inspection does not need the item",
)

ACCEPTED_OFFER = Provision(
    cite=HERE,
    heading="What permits inspection of an accepted offer in compromise",
    duty=Duty.SHALL,
    request=(for_purpose(HERE, "to inspect an accepted offer in compromise", "inspect_accepted_offer"),),
    requires=(),
    covers=(
        PERSON_NAMED,
        return_information(HERE),
        reaches(HERE, "the offer was accepted, and its inspection needs the item", needed_for_inspection),
    ),
)

ENTRIES = entries(HERE, rule=".")
