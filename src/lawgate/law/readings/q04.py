"""Q4: one officer for very many subjects."""

from datetime import date

from lawgate.law.addresses import S6103
from lawgate.law.contested import Adopter, Binding, Question, Reading

Q4 = Question(
    "Q4",
    "Can one officer be personally and directly engaged for a million subjects?",
    (S6103 / "i/2/A",),
    (
        Reading(
            "R1",
            "Not on his word alone: above a number of subjects an official must find it of each.",
            (
                Adopter(
                    "Kollar-Kotelly, D.D.C.", date(2025, 11, 21), "O4", Binding.PARTIES, "D.D.C. 25-cv-00457"
                ),
                Adopter("Talwani, D. Mass.", date(2026, 2, 5), "O5", Binding.PARTIES, "D. Mass. 25-cv-12822"),
            ),
        ),
        Reading("R2", "The agency's representation is enough.", (Adopter("the Government"),)),
    ),
    default="R1",
)
