"""Measures text without fonts: for runs in which nothing is looked at."""

from game.canvas.canvas import TextStyle

LETTER_WIDE = 0.52
LINE_HIGH = 1.3


class PlainMeasure:
    """Implements `TextMeasure`: every letter is as wide as another."""

    def width(self, text: str, style: TextStyle) -> float:
        """So much a letter."""
        return len(text) * LETTER_WIDE * style.size_px

    def line_height(self, style: TextStyle) -> float:
        """In whole pixels, as fonts have it."""
        return float(round(style.size_px * LINE_HIGH))
