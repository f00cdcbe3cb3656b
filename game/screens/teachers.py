"""From whom, and where, the messages of a level can be learned."""

from dataclasses import dataclass

from game.art.staging import Actor, Staging
from game.screens.staged import stage_at, staging_at
from game.story.level import CastId, Level, MessageId, PassageId, Stage


@dataclass(frozen=True, slots=True)
class Teacher:
    """A place where a message is learned."""

    place: PassageId
    whom: str
    """The person or the place, in the level's words."""
    cast: CastId | None
    """The person, if it is one who is to be seen there."""


def teacher(level: Level, message: MessageId, visited: frozenset[PassageId] = frozenset()) -> Teacher | None:
    """Return where a message is learned, a place already visited before any other; None if nobody teaches it here."""
    places = [place for place, passage in level.passages.items() if message in passage.teaches]
    place = next((each for each in places if each in visited), places[0] if places else None)
    if place is None:
        return None
    whom = level.passages[place].teaches[message]
    return Teacher(place, whom, _cast(level, stage_at(level, place), whom))


def lesson(level: Level, message: MessageId, visited: frozenset[PassageId] = frozenset()) -> Staging:
    """Return the picture of the place where a message is learned, with the one who teaches it alone in it."""
    found = teacher(level, message, visited)
    if found is None:
        return staging_at(level, level.start)
    staging = staging_at(level, found.place)
    if found.cast is None:
        return staging
    actor = Actor(found.cast, level.cast[found.cast].figure, "calm")
    return Staging(staging.set, staging.time, (actor,))


def _cast(level: Level, stage: Stage, whom: str) -> CastId | None:
    """Return the first on the stage whose name is in the words."""
    words = whom.casefold()
    return next((each for each in stage.figures if level.cast[each].name.casefold() in words), None)
