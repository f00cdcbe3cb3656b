"""The forms of the files in `assets/`. Bricks, areas, placements and spots are one line each."""

from game.content.assets import (
    BACKDROP_KINDS,
    BOTTOM_STYLES,
    BRICK_KINDS,
    EXTRAS,
    HAIR_STYLES,
    HEIGHTS,
    HELD,
    SHADOW_KINDS,
    SIDES,
    TOP_STYLES,
)
from game.content.shape import ID, Field, File, Form, ListOf, MapOf, OneOf, Record, optional

_NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_NUMBER = r"-?\d{1,3}(?:\.\d{1,2})?"
_LENGTH = r"\d{1,3}(?:\.\d{1,2})?"
_PLACE = rf"{_NUMBER},{_NUMBER}(?:,{_NUMBER})?"
_WORDS = "|".join

BRICK_LINE = (
    rf"^({_WORDS(BRICK_KINDS)}) ({_NAME})(?:/({_NAME}))? ({_LENGTH})x({_LENGTH})x({_LENGTH})"
    rf" at ({_NUMBER}),({_NUMBER}),({_NUMBER})(?: ({_WORDS(SIDES)}))?$"
)
AREA_LINE = rf"^({_NAME})(?:/({_NAME}))?(?: (\d+)x(\d+) at (\d+),(\d+))?( smooth)?$"
PLACEMENT_LINE = rf"^({_NAME}) at ({_NUMBER}),({_NUMBER})(?:,({_NUMBER}))?(?: turn ([0-3]))?((?: {_NAME}={_NAME})*)$"
SPOT_LINE = rf"^({_NUMBER}),({_NUMBER}) (left|right)$"
WALLS_LINE = rf"^({_NAME})/({_NAME}) (\d+)$"

COLOUR = Form("^#[0-9a-f]{6}$", "a colour such as '#c8553d'", 7)
COLOUR_NAME = Form(f"^{_NAME}$", "the name of a colour in palette.yaml", 40, "bad-id")
_LIGHT = Form(rf"^{_NUMBER},{_NUMBER},{_NUMBER}$", "a place such as '2,2,9'", 30)
_BRICK = Form(BRICK_LINE, "a brick such as 'box red 4x2x3 at 0,0,0'", 120)
_AREA = Form(AREA_LINE, "an area such as 'sand 4x20 at 8,0 smooth'", 120)
_GROUND = Form(rf"^{_NAME}(/{_NAME})?( smooth)?$", "a ground such as 'grass' or 'cream/sand smooth'", 80)
_WALLS = Form(WALLS_LINE, "walls such as 'cream/teal 15': colour, colour of the foot, height in plates", 80)
_PLACEMENT = Form(PLACEMENT_LINE, "a prop such as 'house at 2,1 turn 1 red=teal'", 200)
_SPOT = Form(SPOT_LINE, "a place to stand such as '8,12 left'", 40)
_BASE = Form(r"^(\d+)x(\d+)$", "a size such as '20x20'", 10)
_HAIR = Form(rf"^({_WORDS(HAIR_STYLES)}) ({_NAME})$", "hair such as 'bun black'", 60)
_TOP = Form(rf"^({_WORDS(TOP_STYLES)}) ({_NAME})(?:/({_NAME}))?$", "a top such as 'apron teal/white'", 60)
_BOTTOM = Form(rf"^({_WORDS(BOTTOM_STYLES)}) ({_NAME})$", "a bottom such as 'skirt navy'", 60)
SHORTEST_SIDE, LONGEST_SIDE = 8, 40

PALETTE = File(
    "Palette",
    "The colours that props, sets and figures name.",
    Record(
        {
            "colours": Field(MapOf(COLOUR, ID, 1), "name: colour in daylight"),
            "lit": Field(MapOf(COLOUR, ID), "colours that shine by themselves at night: name: colour then"),
            "skins": Field(ListOf(COLOUR_NAME, 1, unique=True), "the colours that figures may have"),
        }
    ),
)
PROP = File(
    "Prop",
    "A thing built of bricks.",
    Record(
        {
            "shadow": optional(OneOf(SHADOW_KINDS), "the form of its shadow; box if left out"),
            "glow": optional(_LIGHT, "where its lamp is, if it has one that shines at night"),
            "bricks": Field(ListOf(_BRICK, 1), "its bricks, in any order"),
        }
    ),
)
SET = File(
    "Set",
    "A place in which a passage happens.",
    Record(
        {
            "base": Field(_BASE, "size of the base plate in studs, multiples of 4"),
            "ground": Field(_GROUND, "its colour"),
            "edge": Field(COLOUR_NAME, "colour of its edge"),
            "backdrop": Field(OneOf(BACKDROP_KINDS), "what is seen far behind"),
            "areas": optional(ListOf(_AREA), "paths, floors, water: later ones cover earlier ones"),
            "walls": optional(_WALLS, "the two back walls of a room"),
            "props": Field(ListOf(_PLACEMENT), "things, in any order"),
            "spots": Field(ListOf(_SPOT, 4, 6), "places to stand, in the order they are taken"),
        }
    ),
)
FIGURES = File(
    "Figures",
    "How the figures look.",
    MapOf(
        Record(
            {
                "height": optional(OneOf(HEIGHTS), "adult if left out"),
                "skin": Field(COLOUR_NAME, "one of the skins of the palette"),
                "hair": Field(_HAIR, "style and colour"),
                "top": Field(_TOP, "style, colour and accent"),
                "bottom": Field(_BOTTOM, "style and colour"),
                "extras": optional(ListOf(OneOf(EXTRAS), unique=True), "what else they wear"),
                "holds": optional(OneOf(HELD), "what they have in their hand"),
            }
        ),
        ID,
        1,
    ),
)
