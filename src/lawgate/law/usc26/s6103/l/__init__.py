"""26 U.S.C. 6103(l): purposes other than tax administration."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries

ENTRIES = entries(S6103 / "l", rule=".")
