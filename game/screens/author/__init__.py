"""A level while it is being written."""
