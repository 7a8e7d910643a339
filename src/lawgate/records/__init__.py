"""What a custodian holds: the catalogue of data items, and where each row came from."""
