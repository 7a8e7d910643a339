"""26 U.S.C. 6103(h): Federal officers and employees, for tax administration."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.usc26.s6103.h import p1, p2, p4, p5, p6

PARAGRAPHS = (p1, p2, p4, p5, p6)

ENTRIES = entries(S6103 / "h", rule=".")
