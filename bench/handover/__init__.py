"""Sealed packages: what they cost and refuse, and receipts held against each other."""
