"""Builds the game out of its parts and runs its loop. The only room that knows every concrete class."""
