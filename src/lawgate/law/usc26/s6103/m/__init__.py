"""26 U.S.C. 6103(m): a taxpayer's identity alone, and mostly the mailing address alone."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.usc26.s6103.m import p1, p2, p3, p4, p5, p6, p7

PARAGRAPHS = (p1, p2, p3, p4, p5, p6, p7)

ENTRIES = entries(S6103 / "m", rule=".")
