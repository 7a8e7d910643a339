"""Q2: whether a placeholder, a ZIP Code or a city sets forth an address."""

from datetime import date

from lawgate.law.addresses import S6103
from lawgate.law.contested import Adopter, Binding, Question, Reading

Q2 = Question(
    "Q2",
    "Is a placeholder, a ZIP Code or a city enough to set forth the address?",
    (S6103 / "i/2/B/i",),
    (
        Reading(
            "R1",
            "No: what is set forth must be an address of the taxpayer.",
            (
                Adopter("Internal Revenue Service, conceding it of under 5 percent", date(2026, 2, 11)),
                Adopter(
                    "Kollar-Kotelly, D.D.C.",
                    date(2026, 2, 26),
                    "O7",
                    Binding.INDICATIVE,
                    "one district judge",
                ),
            ),
        ),
        Reading(
            "R2",
            "A field that is not blank and holds a number like a ZIP Code is enough.",
            (Adopter("the filter of 7 August 2025", date(2025, 8, 7)),),
            adoptable=False,
        ),
    ),
    default="R1",
    note="The second reading can never be adopted; it is kept to replay what was done.",
)
