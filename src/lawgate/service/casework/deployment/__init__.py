"""A deployment: laid down, opened, its keys, its programs, and what it takes away."""
