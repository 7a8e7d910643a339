"""Who is named, and is that an address: evidence, never a judgement of law."""
