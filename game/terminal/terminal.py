"""What every part of the terminal front end works with, and the questions they all ask in the same way."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.content.library import Library
from game.content.words import Words
from game.records.folder import Folder
from game.records.progress import ProgressKeeper
from game.terminal.console import Console
from game.terminal.helplines import helpline_lines

if TYPE_CHECKING:
    from game.learning.home import HomeRecords


class LeftError(Exception):
    """The player wants to leave the game. The catcher says what is saved, and ends or waits for the next player."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """One player at one console."""

    console: Console
    words: Words
    library: Library
    folder: Folder
    progress: ProgressKeeper
    new_seed: Callable[[], int]
    keeps_records: bool
    """Whether what is saved outlives the game."""
    today: Callable[[], int]
    """The ordinal of the day, in the player's calendar."""
    all_open: bool = False
    """Whether chapters need not be opened one after another."""
    records: "HomeRecords | None" = None
    """None where nobody asks for learning records."""

    def say_all(self, paragraphs: Iterable[str]) -> None:
        """Write paragraphs, one below the other."""
        for paragraph in paragraphs:
            self.console.say(paragraph)

    def ask(self, prompt: str, help_text: str, countries: Sequence[str] = ()) -> str:
        """Ask for a line; what can be asked for anywhere is answered here, then the question is put again.

        `countries` are those whose helplines come up; none stands for all.

        Raises:
            LeftError: the player wants to leave.
            InputEndedError: there is no more input.

        """
        while True:
            answer = self.console.read(prompt)
            match answer.lower():
                case ":quit":
                    raise LeftError
                case ":help":
                    self.say_all((help_text, self.words("terminal.help_anywhere")))
                case ":helplines":
                    self.say_all(helpline_lines(self.words, self.library.helplines, countries))
                case _:
                    return answer

    def pick(self, options: Sequence[tuple[str, str]], countries: Sequence[str] = ()) -> str:
        """List options, each an id and a label, and return the id of the one that is chosen by number or id."""
        for number, (_, label) in enumerate(options, start=1):
            self.console.say(label, hang=f"{number}. ")
        return self.choose([option for option, _ in options], countries)

    def choose(self, ids: Sequence[str], countries: Sequence[str] = ()) -> str:
        """Return the id chosen among options that have been listed already."""
        prompt = self.words("terminal.pick", last=len(ids))
        while True:
            found = numbered(self.ask(prompt, self.words("terminal.help_pick"), countries), ids)
            if found is not None:
                return found
            self.console.say(self.words("terminal.pick_again", last=len(ids)))


def numbered(answer: str, ids: Sequence[str]) -> str | None:
    """Return the id that an answer means: itself, or the one with this number, counted from 1."""
    if answer in ids:
        return answer
    # Other scripts have digits too, and int() reads them; what it cannot read, such as "²", is no decimal.
    number = int(answer) if answer.isdecimal() else 0
    return ids[number - 1] if 1 <= number <= len(ids) else None
