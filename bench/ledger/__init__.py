"""The ledger at a million entries, and tampered with."""
