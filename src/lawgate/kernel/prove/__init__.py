"""Proofs: what holds for all answers there could be, or a case in which it does not."""
