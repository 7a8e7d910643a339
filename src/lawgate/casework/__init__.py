"""A case, pure: its states and acts, who may do what, what has to be true first, and what may leave."""
