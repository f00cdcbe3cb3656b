"""A level as its author wrote it: frozen values, checked by `game.content` before they are built."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from game.story.comparison import Comparison
from game.story.ids import CastId, ChoiceId, FlagId, LevelId, MessageId, MeterId, PassageId
from game.story.lesson import Prompt
from game.story.task import Arrangement, CountIs, Task, count, holds

__all__ = [
    "Better",
    "Branch",
    "CastId",
    "Character",
    "Choice",
    "ChoiceId",
    "Comparison",
    "Condition",
    "Debrief",
    "Effect",
    "Ending",
    "FlagId",
    "FlagIs",
    "Knows",
    "Level",
    "LevelId",
    "Line",
    "MessageId",
    "Meter",
    "MeterId",
    "MeterIs",
    "Offer",
    "OfferLine",
    "Outcome",
    "Passage",
    "PassageId",
    "Prompt",
    "Remembered",
    "Seat",
    "Sign",
    "Stage",
    "WinRule",
]


class Seat(StrEnum):
    """Whose life the player sees the story from."""

    WORKER = "worker"
    EMPLOYER = "employer"
    BYSTANDER = "bystander"
    CONSUMER = "consumer"


class Outcome(StrEnum):
    """How a story ended. None of them is a defeat; `SAFE` and `OTHER_PLAN` count as safe in the measures."""

    SAFE = "safe"
    OTHER_PLAN = "other-plan"
    HELP = "help"
    HELP_ON_THE_WAY = "help-on-the-way"

    @property
    def is_safe(self) -> bool:
        """Whether the story ended without harm."""
        return self in (Outcome.SAFE, Outcome.OTHER_PLAN)


class Better(StrEnum):
    """Which way a meter should go."""

    HIGH = "high"
    LOW = "low"


class Sign(StrEnum):
    """What a line of a job offer tells."""

    GOOD = "good"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class MeterIs:
    """Holds while the meter compares to the limit as said."""

    meter: MeterId
    comparison: Comparison
    limit: int


@dataclass(frozen=True, slots=True)
class FlagIs:
    """Holds while the flag is set, or while it is not."""

    flag: FlagId
    wanted: bool


@dataclass(frozen=True, slots=True)
class Knows:
    """Holds while the message is in the notebook, or while it is not."""

    message: MessageId
    wanted: bool


Condition = MeterIs | FlagIs | Knows
"""One atom. A list of atoms holds when each of them does; there is no expression language."""


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody in the story: the name players read, and the figure that stands for them."""

    id: CastId
    name: str
    figure: str
    role: str


@dataclass(frozen=True, slots=True)
class Meter:
    """A resource at stake: a whole number from 0 to `max`, never a reason to lose."""

    id: MeterId
    label: str
    start: int
    max: int
    better: Better


@dataclass(frozen=True, slots=True)
class WinRule:
    """How many messages of the level must be learned, and how many played, to win by insight."""

    learn: int
    use: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a passage: spoken when it has a speaker, a stage direction when it has none."""

    speaker: CastId | None
    text: str


@dataclass(frozen=True, slots=True)
class Stage:
    """What is seen: a set, a time of day, and the figures with their moods, in the order of the set's places."""

    set: str
    time: str
    figures: Mapping[CastId, str]


@dataclass(frozen=True, slots=True)
class OfferLine:
    """One line of a job offer, what it tells, and why."""

    id: str
    text: str
    sign: Sign
    because: str
    message: MessageId | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A job offer to examine line by line."""

    id: str
    sender: str
    genuine: bool
    lines: Mapping[str, OfferLine]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a choice changes: meters by whole numbers, flags set or cleared."""

    meters: Mapping[MeterId, int]
    set: frozenset[FlagId]
    clear: frozenset[FlagId]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something the player can say or do. With `uses` it is opened only by playing that message.

    With `after` it is what a task comes to: the first choice of the passage whose conditions hold is taken when the
    task is done. Empty conditions always hold; None means that the choice has nothing to do with a task.
    """

    id: ChoiceId
    text: str
    when: tuple[Condition, ...]
    uses: MessageId | None
    effect: Effect
    reply: tuple[Line, ...]
    because: str
    to: PassageId
    after: tuple[CountIs, ...] | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """One way out of a passage without choices.

    The first branch without `chance` whose conditions hold is taken; if there is none, one of the branches with a
    `chance` is drawn by weight.
    """

    to: PassageId
    when: tuple[Condition, ...]
    chance: int | None
    because: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One moment of the story. It has either choices or branches."""

    id: PassageId
    stage: Stage
    text: tuple[Line, ...]
    teaches: Mapping[MessageId, str]
    """Each message learned on arriving here, with the person or place it is learned from."""
    offers: Mapping[str, Offer]
    choices: Mapping[ChoiceId, Choice]
    branches: tuple[Branch, ...]
    task: Task | None = None
    """What is arranged before one of the choices with `after` is taken."""

    def comes_to(self, arrangement: Arrangement) -> Choice | None:
        """Return the choice an arrangement of the task comes to; None if there is no task."""
        return self.counted(count(self.task, arrangement)) if self.task else None

    def counted(self, counts: Mapping[str, int]) -> Choice | None:
        """Return the first choice whose conditions on the counts of the task hold."""
        ends = (choice for choice in self.choices.values() if choice.after is not None)
        return next((choice for choice in ends if holds(choice.after or (), counts)), None)


@dataclass(frozen=True, slots=True)
class Debrief:
    """What an ending is made of: the player's choices, luck, and the rule or the gap in the rules."""

    choice: str
    chance: str
    system: str


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a story stops."""

    id: PassageId
    outcome: Outcome
    title: str
    stage: Stage
    text: tuple[Line, ...]
    debrief: Debrief


@dataclass(frozen=True, slots=True)
class Remembered:
    """A flag that is brought along from the last finished run of another level."""

    level: LevelId
    flag: FlagId
    alone: bool
    """Whether it is set when that level was never finished."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Level:
    """A whole level. The order of meters, flags and messages is the order of their places in a `State`.

    Two levels are equal only if they are the same object: a level is large, is built once, and serves as a key.
    """

    id: LevelId
    version: str
    """Digest of everything that decides how a playthrough goes (see `game.story.version`); texts do not count."""
    title: str
    seat: Seat
    origin: str
    destination: str
    minutes: int
    ages: int
    content_note: str
    summary: str
    cast: Mapping[CastId, Character]
    meters: tuple[Meter, ...]
    flags: tuple[FlagId, ...]
    messages: tuple[MessageId, ...]
    """Every message the level carries, teaches, uses or asks for in a condition."""
    carries: frozenset[MessageId]
    asks: tuple[MessageId, ...]
    wins: WinRule
    start: PassageId
    passages: Mapping[PassageId, Passage]
    endings: Mapping[PassageId, Ending]
    remembers: Mapping[FlagId, Remembered] = field(default_factory=dict)
    aims: tuple[str, ...] = ()
    """What pupils can do after a lesson with this level, for teachers."""
    discuss: tuple[Prompt, ...] = ()

    @property
    def alone(self) -> frozenset[FlagId]:
        """The remembered flags that are set when the level is played on its own."""
        return frozenset(flag for flag, source in self.remembers.items() if source.alone)

    @property
    def memories(self) -> Iterator[frozenset[FlagId]]:
        """Everything that can be remembered when the level begins; first what is when it is played on its own."""
        yield self.alone
        for size in range(len(self.remembers) + 1):
            yield from map(frozenset, combinations(self.remembers, size))
