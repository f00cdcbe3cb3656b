"""The pages of a phone. All of them answer `GET /seat`, but for the door, the helpers and the goodbye."""

from dataclasses import dataclass
from enum import StrEnum

from game.classroom.views.parts import (
    Card,
    Keys,
    Learned,
    Meter,
    Notice,
    OfferView,
    Poll,
    Speech,
    TaskView,
    Who,
)
from game.content.helplines import Helpline
from game.story.checkup import Moment
from game.story.level import Outcome


@dataclass(frozen=True, slots=True)
class JoinPage:
    """`GET /`: the code is typed, or came with the QR. POST /join: `code`, `people` (1 or 2), `token`."""

    code: str
    is_open: bool
    """Whether there is a session to join at all."""
    keys: Keys
    notice: Notice | None


@dataclass(frozen=True, slots=True)
class HelpersPage:
    """`GET /help`: who can help; the same for everybody, and nobody is told that it was opened."""

    helplines: tuple[Helpline, ...]


class Goodbye(StrEnum):
    """Why a device has no seat any more. The values name texts of the catalog: `class_goodbye.VALUE`."""

    CLOSED = "closed"
    """The teacher closed this seat; one can join again."""
    LEFT = "left"
    UNKNOWN = "unknown"
    """The session was deleted, or the cookie is not ours."""


@dataclass(frozen=True, slots=True)
class GoodbyePage:
    """`GET /seat` without a seat: a way back to the door."""

    why: Goodbye


class Waiting(StrEnum):
    """What a pupil waits for. The values name texts of the catalog: `class_waiting.VALUE`."""

    LOBBY = "lobby"
    """The teacher has not started yet."""
    BEFORE_DONE = "before-done"
    """All questions before the story are answered."""
    PROJECTOR = "projector"
    """Nothing to vote on: look at the projector."""
    VOTED = "voted"
    """The vote is in; it cannot be changed, and is shown when the teacher reveals."""
    FROZEN = "frozen"
    """The teacher has stopped all, to talk; `prompt` may say about what."""
    AFTER_DONE = "after-done"
    OVER = "over"
    """The session has ended."""


@dataclass(frozen=True, slots=True)
class WaitPage:
    """Nothing to do right now."""

    who: Who
    waiting: Waiting
    prompt: str
    """What is talked about; empty for nothing."""
    content_note: str
    """In the lobby: what the story touches; empty elsewhere."""
    right: tuple[int, int, int] | None
    """At the end, for this pupil alone: right before, right after, asked; None where not both were answered."""


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """The explanation of the question answered before this one; only after the story."""

    ask: str
    answer: str
    """Empty for not being sure."""
    right_answer: str
    is_right: bool
    because: str


@dataclass(frozen=True, slots=True)
class CheckPage:
    """A question. POST /seat/answer: `answer` (0, 1, 2 … or `none`), `sure` (0, 1, 2; may be missing)."""

    who: Who
    moment: Moment
    at: int
    """From 1."""
    count: int
    ask: str
    answers: tuple[str, ...]
    told: AnswerTold | None
    can_skip: bool = False
    """Whether POST /seat/skip passes over the questions: at their own pace."""


@dataclass(frozen=True, slots=True)
class VotePage:
    """A round of a story played together. POST /seat/vote: one field for each poll.

    Before it is revealed a seat that has voted sees its own picks, and no counts.
    """

    who: Who
    lines: tuple[Speech, ...]
    """The passage, for those who sit far from the projector."""
    polls: tuple[Poll, ...]
    """Without offers and tasks: one, of the choices. Its field is `pick.choice`, a card's value `card:MESSAGE`."""
    offers: tuple[OfferView, ...]
    task: TaskView | None
    cards: tuple[Card, ...]
    """The notebook; where `polls` has choices, each can be voted for by the value `card:MESSAGE`."""
    has_voted: bool
    is_revealed: bool
    prompt: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the last step led to."""

    choice: str
    """What was said or done; empty where the story went on by itself."""
    card: str
    """The title of the card that was played; empty for none."""
    reply: tuple[Speech, ...]
    because: str


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A moment of a story played alone.

    POST /seat/act with `action` (the value of an option of `choices`, or `go-on`), or with `card` (a message); POST
    /seat/notes with the fields of `offers` or `task`; POST /seat/back.
    """

    who: Who
    told: Told | None
    lines: tuple[Speech, ...]
    learned: tuple[Learned, ...]
    misfit: str
    """The title of a card that was played and does not fit here; empty for none."""
    meters: tuple[Meter, ...]
    choices: Poll | None
    """The field is `action`. None where something else comes first: offers, a task, or going on."""
    cards: tuple[Card, ...]
    can_play: bool
    """Whether cards can be played now."""
    offers: tuple[OfferView, ...]
    """With `is_explained` False they have to be judged first: POST /seat/notes."""
    task: TaskView | None
    """POST /seat/notes picks options; when nothing is open, `action=go-on` goes on to what it comes to."""
    is_explained: bool
    """Whether offers or task are explained: nothing can be picked any more, `action=go-on` or a choice goes on."""
    can_go_on: bool
    can_step_back: bool
    scene: str = ""
    """The picture of the moment: `GET /static/NAME` (see `game.classroom.pages.scenes`). Empty for none."""


@dataclass(frozen=True, slots=True)
class EndPage:
    """An ending, alone. `action=go-on` goes on to the questions after it, or to the end; POST /seat/back is open."""

    who: Who
    told: Told | None
    title: str
    outcome: Outcome
    lines: tuple[Speech, ...]
    choice: str
    """What the ending is made of: the player's choices, luck, and the rules."""
    chance: str
    system: str
    learned: tuple[Card, ...]
    has_won: bool
    can_step_back: bool
    scene: str = ""
    """The picture of the moment: `GET /static/NAME` (see `game.classroom.pages.scenes`). Empty for none."""


PupilPage = WaitPage | CheckPage | VotePage | StoryPage | EndPage
"""What `GET /seat` shows to a seat."""
