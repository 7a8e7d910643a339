"""Everything that reads or writes: the file of records, the index on disk, the batch."""
