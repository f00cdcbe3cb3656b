"""Where the parts of the play screen lie, in every kind of window."""

from dataclasses import dataclass

from game.canvas.geometry import Rect
from game.ui import sizes
from game.ui.frame import Frame, Shape
from game.ui.layout import Flex, columns, rows
from game.ui.widgets import Tag

NOTEBOOK_EMS = 22.5
"""Width of the notebook beside the story."""
NOTEBOOK_BELOW_EMS = 21.0
"""Height of the notebook below the story."""
ROOMY_EMS = 60.0
"""From this height on, a portrait window has room for the notebook below the story."""
STAGE_SHARES = {Shape.WIDE: 0.47, Shape.TALL: 0.48, Shape.TIGHT: 0.34}
"""How much of the height between the bar and the window's foot the figures may use."""
DIALOG_SHARES = {Shape.WIDE: 0.64, Shape.TALL: 0.66, Shape.TIGHT: 0.78}
"""How high the paper may grow before it scrolls."""
SHOWN_STAGE, SHOWN_DIALOG = 0.45, 0.84
"""The same where a room looks on: its text is large, nobody scrolls, and the notebook is in everybody's hands."""


@dataclass(frozen=True, slots=True)
class PlayLayout:
    """The parts. The diorama covers the window; what must be seen of it lies in `stage`."""

    stage: Rect
    dialog: Rect
    notebook: Rect | None
    """None where the notebook has to be opened."""


def play_layout(frame: Frame, bar_bottom: float, *, is_shown: bool = False) -> PlayLayout:
    """Divide the window below the bar; `is_shown` to a room that plays elsewhere."""
    theme, page = frame.theme, frame.page
    room = Rect(page.x, bar_bottom + theme.gap, page.w, page.bottom - bar_bottom - theme.gap)
    if is_shown:
        stage = Rect(room.x, room.y, room.w, round(room.h * SHOWN_STAGE))
        high = round(room.h * SHOWN_DIALOG)
        return PlayLayout(stage, Rect(room.x, room.bottom - high, room.w, high), None)
    if frame.shape is Shape.WIDE:
        story, notebook = columns(room, Flex(), NOTEBOOK_EMS * theme.em, gap=theme.space(3))
        return _stacked(frame, story, notebook)
    if frame.shape is Shape.TALL and frame.size.h >= ROOMY_EMS * theme.em:
        story, notebook = rows(room, Flex(), NOTEBOOK_BELOW_EMS * theme.em, gap=theme.space(2))
        return _stacked(frame, story, notebook)
    return _stacked(frame, room, None)


def _stacked(frame: Frame, story: Rect, notebook: Rect | None) -> PlayLayout:
    if frame.upper.h > 0:
        tag_h = sizes.height(Tag(label=" "), story.w, frame)  # it stands above the paper
        return PlayLayout(frame.upper, Rect(story.x, story.y + tag_h, story.w, story.h - tag_h), notebook)
    stage = Rect(story.x, story.y, story.w, round(story.h * STAGE_SHARES[frame.shape]))
    high = round(story.h * DIALOG_SHARES[frame.shape])
    return PlayLayout(stage, Rect(story.x, story.bottom - high, story.w, high), notebook)
