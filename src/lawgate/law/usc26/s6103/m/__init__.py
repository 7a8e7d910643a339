"""26 U.S.C. 6103(m): a taxpayer's identity alone, and mostly the mailing address alone."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries

ENTRIES = entries(S6103 / "m", rule=".")
