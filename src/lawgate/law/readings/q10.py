"""Q10: one reason for all."""

from datetime import date

from lawgate.law.addresses import S6103
from lawgate.law.contested import Adopter, Question, Reading

Q10 = Question(
    "Q10",
    "How specific must the reason be where many are named?",
    (S6103 / "i/2/B/iv",),
    (
        Reading(
            "R1",
            "Specific to subject and matter; a reason repeated for others is put to an official.",
            (Adopter("IRS acting counsel, refusing a request", date(2025, 6, 24)), Adopter("plaintiffs")),
        ),
        Reading("R2", "One common reason for all is enough.", (Adopter("the Government"),)),
    ),
    default="R1",
)
