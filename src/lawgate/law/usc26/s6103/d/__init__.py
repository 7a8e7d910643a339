"""26 U.S.C. 6103(d): State tax officials, and State and local law enforcement agencies."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries

ENTRIES = entries(S6103 / "d", rule=".")
