"""The account that a court can check: a Merkle log, its signed checkpoints, its proofs and its entries."""
