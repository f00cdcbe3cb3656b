"""A story while it is told, and what lies over it."""
