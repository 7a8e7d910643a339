"""26 U.S.C. 6103(i): Federal laws that are not tax administration."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries

ENTRIES = entries(S6103 / "i", rule=".")
