"""The bar above the story: pause, the level's title, the meters, and the corner of every screen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.canvas.geometry import Rect
from game.screens.chrome import corner, corner_width
from game.screens.services import Services
from game.story.level import Level, MeterId
from game.story.state import State
from game.ui import sizes
from game.ui.arrange import pill
from game.ui.frame import Frame
from game.ui.widgets import Button, Gauge, Text, Tone, Widget

PAUSE = "pause"
NOTEBOOK = "notebook"


@dataclass(frozen=True, slots=True)
class PlayBar:
    """What the bar shows."""

    services: Services
    level: Level
    state: State
    changes: Mapping[MeterId, int]
    """How much each meter has just moved."""
    has_notebook_button: bool
    has_pause_button: bool = True

    def view(self, frame: Frame) -> tuple[tuple[Widget, ...], float]:
        """Return the bar's widgets, and where it ends at the bottom. The title is left out where it is narrow."""
        page, gap = frame.page, frame.theme.gap
        buttons, edge = self._buttons(frame), corner(frame, self.services)
        x = buttons[-1].rect.right + gap if buttons else page.x
        room = Rect(x, page.y, page.right - corner_width(frame) - gap - x, 0)
        gauges = pill(self._gauges(room.w, frame), room, frame, side="right")
        title = pill((Text(text=self.level.title, role="strong"),), room, frame)
        if title[0].rect.w + gap + gauges[0].rect.w > room.w:
            title = ()
        return (*buttons, *title, *gauges, *edge), gauges[0].rect.bottom

    def _buttons(self, frame: Frame) -> tuple[Widget, ...]:
        words, target = self.services.words, frame.theme.target
        buttons = []
        if self.has_pause_button:
            buttons.append(Button(id=PAUSE, label=words("play.pause"), icon="pause", bare=True, tone=Tone.QUIET))
        if self.has_notebook_button:
            label = words("play.notebook")
            buttons.append(Button(id=NOTEBOOK, label=label, icon="notebook", bare=True, tone=Tone.QUIET))
        step = target + frame.theme.gap
        return tuple(
            sizes.place(button, Rect(frame.page.x + place * step, frame.page.y, target, target), frame)
            for place, button in enumerate(buttons)
        )

    def _gauges(self, room: float, frame: Frame) -> tuple[Gauge, ...]:
        """Return the meters, without their bricks where these would not fit on one line."""
        values = zip(self.level.meters, self.state.meters, strict=True)
        gauges = tuple(
            Gauge(label=meter.label, value=value, most=meter.max, fill=place, change=self.changes.get(meter.id, 0))
            for place, (meter, value) in enumerate(values)
        )
        between = frame.theme.gap * (len(gauges) - 1) + 2 * frame.theme.pad
        if sum(sizes.width(gauge, frame) for gauge in gauges) + between <= room:
            return gauges
        return tuple(replace(gauge, has_bricks=False) for gauge in gauges)
