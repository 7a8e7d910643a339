"""The narrow waist: admit a request before any look, determine each item after it."""
