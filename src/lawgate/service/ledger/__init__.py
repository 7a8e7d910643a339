"""The ledger's folder: checked offline, reported on, exported for a court."""
