"""Q12: whether the sharing policy can be reviewed."""

from datetime import date

from lawgate.law.addresses import S6103
from lawgate.law.contested import Adopter, Binding, Question, Reading

Q12 = Question(
    "Q12",
    "Is the sharing policy final agency action that a court may review?",
    (S6103 / "i/2",),
    (
        Reading(
            "R1",
            "The memorandum is not.",
            (Adopter("D.C. Circuit", date(2026, 2, 24), "O6", Binding.PRECEDENT, "D.C. Circuit"),),
        ),
        Reading(
            "R2",
            "The policy of sharing addresses is.",
            (Adopter("Kollar-Kotelly, D.D.C.", date(2025, 11, 21), "O4", Binding.PARTIES),),
        ),
    ),
    default="R1",
    note="No element turns on it; the fate of order O4 does.",
)
