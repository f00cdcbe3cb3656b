"""The brick sets of the stories as pictures for pages. The name of a picture says all that is on it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from game.art.diorama import Diorama
from game.art.staging import Actor, Staging
from game.canvas.geometry import Rect, Size
from game.classroom.pages.svg_canvas import SvgCanvas
from game.content.asset_library import AssetLibrary
from game.content.assets import MOODS, TIMES
from game.paths import assets_dir
from game.story.level import CastId, Character, Level, Stage

_SIZE = Size(960, 540)
_MOST_ACTORS = 4
_KEPT = 48
"""About 140 KB each, and 40 ms to paint."""
_OF_PAGES = frozenset({"scene.title.day.svg", "scene.classroom.day.svg"})
"""The pictures of the pages themselves."""


def scene_names(levels: Iterable[Level]) -> frozenset[str]:
    """Return the names of all pictures that pages show: as many as there are moments in these levels, and no more."""
    return _OF_PAGES | {scene_name(stage, level.cast) for level in levels for stage in _stages(level)}


def _stages(level: Level) -> Iterator[Stage]:
    yield from (passage.stage for passage in level.passages.values())
    yield from (ending.stage for ending in level.endings.values())


def scene_name(stage: Stage, cast: Mapping[CastId, Character]) -> str:
    """Return the name of the picture of a moment: `scene.SET.TIME.FIGURE.MOOD….svg`."""
    figures = [(cast[who].figure, mood) for who, mood in stage.figures.items()][:_MOST_ACTORS]
    return ".".join(("scene", stage.set, stage.time, *(part for each in figures for part in each), "svg"))


def scene(name: str) -> bytes | None:
    """Return the picture with a name, which may be anything; None where there is no such set, time, figure or mood."""
    staging = _staging(name)
    return _painted(staging) if staging else None


@lru_cache(_KEPT)
def _painted(staging: Staging) -> bytes:
    canvas, area = SvgCanvas(_SIZE), Rect(0, 0, *_SIZE)
    _painter().paint(canvas, area, staging, motion=False)
    return canvas.document().encode()


def _staging(name: str) -> Staging | None:
    kind, *parts, ending = name.split(".")
    if kind != "scene" or ending != "svg" or len(parts) < 2:
        return None
    set_id, wanted, *figures = parts
    time = next((each for each in TIMES if each == wanted), None)
    actors = tuple(_actors(figures))
    if (
        time is None
        or set_id not in _library().set_ids
        or len(figures) > 2 * _MOST_ACTORS
        or 2 * len(actors) != len(figures)
    ):
        return None
    return Staging(set_id, time, actors)


def _actors(parts: list[str]) -> Iterator[Actor]:
    for place, (figure, mood) in enumerate(zip(parts[::2], parts[1::2], strict=False)):
        known = next((each for each in MOODS if each == mood), None)
        if known and figure in _library().figure_ids:
            yield Actor(str(place), figure, known)


@cache
def _library() -> AssetLibrary:
    return AssetLibrary(assets_dir())


@cache
def _painter() -> Diorama:
    return Diorama(_library())
