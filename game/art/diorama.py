"""Paints a set with its figures into a rectangle, and tells when and where the picture will change next."""

from collections import OrderedDict
from collections.abc import Hashable
from functools import partial
from itertools import takewhile
from math import inf
from typing import NamedTuple

from game.art import life
from game.art.backdrop import backdrop
from game.art.cast import Company
from game.art.light import LIGHTS
from game.art.scenery import Scenery
from game.art.stage import Stage, stage
from game.art.staging import Staging
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.content.asset_library import AssetLibrary

FALL_UNITS = 9.0
"""How far props fall when a set appears, in half studs."""

SHADOW_BELOW = 0.4
"""The shadow of a falling prop is seen from this share of the fall on."""

MOST_STAGES = 4
"""A set in one size and light holds no pixels, but some hundred rectangles."""


class Diorama:
    """Painter of all sets. It keeps what it made ready; the pictures themselves are kept by the canvas."""

    def __init__(self, library: AssetLibrary) -> None:
        self._library = library
        self._sceneries: dict[str, Scenery | None] = {}
        self._stages: OrderedDict[tuple[object, ...], Stage] = OrderedDict()

    def paint(
        self,
        canvas: Canvas,
        rect: Rect,
        staging: Staging,
        now_s: float = inf,
        *,
        motion: bool = True,
        safe: Rect | None = None,
        only: Rect | None = None,
    ) -> None:
        """Fill `rect`, or the part of it that lies in `only`.

        The figures stand inside `safe` (default: all of it), which panels should not cover. Without motion nothing
        falls, hops, breathes or blinks. An unknown set gives an empty sky.
        """
        area = (rect if only is None else rect.common(only)).common(canvas.visible)
        current = self._stage(staging, rect, safe or rect)
        with canvas.clip(area):
            if current is None:
                backdrop(rect, LIGHTS[staging.time], "clouds", 12, rect.y + rect.h * 0.7).paint(canvas, area)
                return
            key = (staging.set, staging.time, safe or rect)
            _Showing(canvas, current, staging, now_s if motion else inf, rect, area, key).paint(self._library)

    def prepare(self, canvas: Canvas, rect: Rect, staging: Staging, *, safe: Rect | None = None) -> bool:
        """Make one thing ready that `paint` will need for this staging; False when there is nothing left to do.

        Called between frames, it spreads the work of a new set over the time in which somebody reads.
        """
        is_known = (staging.set, staging.time, rect, safe or rect) in self._stages
        current = self._stage(staging, rect, safe or rect)
        if current is None or not is_known:
            return current is not None
        key = (staging.set, staging.time, safe or rect)
        return _Showing(canvas, current, staging, inf, rect, rect, key).prepare(self._library)

    def next_change_s(self, staging: Staging, now_s: float, *, motion: bool = True) -> float | None:
        """Seconds until the picture changes by itself; None when it never does."""
        return life.next_change_s(staging, now_s, motion=motion)

    def changing(self, rect: Rect, staging: Staging, now_s: float, *, safe: Rect | None = None) -> tuple[Rect, ...]:
        """Where it has changed lately or will next: all that drops in while it does, then the figures only."""
        if life.entering(staging, now_s - 2 * life.FRAME_S):
            current = self._stage(staging, rect, safe or rect)
            return (current.reach(FALL_UNITS).common(rect),) if current else (rect,)
        return tuple(area.common(rect) for area in self.figure_areas(rect, staging, safe=safe))

    def figure_areas(self, rect: Rect, staging: Staging, *, safe: Rect | None = None) -> tuple[Rect, ...]:
        """The rectangles of the actors, in their order, with a little room around them."""
        current = self._stage(staging, rect, safe or rect)
        return Company(self._library, current, staging).areas() if current else ()

    def _stage(self, staging: Staging, rect: Rect, safe: Rect) -> Stage | None:
        key = (staging.set, staging.time, rect, safe)
        known = self._stages.get(key)
        if known is not None:
            self._stages.move_to_end(key)
            return known
        scenery = self._scenery(staging.set)
        if scenery is None:
            return None
        made = self._stages[key] = stage(scenery, staging.time, rect, safe, self._library.palette)
        if len(self._stages) > MOST_STAGES:
            self._stages.popitem(last=False)
        return made

    def _scenery(self, set_id: str) -> Scenery | None:
        if set_id not in self._sceneries:
            plan = self._library.set_plan(set_id)
            self._sceneries[set_id] = Scenery.of(plan, self._library) if plan else None
        return self._sceneries[set_id]


class _Showing(NamedTuple):
    """One painting of one staging."""

    canvas: Canvas
    stage: Stage
    staging: Staging
    now_s: float
    """Infinite when nothing moves."""
    rect: Rect
    only: Rect
    key: Hashable
    """Names the stage."""

    def paint(self, library: AssetLibrary) -> None:
        company = Company(library, self.stage, self.staging)
        order = self.stage.scenery.order(company.spots)
        behind = self._behind(company)
        if self.now_s - self.staging.set_at_s >= life.SET_S:
            self._standing(behind)
        else:
            self._ground()
            self._things(behind)
        for place in order[len(behind) :]:
            if place < len(self.stage.things):
                self._thing(place)
            else:
                company.paint(self.canvas, place - len(self.stage.things), self.now_s, self.only)

    def prepare(self, library: AssetLibrary) -> bool:
        """Make one picture or layer ready; False when all are."""
        if self.canvas.prepare(("ground", self.key), self.rect, self._paint_ground, is_layer=True):
            return True
        if any(piece.prepare(self.canvas) for thing in self.stage.things for piece in thing.pieces):
            return True
        company = Company(library, self.stage, self.staging)
        if company.prepare(self.canvas):
            return True
        behind = self._behind(company)
        paint = partial(self._paint_standing, behind)
        return self.canvas.prepare(("standing", self.key, behind), self.rect, paint, is_layer=True)

    def _behind(self, company: Company) -> tuple[int, ...]:
        """The places of the things that stand behind the first figure."""
        order = self.stage.scenery.order(company.spots)
        return tuple(takewhile(lambda place: place < len(self.stage.things), order))

    def _standing(self, behind: tuple[int, ...]) -> None:
        """The set as it stands, up to the first figure: one layer, so that a breath costs little."""
        self.canvas.layer(("standing", self.key, behind), self.rect, partial(self._paint_standing, behind))

    def _paint_standing(self, behind: tuple[int, ...], canvas: Canvas) -> None:
        whole = self._replace(canvas=canvas, only=self.rect, now_s=inf)
        whole._ground()  # noqa: SLF001 (of the same kind)
        whole._things(behind)  # noqa: SLF001

    def _ground(self) -> None:
        """The distance and the base plate: another layer, on which things fall."""
        self.canvas.layer(("ground", self.key), self.rect, self._paint_ground)

    def _paint_ground(self, canvas: Canvas) -> None:
        self.stage.backdrop.paint(canvas, self.rect)
        for piece in self.stage.ground:
            piece.show(canvas, self.rect)

    def _things(self, behind: tuple[int, ...]) -> None:
        """Shadows, the things behind everybody, and the halos of all lamps, so that no face is washed over."""
        self._shadows()
        for place in behind:
            self._thing(place)
        for place, thing in enumerate(self.stage.things):
            if thing.glow and self._fall(place) == 0:
                thing.glow.show(self.canvas, self.only)

    def _shadows(self) -> None:
        for place, thing in enumerate(self.stage.things):
            if thing.pool and self._fall(place) == 0:
                thing.pool.show(self.canvas, self.only)
        for place, thing in enumerate(self.stage.things):
            up = self._fall(place)
            if thing.shadow and up is not None and up <= SHADOW_BELOW:
                thing.shadow.show(self.canvas, self.only)

    def _fall(self, place: int) -> float | None:
        return life.drop(self.now_s - self.staging.set_at_s, self.stage.things[place].turn_to_fall)

    def _thing(self, place: int) -> None:
        up, thing = self._fall(place), self.stage.things[place]
        if up is not None:
            thing.picture.show(self.canvas, self.only, round(up * FALL_UNITS * self.stage.camera.view.u))
