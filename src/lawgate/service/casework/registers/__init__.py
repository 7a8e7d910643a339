"""What cases rest on, entered step by step: orders, readings, agreements, safeguards, caps, officials, agencies."""
