"""The messages that were learned, and the page to take away."""
