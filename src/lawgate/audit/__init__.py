"""Audit: past releases held against the law, reading by reading. Shares only `decide` with what decides today."""
