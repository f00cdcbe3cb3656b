"""A set in one size and one light: everything that stands still, as pictures at their places."""

from functools import reduce
from typing import NamedTuple

from game.art.backdrop import Backdrop, backdrop
from game.art.build import Look
from game.art.camera import Camera
from game.art.glow import halo, pool, sun_patches
from game.art.ground import Ground
from game.art.light import LIGHTS, ROOM_TINTS, Light
from game.art.piece import Piece
from game.art.scenery import Item, Scenery
from game.art.shadows import shadow_painter, shadow_rect
from game.art.strewn import strewn
from game.art.view import Box
from game.canvas.geometry import Point, Rect
from game.content.assets import Palette, Spot, Time

HORIZON_SHARE = 0.32
"""The horizon passes the base plate this far down from its back corner, as a share of its height."""


class Thing(NamedTuple):
    """A prop on the stage."""

    picture: Piece
    shadow: Piece | None
    glow: Piece | None
    pool: Piece | None
    """What its lamp lights of the ground."""
    turn_to_fall: float

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All its pictures."""
        return tuple(piece for piece in (self.picture, self.shadow, self.glow, self.pool) if piece)


class Stage(NamedTuple):
    """What is painted below and between the figures."""

    scenery: Scenery
    camera: Camera
    light: Light
    people: tuple[float, float, float]
    """The tint of the figures."""
    backdrop: Backdrop
    ground: tuple[Piece, ...]
    things: tuple[Thing, ...]
    """In the order of the items of the scenery."""

    def reach(self, fall: float) -> Rect:
        """Where things and figures may be seen while they come in; `fall` is how far things fall, in half studs."""
        pieces = [piece.rect for thing in self.things for piece in thing.pieces]
        whole = reduce(Rect.around, [piece.rect for piece in self.ground] + pieces)
        high = fall * self.camera.view.u
        # Figures hop in from the side by less than a fall is high, and are no wider than that.
        return Rect(whole.x - high, whole.y - high, whole.w + 2 * high, whole.h + high)

    def foot(self, spot: Spot) -> Point:
        """The pixel on which a figure stands."""
        at = self.camera.view.at(*spot.at)
        return at.shifted(*self.camera.origin)


def stage(scenery: Scenery, time: Time, rect: Rect, safe: Rect, palette: Palette) -> Stage:
    """Make a set ready to be painted into `rect`, with its people inside `safe`."""
    light, plan = LIGHTS[time], scenery.plan
    tint, people = (ROOM_TINTS[time], ROOM_TINTS[time]) if plan.walls else (light.tint, light.people)
    camera = scenery.camera(safe)
    horizon = camera.origin.y + sum(plan.base) * camera.view.v * HORIZON_SHARE
    horizon = round(min(max(horizon, rect.y + rect.h * 0.3), rect.y + rect.h * 0.72))
    ground = Ground(camera.view, light, tint, palette, plan.edge)
    look = Look(palette, light, tint, indoors=plan.walls is not None)
    far = backdrop(rect, light, plan.backdrop, camera.view.u, horizon)
    patches = sun_patches(scenery.items, plan.base, camera.view, camera.origin, light) if plan.walls else ()
    painter = _Things(camera, look, Box(0, 0, 0, *plan.base, 0))
    return Stage(
        scenery=scenery,
        camera=camera,
        light=light,
        people=people,
        backdrop=far.strewn_with(strewn(camera, plan.base, far.plain, light, plan.backdrop)),
        ground=(*ground.pieces(camera.origin, scenery.grid), *patches),
        things=tuple(painter.thing(item) for item in scenery.items),
    )


class _Things(NamedTuple):
    camera: Camera
    look: Look
    base: Box

    def thing(self, item: Item) -> Thing:
        view, build = self.camera.view, item.build
        key = ("prop", view.u, self.look.light.time, self.look.indoors, build.key)
        rect = self._placed(build.rect(view), item.at)
        picture = Piece(key, rect, build.painter(view, self.look))
        return Thing(picture, self._shadow(item), *self._lights(item), item.turn_to_fall)

    def _shadow(self, item: Item) -> Piece | None:
        if item.shadow == "none":
            return None
        view, box = self.camera.view, item.build.box
        limit = self.base.shifted(-item.at[0], -item.at[1], 0)
        key = ("shadow", view.u, self.look.light.time, item.build.key, item.shadow, _near_edge(box, limit))
        rect = self._placed(shadow_rect(view, box), item.at)
        return Piece(key, rect, shadow_painter(view, self.look.light, box, item.shadow, limit))

    def _lights(self, item: Item) -> tuple[Piece | None, Piece | None]:
        """The halo and the pool of its lamp, if it has one that is on."""
        if item.build.glow is None or not self.look.light.lamps:
            return None, None
        view, (x, y, z) = self.camera.view, item.build.glow
        place = Point(item.at[0] + x, item.at[1] + y)
        lamp, foot = (view.at(*place, high).shifted(*self.camera.origin) for high in (item.at[2] + z, 0))
        return halo(lamp, view.u), pool(foot, view)

    def _placed(self, local: Rect, at: tuple[float, float, float]) -> Rect:
        place = self.camera.view.at(*at)
        return local.shifted(round(self.camera.origin.x + place.x), round(self.camera.origin.y + place.y))


def _near_edge(box: Box, limit: Box) -> tuple[float, ...]:
    """What of the limit may cut the shadow; the same for most places, so that equal props share a picture."""
    reach = 4.0
    edges = (box.x0 - limit.x0, box.y0 - limit.y0, limit.x1 - box.x1, limit.y1 - box.y1)
    return tuple(min(edge, reach) for edge in edges)
