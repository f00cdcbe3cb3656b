"""What an author sees beside the story: faults of the file, the state of the story, and the way to every passage."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.canvas.geometry import Rect, Size
from game.content.faults import Fault
from game.content.words import Words
from game.records.running import RunningLevel
from game.story.level import Level
from game.story.state import flags_set, known, learned, used
from game.story.task import Task, count, is_complete
from game.ui.arrange import Gap, Item, line, panel
from game.ui.frame import Frame, Shape
from game.ui.view import View
from game.ui.widgets import Backdrop, Button, Ink, Text, Tone, Widget

JUMP = "author-jump:"
PLACES = "author-places"
STATE = "author-state"
AGAIN = "author-again"
BACK = "author-back"

PANEL_EMS = 21.0
"""Narrow enough that the story still has two columns in the usual window."""
LEAST_STORY_EMS = 40.0
"""Where less would be left for the story beside the panel, the panel lies below it."""
BELOW_SHARE = 0.42


@dataclass(frozen=True, slots=True)
class AuthorPanel:
    """All there is to tell at one moment."""

    words: Words
    name: str
    faults: Sequence[Fault]
    running: RunningLevel | None
    """None as long as the level could not be played at all."""
    is_current: bool
    """Whether what is played is what the file says; else it is the last version without errors."""
    notice: str
    """What came of the last reload or jump; empty for nothing to say."""
    shows_places: bool

    def beside(self, view: View, area: Rect, frame: Frame) -> View:
        """Return the view of the story with the panel in its area."""
        widgets = (*view.widgets, Backdrop(rect=area), *self._placed(area, frame))
        return View(widgets, view.default_focus, view.turn, view.decides_s, view.below)

    def alone(self, frame: Frame) -> View:
        """Return the panel as all there is."""
        return View((Backdrop(rect=frame.area), *self._placed(frame.area, frame)))

    def _placed(self, area: Rect, frame: Frame) -> tuple[Widget, ...]:
        body = self._places() if self.shows_places and self.running else self._told()
        items, label = (*self._head(), *self._noticed(), *body), self.words("author.panel")
        room, gap = area.inset(frame.theme.gap), frame.theme.space(0.75)
        return panel("author", label, items, room, frame, anchor="fill", gap=gap)

    def _head(self) -> list[Item]:
        if self.running is None:
            return [Text(text=self.name, role="heading")]
        words = self.words
        places = (STATE, "author.state") if self.shows_places else (PLACES, "author.places")
        return [
            Text(text=f"{self.name}:{self.running.state.place}", role="strong"),
            line(
                Button(id=places[0], label=words(places[1]), tone=Tone.QUIET),
                Button(id=BACK, label=words("author.back"), icon="left", bare=True, tone=Tone.QUIET),
                Button(id=AGAIN, label=words("author.again"), icon="bricks", bare=True, tone=Tone.QUIET),
            ),
        ]

    # ------------------------------------------------------------------------------------------------------- the body

    def _noticed(self) -> Iterator[Item]:
        if self.notice:
            yield Text(text=self.notice, role="strong", ink="teal")

    def _told(self) -> Iterator[Item]:
        words = self.words
        if not self.is_current:
            which = "author.stale" if self.running else "author.unplayable"
            yield Text(text=words(which), role="strong", ink="warning")
        for fault in self.faults:
            yield from self._fault(fault)
        if not self.faults:
            yield Text(text=words("author.no_faults"), role="small", ink="good")
        if self.running:
            yield Gap(1)
            yield from self._state(self.running)
        yield Gap(1)
        yield Text(text=words("author.keys"), role="small", ink="soft")

    def _fault(self, fault: Fault) -> Iterator[Item]:
        ink: Ink = "warning" if fault.severity == "error" else "ink"
        yield Text(text=f"{fault.file}:{fault.line}:{fault.column}", role="small", ink="soft")
        yield Text(text=f"{fault.severity}: {fault.message}", role="small", ink=ink)
        if fault.hint:
            yield Text(text=fault.hint, role="small", ink="teal")
        yield Gap(0.5)

    def _state(self, running: RunningLevel) -> Iterator[Item]:
        level, state = running.level, running.state
        have, played, wins = learned(level, state), used(level, state), level.wins
        for meter, value in zip(level.meters, state.meters, strict=True):
            yield self._row(meter.id, f"{value} / {meter.max}")
        yield self._row(self.words("author.flags"), ", ".join(sorted(flags_set(level, state))))
        yield self._row(self.words("author.known"), ", ".join(known(level, state)))
        yield self._row(self.words("author.used"), ", ".join(played))
        yield self._row(self.words("author.learned"), f"{len(have)} / {wins.learn}")
        yield self._row(self.words("author.played"), f"{len(played)} / {wins.use}")
        passage = level.passages.get(state.place)
        if passage and passage.task:
            yield from self._task(passage.task, running)

    def _task(self, task: Task, running: RunningLevel) -> Iterator[Item]:
        arranged = running.arrangement
        for name, value in count(task, arranged).items():
            yield self._row(name, str(value))
        if is_complete(task, arranged):
            end = running.level.passages[running.state.place].comes_to(arranged)
            yield self._row(self.words("author.comes_to"), end.id if end else "")

    def _row(self, name: str, value: str) -> Item:
        return Text(text=self.words("author.row", name=name, value=value or "–"), role="small")

    def _places(self) -> Iterator[Item]:
        level: Level | None = self.running.level if self.running else None
        for place in (*level.passages, *level.endings) if level else ():
            yield Button(id=f"{JUMP}{place}", label=place, tone=Tone.PLAIN)


def divided(frame: Frame) -> tuple[Frame, Rect]:
    """Return the frame of the story when the panel is shown, and the area of the panel."""
    wide, high = frame.size
    panel = float(round(PANEL_EMS * frame.theme.em))
    if frame.shape is not Shape.TALL and wide - panel >= LEAST_STORY_EMS * frame.theme.em:
        return _sized(frame, wide - panel, high), Rect(wide - panel, 0, panel, high)
    below = float(round(BELOW_SHARE * high))
    return _sized(frame, wide, high - below), Rect(0, high - below, wide, below)


def _sized(frame: Frame, wide: float, high: float) -> Frame:
    return Frame(Size(wide, high), frame.theme, frame.type, frame.now_s)
