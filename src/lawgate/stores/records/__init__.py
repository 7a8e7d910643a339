"""What the custodian holds: the records folder as columns, its index, and who and what is looked up in them."""
