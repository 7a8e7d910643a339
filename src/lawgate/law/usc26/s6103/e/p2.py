"""26 U.S.C. 6103(e)(2): the returns of one who is legally incompetent, open to his guardian."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.usc26.s6103.e.interest import Interest, shown

HERE = S6103 / "e/2"

_GUARDIAN = (
    "the committee, trustee or guardian of the estate of an incompetent whom (e)(1) lets see this return"
)

INTEREST = Interest(
    HERE,
    "A return that an incompetent could see himself",
    _GUARDIAN,
    ("guardian",),
    (shown(HERE, _GUARDIAN),),
)
"""The applicable return may be another's, such as that of a partnership in which the incompetent is a partner."""

PATHWAY = INTEREST.pathway

ENTRIES = entries(HERE, rule=".")
