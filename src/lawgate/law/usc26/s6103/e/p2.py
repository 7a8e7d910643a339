"""26 U.S.C. 6103(e)(2): the returns of one who is legally incompetent, open to his guardian.

The applicable return may be another's, such as that of a partnership in which the incompetent is a partner.
"""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.usc26.s6103.e.interest import open_return

HERE = S6103 / "e/2"

INCOMPETENT = open_return(
    HERE,
    "A return that an incompetent could see himself",
    "the committee, trustee or guardian of the estate of an incompetent whom (e)(1) lets see the return",
    capacities=("guardian",),
    conditions=(),
)

ENTRIES = entries(HERE, rule=".")
