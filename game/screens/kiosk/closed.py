"""Outside the opening hours: a village at night, quite still."""

from typing import Final

from game.art.diorama import Diorama
from game.art.staging import Staging
from game.canvas.geometry import Rect
from game.screens.lettering import lettering
from game.screens.picture import Picture
from game.screens.screen import Stay, Transition
from game.screens.services import Services
from game.ui.arrange import panel
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.layout import centred
from game.ui.view import View
from game.ui.widgets import Text

NIGHT: Final = Staging("title", "night")
NAME_SHARE: Final = 0.24
PAPER_EMS: Final = 30.0
PAPER_SHARE: Final = 0.34
"""Of the height, at most."""


class ClosedScreen:
    """Reacts to nothing, and wakes by itself."""

    def __init__(self, services: Services, diorama: Diorama) -> None:
        self._services = services
        self._picture = Picture(diorama, NIGHT)

    def view(self, frame: Frame) -> View:
        """Return the picture and a kind word."""
        words, sight = self._services.words, frame.sight
        top = Rect(sight.x, sight.y, sight.w, frame.size.h * NAME_SHARE)
        name = lettering(words("title.name"), top, frame, side="centre")
        wide = centred(sight, PAPER_EMS * frame.theme.em, sight.h)
        foot = Rect(wide.x, sight.bottom - PAPER_SHARE * frame.size.h, wide.w, PAPER_SHARE * frame.size.h)
        said = [
            Text(text=words("kiosk.closed"), role="title", align="centre"),
            Text(text=words("kiosk.closed_more"), role="body", align="centre"),
        ]
        paper = panel("closed", words("kiosk.closed"), said, foot, frame, anchor="bottom")
        figures = Rect(sight.x, name.rect.bottom, sight.w, paper[0].rect.y - name.rect.bottom)
        return View((self._picture.artwork(frame, figures), name, *paper))

    def use(self, control_id: str, step: int) -> Transition:
        """There are no controls."""
        return Stay()

    def command(self, command: Command) -> Transition:
        """Nothing has a key of its own."""
        return Stay()

    def back(self) -> Transition:
        """There is no way out."""
        return Stay()

    def wakes_s(self, now_s: float) -> float | None:
        """Return None: nobody is there to move."""
        return None
