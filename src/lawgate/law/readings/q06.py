"""Q6: civil removal behind a criminal label."""

from datetime import date

from lawgate.law.addresses import S6103
from lawgate.law.contested import Adopter, Binding, Question, Reading

Q6 = Question(
    "Q6",
    "Is civil removal enough?",
    (S6103 / "i/1/A/i", S6103 / "i/2/A"),
    (
        Reading(
            "R1",
            "No: only a specifically designated criminal statute.",
            (
                Adopter("Friedrich, D.D.C.", date(2025, 5, 12), "O2", Binding.PARTIES),
                Adopter("Kollar-Kotelly, D.D.C.", date(2025, 11, 21), "O4", Binding.PARTIES),
                Adopter("Talwani, D. Mass.", date(2026, 2, 5), "O5", Binding.PARTIES),
                Adopter("D.C. Circuit", date(2026, 2, 24), "O6", Binding.PRECEDENT, "D.C. Circuit"),
            ),
        ),
        Reading(
            "R2",
            "A criminal statute as a label is enough, even where the practical use is removal.",
            (Adopter("practice, as alleged"),),
            adoptable=False,
        ),
    ),
    default="R1",
    note="The second reading can never be adopted; it is kept to replay what was done.",
)
