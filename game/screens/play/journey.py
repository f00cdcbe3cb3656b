"""The way somebody took through a level: what was decided where, and what was learned and used on the way."""

from dataclasses import dataclass, replace

from game.story.event import Arrived, ChanceDecided, ChoiceTaken, Ended, Event, MessageLearned, MessageUsed
from game.story.level import Level, MessageId, PassageId
from game.story.playthrough import Replay


@dataclass(frozen=True, slots=True)
class Stop:
    """One place of the way."""

    place: PassageId
    said: str = ""
    """What was chosen here; empty where there was nothing to choose."""
    forks: int = 0
    """How many other ways led on from here, open or closed."""
    by_chance: bool = False
    """Chance decided how it went on."""
    learned: tuple[MessageId, ...] = ()
    used: MessageId | None = None
    is_ending: bool = False


def journey(level: Level, replay: Replay) -> tuple[Stop, ...]:
    """Return the places of a way in order, the last of them where it stands now."""
    taught = (message for message in level.passages[level.start].teaches if message not in level.carries)
    stops = [Stop(level.start, learned=tuple(taught))]
    for event in (event for step in replay.steps for event in step.events):
        _told(level, stops, event)
    return tuple(stops)


def _told(level: Level, stops: list[Stop], event: Event) -> None:
    """Carry one event into the stops."""
    here = stops[-1]
    match event:
        case ChoiceTaken(passage=place, choice=choice):
            choices = level.passages[place].choices
            stops[-1] = replace(here, said=choices[choice].text, forks=len(choices) - 1)
        case MessageUsed(message=message):
            stops[-1] = replace(here, used=message)
        case ChanceDecided(passage=place):
            drawn = [branch for branch in level.passages[place].branches if branch.chance is not None]
            stops[-1] = replace(here, by_chance=True, forks=len(drawn) - 1)
        case MessageLearned(message=message):
            stops[-1] = replace(here, learned=(*here.learned, message))
        case Arrived(passage=place):
            stops.append(Stop(place))
        case Ended(ending=place):
            stops.append(Stop(place, is_ending=True))
        case _:
            pass
