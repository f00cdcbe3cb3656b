"""What stands at the edge of every screen: back, help, sound, and the quick exit."""

from collections.abc import Sequence

from game.canvas.geometry import Rect
from game.screens.services import Services
from game.ui import sizes
from game.ui.frame import Frame
from game.ui.layout import narrowed
from game.ui.view import View
from game.ui.widgets import Backdrop, Button, Text, Tone, Widget

BACK = "back"
HELP = "help"
MUTE = "mute"
QUICK_EXIT = "quick-exit"

READING_EMS = 44.0
"""Columns of text are at most this wide: long lines are hard to read."""


def corner(frame: Frame, services: Services) -> tuple[Widget, ...]:
    """Return help, sound and quick exit, in the same corner of every screen."""
    words = services.words
    is_muted = services.settings.current.muted
    buttons = (
        Button(id=HELP, label=words("chrome.help"), icon="help", bare=True, tone=Tone.QUIET),
        Button(
            id=MUTE,
            label=words("chrome.unmute" if is_muted else "chrome.mute"),
            icon="mute" if is_muted else "sound",
            bare=True,
            tone=Tone.QUIET,
        ),
        Button(
            id=QUICK_EXIT,
            label=words("chrome.quick_exit"),
            icon="exit",
            bare=True,
            tone=Tone.QUIET,
            hint=words("chrome.quick_exit_hint"),
        ),
    )
    target, gap = frame.theme.target, frame.theme.gap
    left = frame.page.right - corner_width(frame)
    return tuple(
        sizes.place(button, Rect(left + place * (target + gap), frame.page.y, target, target), frame)
        for place, button in enumerate(buttons)
    )


def corner_width(frame: Frame) -> float:
    """Return how much of the top edge `corner` takes, in pixels."""
    return 3 * frame.theme.target + 2 * frame.theme.gap


def back_button(frame: Frame, services: Services) -> Widget:
    """Return the way back, in the corner where reading begins."""
    button = Button(id=BACK, label=services.words("chrome.back"), icon="back", bare=True, tone=Tone.QUIET)
    target = frame.theme.target
    return sizes.place(button, Rect(frame.page.x, frame.page.y, target, target), frame)


def header(frame: Frame, title: str) -> tuple[tuple[Widget, ...], Rect]:
    """Return the title of a screen between the two corners, and the room that is left below."""
    theme, page = frame.theme, frame.page
    side = theme.target + theme.gap
    room = Rect(page.x + side, page.y, page.w - side - corner_width(frame) - theme.gap, 0)
    text = Text(text=title, role="heading")
    if sizes.width(text, frame) > room.w:
        room = Rect(page.x, page.y + side, page.w, 0)
    high = sizes.height(text, room.w, frame)
    top = room.y + max(0.0, (theme.target - high) / 2)
    placed = sizes.place(text, Rect(room.x, top, room.w, high), frame)
    below = max(page.y + theme.target, placed.rect.bottom) + theme.gap
    return (placed,), Rect(page.x, below, page.w, page.bottom - below)


def page(
    frame: Frame,
    services: Services,
    title: str,
    body: Sequence[Widget],
    *,
    default_focus: str = "",
    has_back: bool = True,
) -> View:
    """Return a screen of paper on the sky: a title, a body laid out in `body_area`, and the corners."""
    titled, _ = header(frame, title)
    back = (back_button(frame, services),) if has_back else ()
    return View(
        (Backdrop(rect=frame.area), *titled, *body, *back, *corner(frame, services)), default_focus=default_focus
    )


def body_area(frame: Frame, title: str, *, reading: bool = False) -> Rect:
    """Return the room that `page` leaves for its body; no wider than is good to read if it is for `reading`."""
    _, area = header(frame, title)
    return narrowed(area, READING_EMS * frame.theme.em + 2 * frame.theme.pad) if reading else area
