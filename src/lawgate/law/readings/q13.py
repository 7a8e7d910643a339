"""Q13: good faith as a defence."""

from lawgate.law.addresses import S6103
from lawgate.law.contested import Question, Reading

Q13 = Question(
    "Q13",
    "Is good faith a defence for an erroneous disclosure?",
    (S6103 / "i/2",),
    (
        Reading("R1", "Yes, for a reasonable interpretation of the section: 26 U.S.C. 7431(b)(1)."),
        Reading("R2", "Not where the request was plainly deficient."),
    ),
    default="R1",
    note="No element turns on it; the reading relied on stands in every determination.",
)
