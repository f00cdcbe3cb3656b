"""The switch of the learning records, where somebody asks for any."""

from typing import TYPE_CHECKING

from game.learning.telling import about_records
from game.terminal.terminal import Terminal

if TYPE_CHECKING:
    from game.learning.home import HomeRecords


def switch_records(terminal: Terminal) -> None:
    """Say what learning records are, whether they are on, and let the player decide.

    Raises:
        LeftError, InputEndedError: the player stops; nothing is changed.

    """
    words, records = terminal.words, terminal.records
    if records is None:
        return
    terminal.say_all(("", words("records.switch", name=records.name), *about_records(words, records)))
    terminal.console.say(_state(terminal, records))
    turn = ("turn", words("records.turn_off" if records.is_on else "records.turn_on"))
    if terminal.pick((turn, ("leave", words("records.leave")))) == "turn":
        records.switch()
        terminal.console.say(_state(terminal, records))


def _state(terminal: Terminal, records: "HomeRecords") -> str:
    return terminal.words("records.now_on" if records.is_on else "records.now_off")
