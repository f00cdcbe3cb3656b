"""A session as tests speak of it: commands in, a session out, and the journal beside it."""

from collections.abc import Iterator

from game.classroom.ids import SeatId, SessionId
from game.classroom.session.commands import Command, GoTo, Join, Take
from game.classroom.session.decide import decide
from game.classroom.session.entries import Entry, Opened
from game.classroom.session.evolve import Happened, evolve, opened
from game.classroom.session.polls import CARD, PollOf, polls_of
from game.classroom.session.seat import Seat
from game.classroom.session.session import Script, Session
from game.classroom.stage import Pace, Stage
from game.content.library import Library
from game.story.level import LevelId

CODE = "CDGH"
NOW_MS = 1_790_000_000_000


class Lesson:
    """A session that is tried out."""

    def __init__(self, library: Library, level: str, pace: Pace, *, has_checks: bool = True, seed: int = 7) -> None:
        self.script = Script(library.levels[LevelId(level)], library.messages)
        entry = Opened(LevelId(level), self.script.level.version, pace, has_checks, CODE, seed)
        self.journal: list[Entry] = [entry]
        self.session: Session = opened(SessionId("s"), entry, self.script, NOW_MS)
        self.happened: list[Happened] = []

    def do(self, command: Command) -> tuple[Entry, ...]:
        """Carry a command out and return its entries.

        Raises:
            RefusedError: as `decide`.

        """
        entries = decide(self.session, command)
        for entry in entries:
            evolved = evolve(self.session, entry, NOW_MS)
            self.session = evolved.session
            self.journal.append(entry)
            self.happened.append(evolved.happened)
        return entries

    def join(self, *names: str) -> None:
        for name in names:
            self.do(Join(SeatId(name), f"digest of {name}", CODE, 1, len(self.session.seats)))

    def go_to(self, stage: Stage) -> None:
        self.do(GoTo(self.session.turn, stage))

    def take(self, *values: str) -> None:
        """Let the class go on with these values, one for each poll."""
        polls = (poll.field for poll in self.polls)
        self.do(Take(self.session.turn, dict(zip(polls, values, strict=True))))

    def seat(self, name: str) -> Seat:
        return self.session.seats[SeatId(name)]

    @property
    def polls(self) -> tuple[PollOf, ...]:
        return polls_of(self.session.together.walk)

    @property
    def choices(self) -> list[str]:
        """What can be chosen in this round, without cards."""
        return [value for value in self.polls[0].values if not value.startswith(CARD)]

    def again(self) -> Session:
        """Return the session that the journal comes to."""
        first, *rest = self.journal
        assert isinstance(first, Opened)
        session = opened(SessionId("s"), first, self.script, NOW_MS)
        for entry in rest:
            session = evolve(session, entry, NOW_MS).session
        return session

    def told(self, kind: type) -> Iterator[tuple[str | None, object]]:
        """Yield what happened of one kind, and to whom."""
        for seat, what in (each for happened in self.happened for each in happened):
            if isinstance(what, kind):
                yield seat, what
