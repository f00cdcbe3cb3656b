"""What dioramas are made of, as read from `assets/`: bricks, props, sets and the looks of figures.

Lengths are in studs, heights in plates (a brick is three plates high). x runs down-right on the screen, y down-left.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

Rgb = tuple[int, int, int]
BrickKind = Literal["box", "tile", "slope", "gable", "cylinder", "ball", "pane", "wheel", "leaf", "sheet", "dial"]
Side = Literal["right", "left", "back-left", "back-right"]
"""Right is +x, then on clockwise as seen from above: left is +y, back-left is -x, back-right is -y."""

ShadowKind = Literal["box", "round", "none"]
BackdropKind = Literal["hills", "sea", "city", "clouds"]
Height = Literal["child", "teen", "adult"]
HairStyle = Literal[
    "bun", "long", "short", "scarf", "cap", "curls", "bald", "braid", "bob", "ponytail", "spiky", "bunches", "hat"
]
TopStyle = Literal["plain", "stripes", "apron", "jacket", "uniform", "dots", "vest", "collar"]
BottomStyle = Literal["trousers", "skirt", "sarong", "shorts"]
Extra = Literal["glasses", "bag", "lanyard", "moustache", "beard", "earrings", "badge", "necklace"]
Held = Literal["basket", "book", "bowl", "envelope", "lute", "mango", "mug", "paper", "pen", "phone", "stick"]

Mood = Literal["calm", "hopeful", "worried", "tired", "relieved", "firm"]
Time = Literal["morning", "day", "evening", "night"]

MOODS: tuple[Mood, ...] = get_args(Mood)
TIMES: tuple[Time, ...] = get_args(Time)
BRICK_KINDS: tuple[BrickKind, ...] = get_args(BrickKind)
SIDES: tuple[Side, ...] = get_args(Side)
SHADOW_KINDS: tuple[ShadowKind, ...] = get_args(ShadowKind)
BACKDROP_KINDS: tuple[BackdropKind, ...] = get_args(BackdropKind)
HEIGHTS: tuple[Height, ...] = get_args(Height)
HAIR_STYLES: tuple[HairStyle, ...] = get_args(HairStyle)
TOP_STYLES: tuple[TopStyle, ...] = get_args(TopStyle)
BOTTOM_STYLES: tuple[BottomStyle, ...] = get_args(BottomStyle)
EXTRAS: tuple[Extra, ...] = get_args(Extra)
HELD: tuple[Held, ...] = get_args(Held)


class Palette(NamedTuple):
    """The colours that all files in `assets/` name."""

    colours: Mapping[str, Rgb]
    lit: Mapping[str, Rgb]
    """Colours that shine by themselves in the evening and at night, as they look then."""
    skins: tuple[str, ...]
    """The colours that figures may have."""


class Brick(NamedTuple):
    """One piece of a prop. What `second` and `side` mean depends on the kind; props.yaml tells."""

    kind: BrickKind
    colour: str
    second: str
    at: tuple[float, float, float]
    size: tuple[float, float, float]
    side: Side


class Prop(NamedTuple):
    """A thing built of bricks. It stands on the plot from (0, 0) to the far corner of its bricks."""

    id: str
    shadow: ShadowKind
    glow: tuple[float, float, float] | None
    """Where its lamp is, if it has one that shines at night."""
    bricks: tuple[Brick, ...]


class Placement(NamedTuple):
    """A prop in a set."""

    prop: str
    at: tuple[float, float, float]
    turn: int
    """Clockwise quarter turns as seen from above, 0..3."""
    recolour: tuple[tuple[str, str], ...]
    """Pairs of colour names: the prop's own, and the one that stands for it here."""


class Area(NamedTuple):
    """A part of the base plate with its own colour. With `second` its cells alternate; smooth means without studs."""

    colour: str
    second: str
    at: tuple[int, int]
    size: tuple[int, int]
    smooth: bool


class Walls(NamedTuple):
    """The two back walls of a room."""

    colour: str
    foot: str
    """Colour of the lowest course."""
    plates: int


class Spot(NamedTuple):
    """A place for a figure to stand."""

    at: tuple[float, float]
    faces: Literal["left", "right"]


class SetPlan(NamedTuple):
    """A place in which a passage happens."""

    id: str
    base: tuple[int, int]
    """Size of the base plate; a multiple of four both ways."""
    ground: Area
    edge: str
    backdrop: BackdropKind
    areas: tuple[Area, ...]
    walls: Walls | None
    props: tuple[Placement, ...]
    spots: tuple[Spot, ...]
    """In the order in which figures take them."""


class FigureLook(NamedTuple):
    """How a figure looks. All colours are names of the palette."""

    id: str
    height: Height
    skin: str
    hair: HairStyle
    hair_colour: str
    top: TopStyle
    top_colour: str
    top_accent: str
    bottom: BottomStyle
    bottom_colour: str
    extras: tuple[Extra, ...]
    holds: Held | None = None
    """What it has in its hand."""
