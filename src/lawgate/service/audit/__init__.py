"""Past releases held against the law of their day: judged, counted, and each opened into its explanation."""
