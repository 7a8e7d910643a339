"""The gate between a tax agency's records and everyone who asks for them (26 U.S.C. 6103)."""

__version__ = "0.1.0"
