"""Acts upon a case, from the request that comes in to the package that is handed over."""
