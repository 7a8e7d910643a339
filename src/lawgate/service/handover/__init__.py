"""What leaves and what comes back: sealed, opened, received, reconciled."""
