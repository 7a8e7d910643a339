"""26 U.S.C. 6103(k): certain returns and return information for tax administration."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.usc26.s6103.k import p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15

PARAGRAPHS = (p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15)

ENTRIES = entries(S6103 / "k", rule=".")
