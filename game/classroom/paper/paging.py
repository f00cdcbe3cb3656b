"""Pieces that no page end may cut, and how they fall on pages."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from game.classroom.paper.tagged import Role

Paint = Callable[[float], None]
"""Paints with its upper edge at this height of the page, in millimetres."""


class Part(NamedTuple):
    """Pieces of one part are tagged as one, as far as they are on one page."""

    role: Role
    number: int
    """Sets it apart from others of its kind."""
    alt: str | None = None


class Piece(NamedTuple):
    """Something to paint at a height of the page."""

    height: float
    """In millimetres, with the space below it."""
    part: Part | None = None
    """None for pieces without text."""
    paint: Paint | None = None
    ground: Paint | None = None
    """What is no text: grounds and rules."""
    sticks: bool = False
    """Whether it must not be the last of a page."""
    begins_page: bool = False
    is_space: bool = False
    """Whether it falls away at the top of a page."""
    head: "Piece | None" = None
    """What comes first when this begins a page: the head of the table it belongs to."""
    outline: tuple[str, int] | None = None
    """The heading it begins, with its depth, for the list of contents that readers of PDF show."""


def paged(pieces: Sequence[Piece], room: float) -> Iterator[list[Piece]]:
    """Yield the pieces of each page. What sticks stays with what follows, as long as a page can hold it at all."""
    page: list[Piece] = []
    left = room
    for group in _stuck(pieces):
        height = sum(piece.height for piece in group)
        if page and (group[0].begins_page or left < height <= room):
            yield page
            page, left = [], room
        for piece in group:
            if page and piece.height > left:
                yield page
                page, left = [], room
            added = [piece] if page else _first(piece)
            page += added
            left -= sum(each.height for each in added)
    if page:
        yield page


def _first(piece: Piece) -> list[Piece]:
    if piece.is_space:
        return []
    return [piece.head, piece] if piece.head else [piece]


def _stuck(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.sticks:
            yield group
            group = []
    if group:
        yield group
