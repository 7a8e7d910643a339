"""The kernel: expressions over facts, three-valued, and everything that reads them. Knows no tax."""
