"""The law as data: provisions at their own addresses, the facts they ask for, and the corpus of a day."""
