"""Somebody who gives in the real game: real screens, real fonts, a real session; only the window is missing."""

import re
import threading
from collections.abc import Callable
from dataclasses import replace

import pygame
import zxingcpp

from game.canvas.canvas import Canvas
from game.content.asset_library import AssetLibrary
from game.desktop.canvas import PygameCanvas
from game.desktop.fonts import Fonts
from game.giving.session import Session
from game.paths import assets_dir
from game.records.settings import Settings, TextSpeed
from game.screens.giving_entry import GivingEntry
from game.screens.routing import build_routes
from game.ui.intents import Back
from tests.screens.reading import words_of
from visit import Exhibits

SETTINGS = Settings(knows_quick_exit=True, text_speed=TextSpeed.INSTANT, reduced_motion=True)
LOOKS_EVERY_S, PATIENCE_S = 0.02, 30.0
_RAISED = re.compile(r"\$([\d,]+)\.(\d\d) of \$")


class Donor:
    """Begins at the title, and uses everything by keyboard."""

    def __init__(self, exhibits: Exhibits, session: Session, size: tuple[int, int] = (1280, 720)) -> None:
        self._size = size
        self._fonts = Fonts()
        self._visit = visit = exhibits.visit(size, self._fonts, SETTINGS)
        visit.services = replace(visit.services, giving=GivingEntry(lambda: session))
        visit.routes = build_routes(visit.services, AssetLibrary(assets_dir()))
        visit.open()

    @property
    def told(self) -> str:
        """All that is on the screen, line by line."""
        return words_of(self._visit.view)

    @property
    def raised(self) -> int:
        """How much has been given for the campaign on the screen, in cents."""
        found = _RAISED.search(self.told)
        assert found, self.told
        return int(found[1].replace(",", "") + found[2])

    def use(self, *controls: str) -> "Donor":
        """Use one control after the other, as soon as it is there."""
        for each in controls:
            self.until(lambda wanted=each: wanted in self._visit.control_ids)  # type: ignore[misc]
            self._visit.use(each)
        return self

    def back(self) -> "Donor":
        """Go back by one page."""
        self._visit.press(Back())
        return self

    def until_told(self, words: str) -> None:
        """Look at the screen until it says so."""
        self.until(lambda: words in self.told)

    def until(self, is_so: Callable[[], bool]) -> None:
        """Look again and again, but not for ever."""
        moment, looks = threading.Event(), int(PATIENCE_S / LOOKS_EVERY_S)
        while not is_so():
            looks -= 1
            assert looks, self.told
            moment.wait(LOOKS_EVERY_S)

    def codes(self) -> list[str]:
        """What a phone reads off the picture of the whole window."""
        surface = pygame.Surface(self._size)
        canvas: Canvas = PygameCanvas(surface, self._fonts)
        self._visit.paint_all(canvas)
        width, height = self._size
        pixels = memoryview(pygame.image.tobytes(surface, "RGB")).cast("B", (height, width, 3))
        return [each.text for each in zxingcpp.read_barcodes(pixels)]
