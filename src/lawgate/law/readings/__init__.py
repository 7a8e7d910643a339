"""Contested questions, a file each: who reads the law how, where that binds, and what holds by default."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from lawgate.law.contested import Question
from lawgate.law.readings.q01 import Q1
from lawgate.law.readings.q02 import Q2
from lawgate.law.readings.q03 import Q3
from lawgate.law.readings.q04 import Q4
from lawgate.law.readings.q05 import Q5
from lawgate.law.readings.q06 import Q6
from lawgate.law.readings.q07 import Q7
from lawgate.law.readings.q08 import Q8
from lawgate.law.readings.q09 import Q9
from lawgate.law.readings.q10 import Q10
from lawgate.law.readings.q11 import Q11
from lawgate.law.readings.q12 import Q12
from lawgate.law.readings.q13 import Q13
from lawgate.law.readings.q14 import Q14

QUESTIONS: Final[Mapping[str, Question]] = MappingProxyType(
    {question.id: question for question in (Q1, Q2, Q3, Q4, Q5, Q6, Q7, Q8, Q9, Q10, Q11, Q12, Q13, Q14)}
)
DEFAULTS: Final[Mapping[str, str]] = MappingProxyType(
    {question.id: question.default for question in QUESTIONS.values()}
)
