"""26 U.S.C. 6103(q): further regulations."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries

ENTRIES = entries(
    S6103 / "q",
    no_effect={
        ".": "It lets the Secretary prescribe regulations; what they say where a paragraph asks, officials find."
    },
)
