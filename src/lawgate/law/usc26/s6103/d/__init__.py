"""26 U.S.C. 6103(d): State tax officials, and State and local law enforcement agencies."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.usc26.s6103.d import p1, p2, p3, p4, p5, p6

PARAGRAPHS = (p1, p2, p3, p4, p5, p6)

ENTRIES = entries(S6103 / "d", rule=".")
