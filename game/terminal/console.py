"""Lines in, lines out: all that a terminal has to be able to do."""

from collections.abc import Callable, Iterator
from textwrap import fill

WIDEST = 80
"""Letters a line; longer lines are hard to follow on a wide terminal."""
_NARROWEST = 20
_LONGEST_ANSWER = 200
"""Letters of a typed line that are looked at; no command needs more."""


class InputEndedError(Exception):
    """There is nothing more to read. The catcher says what is saved, and ends."""


class Console:
    """Writes paragraphs, wrapped to the width, and reads answers."""

    def __init__(
        self, lines: Iterator[str], write: Callable[[str], object], *, width: int = WIDEST, echoes: bool = False
    ) -> None:
        """With `echoes`, what is read is written too: a transcript of piped input would lack it otherwise."""
        self.was_answered = False
        """Whether a line has been read."""
        self._lines = lines
        self._write = write
        self._width = max(_NARROWEST, min(width, WIDEST))
        self._echoes = echoes

    def say(self, text: str = "", *, hang: str = "") -> None:
        """Write a paragraph. All lines but the first are indented by the length of `hang`, which comes before it."""
        indent = " " * len(hang)
        # Addresses and numbers stay in one piece, so that they can be copied.
        self._write(
            fill(
                text,
                self._width,
                initial_indent=hang,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
            + "\n"
        )

    def read(self, prompt: str) -> str:
        """Ask for a line and return it without the blank space around it.

        Raises:
            InputEndedError: there is none.

        """
        self._write(f"{prompt} ")
        line = next(self._lines, None)
        if line is None:
            self._write("\n")
            raise InputEndedError
        self.was_answered = True
        answer = line.strip()[:_LONGEST_ANSWER]
        if self._echoes:
            self._write("".join(letter for letter in answer if letter.isprintable()) + "\n")
        return answer
