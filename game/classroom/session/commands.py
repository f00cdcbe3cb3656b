"""What somebody wants of a session. Whether it is taken is decided by `decide`.

`turn` is what a page was made from (see `Keys`); commands without one say what shall be, whatever was before.
"""

from dataclasses import dataclass

from game.classroom.ids import SeatId
from game.classroom.session.polls import Picks, Tally
from game.classroom.stage import Stage
from game.story.action import ActionId
from game.story.answer import Confidence
from game.story.checkup import Moment
from game.story.level import MessageId

# ------------------------------------------------------------------------------------------------------------- pupils


@dataclass(frozen=True, slots=True)
class Join:
    """A device wants a seat; `seat` and `seed` are drawn for it."""

    seat: SeatId
    digest: str
    code: str
    people: int
    seed: int


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote in the round `turn`."""

    seat: SeatId
    turn: int
    picks: Picks


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to the question a seat has to answer next, by its place; None for not being sure."""

    seat: SeatId
    turn: int
    answer: int | None
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class Skip:
    """Pass over the questions that are asked now."""

    seat: SeatId
    turn: int


@dataclass(frozen=True, slots=True)
class Act:
    """Take a choice of the own story; None goes on to where there is only one way, or ends the story."""

    seat: SeatId
    turn: int
    action: ActionId | None


@dataclass(frozen=True, slots=True)
class PlayCard:
    """Play a card in the own story."""

    seat: SeatId
    turn: int
    message: MessageId


@dataclass(frozen=True, slots=True)
class TakeNotes:
    """Mark and judge offers, or pick options of a task."""

    seat: SeatId
    turn: int
    notes: tuple[ActionId, ...]


@dataclass(frozen=True, slots=True)
class StepBack:
    """Take the last step of the own story back."""

    seat: SeatId
    turn: int


@dataclass(frozen=True, slots=True)
class Put:
    """The own story as a desktop played it: its first actions, and then these."""

    seat: SeatId
    turn: int
    keep: int
    actions: tuple[ActionId, ...]
    explained: bool


@dataclass(frozen=True, slots=True)
class RaiseHand:
    """Ask for help, or do not any more."""

    seat: SeatId
    up: bool


@dataclass(frozen=True, slots=True)
class Leave:
    """Give the seat up."""

    seat: SeatId


# -------------------------------------------------------------------------------------------------------- the teacher


@dataclass(frozen=True, slots=True)
class GoTo:
    """Go on to a later stage."""

    turn: int
    to: Stage


@dataclass(frozen=True, slots=True)
class Freeze:
    """Stop all for a talk, or let go."""

    frozen: bool
    prompt: int | None


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show the votes; nobody votes any more."""

    turn: int


@dataclass(frozen=True, slots=True)
class VoteAgain:
    """Begin the vote anew."""

    turn: int


@dataclass(frozen=True, slots=True)
class Take:
    """The class goes on with these picks, or with what has most votes (None)."""

    turn: int
    picks: Picks | None


@dataclass(frozen=True, slots=True)
class GoOn:
    """The class goes on where nothing is to be picked."""

    turn: int


@dataclass(frozen=True, slots=True)
class ClassStepBack:
    """The class takes its last step back."""

    turn: int


@dataclass(frozen=True, slots=True)
class CountHands:
    """The raised hands of a round, all at once."""

    round: int
    hands: Tally


@dataclass(frozen=True, slots=True)
class ShowAnswers:
    """Show or hide how often each answer was given."""

    moment: Moment
    shown: bool


@dataclass(frozen=True, slots=True)
class ShowWays:
    """Show or hide how often each choice was taken at their own pace."""

    shown: bool


@dataclass(frozen=True, slots=True)
class CloseSeat:
    """Close a seat: nothing it did counts any more."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class Helped:
    """Take the raised hand of a seat down."""

    seat: SeatId


Personal = Vote | Answer | Skip | Act | PlayCard | TakeNotes | StepBack | Put
"""What a seat does in its turn."""

Command = (
    Join
    | Personal
    | RaiseHand
    | Leave
    | GoTo
    | Freeze
    | Reveal
    | VoteAgain
    | Take
    | GoOn
    | ClassStepBack
    | CountHands
    | ShowAnswers
    | ShowWays
    | CloseSeat
    | Helped
)
