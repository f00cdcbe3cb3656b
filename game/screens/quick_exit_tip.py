"""The first thing a new player is told: how to hide the game at once. It can be tried out here."""

from dataclasses import replace
from typing import Final

from game.canvas.geometry import Rect
from game.screens.chrome import QUICK_EXIT, corner
from game.screens.screen import Pop, QuickExitPractice, Screen, Stay, Transition
from game.screens.services import Services
from game.ui.arrange import Gap, Item, beside, dialog, line, panel
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.layout import narrowed
from game.ui.view import View
from game.ui.widgets import Button, Icon, ProgressDots, Text, Tone, Widget

GO_ON = "go-on"
PRESSES: Final = 3
PAPER_EMS = 38.0


class QuickExitTipScreen(QuickExitPractice):
    """Lies over the title until the player has read it."""

    def __init__(self, services: Services, title: Screen) -> None:
        self._services = services
        self._title = title
        self._presses = 0
        self._has_tried = False

    def view(self, frame: Frame) -> View:
        """Return the tip over the dimmed title; the quick exit in the corner is golden."""
        theme, page = frame.theme, frame.page
        top = page.y + theme.target + theme.gap
        area = narrowed(Rect(page.x, top, page.w, page.bottom - top), PAPER_EMS * theme.em)
        label = self._services.words("tip.title")
        paper = panel("tip", label, self._items(), area, frame, anchor="centre")
        edge = tuple(_golden(widget) for widget in corner(frame, self._services))
        return dialog(self._title.view(frame), (*paper, *edge), frame, default_focus=GO_ON)

    def use(self, control_id: str, step: int) -> Transition:
        """Leave; the tip does not come again."""
        settings = self._services.settings
        settings.change(replace(settings.current, knows_quick_exit=True))
        return Pop(("page",))

    def command(self, command: Command) -> Transition:
        """Praise whoever has just hidden the game, as it would have been."""
        if command is Command.QUICK_EXIT:
            self._has_tried, self._presses = True, PRESSES
            return Stay(("learn",))
        return Stay()

    def back(self) -> Transition:
        """Count: this is what the first and the second press of Escape are."""
        if not self._has_tried:
            self._presses = self._presses % (PRESSES - 1) + 1
        return Stay(("tap",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return None: the title below stands still meanwhile."""
        return None

    def _items(self) -> list[Item]:
        words = self._services.words
        if self._has_tried:
            return [
                beside(Icon(name="check", ink="good"), Text(text=words("tip.title"), role="heading")),
                Text(text=words("tip.done"), role="speech"),
                Text(text=words("tip.honest")),
                Gap(0.5),
                line(Button(id=GO_ON, label=words("tip.go_on"), icon="play", tone=Tone.PRIMARY), side="right"),
            ]
        return [
            beside(Icon(name="exit"), Text(text=words("tip.title"), role="heading")),
            Text(text=words("tip.text"), role="speech"),
            Text(text=words("tip.honest")),
            Gap(0.5),
            Text(text=words("tip.try"), role="strong", ink="teal"),
            ProgressDots(label=words("tip.count", at=self._presses, count=PRESSES), at=self._presses, count=PRESSES),
            line(Button(id=GO_ON, label=words("tip.later")), side="right"),
        ]


def _golden(widget: Widget) -> Widget:
    if isinstance(widget, Button) and widget.id == QUICK_EXIT:
        return replace(widget, tone=Tone.GOLD)
    return widget
