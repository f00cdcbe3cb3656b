"""Reads plays: ways through a level, written down by its author, that must stay possible."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from game.content.check import check_shape
from game.content.conditions import parse_condition
from game.content.faults import At, FaultLog
from game.content.level_shape import CONDITION
from game.content.nodes import Entries, Node, Scalar
from game.content.parse import read_nodes
from game.content.shape import ID, File, ListOf, MapOf, Record, Text, Truth, optional
from game.content.shape import Field as ShapeField
from game.story.level import Condition, MessageId, PassageId

_STEP = Record(
    {
        "choose": optional(ID, "take this plain choice"),
        "arrange": optional(MapOf(ID, ID, least=1), "do the task here: an option for each part, {passport: bag}"),
        "play": optional(ID, "play this message; it has to fit here"),
        "continue": optional(ID, "leave a passage without choices; names where it leads"),
        "sees": optional(ID, "the passage or ending we are at now"),
        "knows": optional(ListOf(ID, least=1, unique=True), "messages that are in the notebook now"),
        "holds": optional(ListOf(CONDITION, least=1), "conditions that are true now"),
        "ends": optional(ID, "the ending we are at now"),
        "wins": optional(Truth(), "whether enough messages were learned and played by now"),
    },
    exactly_one=True,
)

PLAY_FILE = File(
    "Play",
    "A way through a level that must stay possible. `check` plays it.",
    Record(
        {
            "title": ShapeField(Text(120), "what happens in this play"),
            "steps": ShapeField(ListOf(_STEP, least=1, most=300), "what is done and what is expected, in turn"),
        }
    ),
)

Doing = Literal["choose", "play", "continue"]


@dataclass(frozen=True, slots=True)
class Do:
    """Take a choice, play a message, or go on to a place."""

    how: Doing
    name: str
    at: At


@dataclass(frozen=True, slots=True)
class DoTask:
    """Do the task of the passage, and take the choice it comes to."""

    arrangement: Mapping[str, str]
    at: At


@dataclass(frozen=True, slots=True)
class ExpectPlace:
    """The story is at this passage or ending."""

    place: PassageId
    is_ending: bool
    at: At


@dataclass(frozen=True, slots=True)
class ExpectKnown:
    """These messages are in the notebook."""

    messages: tuple[MessageId, ...]
    at: At


@dataclass(frozen=True, slots=True)
class ExpectConditions:
    """These conditions hold; each with its text as written."""

    conditions: tuple[tuple[str, Condition], ...]
    at: At


@dataclass(frozen=True, slots=True)
class ExpectWin:
    """The play has won by now, or it has not."""

    wanted: bool
    at: At


Step = Do | DoTask | ExpectPlace | ExpectKnown | ExpectConditions | ExpectWin


@dataclass(frozen=True, slots=True)
class Play:
    """One way through a level, with what is expected on it."""

    file: str
    """As faults show it."""
    title: str
    steps: tuple[Step, ...]


def read_play(path: Path, log: FaultLog) -> Play | None:
    """Return the play in a file, or None when it has errors."""
    root = read_nodes(path, log)
    if root is None:
        return None
    check_shape(PLAY_FILE.shape, root, log, "the play")
    if log.has_errors or not isinstance(root, Entries):
        return None
    entries = [step for step in root.items("steps") if isinstance(step, Entries)]
    return Play(log.file, root.text("title"), tuple(_step(step) for step in entries))


def _step(entry: Entries) -> Step:
    (kind, value), *_ = entry.values.items()
    at = entry.at
    match kind:
        case "sees" | "ends":
            return ExpectPlace(PassageId(entry.text(kind)), kind == "ends", at)
        case "arrange":
            options = entry.entries(kind)
            return DoTask({part: options.text(part) for part in options.values}, at)
        case "knows":
            return ExpectKnown(tuple(MessageId(scalar.text) for scalar in entry.scalars(kind)), at)
        case "holds":
            return ExpectConditions(_conditions(entry), at)
        case "wins":
            return ExpectWin(_truth(value), at)
        case _:
            return Do(cast(Doing, kind), entry.text(kind), at)


def _conditions(entry: Entries) -> tuple[tuple[str, Condition], ...]:
    parsed = ((scalar.text, parse_condition(scalar.text)) for scalar in entry.scalars("holds"))
    return tuple((text, condition) for text, condition in parsed if condition is not None)


def _truth(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text.lower() == "true"
