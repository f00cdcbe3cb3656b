"""A card that was just learned flies from the story into the notebook."""

from dataclasses import replace

from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.screens.play.moment import Moment
from game.screens.services import Services
from game.ui import sizes
from game.ui.frame import Frame
from game.ui.paint import NOBODY, paint_widget
from game.ui.widgets import Artwork, CardState, MessageCard, Widget

FLYING_EMS = 18.0


def card_flight(
    services: Services, moment: Moment, paper: Rect, notebook: Rect | None, frame: Frame
) -> tuple[Widget, ...]:
    """Return the card on its way, or nothing when none flies or there is no notebook to be seen."""
    if moment.flight is None or notebook is None or not moment.learned:
        return ()
    message = services.library().messages[next(iter(moment.learned))]
    card = MessageCard(id="flying", label=message.title, text=message.text, state=CardState.NEW)
    wide = FLYING_EMS * frame.theme.em
    high = sizes.height(card, wide, frame)
    start = Rect(paper.centre.x - wide / 2, paper.y, wide, high)
    end = Rect(notebook.centre.x - wide / 2, notebook.y + frame.theme.space(10), wide, high)
    share = _eased(moment.flight)
    lift = -4 * share * (1 - share) * frame.theme.space(10)
    rect = Rect(_between(start.x, end.x, share), _between(start.y, end.y, share) + round(lift), wide, high)

    def paint(canvas: Canvas, place: Rect, _now_s: float) -> None:
        paint_widget(canvas, replace(card, rect=place), NOBODY, frame)

    return (Artwork(paint=paint, moves=True, rect=rect),)


def _between(start: float, end: float, share: float) -> float:
    return round(start + (end - start) * share)


def _eased(share: float) -> float:
    """Start and end gently: the smoothstep curve."""
    return share * share * (3 - 2 * share)
