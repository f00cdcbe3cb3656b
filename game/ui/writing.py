"""What is written into a search field, letter by letter."""

from dataclasses import dataclass

from game.canvas.geometry import Point
from game.ui.frame import Frame
from game.ui.intents import Clear, Command, Intent, Typed
from game.ui.looks.field import cross
from game.ui.search_field import MOST_LETTERS, SearchField
from game.ui.view import Spot

OPENS = "/"
"""This letter leads to the search field from anywhere else."""


@dataclass(frozen=True, slots=True)
class Wrote:
    """The text of a search field is to be this one."""

    id: str
    text: str


def written(intent: Intent, field: SearchField) -> Wrote | None:
    """What an intent makes of the field that has the focus; None if it is not about writing."""
    match intent:
        case Typed(letter):
            return Wrote(field.id, (field.value + letter).lstrip()[:MOST_LETTERS])
        case Command.STEP_BACK:
            return Wrote(field.id, field.value[:-1])
        case Clear():
            return Wrote(field.id, "")
        case _:
            return None


def emptied(spot: Spot, at: Point, frame: Frame) -> Wrote | None:
    """What a press at a point makes of a field: its cross empties it."""
    field = spot.control
    if isinstance(field, SearchField) and field.value and cross(spot.rect, frame).contains(at):
        return Wrote(field.id, "")
    return None


def field_among(here: tuple[Spot, ...]) -> Spot | None:
    """The search field of a view, if it has one."""
    return next((spot for spot in here if isinstance(spot.control, SearchField)), None)
