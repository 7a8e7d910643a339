"""Other ways to say who is named, run on the same tables as ours and judged by the same figures."""
