"""26 U.S.C. 6103(i): Federal laws that are not tax administration."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.usc26.s6103.i import p1, p2, p2_1976, p3, p4, p5, p6, p7, p8, sole_use

PARAGRAPHS = (p1, p2, p2_1976, p3, p4, p5, p6, p7, p8, sole_use)

ENTRIES = entries(S6103 / "i", rule=".")
