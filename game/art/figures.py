"""Toy figures of our own make: soft square heads, round shoulders, mitten hands.

A figure is two small pictures, legs and body, so that breathing moves one of them without painting anything new.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from game.art import clothes, faces
from game.art.arms import RESTING, Gesture, paint_arm, paint_bent
from game.art.doll import TALL, WIDE, Doll
from game.art.hair import HEAD, ROUND, paint_hair_behind, paint_hair_over
from game.art.held import HOLDING, paint_held
from game.art.light import Tone, Tones, tones
from game.art.piece import Piece
from game.canvas.canvas import Canvas
from game.canvas.geometry import Point, Rect, Size
from game.content.assets import FigureLook, Height, Mood, Palette

Facing = Literal["left", "right"]
ADULT_STUDS = 8.7
"""Height of the picture of a grown-up, in half stud widths of the view."""

HIDDEN_HAIR: Tone = (92, 62, 48)
COVERS = ("cap", "hat", "scarf")
"""They have a colour of their own; what grows below them has not."""

SHARES: Mapping[Height, float] = MappingProxyType({"child": 0.76, "teen": 0.9, "adult": 1.0})
WAIST, HEM = 142.0, 172.0
"""Legs are painted from the waist down, the body down to the hem of the longest top, in units of the doll."""

BREATH = (0, 1, 2, 1)
"""How far each breathing pose lifts the body, in pixels of a figure 160 pixels high."""


class Pose(NamedTuple):
    """Everything that changes in a figure while it stands there."""

    mood: Mood
    faces: Facing
    gesture: Gesture = "rest"
    breath: int = 0
    """0..3"""
    blink: bool = False
    talks: bool = False


class FigurePainter(NamedTuple):
    """Paints one figure in one light."""

    look: FigureLook
    palette: Palette
    tint: tuple[float, float, float]

    def size(self, unit: float) -> Size:
        """Its size in whole pixels; `unit` is half a stud width."""
        tall = round(unit * ADULT_STUDS * SHARES[self.look.height])
        return Size(round(tall * WIDE / TALL), tall)

    def paint(self, canvas: Canvas, foot: Point, unit: float, pose: Pose) -> None:
        """Paint it with its feet around a pixel."""
        for piece in self.pieces(foot, unit, pose):
            canvas.picture(piece.key, piece.rect, piece.paint)

    def pieces(self, foot: Point, unit: float, pose: Pose) -> tuple[Piece, Piece]:
        """Its legs, and the rest of it in one pose."""
        size = self.size(unit)
        rect = Rect(round(foot.x - size.w / 2), round(foot.y - size.h * 0.945), size.w, size.h)
        lift = round(BREATH[pose.breath] * size.h / 160)
        key = (self.look.id, self.tint)
        waist, hem = round(size.h * WAIST / TALL), round(size.h * (TALL if self.look.holds == "stick" else HEM) / TALL)
        legs = Rect(rect.x, rect.y + waist, rect.w, rect.h - waist)
        body = ("body", *key, pose.mood, pose.faces, pose.gesture, pose.blink, pose.talks)
        return (
            Piece(("legs", *key), legs, self._legs(size, waist)),
            Piece(body, Rect(rect.x, rect.y - lift, rect.w, hem), self._body(size, pose)),
        )

    def _legs(self, size: Size, waist: int) -> Callable[[Canvas], None]:
        scale = size.w / WIDE

        def paint(canvas: Canvas) -> None:
            doll = Doll(canvas, scale, 1, dy=-waist / scale)
            shoe = tones(clothes.SHOE, self.tint)
            clothes.paint_bottom(
                doll, self.look.bottom, self._tones(self.look.bottom_colour), self._tones(self.look.skin), shoe
            )

        return paint

    def _body(self, size: Size, pose: Pose) -> Callable[[Canvas], None]:
        return lambda canvas: self.paint_body(Doll(canvas, size.w / WIDE, 1 if pose.faces == "right" else -1), pose)

    def paint_body(self, doll: Doll, pose: Pose) -> None:
        """Head, arms and body in one pose."""
        look = self.look
        skin, hair = self._tones(look.skin), self._tones(look.hair_colour)
        top, accent = self._tones(look.top_colour), self._tones(look.top_accent)
        paint_hair_behind(doll, look.hair, hair)
        folded = look.holds is not None or pose.mood in ("hopeful", "worried", "relieved", "firm")
        far_arm = HOLDING if look.holds else RESTING[pose.mood][0]
        sleeve = skin if look.top == "vest" else top
        if not folded:
            paint_bent(doll, far_arm, sleeve, skin, near=False)
        doll.round(50, 92, 20, 16, 6, skin.right)
        clothes.paint_top(doll, look.top, top, accent)
        for extra in look.extras:
            clothes.paint_extra(doll, extra, accent)
        if folded:
            paint_bent(doll, far_arm, sleeve, skin, near=False)
        if look.holds:
            paint_held(doll, look.holds, skin, self.tint)
        paint_arm(doll, pose.mood, pose.gesture, sleeve, skin)
        self._head(doll, pose, skin, hair)

    def _head(self, doll: Doll, pose: Pose, skin: Tones, hair: Tones) -> None:
        look = self.look
        x, y, w, h = HEAD
        if look.hair not in ("scarf", "long", "bob", "curls"):
            for ear in (x, x + w):
                doll.oval(ear, 74, 6, 7, skin.right)
                doll.oval(ear - 0.8, 73.4, 4, 5, skin.left)
        doll.round(x, y, w, h, ROUND, skin.right)
        doll.round(x, y, w - 4, h - 3, ROUND - 1, skin.left)
        doll.round(x + 1, y + 1, w - 9, h - 8, ROUND - 3, skin.top)
        grown = tones(HIDDEN_HAIR, self.tint) if look.hair in COVERS else hair
        if look.hair in ("cap", "hat"):
            for temple in (25, 87):
                doll.round(temple, 50, 8, 26, 4, grown.left)
        paint_hair_over(doll, look.hair, hair, skin)
        if "beard" in look.extras:
            faces.paint_extra(doll, "beard", grown)
        faces.paint_face(doll, pose.mood, skin, grown.right_low, blink=pose.blink, talks=pose.talks)
        for extra in look.extras:
            if extra != "beard":
                faces.paint_extra(doll, extra, grown)

    def _tones(self, colour: str) -> Tones:
        return tones(self.palette.colours.get(colour, (0, 0, 0)), self.tint)
