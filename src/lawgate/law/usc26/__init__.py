"""Title 26 of the United States Code."""
