"""A paper as blocks that follow each other, before it is a PDF or a page."""

from typing import Literal, NamedTuple

from game.classroom.measure.drawing import Drawing


class Heading(NamedTuple):
    """A heading. Level 1 is a part, 2 a section of it, 3 a line above a paragraph."""

    text: str
    level: Literal[1, 2, 3] = 1
    begins_page: bool = False


class Paragraph(NamedTuple):
    """Running text."""

    text: str
    is_small: bool = False


class Bullets(NamedTuple):
    """A list; steps to take one after the other are numbered."""

    entries: tuple[str, ...]
    is_numbered: bool = False


class Table(NamedTuple):
    """A table. `widths` are shares of the width of the page."""

    caption: str
    """Empty where the heading above says it."""
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    is_whole: bool = False
    """Whether all of it stays on one page."""


class Note(NamedTuple):
    """Something that must not be overlooked, in a box."""

    title: str
    lines: tuple[str, ...]


class Picture(NamedTuple):
    """A drawing over the width of the page."""

    drawing: Drawing


class Together(NamedTuple):
    """Blocks that stay on one page."""

    blocks: "tuple[Heading | Paragraph | Bullets, ...]"


Block = Heading | Paragraph | Bullets | Table | Note | Picture | Together


class Document(NamedTuple):
    """A paper."""

    title: str
    kind: str
    """What it is: stands small above the title."""
    subject: str
    """A sentence about it, for the list of files of whoever keeps it."""
    running: str
    """At the foot of each page, before its number."""
    language: str
    blocks: tuple[Block, ...]
