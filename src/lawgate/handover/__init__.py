"""What is handed over and what comes back: sealed packages, receipts, reconciliation, accountings for a court."""
