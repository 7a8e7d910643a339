"""Pages to print: each a file that stands alone, made of words, markup and pictures."""
