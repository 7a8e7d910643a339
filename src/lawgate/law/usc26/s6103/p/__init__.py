"""26 U.S.C. 6103(p): procedure, records and safeguards."""
