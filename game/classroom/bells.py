"""Who is woken by what has changed: all pages when the class goes on, else the page of the seat that did something."""

import asyncio

from game.classroom.ids import SeatId
from game.classroom.session.session import Session


class Bells:
    """One bell for each seat, and one for the teacher's pages, which ring with every change."""

    def __init__(self) -> None:
        self._bells: dict[SeatId | None, asyncio.Event] = {}

    def of(self, seat: SeatId | None) -> asyncio.Event:
        """Return what is set at the next change; None for the teacher's pages.

        Take it first, then read: then no change is missed.
        """
        return self._bells.setdefault(seat, asyncio.Event())

    def ring(self, before: Session | None, after: Session | None) -> None:
        """Wake those who see something else after a change than before."""
        if before is None or after is None or _seen_by_all(before) != _seen_by_all(after):
            self._ring(*self._bells)
        else:
            self._ring(*(seat for seat in after.seats if before.seats.get(seat) is not after.seats[seat]))
            self.ring_teacher()

    def ring_teacher(self) -> None:
        """Wake the teacher's pages: something has changed that is not written down."""
        self._ring(None)

    def _ring(self, *seats: SeatId | None) -> None:
        for bell in [self._bells.pop(seat) for seat in seats if seat in self._bells]:
            bell.set()


def _seen_by_all(session: Session) -> tuple[object, ...]:
    return session.id, session.turn, session.is_frozen, session.prompt
