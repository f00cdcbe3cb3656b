"""The names that statements use: identifiers that stay the same for as long as the game is called what it is.

Where a verb or a kind of activity is in common use, it is that one. The rest begins with an address that belongs to
nobody and leads nowhere (`.invalid` is reserved for that): in xAPI an identifier is a name, not a page.
"""

from enum import Enum
from typing import Final
from urllib.parse import quote

HOME: Final = "https://before-you-go.invalid"
"""The home page of the accounts that stand for players."""
_BASE: Final = f"{HOME}/xapi"
GAME: Final = f"{_BASE}/game"


class Verb(Enum):
    """What somebody did. The values are identifiers; the names, in small letters, are what people read."""

    INITIALIZED = "http://adlnet.gov/expapi/verbs/initialized"
    RESUMED = "http://adlnet.gov/expapi/verbs/resumed"
    EXPERIENCED = "http://adlnet.gov/expapi/verbs/experienced"
    USED = "http://activitystrea.ms/schema/1.0/use"
    ANSWERED = "http://adlnet.gov/expapi/verbs/answered"
    PROGRESSED = "http://adlnet.gov/expapi/verbs/progressed"
    RETRACTED = "http://activitystrea.ms/schema/1.0/retract"
    COMPLETED = "http://adlnet.gov/expapi/verbs/completed"
    PASSED = "http://adlnet.gov/expapi/verbs/passed"
    FAILED = "http://adlnet.gov/expapi/verbs/failed"
    TERMINATED = "http://adlnet.gov/expapi/verbs/terminated"

    @property
    def word(self) -> str:
        """What people read."""
        return self.name.lower()


class Kind(Enum):
    """What an activity is."""

    GAME = "http://activitystrea.ms/schema/1.0/game"
    LEVEL = "http://adlnet.gov/expapi/activities/simulation"
    PASSAGE = "http://id.tincanapi.com/activitytype/step"
    CHECK = "http://adlnet.gov/expapi/activities/assessment"
    MESSAGE = "http://activitystrea.ms/schema/1.0/note"
    QUESTION = "http://adlnet.gov/expapi/activities/cmi.interaction"


class Extension(Enum):
    """What is said beyond the standard."""

    MODE = f"{_BASE}/extensions/mode"
    """home or class."""
    PACE = f"{_BASE}/extensions/pace"
    """Of a class: together or own."""
    MOVES = f"{_BASE}/extensions/moves"
    """How many actions have moved the story by then."""
    OPEN = f"{_BASE}/extensions/open"
    """The choices that were open."""
    ROUND = f"{_BASE}/extensions/round"
    """The round of a vote, counted from 1."""
    CONFIDENCE = f"{_BASE}/extensions/confidence"
    """How sure the answer was: guess, think_so, sure."""
    ENDING = f"{_BASE}/extensions/ending"
    OUTCOME = f"{_BASE}/extensions/outcome"
    """How the story went: safe, other-plan, help, help-on-the-way."""
    WHY = f"{_BASE}/extensions/why"
    """Why it stopped: finished, left, closed."""
    LEARNED_FROM = f"{_BASE}/extensions/learned-from"
    """The person or place of the story a message is learned from."""


def iri(*parts: str) -> str:
    """Return the identifier of something of the game: kinds and ids in turn, from the whole to the part."""
    return "/".join((_BASE, *(quote(part, safe="-._~") for part in parts)))
