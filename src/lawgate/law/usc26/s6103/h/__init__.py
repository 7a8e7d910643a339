"""26 U.S.C. 6103(h): Federal officers and employees, for tax administration."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries

ENTRIES = entries(S6103 / "h", rule=".")
