"""Q9: the period that fits a last-known address."""

from lawgate.law.addresses import S6103
from lawgate.law.contested import Adopter, Question, Reading

Q9 = Question(
    "Q9",
    "What taxable period fits a last-known address?",
    (S6103 / "i/2/B/ii",),
    (
        Reading(
            "R1",
            "A period stated for each subject, which bounds the search.",
            (Adopter("plaintiffs"),),
        ),
        Reading("R2", "Words for the most recent one are enough.", (Adopter("the requests of June 2025"),)),
    ),
    default="R1",
)
