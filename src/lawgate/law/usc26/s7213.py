"""26 U.S.C. 7213: crimes of unauthorised disclosure. Nothing is decided by it; it is why a fault never permits."""

from lawgate.cite import Cite
from lawgate.law.entry import entries

HERE = Cite("26", "7213")

ENTRIES = entries(
    HERE,
    penalty={
        "a": "Willful unauthorised disclosure of returns and return information is a felony.",
        "a/1": "Federal officers and (n) contractors, former ones too: up to $5,000, five years, and dismissal.",
        "a/2": "Others who received under listed paragraphs, as (i)(1)(C), (3)(B)(i) and (7)(A)(ii): the same felony.",
        "a/3": "Whoever prints or publishes what was disclosed to him without authority commits the same felony.",
        "a/4": "Offering something of value for return information, and getting it, is the same felony.",
        "a/5": "A shareholder who passes on what (e)(1)(D)(iii) gave him commits the same felony.",
        "b": "A Federal officer who makes known a manufacturer's operations or apparatus commits a misdemeanor.",
        "c": "Whoever acts as a delegate under section 7701(a)(12)(B) is bound like an officer of the Treasury.",
        "d": "Willfully making known tax software that section 7612 protects is a felony.",
    },
    no_effect={
        "e": "It points to other sections.",
        "e/1": "It points to section 7216 on preparers of returns.",
        "e/2": "It points to 18 U.S.C. 1905.",
    },
)
