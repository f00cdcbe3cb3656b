"""Faces: eyes, brows and mouth tell the mood."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from game.art.doll import MIDDLE, Doll
from game.art.light import Tone, Tones, mixed
from game.canvas.geometry import Rect
from game.content.assets import Extra, Mood

INK: Tone = (52, 36, 38)
GLINT: Tone = (255, 252, 244)
FRAME: Tone = (70, 52, 60)
GOLD: Tone = (240, 186, 62)
LOOK_ASIDE = 6.0
"""How far the face is turned, in units of the doll."""


class Face(NamedTuple):
    """One expression, in units of the doll."""

    eye_rx: float
    eye_ry: float
    lid: float
    """Share of the eye that the upper lid covers, 0..1."""
    brow_inner: float
    """Height of the brow's inner end above its usual place."""
    brow_outer: float
    mouth_wide: float
    mouth_deep: float
    """> 0 smiles."""
    open_mouth: bool = False
    happy_eyes: bool = False
    """Closed in a smile."""


FACES: Mapping[Mood, Face] = MappingProxyType(
    {
        "calm": Face(4.2, 5.4, 0.0, 0.0, 0.0, 14, 3.4),
        "hopeful": Face(4.7, 6.3, 0.0, 2.6, 1.6, 18, 7.0, open_mouth=True),
        "worried": Face(4.4, 6.0, 0.0, 4.6, -2.6, 12, -3.6),
        "tired": Face(4.4, 5.2, 0.5, 1.6, -2.4, 12, -1.4),
        "relieved": Face(4.4, 5.4, 0.0, 2.2, 0.4, 17, 5.6, happy_eyes=True),
        "firm": Face(4.3, 5.2, 0.1, -1.9, 0.9, 13, 0.9),
    }
)


def paint_face(doll: Doll, mood: Mood, skin: Tones, hair: Tone, *, blink: bool, talks: bool) -> None:
    """Paint a face onto a head that is there already."""
    face = FACES[mood]
    middle = MIDDLE + LOOK_ASIDE * doll.faces
    blush = mixed(skin.top, (222, 84, 72), 0.3)
    for side in (-1, 1):
        doll.oval(middle + side * 20.5, 84, 5.4, 3.6, blush)
    doll.oval(middle + 2.2 * doll.faces, 80, 3.7, 2.9, mixed(skin.top, skin.right, 0.6))
    doll.oval(middle + 1.4 * doll.faces, 79.2, 2.6, 1.9, skin.rim)
    for side in (-1, 1):
        _eye(doll, face, middle + side * 12.5, skin, blink=blink)
        _brow(doll, face, middle + side * 12.5, side, hair)
    _mouth(doll, face, middle, talks=talks)


def _eye(doll: Doll, face: Face, x: float, skin: Tones, *, blink: bool) -> None:
    y = 72.0
    if face.happy_eyes and not blink:
        doll.arc(x, y + 1, 9.5, -4.2, 2.6, INK)
        return
    if blink:
        doll.arc(x, y + 0.6, 9.0, 1.8, 2.4, INK)
        return
    doll.oval(x, y, face.eye_rx, face.eye_ry, INK)
    doll.oval(x - 1.3, y - 2.1, 1.6, 1.8, GLINT)
    if face.lid:
        drop = face.eye_ry * 2 * face.lid
        top = y - face.eye_ry - 1
        doll.round(x - face.eye_rx - 1, top, face.eye_rx * 2 + 2, drop + 1, 1.5, skin.left)
        doll.stroke([(x - face.eye_rx, top + drop + 1), (x + face.eye_rx, top + drop + 1)], 1.7, INK)


def _brow(doll: Doll, face: Face, x: float, side: int, hair: Tone) -> None:
    y = 62.0
    inner, outer = (x - side * 4.6, y - face.brow_inner), (x + side * 5.4, y - face.brow_outer)
    middle = (x, (inner[1] + outer[1]) / 2 - 1.3)
    doll.stroke([inner, middle, outer], 2.5, mixed(hair, INK, 0.55))


def _mouth(doll: Doll, face: Face, middle: float, *, talks: bool) -> None:
    x, y = middle + 0.6 * doll.faces, 88.6
    lips = mixed(INK, (150, 44, 44), 0.45)
    if talks:
        doll.oval(x, y + 1, 5.0, 4.4, lips)
        doll.oval(x, y + 3.2, 3.2, 1.9, (214, 104, 96))
        return
    if face.open_mouth:
        steps = [-1 + step / 3 for step in range(7)]
        half, deep = face.mouth_wide / 2, face.mouth_deep
        doll.shape([(x + half * at, y - 1.6 + deep * (1 - at * at)) for at in steps], lips)
        doll.round(x - half * 0.62, y - 1.8, half * 1.24, 2.2, 0.8, (255, 250, 240))
        return
    doll.arc(x, y - face.mouth_deep * 0.4, face.mouth_wide, face.mouth_deep, 2.4, lips)


def paint_extra(doll: Doll, extra: Extra, hair: Tones) -> None:
    """Glasses, beards, moustaches and earrings."""
    middle = MIDDLE + LOOK_ASIDE * doll.faces
    match extra:
        case "glasses":
            for side in (-1, 1):
                at = doll.spot(middle + side * 12.5 - 9, 63.5)
                lens = Rect(at.x, at.y, 18 * doll.scale, 17 * doll.scale)
                doll.canvas.outline(lens, FRAME, width=max(1.0, 2.1 * doll.scale), radius=7 * doll.scale)
            doll.stroke([(middle - 3.5, 71), (middle + 3.5, 71)], 2, FRAME)
        case "moustache":
            upper = [(middle - 13, 87.0), (middle, 82.5), (middle + 13, 87.0)]
            doll.blob([*upper, (middle + 8, 88.5), (middle, 86.5), (middle - 8, 88.5)], hair.right)
        case "beard":
            upper = [(29.0, 80.0), (38.0, 84.0), (middle, 95.0), (82.0, 84.0), (91.0, 80.0)]
            doll.blob([*upper, (90, 96), (78, 106), (60, 109), (42, 106), (30, 96)], hair.left)
        case "earrings":
            for side in (-1, 1):
                doll.oval(MIDDLE + side * 33, 85, 3.1, 3.1, GOLD)
        case "bag" | "lanyard" | "badge" | "necklace":
            pass
