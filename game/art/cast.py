"""The figures on a stage: where each stands, where it looks, and how it comes in."""

from collections.abc import Iterator
from itertools import product
from math import inf
from typing import NamedTuple

from game.art import life
from game.art.arms import Gesture
from game.art.figures import Facing, FigurePainter, Pose
from game.art.light import Light
from game.art.piece import Piece
from game.art.stage import Stage
from game.art.staging import Actor, Staging
from game.canvas.canvas import Canvas
from game.canvas.geometry import Point, Rect
from game.content.asset_library import AssetLibrary
from game.content.assets import Spot

HOP_WAY, HOP_HIGH = 5.0, 2.2
"""How far and how high a figure hops in, in half studs."""

MOST_ACTORS = 4
FACINGS: tuple[Facing, ...] = ("left", "right")
FREQUENT_POSES: tuple[tuple[Gesture, bool, bool], ...] = (
    ("rest", False, False),
    ("raised", False, True),
    ("raised", False, False),
    ("wide", False, True),
    ("wide", False, False),
    ("rest", True, False),
)
"""Gesture, blink, and talking mouth; the others are seen for a moment now and then."""
SHADOW_DISCS = ((1.0, 0.45), (0.8, 0.5), (0.58, 0.6))
"""Size and strength of the discs that make a soft shadow."""


class Company(NamedTuple):
    """The actors of a staging on their spots."""

    library: AssetLibrary
    stage: Stage
    staging: Staging

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Those who are shown."""
        return self.staging.actors[:MOST_ACTORS]

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where they stand, in their order."""
        return self.stage.scenery.spots(len(self.actors))

    def areas(self) -> tuple[Rect, ...]:
        """The pixels each may cover while standing, with a little room; an unknown figure has none."""
        areas = []
        for actor, spot in zip(self.actors, self.spots, strict=False):
            painter = self._painter(actor)
            if painter is not None:
                size = painter.size(self.stage.camera.view.u)
                foot = self.stage.foot(spot)
                areas.append(Rect(foot.x - size.w / 2, foot.y - size.h, size.w, size.h * 1.08).grown(3))
        return tuple(areas)

    def paint(self, canvas: Canvas, place: int, now_s: float, only: Rect) -> None:
        """Paint one of them. `now_s` is infinite when nothing moves."""
        actor, spot = self.actors[place], self.spots[place]
        painter = self._painter(actor)
        way = life.hop(now_s - life.hop_start_s(self.staging, actor))
        if painter is None or way is None:
            return
        unit = self.stage.camera.view.u
        aside = way[0] * HOP_WAY * unit * (-1 if spot.faces == "right" else 1)
        foot = self.stage.foot(spot).shifted(aside, 0)
        size = painter.size(unit)
        if not Rect(foot.x - size.w, foot.y - size.h * 1.5, size.w * 2, size.h * 2).meets(only):
            return
        _shadow(foot, size.w, self.stage.light).show(canvas, only)
        pose = self._pose(actor, spot, now_s)
        painter.paint(canvas, foot.shifted(0, -round(way[1] * HOP_HIGH * unit)), unit, pose)

    def prepare(self, canvas: Canvas) -> bool:
        """Make one picture ready in which somebody breathes, blinks or speaks; False when all are."""
        return any(piece.prepare(canvas) for piece in self._pieces())

    def _pieces(self) -> Iterator[Piece]:
        unit = self.stage.camera.view.u
        for actor, spot in zip(self.actors, self.spots, strict=False):
            painter = self._painter(actor)
            if painter is not None:
                for faces, (gesture, blink, talks) in product(FACINGS, FREQUENT_POSES):
                    pose = Pose(actor.mood, faces, gesture, 0, blink, talks)
                    yield from painter.pieces(self.stage.foot(spot), unit, pose)

    def _painter(self, actor: Actor) -> FigurePainter | None:
        look = self.library.figure(actor.figure)
        return FigurePainter(look, self.library.palette, self.stage.people) if look else None

    def _pose(self, actor: Actor, spot: Spot, now_s: float) -> Pose:
        moves = now_s < inf
        breath, blink, gesture, talks = life.life(self.staging, actor, now_s if moves else 0.0, motion=moves)
        return Pose(actor.mood, self._facing(actor, spot), gesture, breath, blink, talks)

    def _facing(self, actor: Actor, spot: Spot) -> Facing:
        """Listeners turn to the speaker; otherwise everybody looks where the spot says."""
        for other, place in zip(self.actors, self.spots, strict=False):
            if other.name == self.staging.speaker and other.name != actor.name:
                return "right" if place.at[0] - place.at[1] > spot.at[0] - spot.at[1] else "left"
        return spot.faces


def _shadow(foot: Point, wide: float, light: Light) -> Piece:
    w, h = round(wide * 0.86), round(wide * 0.34)
    r, g, b, alpha = light.shadow

    def paint(canvas: Canvas) -> None:
        for share, part in SHADOW_DISCS:
            area = Rect(w * (1 - share) * 0.3, h * (1 - share) / 2, w * share, h * share)
            canvas.ellipse(area, (r, g, b, round(alpha * part)))

    rect = Rect(round(foot.x - w * 0.42), round(foot.y - h * 0.62), w, h)
    return Piece(("figure shadow", light.time), rect, paint)
