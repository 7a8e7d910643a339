"""Sealing, signed envelopes, recipients' keys and their journal: what handing over asks of the machine."""
