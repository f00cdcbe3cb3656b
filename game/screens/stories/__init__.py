"""Which story to play, and what to know before it begins."""
