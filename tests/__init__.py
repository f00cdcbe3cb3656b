"""State laws and tell stories; `tests.fakes` holds the stand-ins for the world outside."""
