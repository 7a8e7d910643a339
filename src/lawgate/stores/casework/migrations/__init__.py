"""How the tables came to be, from nothing."""
