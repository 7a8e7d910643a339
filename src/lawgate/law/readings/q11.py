"""Q11: whether a final removal order makes out the criminal statute."""

from datetime import date

from lawgate.law.addresses import S6103
from lawgate.law.contested import Adopter, Question, Reading

Q11 = Question(
    "Q11",
    "Does a final order of removal make out 8 U.S.C. 1253(a)(1)?",
    (S6103 / "i/1/A/i", S6103 / "i/2/A"),
    (
        Reading(
            "R1",
            "No: a class of 8 U.S.C. 1227(a), a final order, and ninety days or another limb are needed.",
            (Adopter("Talwani, D. Mass., noting persons who cannot be prosecuted", date(2026, 2, 5), "O5"),),
        ),
        Reading(
            "R2",
            "The order and presence after ninety days support an investigation.",
            (Adopter("the Government, at argument", date(2025, 10, 3)),),
        ),
    ),
    default="R1",
)
