"""What a kiosk is doing, and the game that is at work there."""

from dataclasses import dataclass
from enum import Enum, auto

from game.screens.kiosk.world import Belongings
from game.screens.runner import Runner


class Station(Enum):
    """What the kiosk is doing."""

    CLOSED = auto()
    INVITING = auto()
    VISITED = auto()
    STAFFED = auto()


@dataclass(slots=True)
class Place:
    """A station with the game that is at work there."""

    station: Station
    belongings: Belongings
    runner: Runner
    asks: bool = False
    """Whether the question lies over it, if its visitor is still there."""
