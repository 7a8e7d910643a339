"""Who is named: how often that is right, how far its probability is honest, and what it costs."""
