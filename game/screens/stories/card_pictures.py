"""The pictures on the cards of stories, painted one at a time while nothing else happens."""

from functools import partial

from game.art.diorama import Diorama
from game.art.staging import Staging
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.screens.staged import staging_at
from game.story.level import Level
from game.ui.widgets import Artwork

_Wanted = tuple[Staging, float, float]
"""A picture, its width and its height."""


class CardPictures:
    """The first moment of each story. Until it is painted a card shows the sky, so that no card waits for another."""

    def __init__(self, diorama: Diorama) -> None:
        self._diorama = diorama
        self._waiting: dict[_Wanted, None] = {}
        self._ready: set[_Wanted] = set()

    def artwork(self, level: Level, place: Rect) -> Artwork:
        """Return the picture in its place, or the sky of its hour as long as it is not ready."""
        staging = staging_at(level, level.start)
        wanted = (staging, place.w, place.h)
        if wanted not in self._ready:
            self._waiting[wanted] = None
            staging = Staging("", staging.time)
        return Artwork(paint=partial(self._paint, staging), key=("card", staging), rect=place)

    def prepare(self, canvas: Canvas) -> bool:
        """Paint one more; return False when all are ready."""
        if not self._waiting:
            return False
        wanted = next(iter(self._waiting))
        del self._waiting[wanted]
        self._ready.add(wanted)
        staging, place = wanted[0], Rect(0, 0, wanted[1], wanted[2])
        canvas.prepare(("card", staging), place, lambda local: self._paint(staging, local, place))
        return True

    def _paint(self, staging: Staging, canvas: Canvas, rect: Rect, _now_s: float = 0.0) -> None:
        self._diorama.paint(canvas, rect, staging, motion=False)
