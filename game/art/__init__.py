"""Brick dioramas and toy figures, painted on a `Canvas` from the values of `game.content.assets`."""
