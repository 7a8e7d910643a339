"""Many subjects at once: the shape first, then parts that are decided and streamed into a folder."""
