# ruff: noqa: N999 -- the file is named as the section is
"""26 U.S.C. 7213A: crimes of unauthorised inspection. For this a look that could change nothing is not taken."""

from lawgate.cite import Cite
from lawgate.law.entry import entries

HERE = Cite("26", "7213A")

ENTRIES = entries(
    HERE,
    penalty={
        "a": "Willful unauthorised inspection of a return or return information is a crime, without any disclosure.",
        "a/1": "It binds those of the Federal government and its contractors.",
        "a/1/A": "It binds every officer and employee of the United States.",
        "a/1/B": "It binds those of (l)(18) and (n), with their officers and employees.",
        "a/2": "It binds others who have it under a paragraph that section 7213(a)(2) names.",
        "b": "The punishment has two parts.",
        "b/1": "Up to $1,000, one year, or both, with the costs of prosecution.",
        "b/2": "A Federal officer who is convicted is dismissed besides.",
    },
    no_effect={"c": "Its words have the meanings of section 6103(b)."},
)
