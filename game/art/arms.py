"""Arms: where elbows and hands are in each mood, and while speaking."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from game.art.doll import MIDDLE, Doll, Spot2
from game.art.light import Tones
from game.content.assets import Mood

Gesture = Literal["rest", "raised", "wide"]
Arm = tuple[Spot2, Spot2]
"""Elbow and hand."""

SHOULDERS: tuple[Spot2, Spot2] = ((35, 113), (85, 113))
"""The far one and the near one, for a figure that looks right."""

RESTING: Mapping[Mood, tuple[Arm, Arm]] = MappingProxyType(
    {
        "calm": (((26, 132), (28, 152)), ((94, 132), (92, 152))),
        "hopeful": (((24, 134), (46, 137)), ((96, 134), (72, 136))),
        "worried": (((26, 136), (52, 132)), ((95, 136), (68, 128))),
        "tired": (((27, 134), (31, 157)), ((93, 134), (89, 157))),
        "relieved": (((27, 134), (30, 153)), ((97, 132), (66, 120))),
        "firm": (((17, 131), (37, 146)), ((103, 131), (83, 146))),
    }
)
SPEAKING: Mapping[Gesture, Arm] = MappingProxyType(
    {"raised": ((103, 124), (110, 99)), "wide": ((105, 130), (116, 114))}
)
SLEEVE = 14.5
HAND = 8.2


def paint_arm(doll: Doll, mood: Mood, gesture: Gesture, sleeve: Tones, skin: Tones) -> None:
    """Paint the near arm, on the side the figure looks to: it is the one that speaks."""
    paint_bent(doll, RESTING[mood][1] if gesture == "rest" else SPEAKING[gesture], sleeve, skin, near=True)


def paint_bent(doll: Doll, arm: Arm, sleeve: Tones, skin: Tones, *, near: bool) -> None:
    """Paint an arm whose elbow and hand are given."""
    elbow, hand = arm
    points = doll.turned([SHOULDERS[near], elbow, hand])
    base = sleeve.right if points[0][0] > MIDDLE else sleeve.left_low
    (sx, sy), (ex, ey), (hx, hy) = points
    cuff = (ex + (hx - ex) * 0.55, ey + (hy - ey) * 0.55)
    doll.oval(hx, hy, HAND, HAND, skin.right)
    doll.oval(hx - 0.9, hy - 0.9, HAND - 1.4, HAND - 1.4, skin.top)
    doll.stroke([(sx, sy), (ex, ey), cuff], SLEEVE, base)
    doll.stroke([(sx - 1.2, sy - 0.6), (ex - 1.2, ey - 0.6), (cuff[0] - 1.0, cuff[1] - 0.8)], SLEEVE - 4.2, sleeve.left)
