"""26 U.S.C. 6103(i): Federal laws that are not tax administration."""
