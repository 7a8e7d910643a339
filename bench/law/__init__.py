"""What the law costs to load and to ask, what changes of it change, and what its readers and second readings say."""
