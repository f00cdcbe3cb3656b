"""A level's stage directions as a picture: which figures stand where, in which mood."""

from collections.abc import Iterator
from typing import cast

from game.art.staging import Actor, Staging
from game.content.assets import Mood, Time
from game.story.level import Level, PassageId, Stage


def stage_at(level: Level, place: PassageId) -> Stage:
    """Return the stage of a passage or an ending."""
    return level.passages[place].stage if place in level.passages else level.endings[place].stage


def staging_at(level: Level, place: PassageId) -> Staging:
    """Return the picture of a place with everybody standing in it already."""
    stage = stage_at(level, place)
    return Staging(stage.set, _time(stage), tuple(actors(level, stage)))


def next_staging(level: Level, place: PassageId, before: Staging | None, now_s: float) -> Staging:
    """Return the picture of a place one comes to: what stays keeps standing, what is new comes in now."""
    stage = stage_at(level, place)
    nothing = Staging("", _time(stage))
    return (before or nothing).followed_by(stage.set, _time(stage), actors(level, stage), now_s)


def actors(level: Level, stage: Stage) -> Iterator[Actor]:
    """Yield the figures on a stage."""
    for cast_id, mood in stage.figures.items():
        yield Actor(cast_id, level.cast[cast_id].figure, cast(Mood, mood))


def _time(stage: Stage) -> Time:
    # The reading of levels lets only known times and moods through; the story itself does not know art.
    return cast(Time, stage.time)
