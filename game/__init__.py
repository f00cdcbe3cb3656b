"""Before You Go: a game about leaving home for work, and about what to know before you go."""

__version__ = "0.1.0"
