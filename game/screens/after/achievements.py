"""What has been reached, and what can be: learning and helping, never money or speed."""

from collections.abc import Sequence

from game.canvas.geometry import Rect
from game.content.praise import what_for
from game.records.tally import earned
from game.screens.beside import opened_beside
from game.screens.chrome import body_area, page
from game.screens.routes import Routes
from game.screens.screen import Pop, Transition
from game.screens.services import Services
from game.story.achievement import Achievement
from game.ui.arrange import Item, beside, column, column_height, scrolling
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.layout import grid
from game.ui.view import View
from game.ui.widgets import Icon, Panel, Text, Widget

CARD_EMS, MOST_ACROSS = 18.0, 3
"""Least width of a card, and how many stand side by side at most."""


class AchievementsScreen:
    """Lists all of them: first those reached, then the others, in the order of their file."""

    def __init__(self, services: Services, routes: Routes) -> None:
        self._services = services
        self._routes = routes
        self._known = services.library().achievements
        now, new = earned(services.progress.current, self._known, services.today())
        if new:
            services.progress.change(now)

    def view(self, frame: Frame) -> View:
        """Return a card each; those reached have a star and their day."""
        words, reached = self._services.words, self._services.progress.current.achievements
        title = words("praise.title")
        area = body_area(frame, title)
        found = sum(each.id in reached for each in self._known)
        count = Text(text=words("praise.count", found=found, count=len(self._known)), ink="soft")
        head = column([count], area, frame)
        top = head[-1].rect.bottom + frame.theme.space(2)
        known = sorted(self._known, key=lambda each: each.id not in reached)
        cards = _grid([self._card(each) for each in known], Rect(area.x, top, area.w, 0), frame)
        body = scrolling("achievements", words("praise.list"), (*head, *cards), area, frame, on_paper=False)
        return page(frame, self._services, title, [body])

    def use(self, control_id: str, step: int) -> Transition:
        """Go back: there is nothing else to use."""
        return Pop(("page",))

    def command(self, command: Command) -> Transition:
        """Open the notebook or the settings."""
        return opened_beside(self._routes, command)

    def back(self) -> Transition:
        """Go back."""
        return Pop(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return None: nothing moves."""
        return None

    def _card(self, achievement: Achievement) -> Item:
        words, day = self._services.words, self._services.progress.current.achievements.get(achievement.id)
        if day is None:
            return beside(
                Icon(name="bricks", ink="soft"),
                Text(text=achievement.title, role="strong", ink="soft"),
                Text(text=what_for(words, achievement.rule), ink="soft"),
            )
        days = self._services.today() - day
        since = words("praise.ago", count=days) if days > 0 else words("praise.today")
        return beside(
            Icon(name="star", ink="teal"),
            Text(text=achievement.title, role="strong"),
            Text(text=achievement.text),
            Text(text=since, role="small", ink="teal"),
        )


def _grid(items: Sequence[Item], area: Rect, frame: Frame) -> tuple[Widget, ...]:
    """Cards in rows; those of a row are equally high."""
    gap, pad = frame.theme.space(1.5), frame.theme.space(1.5)
    across = max(1, min(MOST_ACROSS, int(area.w // (CARD_EMS * frame.theme.em))))
    wide = (area.w - (across - 1) * gap) // across
    placed: list[Widget] = []
    y = area.y
    for start in range(0, len(items), across):
        row = items[start : start + across]
        high = max(column_height([item], wide - 2 * pad, frame) for item in row) + 2 * pad
        for item, place in zip(row, grid(Rect(area.x, y, area.w, high), across, across, high, gap), strict=False):
            placed += [Panel(kind="card", rect=place), *column([item], place.inset(pad), frame)]
        y += high + gap
    return tuple(placed)
