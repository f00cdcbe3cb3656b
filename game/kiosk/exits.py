"""How a game tells whoever watches over it why it ended."""

CLOSED_BY_STAFF = 10
"""The exit code of a game that staff closed with their PIN. After every other end, 0 included, it is started again."""
