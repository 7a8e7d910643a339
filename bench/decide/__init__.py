"""How fast one item is decided, and whether the tests would see a fault in what decides it."""
