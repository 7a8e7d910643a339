"""Where the law stands that this corpus states."""

from lawgate.cite import Cite

S6103 = Cite("26", "6103")
"""26 U.S.C. 6103, confidentiality and disclosure of returns and return information."""
