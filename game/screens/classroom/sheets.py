"""Papers of the class: words on paper over a room built of bricks, and something to talk about over everything else."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from game.canvas.geometry import Rect
from game.screens.chrome import body_area, corner, page
from game.screens.picture import Picture
from game.screens.picture_page import picture_page
from game.screens.services import Services
from game.ui.arrange import Item, column_height, dialog, line, panel, scroll
from game.ui.frame import Frame, Shape
from game.ui.layout import Flex, columns, narrowed
from game.ui.view import View
from game.ui.widgets import Panel, Tag, Text, Widget

TALK_EMS: Final = 34.0
NOTE_EMS: Final = 44.0


def sheet(
    services: Services, picture: Picture, label: str, items: Sequence[Item], frame: Frame, *, focus: str | None = ""
) -> View:
    """Return paper beside a picture, with a tag on it."""
    return picture_page(services, picture, label, items, frame, default_focus=focus)


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
        line(Tag(label=words("projector.talk"))),
        Text(text=prompt or words("projector.talk_hint"), role="title"),
        *([Text(text=hint, role="speech", ink="soft")] if hint else []),
    ]
    paper = panel("talk", words("projector.talk"), items, area, frame, anchor="centre")
    return dialog(below, (*paper, *corner(frame, services)), frame)


def with_note(view: View, text: str, frame: Frame) -> View:
    """Return a view with a line on paper below its upper edge, that says what is wrong right now."""
    place, theme = frame.page, frame.theme
    top = place.y + theme.target + theme.gap
    area = narrowed(Rect(place.x, top, place.w, place.bottom - top), NOTE_EMS * theme.em)
    items = [Text(text=text, role="strong", align="centre")]
    paper: tuple[Widget, ...] = panel("note", text, items, area, frame)
    return replace(view, widgets=(*view.widgets, *paper))
