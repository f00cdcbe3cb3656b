"""What screens know of a class elsewhere: frozen values, exchanged as a whole by whoever asks for them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from game.classroom.session.nickname import Nickname
from game.classroom.stage import Pace, Stage
from game.classroom.views.parts import Notice
from game.classroom.views.projector import ProjectorPage
from game.classroom.views.pupil import Goodbye, PupilPage
from game.story.answer import Confidence
from game.story.playthrough import Playthrough


class Tie(StrEnum):
    """Whether the class can be reached."""

    SEEKING = "seeking"
    """It has not answered yet."""
    THERE = "there"
    AWAY = "away"
    """It answered before, and does not now: the link goes on trying."""
    FOREIGN = "foreign"
    """Something answers, but it is no class that this game understands."""


@dataclass(frozen=True, slots=True)
class ProjectorState:
    """What the projector knows."""

    tie: Tie = Tie.SEEKING
    wants_pin: bool = False
    """Whether somebody has to enter the teacher's PIN first."""
    notice: Notice | None = None
    """Why the last PIN was not taken."""
    page: ProjectorPage | None = None
    """The last that is known."""


class ProjectorFeed(Protocol):
    """Where the projector learns what to show. Nothing here waits."""

    @property
    def state(self) -> ProjectorState:
        """The last that is known."""
        ...

    def enter(self, pin: str) -> None:
        """Try a PIN."""
        ...


@dataclass(frozen=True, slots=True)
class About:
    """What is played, before one has a seat."""

    is_open: bool
    level: str
    title: str
    level_version: str
    pace: Pace


@dataclass(frozen=True, slots=True)
class Seen:
    """What a seat sees."""

    view: PupilPage
    story: Playthrough | None
    """The own story as the class knows it; None while there is none."""
    turn: int
    stage: Stage
    is_frozen: bool

    @property
    def nickname(self) -> Nickname:
        """Who this seat is."""
        return self.view.who.nickname

    @property
    def people(self) -> int:
        """How many play here: 1 or 2."""
        return self.view.who.people

    @property
    def needs_help(self) -> bool:
        """Whether the teacher is asked to come."""
        return self.view.who.needs_help


@dataclass(frozen=True, slots=True)
class SeatState:
    """What a pupil's game knows of its seat."""

    tie: Tie = Tie.SEEKING
    about: About | None = None
    seen: Seen | None = None
    """The last that is known of the seat; None without a seat."""
    notice: Notice | None = None
    """Why the last wish was not taken."""
    goodbye: Goodbye | None = None
    """Why there is no seat any more."""
    is_joining: bool = False
    """Whether a seat is asked for right now, or a kept one is looked for."""


class SeatLink(Protocol):
    """The way to a seat. Nothing here waits: what is wanted is sent when it can be, in order, each once."""

    @property
    def state(self) -> SeatState:
        """The last that is known."""
        ...

    def join(self, code: str, people: int) -> None:
        """Ask for a seat."""
        ...

    def report(self, story: Playthrough) -> None:
        """Tell how far the own story has come."""
        ...

    def answer(self, answer: int | None, sure: Confidence | None) -> None:
        """Answer the question that is asked now; None for not being sure."""
        ...

    def skip(self) -> None:
        """Pass over the questions that are asked now."""
        ...

    def go_after(self) -> None:
        """Go on from the ending of the own story."""
        ...

    def raise_hand(self, *, up: bool) -> None:
        """Ask for help, or take that back."""
        ...

    def leave(self) -> None:
        """Give the seat up."""
        ...
