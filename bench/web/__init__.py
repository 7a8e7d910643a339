"""Pages: what they take, whether that tells anything, and whether a strange request finds a fault."""
