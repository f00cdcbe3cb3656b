"""What a report is made of: the session as counts, nothing about a single seat."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from game.classroom.measure.figures import ClassFigures
from game.classroom.stage import Pace
from game.story.ids import MessageId
from game.story.level import Level, Outcome
from game.story.message import Message


@dataclass(frozen=True, slots=True)
class SessionFigures:
    """A session as it may be shown."""

    level: Level
    messages: Mapping[MessageId, Message]
    """Those of the game; a message that is not in it any more is shown by its id."""
    day: datetime
    """When it began, in the time of the place."""
    pace: Pace
    people: int
    """How many sat at the devices, as far as it was said."""
    figures: ClassFigures
    outcomes: Mapping[Outcome, int]
    """How the stories ended that were played alone; empty where too few have."""
    ended_with: str
    """The title of the ending the class came to together; empty where it did not."""

    def title_of(self, message: MessageId) -> str:
        """Return what a message is called."""
        return self.messages[message].title if message in self.messages else message
