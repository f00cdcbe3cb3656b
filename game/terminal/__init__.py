"""Plays any level as lines of text: no colours, no cursor, one line a turn, so that a screen reader can follow."""
