"""What a YAML file holds, with the place of every value: texts, lists and mappings, nothing evaluated yet."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from game.content.faults import TOP, At
from game.content.typography import set_quotes

Kind = Literal["text", "whole", "number", "truth", "empty"]

_WHOLE = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_EMPTY = ("", "~", "null", "Null", "NULL")
_LONGEST_WORD = 5
_NUMBER_STARTS = "+-.0123456789"
_MOST_DIGITS = 9


class Scalar(NamedTuple):
    """A single value: its text, and whether it stood without quotes.

    A named tuple, not a dataclass: a library has thousands of them, and players wait for it.
    """

    text: str
    at: At
    plain: bool
    body: At
    """Where the text itself begins: after the quote, or on the line below `|`."""
    folded: bool = False
    """Whether the text spans several lines of the file that YAML has joined to one."""

    @property
    def kind(self) -> Kind:
        """What the value is by the rules of YAML 1.2: only true, false and plain digits mean more than their text."""
        if not self.plain:
            return "text"
        if len(self.text) <= _LONGEST_WORD:
            if self.text in _EMPTY:
                return "empty"
            if self.text in _TRUTHS:
                return "truth"
        if self.text[0] not in _NUMBER_STARTS:
            return "text"
        if _WHOLE.fullmatch(self.text):
            return "whole"
        return "number" if _NUMBER.fullmatch(self.text) else "text"

    @property
    def whole(self) -> int:
        """The whole number this is; numbers too large for any field come out as a large one, others as 0."""
        if self.kind != "whole":
            return 0
        return int(self.text[: _MOST_DIGITS + 1])

    def lines(self) -> Iterator[tuple[str, At]]:
        """Yield the lines of the text with their places."""
        for place, line in enumerate(self.text.split("\n")):
            yield line, At(self.body.line + place, self.body.column)


class Items(NamedTuple):
    """A list."""

    items: "tuple[Node, ...]"
    at: At


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping. Asking it for what is not there, or is of another kind, gives something empty, never an error.

    So the checks between fields can go on after the shape of one field was found wrong.
    """

    values: "Mapping[str, Node]" = field(default_factory=dict)
    keys: Mapping[str, At] = field(default_factory=dict)
    at: At = TOP

    def text(self, name: str) -> str:
        """Return the text of a field without the blank space around it."""
        value = self.values.get(name)
        return value.text.strip() if isinstance(value, Scalar) else ""

    def prose(self, name: str) -> str:
        """Return the text of a field that players read, with typographic quotes."""
        return set_quotes(self.text(name))

    def scalar(self, name: str) -> Scalar | None:
        """Return a field that holds a single value."""
        value = self.values.get(name)
        return value if isinstance(value, Scalar) and value.kind != "empty" else None

    def whole(self, name: str) -> int:
        """Return the whole number of a field."""
        value = self.values.get(name)
        return value.whole if isinstance(value, Scalar) else 0

    def entries(self, name: str) -> "Entries":
        """Return the mapping of a field."""
        value = self.values.get(name)
        return value if isinstance(value, Entries) else Entries()

    def records(self) -> "Iterator[tuple[str, Entries]]":
        """Yield the entries that are mappings themselves."""
        return ((name, value) for name, value in self.values.items() if isinstance(value, Entries))

    def items(self, name: str) -> "tuple[Node, ...]":
        """Return the list of a field."""
        value = self.values.get(name)
        return value.items if isinstance(value, Items) else ()

    def scalars(self, name: str) -> tuple[Scalar, ...]:
        """Return the single values in the list of a field."""
        return tuple(item for item in self.items(name) if isinstance(item, Scalar))

    def place(self, name: str) -> At:
        """Return where the value of a field is, or the mapping itself when it is missing."""
        return self.values[name].at if name in self.values else self.at


class Broken(NamedTuple):
    """Something a fault was already noted for. Every check passes over it."""

    at: At


Node = Scalar | Items | Entries | Broken


def plain(node: Node) -> object:
    """Return the value as Python has it, without places: str, int, float, bool, None, list or dict."""
    match node:
        case Entries(values):
            return {name: plain(value) for name, value in values.items()}
        case Items(items):
            return [plain(item) for item in items]
        case Scalar(text):
            return _plain_scalar(node, text)
        case Broken():
            return None


def _plain_scalar(scalar: Scalar, text: str) -> object:
    match scalar.kind:
        case "empty":
            return None
        case "truth":
            return _TRUTHS[text]
        case "whole":
            return scalar.whole
        case "number":
            return float(text)
        case "text":
            return text
