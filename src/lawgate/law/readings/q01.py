"""Q1: an address and nothing else, under (i)(2)."""

from datetime import date

from lawgate.law.addresses import S6103
from lawgate.law.contested import Adopter, Binding, Question, Reading

Q1 = Question(
    "Q1",
    "May (i)(2) carry an address when nothing else is sought?",
    (S6103 / "i/2/A", S6103 / "i/2/C", S6103 / "b/6"),
    (
        Reading(
            "R1",
            "Yes: identity is return information and not treated as the taxpayer's own, so it may go alone.",
            (
                Adopter("Internal Revenue Service", date(2025, 4, 7)),
                Adopter("Friedrich, D.D.C.", date(2025, 5, 12), "O2", Binding.PARTIES, "D.D.C. 25-cv-00677"),
                Adopter(
                    "D.C. Circuit", date(2026, 2, 24), "O6", Binding.PRECEDENT, "D.C. Circuit; not D. Mass."
                ),
            ),
        ),
        Reading(
            "R2",
            "No: identity only accompanies other information; for a location alone an order is needed.",
            (Adopter("Internal Revenue Service before 2025, as reported"), Adopter("plaintiffs")),
        ),
    ),
    default="R1",
)
