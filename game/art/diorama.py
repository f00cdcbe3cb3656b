"""Paints a set with its figures into a rectangle, and tells when and where the picture will change next."""

from math import inf

from game.art import life
from game.art.backdrop import Backdrop
from game.art.camera import Camera
from game.art.figures import Facing, FigurePainter, Pose
from game.art.glow import paint_glow
from game.art.ground import Ground
from game.art.light import LIGHTS, ROOM_TINTS, Light
from game.art.scenery import Item, Scenery
from game.art.shadows import shadow_painter, shadow_rect
from game.art.staging import Actor, Staging
from game.art.view import Box
from game.canvas.canvas import Canvas
from game.canvas.geometry import Point, Rect
from game.content.asset_library import AssetLibrary
from game.content.assets import Spot

FALL_UNITS = 9.0
"""How far props fall when a set appears, in half studs."""

HOP_WAY, HOP_HIGH = 5.0, 2.2
"""How far and how high a figure hops in, in half studs."""

SHOW_SHADOW_BELOW = 0.4
LAMP: tuple[int, int, int] = (255, 208, 120)


class Diorama:
    """Painter of all sets. It keeps what it made ready; the pictures themselves are kept by the canvas."""

    def __init__(self, library: AssetLibrary) -> None:
        self._library = library
        self._sceneries: dict[str, Scenery | None] = {}

    def paint(
        self,
        canvas: Canvas,
        rect: Rect,
        staging: Staging,
        now_s: float = inf,
        *,
        motion: bool = True,
        safe: Rect | None = None,
    ) -> None:
        """Fill `rect`. The figures stand inside `safe` (default: all of it), which panels should not cover.

        Without motion nothing falls, hops, breathes or blinks. An unknown set gives an empty sky.
        """
        scenery = self._scenery(staging.set)
        light = LIGHTS[staging.time]
        with canvas.clip(rect):
            if scenery is None:
                Backdrop(light, "clouds", 12).paint(canvas, rect, rect.y + rect.h * 0.7)
                return
            camera = scenery.camera(safe or rect)
            _Picture(
                self._library, scenery, light, camera, canvas, staging, now_s if motion else inf, motion=motion
            ).paint(rect)

    def next_change_s(self, staging: Staging, now_s: float, *, motion: bool = True) -> float | None:
        """Seconds until the picture changes by itself; None when it never does."""
        return life.next_change_s(staging, now_s, motion=motion)

    def changing(self, rect: Rect, staging: Staging, now_s: float, *, safe: Rect | None = None) -> tuple[Rect, ...]:
        """Where it will change next: the whole rectangle while things drop in, afterwards the figures only."""
        scenery = self._scenery(staging.set)
        if scenery is None:
            return ()
        if life.entering(staging, now_s - 2 * life.FRAME_S):
            return (rect,)
        return tuple(area.common(rect) for area in self.figure_areas(rect, staging, safe=safe))

    def figure_areas(self, rect: Rect, staging: Staging, *, safe: Rect | None = None) -> tuple[Rect, ...]:
        """The rectangles of the actors, in their order, with a little room around them."""
        scenery = self._scenery(staging.set)
        if scenery is None:
            return ()
        camera = scenery.camera(safe or rect)
        areas = []
        for actor, spot in zip(staging.actors, scenery.spots(len(staging.actors)), strict=False):
            look = self._library.figure(actor.figure)
            if look is not None:
                size = FigurePainter(look, self._library.palette, (1.0, 1.0, 1.0)).size(camera.view.u)
                foot = _on_screen(camera, spot)
                areas.append(Rect(foot.x - size.w / 2, foot.y - size.h, size.w, size.h * 1.08).grown(3))
        return tuple(areas)

    def _scenery(self, set_id: str) -> Scenery | None:
        if set_id not in self._sceneries:
            plan = self._library.set_plan(set_id)
            self._sceneries[set_id] = Scenery.of(plan, self._library) if plan else None
        return self._sceneries[set_id]


def _on_screen(camera: Camera, spot: Spot) -> Point:
    at = camera.view.at(*spot.at)
    return Point(camera.origin.x + at.x, camera.origin.y + at.y)


class _Picture:
    """One painting of one staging."""

    def __init__(
        self,
        library: AssetLibrary,
        scenery: Scenery,
        light: Light,
        camera: Camera,
        canvas: Canvas,
        staging: Staging,
        now_s: float,
        *,
        motion: bool,
    ) -> None:
        self._library = library
        self._scenery = scenery
        self._light = light
        self._camera = camera
        self._canvas = canvas
        self._staging = staging
        self._now_s = now_s
        self._motion = motion
        self._tint = ROOM_TINTS[light.time] if scenery.plan.walls else light.tint
        w, d = scenery.plan.base
        self._base = Box(0, 0, 0, w, d, 0)

    def paint(self, rect: Rect) -> None:
        camera, plan = self._camera, self._scenery.plan
        horizon = camera.origin.y + (plan.base[0] + plan.base[1]) * camera.view.v * 0.32
        horizon = min(max(horizon, rect.y + rect.h * 0.3), rect.y + rect.h * 0.72)
        Backdrop(self._light, plan.backdrop, camera.view.u).paint(self._canvas, rect, round(horizon))
        ground = Ground(camera.view, self._light, self._tint, self._library.palette, plan.edge)
        ground.paint(self._canvas, camera.origin, self._scenery.grid)
        self._shadows()
        self._things()

    def _shadows(self) -> None:
        for item in self._scenery.items:
            up = self._fall(item)
            if item.shadow == "none" or up is None or up > SHOW_SHADOW_BELOW:
                continue
            box, view = item.build.box, self._camera.view
            limit = self._base.shifted(-item.at[0], -item.at[1], 0)
            key = ("shadow", view.u, self._light.time, item.build.key, item.shadow, _near_edge(box, limit))
            rect = shadow_rect(view, box)
            self._canvas.picture(
                key, self._placed(rect, item.at), shadow_painter(view, self._light, box, item.shadow, limit)
            )

    def _things(self) -> None:
        actors = self._staging.actors
        spots = self._scenery.spots(len(actors))
        items = self._scenery.items
        for place in self._scenery.order(spots):
            if place < len(items):
                self._item(items[place])
            else:
                self._actor(actors[place - len(items)], spots[place - len(items)], spots)

    def _item(self, item: Item) -> None:
        up = self._fall(item)
        if up is None:
            return
        view, build = self._camera.view, item.build
        local = build.rect(view)
        rect = self._placed(local, item.at).shifted(0, -round(up * FALL_UNITS * view.u))
        key = ("prop", view.u, self._light.time, self._tint, build.key)
        self._canvas.picture(key, rect, build.painter(view, self._light, self._tint, self._library.palette))
        if build.glow and self._light.lamps and up == 0:
            x, y, z = build.glow
            at = view.at(item.at[0] + x, item.at[1] + y, item.at[2] + z)
            paint_glow(self._canvas, at.shifted(*self._camera.origin), view.u * 5.0, LAMP)

    def _actor(self, actor: Actor, spot: Spot, spots: tuple[Spot, ...]) -> None:
        look = self._library.figure(actor.figure)
        way = life.hop(self._now_s - life.hop_start_s(self._staging, actor))
        if look is None or way is None:
            return
        unit = self._camera.view.u
        side = -1 if spot.faces == "right" else 1
        foot = _on_screen(self._camera, spot).shifted(way[0] * HOP_WAY * unit * side, 0)
        painter = FigurePainter(look, self._library.palette, self._tint)
        size = painter.size(unit)
        self._figure_shadow(foot, size.w)
        breath, blink, gesture, talks = (
            life.life(self._staging, actor, self._now_s, motion=True)
            if self._motion and self._now_s < inf
            else life.life(self._staging, actor, 0.0, motion=False)
        )
        pose = Pose(actor.mood, self._facing(actor, spot, spots), gesture, breath, blink, talks)
        painter.paint(self._canvas, foot.shifted(0, -round(way[1] * HOP_HIGH * unit)), unit, pose)

    def _facing(self, actor: Actor, spot: Spot, spots: tuple[Spot, ...]) -> Facing:
        """Listeners turn to the speaker; otherwise everybody looks where the spot says."""
        for other, place in zip(self._staging.actors, spots, strict=False):
            if other.name == self._staging.speaker and other.name != actor.name:
                return "right" if place.at[0] - place.at[1] > spot.at[0] - spot.at[1] else "left"
        return spot.faces

    def _figure_shadow(self, foot: Point, wide: float) -> None:
        w, h = round(wide * 0.86), round(wide * 0.34)
        rect = Rect(round(foot.x - w * 0.42), round(foot.y - h * 0.62), w, h)
        r, g, b, alpha = self._light.shadow

        def paint(canvas: Canvas) -> None:
            for share, part in ((1.0, 0.45), (0.8, 0.5), (0.58, 0.6)):
                area = Rect(w * (1 - share) * 0.3, h * (1 - share) / 2, w * share, h * share)
                canvas.ellipse(area, (r, g, b, round(alpha * part)))

        self._canvas.picture(("figure shadow", self._light.time), rect, paint)

    def _fall(self, item: Item) -> float | None:
        return life.drop(self._now_s - self._staging.set_at_s, item.turn_to_fall)

    def _placed(self, local: Rect, at: tuple[float, float, float]) -> Rect:
        place = self._camera.view.at(*at)
        return local.shifted(round(self._camera.origin.x + place.x), round(self._camera.origin.y + place.y))


def _near_edge(box: Box, limit: Box) -> tuple[float, ...]:
    """What of the limit cuts the shadow; nothing for most props, so that equal ones share a picture."""
    reach = 4.0
    edges = (box.x0 - limit.x0, box.y0 - limit.y0, limit.x1 - box.x1, limit.y1 - box.y1)
    return tuple(min(edge, reach) for edge in edges)
