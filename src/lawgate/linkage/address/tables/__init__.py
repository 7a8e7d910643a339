"""Tables that the check of an address reads: data only, each with its source."""
