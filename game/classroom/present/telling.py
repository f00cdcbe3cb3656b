"""Texts of a story as parts of a view."""

from collections.abc import Iterable

from game.classroom.pages.scenes import scene_name
from game.classroom.session.session import Script
from game.classroom.session.walk import Walk
from game.classroom.views.parts import Card, Learned, Meter, Speech
from game.classroom.views.pupil import Told
from game.story.event import ChoiceTaken, MessageLearned, MessageUsed, Noted
from game.story.level import Better, Level, Line, MessageId, PassageId
from game.story.playthrough import Replay

_FIRST_WORDS = 60


def speeches(level: Level, lines: Iterable[Line]) -> tuple[Speech, ...]:
    """Return lines of a screenplay."""
    return tuple(Speech(level.cast[line.speaker].name if line.speaker else "", line.text) for line in lines)


def lines_at(walk: Walk) -> tuple[Speech, ...]:
    """Return what is read where a story is."""
    place = walk.ending or walk.level.passages[walk.place]
    return speeches(walk.level, place.text)


def scene_at(walk: Walk) -> str:
    """Return the name of the picture of where a story is."""
    return scene_name((walk.ending or walk.level.passages[walk.place]).stage, walk.level.cast)


def first_words(level: Level, place: PassageId) -> str:
    """Return how a passage or an ending begins, for lists: an ending by its title."""
    if place in level.endings:
        return level.endings[place].title
    text = next((line.text for line in level.passages[place].text), "")
    return text if len(text) <= _FIRST_WORDS else text[:_FIRST_WORDS].rsplit(" ", 1)[0] + " …"


def meters(walk: Walk) -> tuple[Meter, ...]:
    """Return the numbers at stake."""
    return tuple(
        Meter(meter.label, value, meter.max, meter.better is Better.LOW)
        for meter, value in zip(walk.level.meters, walk.state.meters, strict=True)
    )


def cards(walk: Walk, script: Script) -> tuple[Card, ...]:
    """Return the notebook."""
    new = {event.message for event in _last_learned(walk)}
    return tuple(_card(message, script, is_new=message in new) for message in walk.cards)


def cards_of(messages: Iterable[MessageId], script: Script) -> tuple[Card, ...]:
    """Return some cards."""
    return tuple(_card(message, script, is_new=False) for message in messages)


def learned(walk: Walk, script: Script) -> tuple[Learned, ...]:
    """Return the cards that came into the notebook with the last step, or on the first passage."""
    return tuple(Learned(script.messages[each.message].title, each.learned_from) for each in _last_learned(walk))


def told(walk: Walk, script: Script) -> Told | None:
    """Return what the last step led to; None at the start, and once something was noted since."""
    if not walk.replayed.steps or isinstance(walk.replayed.steps[-1].events[0], Noted):
        return None
    taken = next((each for each in walk.replayed.steps[-1].events if isinstance(each, ChoiceTaken)), None)
    used = next((each for each in walk.replayed.steps[-1].events if isinstance(each, MessageUsed)), None)
    if taken is None:
        return None
    choice = walk.level.passages[taken.passage].choices[taken.choice]
    card = script.messages[used.message].title if used else ""
    return Told(choice.text, card, speeches(walk.level, choice.reply), choice.because)


def title_of(message: MessageId | None, script: Script) -> str:
    """Return the title of a card; empty for none."""
    return script.messages[message].title if message else ""


def _last_learned(walk: Walk) -> tuple[MessageLearned, ...]:
    replayed: Replay = walk.replayed
    moved = [step for step in replayed.steps if not isinstance(step.events[0], Noted)]
    if moved:
        return tuple(event for event in moved[-1].events if isinstance(event, MessageLearned))
    taught = walk.level.passages[walk.level.start].teaches
    return tuple(MessageLearned(message, whom) for message, whom in taught.items())


def _card(message: MessageId, script: Script, *, is_new: bool) -> Card:
    found = script.messages[message]
    source = ", ".join(
        dict.fromkeys(
            part for part in (found.source.title, found.source.organisation, str(found.source.year or "")) if part
        )
    )
    return Card(message, found.title, found.text, found.more, source, found.as_of, is_new=is_new)
