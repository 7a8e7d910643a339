"""The ledger on disk: a folder that only grows, its keys, and the one sequencer that writes to it."""
