"""What the play screen shows at one moment, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from game.art.staging import Staging
from game.screens.beats import Beat
from game.story.level import Choice, MessageId, MeterId, PassageId


class Phase(Enum):
    """What the screen is doing."""

    TELLING = auto()
    """A passage is told, beat by beat; then it can be answered."""
    DESK = auto()
    """Its offers are examined."""
    ANSWERED = auto()
    """A choice was made: its reply is told, then why it matters."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Everything about the telling that is not in the story's own state."""

    phase: Phase
    place: PassageId
    """The passage that is told, or in which the choice was made."""
    staging: Staging
    beat: Beat | None
    letters: int | None
    """How many letters of the beat have been told; None for all."""
    told_s: float
    """When all of them are or will be there, on the application's clock."""
    is_last_beat: bool
    choice: Choice | None
    """The choice that was made, while it is answered."""
    changes: Mapping[MeterId, int]
    learned: Mapping[MessageId, str]
    """Messages learned on coming here, with the person or place they are learned from."""
    selected: MessageId | None
    misfit: MessageId | None
    """The message that was just played and does not answer this moment."""
    has_examined: bool
    """Whether the offers of this passage have been explained."""
    has_open_notebook: bool
    flight: float | None
    """How far a card just learned has flown to the notebook, from 0 to 1; None when none flies."""

    @property
    def is_told(self) -> bool:
        """Whether all letters of the beat are there."""
        return self.letters is None or self.beat is None or self.letters >= self.beat.letters

    @property
    def is_over(self) -> bool:
        """Whether all of the telling is done, so that the player can answer it."""
        return self.is_told and self.is_last_beat
