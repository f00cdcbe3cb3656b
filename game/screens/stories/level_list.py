"""What there is to choose from: the ways through the campaign, its chapters, and a card for each story."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from game.canvas.geometry import Rect
from game.content.campaign import CampaignPath, Chapter
from game.screens.services import Services
from game.screens.stories.level_card import LevelCard, card_height, placed_card
from game.screens.ways import awaited_chapter
from game.story.level import LevelId
from game.ui.arrange import Gap, Item, beside, card, column, line
from game.ui.frame import Frame, Shape
from game.ui.layout import Flex, columns
from game.ui.task_widgets import Pick
from game.ui.widgets import Button, Icon, ProgressDots, Text, Widget

CARD_EMS = 17.0
"""Least width of a card."""
MOST_ACROSS = 3
CARDS_GAP = 2.5


@dataclass(frozen=True, slots=True)
class Row:
    """Cards side by side, over the whole width."""

    levels: Sequence[LevelId]


Part = Row | Gap | Sequence[Item]


@dataclass(frozen=True, slots=True)
class LevelList:
    """Places everything below each other."""

    services: Services
    path: CampaignPath | None
    """The path that was chosen; None for the whole campaign."""
    card: Callable[[LevelId], LevelCard]

    def placed(self, area: Rect, frame: Frame) -> tuple[Widget, ...]:
        """Return all of it from the top of the area on; it may reach below the area."""
        placed: list[Widget] = []
        y = area.y
        for part in self._parts(_across(area.w, frame)):
            if isinstance(part, Gap):
                y += frame.theme.space(part.steps)
                continue
            place = Rect(area.x, y, area.w, 0)
            widgets = self._row(part, place, frame) if isinstance(part, Row) else column(part, place, frame)
            placed += widgets
            y = max(widget.rect.bottom for widget in widgets) + frame.theme.gap
        return tuple(placed)

    def _parts(self, across: int) -> Iterator[Part]:
        campaign = self.services.library().campaign
        if campaign.paths:
            yield [self._ways(campaign.paths)]
        if self.path:
            yield self._about(self.path)
            yield from _rows(self.path.levels, across)
            yield Gap()
        else:
            for chapter in campaign.chapters:
                yield from self._chapter(chapter, across)
        if missing := self._missing():
            yield [Text(text=missing, role="small")]

    def _ways(self, paths: Sequence[CampaignPath]) -> Item:
        """The whole story, the shorter paths, and the practice with offers, side by side."""
        words = self.services.words
        here = self.path.id if self.path else ""
        ways = [("", words("levels.whole")), *((path.id, path.title) for path in paths)]
        chosen = words("levels.chosen")
        picks = (Pick(id=f"path:{way}", label=title, on=way == here, word=chosen) for way, title in ways)
        return line(*picks, Button(id="practice", label=words("practice.title"), icon="search"))

    def _about(self, path: CampaignPath) -> list[Item]:
        known = self.services.progress.current.known_levels
        done = sum(level in known for level in path.levels)
        label = self.services.words("levels.done", done=done, count=len(path.levels))
        return [card(Text(text=path.about), ProgressDots(label=label, at=done, count=len(path.levels)))]

    def _chapter(self, chapter: Chapter, across: int) -> Iterator[Part]:
        about: list[Item] = [Text(text=chapter.about)] if chapter.about else []
        yield [Text(text=chapter.title, role="heading"), *about]
        if awaited := awaited_chapter(self.services, chapter):
            yield [self._closed(chapter, awaited)]
        else:
            yield from _rows(chapter.levels, across)
        yield Gap(2)

    def _closed(self, chapter: Chapter, awaited: Chapter) -> Item:
        """What opens the chapter, and what can be had of it already."""
        words, levels = self.services.words, self.services.library().levels
        hint = words("levels.read_hint")
        reads = (
            Button(id=f"read:{level}", label=levels[level].title, icon="notebook", hint=hint)
            for level in chapter.levels
        )
        listen = Button(id=f"listen:{chapter.id}", label=words("levels.listen"), icon="heart")
        opens = Text(text=words("levels.opens", chapter=awaited.title), role="strong")
        return card(beside(Icon(name="lock"), opens), Text(text=words("levels.read_now")), line(*reads, listen))

    def _row(self, row: Row, area: Rect, frame: Frame) -> tuple[Widget, ...]:
        cards = [self.card(level) for level in row.levels]
        places = columns(area, *[Flex()] * len(cards), gap=frame.theme.space(CARDS_GAP))
        high = max(card_height(each, place.w, frame) for each, place in zip(cards, places, strict=True))
        return tuple(
            widget
            for each, place in zip(cards, places, strict=True)
            for widget in placed_card(each, Rect(place.x, place.y, place.w, high), frame)
        )

    def _missing(self) -> str:
        library, words = self.services.library(), self.services.words
        broken = {fault.file for fault in library.faults if fault.severity == "error"}
        if broken:
            return words("levels.faults", count=len(broken))
        return "" if library.campaign.levels else words("levels.none")


def chapter_start(placed: Sequence[Widget], control_id: str, area: Rect) -> float:
    """Return how far below the area's top the chapter of a control begins; 0 for the first chapter."""
    starts: list[float] = []
    for widget in placed:
        if isinstance(widget, Text) and widget.role == "heading" and widget.rect.x == area.x:
            starts.append(widget.rect.y - area.y)
        elif isinstance(widget, Button) and widget.id == control_id:
            return starts[-1] if len(starts) > 1 else 0.0
    return 0.0


def _across(room: float, frame: Frame) -> int:
    """How many cards can stand side by side."""
    if frame.shape is Shape.TALL:
        return 1
    return max(1, min(MOST_ACROSS, int(room // (CARD_EMS * frame.theme.em))))


def _rows(levels: Sequence[LevelId], across: int) -> Iterator[Part]:
    """As few rows as hold them, as even as can be, the longer ones first."""
    left, rows = list(levels), -(-len(levels) // across)
    for row in range(rows, 0, -1):
        count = -(-len(left) // row)
        yield Row(tuple(left[:count]))
        yield Gap(CARDS_GAP - 1 if row > 1 else 0)
        del left[:count]
