"""Papers of the class: words on paper over a room built of bricks, and something to talk about over everything else."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from game.canvas.geometry import Rect
from game.screens.chrome import body_area, corner, page
from game.screens.picture import Picture
from game.screens.picture_page import PAPER_SHARE, picture_page
from game.screens.services import Services
from game.ui.arrange import Item, column_height, dialog, line, panel, scroll
from game.ui.frame import Frame, Shape
from game.ui.layout import Flex, columns, narrowed
from game.ui.view import View
from game.ui.widgets import Panel, Tag, Text

TALK_EMS: Final = 34.0


def sheet(
    services: Services, picture: Picture, label: str, items: Sequence[Item], frame: Frame, *, focus: str | None = ""
) -> View:
    """Return paper beside a picture, with a tag on it."""
    return picture_page(services, picture, label, items, frame, default_focus=focus)


def paper_width(frame: Frame) -> float:
    """Return how wide what lies on a sheet can be."""
    wide = frame.page.w * PAPER_SHARE if frame.shape is Shape.WIDE else frame.page.w
    return wide - 2 * frame.theme.pad


def board(services: Services, title: str, cards: Sequence[Item], frame: Frame) -> View:
    """Return cards in two columns on one sheet, or in one where the window is narrow."""
    area = body_area(frame, title)
    inner = area.inset(frame.theme.pad)
    gap, is_wide = frame.theme.space(3), frame.shape is not Shape.TALL
    rooms = columns(inner, Flex(), Flex(), gap=gap) if is_wide else (inner,)
    shares = _shared(cards, rooms[0].w, frame) if is_wide else (tuple(cards),)
    placed = tuple(
        scroll(f"board:{n}", title, share, room, frame)
        for n, (share, room) in enumerate(zip(shares, rooms, strict=True))
    )
    return page(frame, services, title, (Panel(rect=area), *placed), has_back=False)


def _shared(cards: Sequence[Item], width: float, frame: Frame) -> tuple[tuple[Item, ...], ...]:
    """Return the cards as two columns that are about equally high."""
    cut = min(
        range(1, len(cards) + 1),
        key=lambda at: max(column_height(part, width, frame) for part in (cards[:at], cards[at:])),
        default=0,
    )
    return tuple(cards[:cut]), tuple(cards[cut:])


def talk(services: Services, below: View, prompt: str, hint: str, frame: Frame) -> View:
    """Return what the class talks about, large, over what it was doing; nothing below can be pressed."""
    words, place = services.words, frame.page
    top = place.y + frame.theme.target + frame.theme.gap
    room = Rect(place.x, top, place.w, place.bottom - top)
    area = narrowed(room, TALK_EMS * frame.theme.em)
    items: list[Item] = [
        line(Tag(label=words("class_wall.talk"))),
        Text(text=prompt or words("class_wall.talk_hint"), role="title"),
        *([Text(text=hint, role="speech", ink="soft")] if hint else []),
    ]
    paper = panel("talk", words("class_wall.talk"), items, area, frame, anchor="centre")
    # Nothing has the focus at first: a ring around help would draw the eyes of a whole room.
    return replace(dialog(below, (*paper, *corner(frame, services)), frame), default_focus=None)
