"""A set made ready for painting: its props turned, ordered by depth, with places for the figures between them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from game.art.build import Build, built
from game.art.camera import Camera, camera, company, whole
from game.art.ground import Grid, cells
from game.art.order import painting_order
from game.art.view import Box
from game.canvas.geometry import Rect
from game.content.asset_library import AssetLibrary
from game.content.assets import Brick, Prop, SetPlan, ShadowKind, Spot, Walls

FIGURE_PLATES = 16.0
SOLE_PLATES = 0.6
"""Flatter things lie under the feet, and under all that stands on them: rugs, mats, papers."""

FIGURE_HALF = 0.9
WALL_STUDS = 4
NO_PLACE = (0.0, 0.0, 0.0)


class Item(NamedTuple):
    """A prop at its place."""

    build: Build
    at: tuple[float, float, float]
    shadow: ShadowKind
    turn_to_fall: float
    """0..1: the order in which things drop in."""

    @property
    def box(self) -> Box:
        """The space it fills on the set."""
        return self.build.box.shifted(*self.at)

    @property
    def space(self) -> Box:
        """The same, but for a flat thing on the ground: it lies below all that stands on it."""
        box = self.box
        return box._replace(z0=-SOLE_PLATES, z1=0) if self.at[2] <= 0 and box.z1 <= SOLE_PLATES else box


@dataclass(frozen=True, slots=True)
class Scenery:
    """A set, independent of size, light and people."""

    plan: SetPlan
    items: tuple[Item, ...]
    grid: Grid
    _orders: dict[tuple[Spot, ...], tuple[int, ...]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, plan: SetPlan, library: AssetLibrary) -> "Scenery":
        """Put the props of a plan in place. Props that cannot be read are left out."""
        items = [Item(build, at, "none", 0.0) for build, at in _wall_builds(plan)]
        standing = sorted(plan.props, key=lambda place: (place.at[2], place.at[0] + place.at[1]))
        for place, placement in enumerate(standing):
            prop = library.prop(placement.prop)
            if prop is not None:
                build = built(prop, placement.turn, dict(placement.recolour))
                shadow = prop.shadow if placement.at[2] == 0 else "none"
                items.append(Item(build, placement.at, shadow, place / max(1, len(standing))))
        return cls(plan, tuple(items), cells(plan))

    def spots(self, count: int) -> tuple[Spot, ...]:
        """Where so many figures stand."""
        return self.plan.spots[:count]

    def order(self, spots: tuple[Spot, ...]) -> tuple[int, ...]:
        """Numbers of what to paint, back to front: items first, then from len(items) on the figures."""
        known = self._orders.get(spots)
        if known is None:
            boxes = [item.space for item in self.items] + [figure_box(spot) for spot in spots]
            known = self._orders[spots] = tuple(painting_order(boxes))
        return known

    def camera(self, rect: Rect) -> Camera:
        """The camera for a rectangle. It does not depend on who is there, so it stands still."""
        return camera(rect, whole(self.plan.base, (item.box for item in self.items)), company(self.plan.spots[:4]))


def figure_box(spot: Spot) -> Box:
    """The space of somebody who stands on a spot."""
    x, y = spot.at
    return Box(x - FIGURE_HALF, y - FIGURE_HALF, SOLE_PLATES, x + FIGURE_HALF, y + FIGURE_HALF, FIGURE_PLATES)


def _wall_builds(plan: SetPlan) -> Iterable[tuple[Build, tuple[float, float, float]]]:
    if plan.walls is None:
        return
    w, d = plan.base
    along_x = built(_wall(plan.walls, (WALL_STUDS, 1), "wall-right"), 0, {})
    along_y = built(_wall(plan.walls, (1, WALL_STUDS), "wall-left"), 0, {})
    for y in range(0, d, WALL_STUDS):
        yield along_y, (0, y, 0)
    for x in range(1, w - WALL_STUDS + 1, WALL_STUDS):
        yield along_x, (x, 0, 0)
    rest = (w - 1) % WALL_STUDS
    if rest:
        yield built(_wall(plan.walls, (rest, 1), "wall-rest"), 0, {}), (w - rest, 0, 0)


def _wall(walls: Walls, size: tuple[int, int], name: str) -> Prop:
    w, d = size
    foot = Brick("tile", walls.foot, walls.foot, (0, 0, 0), (w, d, 3), "left")
    rest = Brick("box", walls.colour, walls.colour, (0, 0, 3), (w, d, walls.plates - 3), "left")
    return Prop(f"{name} {walls.colour} {walls.foot} {walls.plates} {w}", "none", None, (foot, rest))
