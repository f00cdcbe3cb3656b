"""The form of the catalog of what screens say, and the check that a file has it."""

import re
from pathlib import Path

from game.content.check import check_shape
from game.content.faults import FaultLog, quoted
from game.content.nodes import Entries, Node, Scalar
from game.content.parse import read_nodes
from game.content.shape import Either, Field, File, Form, MapOf, Record, Text

_FIELD = re.compile(r"\{[a-z_]+\}")
_PART = Form("^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$", "letters and digits joined by - or _", 40, "bad-id")
_TEXT = Text(800)
_COUNTED = Record(
    {
        "one": Field(_TEXT, "the text when {count} is 1"),
        "other": Field(_TEXT, "the text for every other {count}"),
    }
)

WORDS_FILE = File(
    "Words",
    "What screens say. {name} is filled in by the screen; a text with {count} can have the two forms one and other.",
    MapOf(MapOf(Either(scalar=_TEXT, entries=_COUNTED), _PART, least=1), _PART, least=1),
)


def check_words(path: Path, log: FaultLog) -> None:
    """Note every fault of a catalog file."""
    root = read_nodes(path, log)
    if root is None:
        return
    check_shape(WORDS_FILE.shape, root, log, "the catalog")
    for _, section in root.records() if isinstance(root, Entries) else ():
        for node in section.values.values():
            for form in node.values.values() if isinstance(node, Entries) else (node,):
                _check_braces(form, log)


def _check_braces(node: Node, log: FaultLog) -> None:
    if isinstance(node, Scalar) and set("{}") & set(_FIELD.sub("", node.text)):
        message = f"{quoted(node.text)} has a brace that belongs to no field"
        log.add("bad-form", node.at, message, "write a field as {name}, in small letters")
