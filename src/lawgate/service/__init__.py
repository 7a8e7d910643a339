"""The shell: a use case a function; it loads, calls the pure core, and commits."""
