"""What proves that a seat is ours: kept in the data folder for as long as the session goes on, and then forgotten."""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from game.records.folder import Folder, RecordsError

_NAME: Final = "seat"
_BYTES: Final = 24


@dataclass(frozen=True, slots=True)
class Ticket:
    """A token, the address of the class it is for, and the code the class had."""

    base: str
    token: str
    code: str
    people: int

    @staticmethod
    def drawn(base: str, code: str, people: int) -> "Ticket":
        """Return a new one that nobody can guess."""
        return Ticket(base, secrets.token_urlsafe(_BYTES), code, people)


class Tickets:
    """Keeps one ticket. It is written before a seat is asked for: so a game that dies meanwhile has the same seat."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def kept(self, base: str) -> Ticket | None:
        """Return the ticket for a class, if there is one."""
        match self._folder.read(_NAME):
            case {"base": str(kept), "token": str(token), "code": str(code), "people": int(people)} if kept == base:
                return Ticket(kept, token, code, people)
            case _:
                return None

    def keep(self, ticket: Ticket) -> None:
        """Keep one. On a full disk the seat still works, until the game is closed."""
        value = {"base": ticket.base, "token": ticket.token, "code": ticket.code, "people": ticket.people}
        with suppress(RecordsError):
            self._folder.write(_NAME, value)

    def forget(self) -> None:
        """Keep none."""
        with suppress(RecordsError):
            self._folder.remove(_NAME)
