"""Determinations and batches put before people: pages to print and views for a terminal."""
