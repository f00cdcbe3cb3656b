"""How to join, as everybody in the room can read it: the address, the code in bricks, a QR code, and who is here."""

from dataclasses import dataclass
from typing import Final

from game.art.diorama import Diorama
from game.art.staging import Staging
from game.canvas.canvas import Canvas, TextStyle
from game.canvas.geometry import Rect
from game.classroom.stage import Pace
from game.classroom.views.projector import ProjectorPage
from game.screens.chrome import corner
from game.screens.classroom.brick_rows import Bricks, wall
from game.screens.lettering import lettering
from game.screens.picture import Picture
from game.screens.qr_picture import qr_picture
from game.screens.services import Services
from game.ui import sizes
from game.ui.arrange import Item, beside, column, column_height, pill
from game.ui.frame import Frame, Shape
from game.ui.layout import snapped
from game.ui.view import View
from game.ui.widgets import Artwork, Panel, Text, Widget

ROOM: Final = Staging("classroom", "day")
PAPER_SHARE: Final = 0.64
"""Of a wide window's width."""
QR_SHARE: Final = 0.4
"""Of the shorter side of the window."""
CODE_SHARE: Final = 0.26
ADDRESS_SHARE: Final = 0.09
"""Of the window's height."""


@dataclass(frozen=True, slots=True)
class Lobby:
    """Shows how to join a session."""

    services: Services
    diorama: Diorama

    @property
    def picture(self) -> Picture:
        """The room behind it."""
        return Picture(self.diorama, ROOM, self.services.words("projector.picture"))

    def view(self, page: ProjectorPage, bricks: Bricks, frame: Frame) -> View:
        """Return the page; `bricks` are those of who is here."""
        theme, place = frame.theme, frame.page
        top = place.y + theme.target + theme.gap
        is_wide = frame.shape is not Shape.TALL
        wide = round(place.w * PAPER_SHARE) if is_wide else place.w
        area = Rect(place.x, top, wide, place.bottom - top)
        paper = self._paper(page, area, frame)
        sheet = paper[0].rect
        if is_wide:
            beside_it = Rect(sheet.right + theme.gap, top, place.right - sheet.right - theme.gap, place.bottom - top)
        else:
            beside_it = Rect(place.x, sheet.bottom + theme.gap, place.w, place.bottom - sheet.bottom - theme.gap)
        art = self.picture.artwork(frame, beside_it)
        return View(
            (art, *paper, *self._pile(page, bricks, beside_it, frame), *corner(frame, self.services)),
            default_focus=None,
        )

    def _paper(self, page: ProjectorPage, area: Rect, frame: Frame) -> tuple[Widget, ...]:
        theme, words = frame.theme, self.services.words
        inner_w = area.w - 2 * theme.pad
        qr = qr_picture(page.join_url, words("projector.step_scan"), QR_SHARE * min(frame.size))
        address = page.address.removeprefix("http://")
        told, beside_qr = words("projector.address", address=address), inner_w - qr.rect.w - theme.gap
        code = words("projector.code", code=" ".join(page.code))
        pace = words("projector.together" if page.pace is Pace.TOGETHER else "projector.own")
        items: list[Item] = [
            beside(
                qr,
                Text(text=page.title, role="heading"),
                Text(text=pace, ink="soft"),
                Text(text=words("projector.step_open"), role="heading", ink="teal"),
                _large(address, told, beside_qr, ADDRESS_SHARE, frame),
                Text(text=words("projector.step_scan"), ink="soft"),
            ),
            Text(text=words("projector.step_code"), role="heading", ink="teal"),
        ]
        left = area.h - 2 * theme.pad - column_height(items, inner_w, frame) - theme.gap
        items.append(_code(page.code, code, Rect(0, 0, inner_w, min(left, CODE_SHARE * frame.size.h)), frame))
        high = min(area.h, column_height(items, inner_w, frame) + 2 * theme.pad)
        paper = snapped(Rect(area.x, area.y + max(0.0, (area.h - high) / 2), area.w, high))
        return (Panel(rect=paper), *column(items, paper.inset(theme.pad), frame))

    def _pile(self, page: ProjectorPage, bricks: Bricks, room: Rect, frame: Frame) -> tuple[Widget, ...]:
        """Return the wall of who is here, with the number on it."""
        theme, words = frame.theme, self.services.words
        count = Text(text=words("class_projector.joined", count=page.people), role="heading")
        plate = pill((count,), room, frame, side="centre")
        high = plate[0].rect.h
        ground = Rect(room.x, room.y, room.w, max(theme.target, room.h - high - theme.gap))
        built = wall(bricks, words("projector.pile", count=page.seats), frame, ground.w, ground.h)
        down = ground.bottom + theme.gap - plate[0].rect.y
        return (sizes.place(built, ground, frame), *(sizes.moved(each, 0, down) for each in plate))


def _code(code: str, label: str, area: Rect, frame: Frame) -> Artwork:
    """Return the four letters as bricks."""
    drawn = lettering(" ".join(code), area, frame, one_line=True)
    return Artwork(paint=drawn.paint, label=label, key=drawn.key, rect=Rect(0, 0, *drawn.rect.size))


def _large(text: str, label: str, width: float, share: float, frame: Frame) -> Artwork:
    """Return a line of text as large as its place allows."""
    style = frame.theme.text("title")
    natural = frame.type.width(text, style)
    scale = min(width / natural, frame.size.h * share / frame.type.line_height(style))
    size_px = float(int(style.size_px * scale))
    shown = TextStyle(size_px, style.colour, bold=True)
    high = round(frame.type.line_height(style) * scale)

    def paint(canvas: Canvas, rect: Rect, _now_s: float) -> None:
        canvas.text(rect.origin, text, shown)

    return Artwork(
        paint=paint, label=label, shows=("large", text, size_px, frame.theme.key), rect=Rect(0, 0, width, high)
    )
