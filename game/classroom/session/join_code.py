"""The code that pupils type: four letters that are not taken for each other, and that spell nothing."""

from collections.abc import Callable
from typing import Final

LETTERS: Final = "CDGHJKMNPRTVWXY"
"""No vowels, so that no word comes about; and none of B, F, L, O, Q, S, Z, which look like something else or like each
other, or make an abbreviation that a class would laugh at."""
LENGTH: Final = 4


def new_code(below: Callable[[int], int]) -> str:
    """Return a code. `below` draws a whole number from 0 to one less than what it is given."""
    return "".join(LETTERS[below(len(LETTERS))] for _ in range(LENGTH))


def as_typed(text: str) -> str:
    """Return the code somebody meant: small letters, spaces and hyphens do not matter."""
    return "".join(letter for letter in text.upper() if letter.isalpha())[:LENGTH]
