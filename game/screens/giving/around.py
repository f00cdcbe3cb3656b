"""What all pages of one visit share."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.giving.session import Visit
from game.screens.giving.pages import picture_sheet
from game.screens.picture import Picture
from game.screens.services import Services
from game.ui.arrange import Item
from game.ui.frame import Frame
from game.ui.view import View


@dataclass(frozen=True, slots=True)
class Around:
    """The game around a visit, and the visit."""

    services: Services
    picture: Picture
    visit: Visit

    def sheet(self, label: str, items: Sequence[Item], frame: Frame) -> View:
        """Return a page with the picture and, where no money is real, the band that says so."""
        is_sandbox = self.visit.is_sandbox
        return picture_sheet(self.services, self.picture, label, items, frame, is_sandbox=is_sandbox)

    def picture_wakes_s(self, now_s: float) -> float | None:
        """Return when the picture moves."""
        return self.picture.wakes_s(now_s, moves=not self.services.settings.current.reduced_motion)

    def wakes_s(self, now_s: float, *, looks_s: float | None) -> float | None:
        """Return when the page changes: when the picture moves, or after so many seconds, to look for an answer."""
        looks = None if looks_s is None else now_s + looks_s
        return min((each for each in (self.picture_wakes_s(now_s), looks) if each is not None), default=None)
