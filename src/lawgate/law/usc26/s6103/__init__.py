"""26 U.S.C. 6103: a file is a paragraph, and its address is its path."""
