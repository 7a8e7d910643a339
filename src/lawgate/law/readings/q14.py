"""Q14: whose information a State tax agency's data is."""

from lawgate.law.addresses import S6103
from lawgate.law.contested import Adopter, Question, Reading

Q14 = Question(
    "Q14",
    "Is what a State tax agency furnished the taxpayer's own?",
    (S6103 / "b/3",),
    (
        Reading(
            "R1",
            "It is treated so: agreements with the States say it.",
            (Adopter("Internal Revenue Service, by agreement and manual"),),
        ),
        Reading("R2", "It is not: (b)(3) asks who furnished it, and the taxpayer did not."),
    ),
    default="R1",
)
