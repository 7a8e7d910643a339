"""Trees over tables: the same expressions for a million rows at once, by whichever engine holds them."""
