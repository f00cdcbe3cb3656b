"""The way from a pupil's game to its seat, on a thread of its own.

What is wanted is sent in order and counts once. Every write names the turn of the seat it was made for, and the class
takes one write a turn; the same write for the same turn is answered again, and not done again. So a wish whose answer
was lost is sent again as it was, before anything else. The story itself is never a list of messages to be sent: what is
sent is always the difference between the story here and the story the class knows, so that nothing can be lost between
them, whatever dies meanwhile.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any, Final

from game.classroom.client.api import AwayError, ClassApi, ForeignError, NotTakenError, TooOftenError
from game.classroom.client.rounds import Backoff, Rounds
from game.classroom.client.states import SeatState, Seen, Tie
from game.classroom.client.ticket import Ticket, Tickets
from game.classroom.stage import Stage
from game.classroom.views.parts import Notice
from game.classroom.views.pupil import Goodbye
from game.network.calling import Cancel
from game.story.answer import Confidence
from game.story.playthrough import Playthrough

EVERY_S: Final = 1.0
"""So late a freeze arrives at most."""
_DISK_FULL_S: Final = 5.0
_TRIES: Final = 3
"""So often the difference is worked out anew in one round, if the class has gone on meanwhile."""

Ask = Callable[[int], Seen]
"""Sends a wish for a turn of the seat."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """Something to be sent once. `turn` is that of the seat for which it was sent first; None before."""

    ask: Ask
    turn: int | None = None


class HttpSeatLink:
    """Implements `SeatLink`. It takes the seat of a ticket that was kept, or waits for a code."""

    def __init__(self, base: str, tickets: Tickets) -> None:
        self._base = base
        self._tickets = tickets
        self._cancel = Cancel()
        self._api = ClassApi(base, self._cancel)
        self._backoff = Backoff()
        self._lock = threading.Lock()
        self._ticket = tickets.kept(base)
        self._has_seat = False
        self._leaves = False
        self._wishes: list[_Wish] = []
        self._hand: bool | None = None
        self._story: Playthrough | None = None
        """How far the story has come here."""
        self._state = SeatState(is_joining=self._ticket is not None)
        self._rounds = Rounds(self._round, self._cancel, "seat")
        self._rounds.start()

    @property
    def state(self) -> SeatState:
        """The last that is known. It is exchanged as a whole, so any thread may read it."""
        return self._state

    def join(self, code: str, people: int) -> None:
        """Ask for a seat."""
        with self._lock:
            self._ticket = Ticket.drawn(self._base, code, people)
            self._has_seat = False
        self._become(is_joining=True, notice=None, goodbye=None, seen=None)
        self._rounds.want()

    def report(self, story: Playthrough) -> None:
        """Tell how far the own story has come."""
        with self._lock:
            self._story = story
        self._rounds.want()

    def answer(self, answer: int | None, sure: Confidence | None) -> None:
        """Answer the question that is asked now."""
        self._wish(lambda turn: self._api.answer(turn, answer, sure))

    def skip(self) -> None:
        """Pass over the questions that are asked now."""
        self._wish(self._api.skip)

    def go_after(self) -> None:
        """Go on from the ending."""
        self._wish(self._api.after)

    def raise_hand(self, *, up: bool) -> None:
        """Ask for help, or take that back."""
        with self._lock:
            self._hand = up
        self._rounds.want()

    def leave(self) -> None:
        """Give the seat up."""
        with self._lock:
            self._leaves = True
        self._rounds.want()

    def close(self) -> None:
        """Follow no more; the seat stays ours."""
        self._rounds.close()

    def has_ended(self, within_s: float) -> bool:
        """Wait for the thread to end after `close`; return whether it did."""
        return self._rounds.join(within_s)

    def _wish(self, ask: Ask) -> None:
        with self._lock:
            self._wishes.append(_Wish(ask))
        self._rounds.want()

    def _become(self, **changes: Any) -> None:  # noqa: ANN401 (fields of `SeatState`)
        with self._lock:
            self._state = replace(self._state, **changes)

    # ----------------------------------------------------------------------------------------------------- the thread

    def _round(self) -> float:
        try:
            wait_s = self._asked()
        except TooOftenError as error:
            self._become(tie=Tie.THERE, notice=error.notice)
            return error.after_s
        except NotTakenError as error:
            return self._refused(error)
        except AwayError as error:
            is_new = self._state.about is None and self._state.seen is None
            self._become(tie=Tie.SEEKING if is_new else Tie.AWAY)
            return self._backoff.failed(error.after_s)
        except ForeignError:
            self._become(tie=Tie.FOREIGN)
            return self._backoff.failed()
        self._backoff.worked()
        return wait_s

    def _asked(self) -> float:
        """Come a step nearer to the seat, or tell it what is wanted and see how it is."""
        with self._lock:
            ticket = self._ticket
        if ticket is None:
            self._become(tie=Tie.THERE, about=self._api.about())
            return EVERY_S
        if not self._has_seat:
            self._take_seat(ticket)
        if self._leaves:
            self._api.leave()
            self._gone(Goodbye.LEFT)
            return EVERY_S
        seen = self._told_hand(self._took_note(self._api.seat()))
        if seen.stage is Stage.OVER:
            self._see_whether_over()
        elif not seen.is_frozen:
            self._told_wishes(self._told_story(seen))
        return EVERY_S

    def _take_seat(self, ticket: Ticket) -> None:
        """Take the seat of the ticket: a new one, or the one it has already."""
        self._api.known_by("")
        about = self._api.about()
        self._become(tie=Tie.THERE, about=about)
        self._tickets.keep(ticket)
        self._api.join(ticket.token, ticket.code, ticket.people, about.level_version)
        self._api.known_by(ticket.token)
        self._has_seat = True

    def _see_whether_over(self) -> None:
        """Once the class has ended for everybody, the seat is good for nothing any more."""
        about = self._api.about()
        self._become(about=about)
        if not about.is_open:
            self._forget()

    def _took_note(self, seen: Seen) -> Seen:
        self._become(tie=Tie.THERE, seen=seen, is_joining=False, goodbye=None)
        return seen

    def _told_hand(self, seen: Seen) -> Seen:
        with self._lock:
            wanted, self._hand = self._hand, None
        if wanted is None or wanted == seen.needs_help:
            return seen
        try:
            return self._took_note(self._api.hand(up=wanted))
        except (AwayError, TooOftenError):
            self._keep_hand(wanted)
            raise

    def _keep_hand(self, wanted: bool) -> None:  # noqa: FBT001 (it is the wish itself)
        """Want it still, unless something else is wanted by now."""
        with self._lock:
            self._hand = wanted if self._hand is None else self._hand

    def _told_story(self, seen: Seen) -> Seen:
        """Send what is new in the story. A wish on its way goes first: the class takes it for the turn it was made."""
        if any(wish.turn is not None for wish in self._wishes[:1]):
            seen = self._told_wish(seen)
        for _ in range(_TRIES):
            with self._lock:
                story = self._story
            known = seen.story
            if story is None or known is None or seen.stage is not Stage.STORY or seen.is_frozen:
                return seen
            if not _is_same(story, known) or story.actions == known.actions:
                return seen
            keep = _common(story, known)
            try:
                seen = self._took_note(self._api.put(seen.turn, keep, story.actions[keep:]))
            except NotTakenError as error:
                seen = self._looked_again(error)
                if error.notice is not Notice.OLD_PAGE and not seen.is_frozen:
                    self._give_up(story, error.notice)
        return seen

    def _give_up(self, story: Playthrough, why: Notice) -> None:
        """The class does not take this story: it is not sent again until it has gone on."""
        with self._lock:
            if self._story == story:
                self._story = None
        self._become(notice=why)

    def _told_wishes(self, seen: Seen) -> None:
        while self._wishes and not seen.is_frozen:
            seen = self._told_wish(seen)

    def _told_wish(self, seen: Seen) -> Seen:
        """Send the first wish, or send it again."""
        with self._lock:
            wish = self._wishes[0]
            turn = seen.turn if wish.turn is None else wish.turn
            self._wishes[0] = replace(wish, turn=turn)
        notice = None
        try:
            seen = self._took_note(wish.ask(turn))
        except NotTakenError as error:
            seen = self._looked_again(error)
            if seen.is_frozen:
                return seen  # nothing is taken now: it waits
            notice = None if error.notice is Notice.OLD_PAGE else error.notice
        with self._lock:
            del self._wishes[:1]
        self._become(notice=notice)
        return seen

    def _looked_again(self, error: NotTakenError) -> Seen:
        """Return how the seat is after a refusal, if it was about what was sent and about nothing else."""
        is_other = error.status == HTTPStatus.UNAUTHORIZED or error.notice is Notice.DISK_FULL
        if is_other or isinstance(error, TooOftenError):
            raise error
        return self._took_note(self._api.seat())

    def _refused(self, error: NotTakenError) -> float:
        if error.notice is Notice.DISK_FULL:
            self._become(tie=Tie.THERE, notice=error.notice)
            return _DISK_FULL_S
        had_seat, was_over = self._has_seat, bool(self._state.seen and self._state.seen.stage is Stage.OVER)
        self._forget()
        if not had_seat:  # the code was wrong, or there is no class
            self._become(is_joining=False, notice=error.notice)
        elif not was_over:
            is_open = bool(self._state.about and self._state.about.is_open)
            self._gone(Goodbye.CLOSED if is_open else Goodbye.UNKNOWN)
        return EVERY_S

    def _gone(self, why: Goodbye) -> None:
        self._forget()
        self._become(seen=None, goodbye=why, is_joining=False, notice=None)

    def _forget(self) -> None:
        """Keep nothing of the seat."""
        self._tickets.forget()
        self._api.known_by("")
        with self._lock:
            self._ticket, self._has_seat, self._leaves = None, False, False
            self._wishes, self._hand, self._story = [], None, None


def _is_same(story: Playthrough, known: Playthrough) -> bool:
    """Say whether two playthroughs are of one story: begun alike, on the same edition of the level."""
    return replace(story, actions=()) == replace(known, actions=())


def _common(story: Playthrough, known: Playthrough) -> int:
    """Return how many actions two playthroughs begin with alike."""
    pairs = enumerate(zip(story.actions, known.actions, strict=False))
    shorter = min(len(story.actions), len(known.actions))
    return next((n for n, (here, there) in pairs if here != there), shorter)
