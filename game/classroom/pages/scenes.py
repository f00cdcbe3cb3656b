"""The brick sets of the stories as pictures for pages. A picture's name says all that is on it, so none has to be kept."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from game.art.diorama import Diorama
from game.art.staging import Actor, Staging
from game.canvas.geometry import Rect, Size
from game.classroom.pages.svg_canvas import SvgCanvas
from game.content.asset_library import AssetLibrary
from game.content.assets import MOODS, TIMES
from game.paths import assets_dir
from game.story.level import CastId, Character, Stage

_SIZE = Size(960, 540)
_MOST_ACTORS = 4
_KEPT = 48
"""About 140 KB each, and 40 ms to paint."""


def scene_name(stage: Stage, cast: Mapping[CastId, Character]) -> str:
    """Return the name of the picture of a moment: `scene.SET.TIME.FIGURE.MOOD….svg`."""
    figures = [(cast[who].figure, mood) for who, mood in stage.figures.items()][:_MOST_ACTORS]
    return ".".join(("scene", stage.set, stage.time, *(part for each in figures for part in each), "svg"))


@lru_cache(_KEPT)
def scene(name: str) -> bytes | None:
    """Return the picture with a name, which may be anything; None where there is no such set, time, figure or mood."""
    staging = _staging(name)
    if staging is None:
        return None
    canvas, area = SvgCanvas(_SIZE), Rect(0, 0, *_SIZE)
    _painter().paint(canvas, area, staging, motion=False)
    return canvas.document().encode()


def _staging(name: str) -> Staging | None:
    parts = name.split(".")
    if len(parts) < 4 or len(parts) % 2 or parts[0] != "scene" or parts[-1] != "svg":
        return None
    set_id, time, figures = parts[1], next((each for each in TIMES if each == parts[2]), None), parts[3:-1]
    actors = tuple(_actors(figures))
    if time is None or set_id not in _library().set_ids or len(actors) != len(figures) // 2 or len(actors) > _MOST_ACTORS:
        return None
    return Staging(set_id, time, actors)


def _actors(parts: list[str]) -> Iterator[Actor]:
    for place, (figure, mood) in enumerate(zip(parts[::2], parts[1::2], strict=True)):
        known = next((each for each in MOODS if each == mood), None)
        if known and figure in _library().figure_ids:
            yield Actor(str(place), figure, known)


@cache
def _library() -> AssetLibrary:
    return AssetLibrary(assets_dir())


@cache
def _painter() -> Diorama:
    return Diorama(_library())
