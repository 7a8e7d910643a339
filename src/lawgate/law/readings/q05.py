"""Q5: whether the officers must be named for each subject."""

from datetime import date

from lawgate.law.addresses import S6103
from lawgate.law.contested import Adopter, Binding, Question, Reading

Q5 = Question(
    "Q5",
    "Must the request identify the engaged officers for each subject?",
    (S6103 / "i/2/A", S6103 / "i/2/B"),
    (
        Reading(
            "R1",
            "Yes in substance: information may go only to them, so it must be known who they are.",
            (Adopter("Kollar-Kotelly, D.D.C., by implication", date(2025, 11, 21), "O4", Binding.PARTIES),),
        ),
        Reading("R2", "No: they are not among the four things that (B) asks for."),
    ),
    default="R1",
)
