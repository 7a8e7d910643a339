"""26 U.S.C. 6103(e): persons who have a material interest."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.usc26.s6103.e import p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11

PARAGRAPHS = (p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11)

ENTRIES = entries(S6103 / "e", rule=".")
