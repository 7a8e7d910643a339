"""Q7: whether an address needs a court's order."""

from datetime import date

from lawgate.law.addresses import S6103
from lawgate.law.contested import Adopter, Binding, Question, Reading

Q7 = Question(
    "Q7",
    "Is a court's order required for an address?",
    (S6103 / "i/1", S6103 / "i/2", S6103 / "i/5"),
    (
        Reading(
            "R1",
            "No: (i)(2) opens it on a written request.",
            (Adopter("D.C. Circuit", date(2026, 2, 24), "O6", Binding.PRECEDENT, "D.C. Circuit"),),
        ),
        Reading(
            "R2", "Yes: a location goes only on an order under (i)(1) or (i)(5).", (Adopter("plaintiffs"),)
        ),
    ),
    default="R1",
)
