"""The vocabulary in which the forms of content files are described.

A shape is read by two functions: `game.content.check.check_shape` tells whether nodes fit it, and
`game.content.json_schema.schema_of` turns it into a JSON Schema for editors. So both always agree.
"""

from collections.abc import Mapping
from typing import NamedTuple

LONGEST_ID = 40
_WORDS = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"


class Text(NamedTuple):
    """A text of at most so many characters, blank space around it not counted."""

    most: int


class Screenplay(NamedTuple):
    """Text whose lines count: `castid: speech`, or a stage direction. Several lines have to be written after `|`."""

    most: int


class Form(NamedTuple):
    """A short text of a fixed form: a regular expression that is the same in Python and ECMAScript."""

    pattern: str
    expected: str
    """What a text of this form is called in a fault: "an address that starts with https://"."""
    most: int
    code: str = "bad-form"


class Day:
    """A day as `2027-11-01`."""


class OneOf(NamedTuple):
    """One of a few words."""

    names: tuple[str, ...]


class Whole(NamedTuple):
    """A whole number from `least` to `most`. `+1` is allowed."""

    least: int
    most: int


class Number(NamedTuple):
    """A number, whole or with decimals, from `least` to `most`."""

    least: float
    most: float


class Truth:
    """true or false."""


class ListOf(NamedTuple):
    """A list with `least` to `most` items, all different if they are `unique`."""

    item: "Shape"
    least: int = 0
    most: int = 200
    unique: bool = False


class MapOf(NamedTuple):
    """A mapping with keys of one form and values of one shape, `least` to `most` of them."""

    value: "Shape"
    key: Form
    least: int = 0
    most: int = 200


class Field(NamedTuple):
    """A field of a record: its shape, and what it is for. Editors show `about` to the author."""

    shape: "Shape"
    about: str
    required: bool = True


class Record(NamedTuple):
    """A mapping with known fields; or, with `exactly_one`, with a single one of them."""

    fields: Mapping[str, Field]
    exactly_one: bool = False
    rest: "MapOf | None" = None
    """Lets other keys in too: the form of those keys and the shape of their values."""


class Either(NamedTuple):
    """One shape when a single value is written, another for a list, another for a mapping. None means: not allowed."""

    scalar: "Shape | None" = None
    items: "ListOf | None" = None
    entries: "Record | MapOf | None" = None


class File(NamedTuple):
    """The shape of a whole file, with what its schema is called and tells."""

    title: str
    about: str
    shape: "Record | MapOf"


ScalarShape = Text | Screenplay | Form | Day | OneOf | Whole | Number | Truth
Shape = ScalarShape | ListOf | MapOf | Record | Either

ID = Form(f"^{_WORDS}$", "an id: lower-case words joined by hyphens, such as 'market-day'", LONGEST_ID, "bad-id")
COUNTRY = Form("^[A-Z]{2}$", "a country code of two capital letters, such as ID or SG", 2)
ADDRESS = Form(r"^https?://[^\s/]+\.[^\s]+$", "a web address that starts with https:// or http://", 500)


def optional(shape: Shape, about: str) -> Field:
    """Return a field that may be left out."""
    return Field(shape, about, required=False)
