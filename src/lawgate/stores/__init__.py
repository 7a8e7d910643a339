"""Everything that reads or writes: the custodian's records, what runs leave, cases, the ledger, keys, the clock."""
