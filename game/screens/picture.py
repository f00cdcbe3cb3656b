"""A diorama as part of a page: painted where the page leaves room for it, alive while it is looked at."""

from dataclasses import dataclass

from game.art.diorama import Diorama
from game.art.staging import Staging
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.ui.frame import Frame
from game.ui.widgets import Artwork


@dataclass(frozen=True, slots=True)
class Picture:
    """A staging and who paints it."""

    diorama: Diorama
    staging: Staging
    label: str = ""
    """What is to be seen, in words."""

    def artwork(self, frame: Frame, safe: Rect) -> Artwork:
        """Return the picture over the whole window, with its figures in `safe`."""
        staging, moves = self.staging, frame.theme.moves

        def paint(canvas: Canvas, rect: Rect, now_s: float) -> None:
            self.diorama.paint(canvas, rect, staging, now_s, motion=moves, safe=safe)

        areas = self.diorama.changing(frame.area, staging, frame.now_s, safe=safe) if moves else ()
        moving = areas[0] if areas else None
        for area in areas[1:]:
            moving = moving.around(area) if moving else area
        return Artwork(
            paint=paint,
            label=self.label,
            shows=(staging.standing if moves else staging, safe),
            moves=moves and moving is not None,
            moving=moving,
            rect=frame.area,
        )

    def wakes_s(self, now_s: float, *, moves: bool) -> float | None:
        """Return when the picture changes by itself, on the application's clock, or None for never."""
        wait_s = self.diorama.next_change_s(self.staging, now_s, motion=moves)
        return None if wait_s is None else now_s + wait_s
