"""Q3: whether the address given must agree with one on file."""

from datetime import date

from lawgate.law.addresses import S6103
from lawgate.law.contested import Adopter, Binding, Question, Reading

Q3 = Question(
    "Q3",
    "Must the custodian confirm the address given against its own records?",
    (S6103 / "i/2/B/i",),
    (
        Reading(
            "R1",
            "Yes: it must agree with an address held for that taxpayer, current or earlier.",
            (
                Adopter(
                    "Kollar-Kotelly, D.D.C.", date(2025, 11, 21), "O4", Binding.PARTIES, "D.D.C. 25-cv-00457"
                ),
                Adopter("Kollar-Kotelly, D.D.C.", date(2026, 2, 26), "O7", Binding.INDICATIVE),
            ),
        ),
        Reading("R2", "Yes, and with the one last known: an earlier one is not enough."),
        Reading(
            "R3",
            "No: an address complete on its face is enough where TIN and name match.",
            (Adopter("the Government, on appeal in 26-5006"),),
        ),
    ),
    default="R1",
    note="If the current address had to be given, its disclosure would add nothing.",
)
