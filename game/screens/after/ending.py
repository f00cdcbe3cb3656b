"""An ending: first the picture, then the words, then what it was made of, and the way that led there."""

from enum import Enum, auto

from game.art.diorama import Diorama
from game.canvas.geometry import Rect
from game.records.finish import reach_ending
from game.records.progress import CheckResult
from game.records.running import RunningLevel
from game.screens.after.debrief import DebriefPapers
from game.screens.beside import opened_beside
from game.screens.chrome import corner
from game.screens.picture import Picture
from game.screens.picture_page import tagged
from game.screens.play.journey import journey
from game.screens.play.journey_map import JourneyMap, grown
from game.screens.routes import Routes
from game.screens.screen import Home, Pace, Push, Replace, Stay, Transition
from game.screens.services import Services
from game.screens.staged import next_staging
from game.story.level import Line
from game.ui import sizes
from game.ui.arrange import Gap, Item, column, column_height, line, scrolling
from game.ui.frame import Frame, Shape
from game.ui.intents import Command
from game.ui.layout import Flex, narrowed, rows
from game.ui.theme import TextRole
from game.ui.view import View
from game.ui.widgets import Backdrop, Button, Panel, Text, Tone, Widget

GO_ON = "go-on"
PART_BACK = "part-back"
GALLERY = "gallery"
PAPER_EMS = 52.0
SHEET_EMS = 84.0
BUILDS = 2.0
"""The picture stands alone for so long, in times of the building of a diorama."""


class Part(Enum):
    """What is told, in this order."""

    STORY = auto()
    DEBRIEF = auto()
    JOURNEY = auto()


_PARTS = tuple(Part)


class EndingScreen:
    """Shows the ending that was reached. Nothing here moves on by itself."""

    pace = Pace.READING

    def __init__(
        self, services: Services, routes: Routes, diorama: Diorama, running: RunningLevel, before: CheckResult | None
    ) -> None:
        """The ending counts as seen from here on; the story of `running` must have ended."""
        self._services = services
        self._routes = routes
        self._diorama = diorama
        self._running = running
        self._before = before
        self._ending = running.level.endings[running.state.place]
        self._stops = journey(running.level, running.history)
        self._part = Part.STORY
        self._picture: Picture | None = None
        self._now_s = 0.0
        self._since_s: float | None = None
        """When the part began to be told; None as long as it has not been shown."""
        self._is_told = False
        self._wakes_s: float | None = None
        reach_ending(services.progress, running, services.today())

    def view(self, frame: Frame) -> View:
        """Return the part that is told, as far as it has come."""
        self._now_s = frame.now_s
        since_s = self._since_s = frame.now_s if self._since_s is None else self._since_s
        if self._picture is None:
            staging = next_staging(self._running.level, self._running.state.place, None, frame.now_s)
            label = self._services.words("ending.picture", title=self._ending.title)
            self._picture = Picture(self._diorama, staging, label)
        match self._part:
            case Part.STORY:
                return self._story(frame, self._picture, since_s)
            case Part.DEBRIEF:
                return self._debrief(frame, self._picture)
            case Part.JOURNEY:
                return self._journey(frame, since_s)

    def use(self, control_id: str, step: int) -> Transition:
        """Go on to the next part, or back to the one before."""
        if control_id == PART_BACK:
            return self.back()
        if control_id == GALLERY:
            return Push(self._routes.gallery(self._running.level), ("page",))
        if control_id != GO_ON:
            return Stay()
        if self._part is Part.STORY and not self._is_told:
            self._is_told = True
            return Stay()
        if self._part is not _PARTS[-1]:
            self._turn_to(_PARTS[_PARTS.index(self._part) + 1])
            return Stay(("page",))
        return self._leave()

    def command(self, command: Command) -> Transition:
        """Open the notebook or the settings."""
        return opened_beside(self._routes, command, self._running)

    def back(self) -> Transition:
        """Return to the part before; from the first, leave. The save stays, so the ending can be read again."""
        if self._part is _PARTS[0]:
            return Home(self._routes.after_story(), ("page",))
        self._turn_to(_PARTS[_PARTS.index(self._part) - 1])
        self._is_told = True
        return Stay(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the words come, the path grows, or the picture changes."""
        moves = not self._services.settings.current.reduced_motion
        seen = None if self._part is Part.JOURNEY else self._picture
        picture = seen.wakes_s(now_s, moves=moves) if seen else None
        times = [each for each in (picture, self._wakes_s) if each is not None]
        return min(times, default=None)

    def _turn_to(self, part: Part) -> None:
        self._part = part
        self._since_s = None
        self._wakes_s = None

    def _leave(self) -> Transition:
        level, messages = self._running.level, self._services.library().messages
        if any(message in messages for message in level.asks):
            return Replace(self._routes.check_after(self._running, self._before), ("page",))
        return Replace(self._routes.results(self._running, self._before, None), ("page",))

    # ------------------------------------------------------------------------------------------------- the parts

    def _story(self, frame: Frame, picture: Picture, since_s: float) -> View:
        """The picture alone at first, then the words on paper at its foot."""
        theme = frame.theme
        words_at_s = since_s + BUILDS * theme.build_s
        self._is_told = self._is_told or not theme.moves or frame.now_s >= words_at_s
        self._wakes_s = None if self._is_told else words_at_s
        room = narrowed(_below_corner(frame), PAPER_EMS * theme.em)
        role: TextRole = "heading" if frame.shape is Shape.TIGHT else "title"
        told = [Text(text=self._ending.title, role=role), *self._lines()]
        label = self._services.words(f"ending.{self._ending.outcome.name.lower()}")
        paper = tagged(label, [*told, Gap(0.5), self._forward("ending.to_debrief")], room, frame)
        # The figures stand where they will stand above the paper, so that nothing jumps when it comes.
        art = picture.artwork(frame, _above(frame, paper[-1].rect.y))
        shown = paper if self._is_told else self._waiting(room, frame)
        widgets = (art, *shown, *corner(frame, self._services))
        return View(widgets, default_focus=GO_ON, turn=("story", self._is_told))

    def _waiting(self, room: Rect, frame: Frame) -> tuple[Widget, ...]:
        """The button alone, so that an impatient press brings the words and no more."""
        placed = column((self._forward("ending.go_on"),), room, frame)
        foot = room.bottom - frame.theme.pad
        return tuple(sizes.moved(each, 0, foot - each.rect.bottom) for each in placed)

    def _lines(self) -> list[Item]:
        return [
            Text(text=self._said(each), role="speech") if each.speaker else Text(text=each.text, role="narration")
            for each in self._ending.text
        ]

    def _said(self, told: Line) -> str:
        name = self._running.level.cast[told.speaker].name if told.speaker else ""
        return self._services.words("ending.said", name=name, text=told.text)

    def _debrief(self, frame: Frame, picture: Picture) -> View:
        self._wakes_s = None
        papers = DebriefPapers(self._services.words, self._ending.debrief)
        placed = papers.view(_below_corner(frame), (self._both("ending.to_journey"),), frame)
        art = picture.artwork(frame, _above(frame, placed[0].rect.y))
        widgets = (art, *placed, *corner(frame, self._services))
        return View(widgets, default_focus=GO_ON, turn=self._part)

    def _journey(self, frame: Frame, since_s: float) -> View:
        theme, words = frame.theme, self._services.words
        shown = grown(self._stops, frame.now_s - since_s, frame)
        self._wakes_s = since_s + shown * theme.appear_s if shown < len(self._stops) else None
        paper = narrowed(_below_corner(frame), SHEET_EMS * theme.em)
        inner = paper.inset(theme.pad)
        head = [Text(text=words("journey.title"), role="heading"), Text(text=words("journey.hint"), ink="soft")]
        gallery = Button(id=GALLERY, label=words("ending.gallery"), icon="bricks")
        foot = (self._both("ending.to_questions", gallery),)
        middle, bottom = rows(inner, Flex(), column_height(foot, inner.w, frame), gap=theme.space(2))
        road = JourneyMap(words, self._services.library().messages, self._stops, self._ending.title)
        high = column_height(head, inner.w, frame) + theme.space(1.5)
        path = road.view(Rect(inner.x, inner.y + high, inner.w, 0), frame, shown)
        way = scrolling("journey", words("journey.title"), (*column(head, inner, frame), *path), middle, frame)
        widgets: tuple[Widget, ...] = (
            Backdrop(rect=frame.area),
            Panel(rect=paper),
            way,
            *column(foot, bottom, frame),
            *corner(frame, self._services),
        )
        return View(widgets, default_focus=GO_ON, turn=self._part)

    def _both(self, label: str, *more: Button) -> Item:
        words = self._services.words
        back = Button(id=PART_BACK, label=words("chrome.back"), tone=Tone.QUIET, icon="left")
        return line(back, *more, self._button(label), side="right")

    def _forward(self, label: str) -> Item:
        return line(self._button(label), side="right")

    def _button(self, label: str) -> Button:
        return Button(id=GO_ON, label=self._services.words(label), tone=Tone.PRIMARY, icon="right", final=True)


def _below_corner(frame: Frame) -> Rect:
    top = frame.page.y + frame.theme.target + frame.theme.gap
    return Rect(frame.page.x, top, frame.page.w, frame.page.bottom - top)


def _above(frame: Frame, paper_y: float) -> Rect:
    """Where the figures are seen above paper; on a small window they look out from behind it."""
    theme, page = frame.theme, frame.page
    if frame.upper.h > 0:
        return frame.upper
    top = page.y + theme.gap
    return Rect(page.x, top, page.w, max(paper_y - theme.gap - top, 3 * theme.target))
