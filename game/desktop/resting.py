"""The calm screen of a kiosk whose game does not start: a small program of its own, started by `game.kiosk`.

It shares as little as it can with the game, which has just failed: no catalog, no levels, no art, no widgets. What it
says comes in by standard input as one line of JSON, and it ends when that input does, so it never outlives whoever
started it.
"""

import json
import os
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress

import pygame

from game.canvas.canvas import Colour
from game.desktop.fonts import Face, FontFiles
from game.ui.palette import NORMAL

WORDS = ("title", "about", "staff")
"""The texts it is told: what visitors read first and then, and what is for staff."""

_LOOKS_EVERY_MS = 200
_STUDS = 4
_WALL = ((0, NORMAL.gold), (1, NORMAL.teal), (0, NORMAL.fills[1]))
"""Bricks from the lowest up: by how many studs each is pushed aside, and its colour."""
_SHADE = 0.35


def main() -> None:
    """Show what standard input says, until it ends."""
    told = json.loads(sys.stdin.buffer.readline())
    is_over = threading.Event()
    threading.Thread(target=_wait_for_end, args=(is_over,), daemon=True).start()
    pygame.display.init()
    pygame.font.init()
    if pygame.display.get_driver() == "x11":
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    size = told["size"]
    pygame.display.set_caption(told["texts"]["title"])
    surface = pygame.display.set_mode(size or (0, 0), 0 if size else pygame.FULLSCREEN)
    pygame.mouse.set_visible(False)
    while not is_over.is_set():
        surface = pygame.display.get_surface() or surface
        paint(surface, told["texts"])
        pygame.display.flip()
        _wait_for_news(is_over)
    pygame.display.quit()


def paint(surface: pygame.Surface, texts: Mapping[str, str]) -> None:
    """Paint the whole screen, whatever its size: bricks at rest on the ground, and below them the words."""
    width, height = surface.get_size()
    unit = min(width, height) / 100
    _paint_sky(surface)
    card_width = min(width - 8 * unit, 130 * unit)
    rows = list(_rows(texts, unit, card_width - 16 * unit))
    words_height = sum(row.get_height() + gap for row, gap in rows)
    card_height = words_height + 12 * unit
    wall_height = 3 * 11 * unit
    top = max(4 * unit, (height - card_height - wall_height) / 2)
    _paint_wall(surface, width / 2, top + wall_height, unit)
    card = pygame.Rect(round((width - card_width) / 2), round(top + wall_height), round(card_width), round(card_height))
    _paint_card(surface, card, unit)
    y = card.top + 6 * unit
    for row, gap in rows:
        surface.blit(row, row.get_rect(midtop=(width // 2, round(y))))
        y += row.get_height() + gap


def _rows(texts: Mapping[str, str], unit: float, width: float) -> Iterator[tuple[pygame.Surface, float]]:
    """Yield the lines of the words, each with the gap below it."""
    for name, size, colour, gap in (
        ("title", 7.0, NORMAL.ink, 3.0),
        ("about", 4.0, NORMAL.ink, 6.0),
        ("staff", 2.6, NORMAL.soft, 0.0),
    ):
        font = _font(round(size * unit), bold=name == "title")
        lines = list(_wrapped(texts[name], font, width))
        for line in lines:
            row = font.render(line, True, colour)
            yield row, unit * (gap if line is lines[-1] else 0.3 * size)


def _wrapped(text: str, font: pygame.font.Font, width: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.size(longer)[0] > width:
            yield line
            longer = word
        line = longer
    yield line


def _font(size_px: int, *, bold: bool) -> pygame.font.Font:
    """Return the typeface of the game, or, where that is what is broken, the one inside pygame."""
    with suppress(OSError, pygame.error):
        return pygame.font.Font(FontFiles().path(Face("latin", size_px, bold, italic=False)), size_px)
    return pygame.font.Font(None, size_px)


def _paint_sky(surface: pygame.Surface) -> None:
    width, height = surface.get_size()
    for y in range(height):
        surface.fill(_between(NORMAL.sky_top, NORMAL.sky_bottom, y / max(1, height - 1)), (0, y, width, 1))


def _paint_wall(surface: pygame.Surface, middle: float, bottom: float, unit: float) -> None:
    stud, height = 8 * unit, 10 * unit
    for place, (shift, colour) in enumerate(_WALL):
        body = pygame.Rect(
            round(middle + (shift - 0.5 - _STUDS / 2) * stud),
            round(bottom - (place + 1) * height),
            round(_STUDS * stud),
            round(height),
        )
        _paint_brick(surface, body, colour, unit)
        if shift:
            _paint_sleep(surface, body, unit)


def _paint_brick(surface: pygame.Surface, body: pygame.Rect, colour: Colour, unit: float) -> None:
    radius, edge = round(unit), _between(colour, NORMAL.ink, _SHADE)
    stud = body.width / _STUDS
    for number in range(_STUDS):
        knob = (
            round(body.left + (number + 0.2) * stud),
            round(body.top - 2 * unit),
            round(0.6 * stud),
            round(3 * unit),
        )
        pygame.draw.rect(surface, edge, knob, border_radius=radius)
    pygame.draw.rect(surface, edge, body, border_radius=radius)
    lit = pygame.Rect(body.left, body.top, body.width, body.height - round(1.4 * unit))
    pygame.draw.rect(surface, colour, lit, border_radius=radius)


def _paint_sleep(surface: pygame.Surface, body: pygame.Rect, unit: float) -> None:
    """Two eyes, closed."""
    for side in (-1, 1):
        eye = pygame.Rect(0, 0, round(4 * unit), round(0.9 * unit))
        eye.center = (round(body.centerx + side * 5 * unit), round(body.centery - 0.7 * unit))
        pygame.draw.rect(surface, NORMAL.on_teal, eye, border_radius=round(unit))


def _paint_card(surface: pygame.Surface, card: pygame.Rect, unit: float) -> None:
    radius = round(2.5 * unit)
    pygame.draw.rect(surface, NORMAL.line, card.move(0, round(0.8 * unit)), border_radius=radius)
    pygame.draw.rect(surface, NORMAL.paper, card, border_radius=radius)


def _between(first: Colour, last: Colour, share: float) -> tuple[int, int, int]:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first[:3], last[:3], strict=True))
    return red, green, blue


def _wait_for_end(is_over: threading.Event) -> None:
    while sys.stdin.buffer.read(1024):
        pass
    is_over.set()


def _wait_for_news(is_over: threading.Event) -> None:
    """Wait until the screen has to be painted again, or until the end. Nothing a visitor presses does anything."""
    while not is_over.is_set():
        seen = {event.type for event in pygame.event.get()}
        if seen & {pygame.WINDOWEXPOSED, pygame.WINDOWSIZECHANGED}:
            return
        is_over.wait(_LOOKS_EVERY_MS / 1000)


if __name__ == "__main__":
    main()
