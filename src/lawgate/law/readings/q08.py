"""Q8: who is the head of a Federal agency."""

from lawgate.law.addresses import S6103
from lawgate.law.contested import Question, Reading

Q8 = Question(
    "Q8",
    "Who is the head of a Federal agency: the department's Secretary, or a component's director too?",
    (S6103 / "i/2/A", S6103 / "b/9"),
    (
        Reading("R1", "A component's director may be: an authority within another agency is one too."),
        Reading("R2", "The department's head alone."),
    ),
    default="R1",
    note=(
        "By default an official finds whether a component's director, or one who acts in an office, heads an "
        "agency. An assistant director never does. No ruling was found; judges raised it at argument in 2025."
    ),
)
