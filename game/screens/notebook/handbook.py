"""My handbook: one page of what was learned and who can help, saved as a picture when the player asks for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from game.art.diorama import Diorama
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.content.finding import ANYWHERE
from game.content.helplines import INTERNATIONAL, Helpline, is_police
from game.records.latest import load_latest
from game.screens.chrome import body_area, page
from game.screens.help import COUNTRY, TALK, countries
from game.screens.notebook.handbook_page import SIZE, Handbook, page_frame
from game.screens.screen import Pop, Stay, Transition
from game.screens.services import Services
from game.story.ids import LevelId
from game.story.message import Message
from game.ui.arrange import Item, beside, line, panel
from game.ui.frame import Frame, Shape
from game.ui.hand import Hand
from game.ui.intents import Command
from game.ui.layout import Flex, centred, columns
from game.ui.paint import paint_widget
from game.ui.shrunk import Shrunk
from game.ui.view import View
from game.ui.widgets import Artwork, Button, Icon, Panel, Stepper, Text, Tone, Widget

SAVE = "save"
FILE = "before-you-go"
LEAST_PREVIEW_EMS = 14.0
"""In less height there is no picture of the page."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of saving: where the picture lies, or None."""

    path: Path | None


class HandbookScreen:
    """Shows the page as it would be saved, and saves it."""

    def __init__(self, services: Services, diorama: Diorama, first: Sequence[str]) -> None:
        """`first` are the countries to begin with, the likeliest one first."""
        self._services = services
        self._diorama = diorama
        self._countries = countries(services.library().helplines, first)
        self._at = 0
        self._messages = tuple(_ranked(services))
        self._in_game = _count_in_game(services)
        self._saved: Saved | None = None

    def view(self, frame: Frame) -> View:
        """Return what the page is, and the page in small where there is room for it."""
        title = self._services.words("handbook.title")
        area = body_area(frame, title)
        if frame.shape is not Shape.WIDE:
            paper = panel("handbook", title, self._items(), body_area(frame, title, reading=True), frame)
            top = paper[0].rect.bottom + frame.theme.space(2.5)
            below = Rect(area.x, top, area.w, area.bottom - top)
            return page(frame, self._services, title, (*paper, *self._preview(below, frame)), default_focus=SAVE)
        left, right = columns(area, Flex(), Flex(), gap=frame.theme.space(2.5))
        paper = panel("handbook", title, self._items(), left, frame)
        return page(frame, self._services, title, (*paper, *self._preview(right, frame)), default_focus=SAVE)

    def use(self, control_id: str, step: int) -> Transition:
        """Turn to another country, or save the page."""
        if control_id == COUNTRY:
            self._at = (self._at + step) % len(self._countries)
            self._saved = None
            return Stay(("page",))
        if control_id == SAVE:
            self._saved = Saved(self._save())
            return Stay(("learned",) if self._saved.path else ("tap",))
        return self.back()

    def command(self, command: Command) -> Transition:
        """Nothing here has a key of its own."""
        return Stay()

    def back(self) -> Transition:
        """Return to where it was opened."""
        return Pop()

    def wakes_s(self, now_s: float) -> float | None:
        """Return None: nothing moves."""
        return None

    def _items(self) -> list[Item]:
        words = self._services.words
        country = words(f"countries.{self._country}")
        return [
            Text(text=words("handbook.about"), role="heading"),
            Text(text=words("handbook.about_more")),
            Stepper(id=COUNTRY, label=words("handbook.country"), value=country),
            line(Button(id=SAVE, label=words("handbook.save"), tone=Tone.PRIMARY, icon="down")),
            *self._outcome(),
            beside(Icon(name="warning", ink="warning"), Text(text=words("handbook.careful"), role="small")),
        ]

    def _outcome(self) -> list[Item]:
        words = self._services.words
        match self._saved:
            case None:
                return []
            case Saved(None):
                return [
                    beside(Icon(name="warning", ink="warning"), Text(text=words("handbook.not_saved"), role="strong"))
                ]
            case Saved(path):
                told = Text(text=words("handbook.saved"), role="strong", ink="good")
                return [beside(Icon(name="check", ink="good"), told, Text(text=str(path), role="small"))]

    def _preview(self, area: Rect, frame: Frame) -> tuple[Widget, ...]:
        if area.h < LEAST_PREVIEW_EMS * frame.theme.em:
            return ()
        scale = min(area.w / SIZE.w, area.h / SIZE.h)
        place = centred(area, SIZE.w * scale, SIZE.h * scale)
        handbook, paper = self._handbook(), page_frame(frame.type)
        label = self._services.words("handbook.preview", country=self._services.words(f"countries.{self._country}"))

        def paint(canvas: Canvas, rect: Rect, _now_s: float) -> None:
            small = Shrunk(canvas, rect.w / SIZE.w)
            small.fill(paper.theme.colours.paper)
            for widget in handbook.widgets(paper):
                paint_widget(small, widget, Hand(), paper)

        key = ("handbook", self._country, tuple(message.id for message in self._messages))
        return (Panel(rect=place), Artwork(paint=paint, label=label, key=key, rect=place))

    @property
    def _country(self) -> str:
        return self._countries[self._at]

    def _handbook(self) -> Handbook:
        def picture(canvas: Canvas, rect: Rect, _now_s: float) -> None:
            self._diorama.paint(canvas, rect, TALK, motion=False)

        here = [message for message in self._messages if message.country in (ANYWHERE, self._country)]
        elsewhere = [message for message in self._messages if message not in here]
        return Handbook(
            self._services.words,
            (*here, *elsewhere),
            self._in_game,
            self._country,
            tuple(_helpers(self._services.library().helplines, self._country)),
            date.fromordinal(self._services.today()),
            picture,
        )

    def _save(self) -> Path | None:
        handbook, pictures = self._handbook(), self._services.pictures
        if pictures is None:
            return None
        try:
            return pictures.export_picture(f"{FILE}-{handbook.day.isoformat()}", SIZE, handbook.paint)
        except OSError:
            return None


def _ranked(services: Services) -> Iterator[Message]:
    """Yield the messages met: those of the story played last, those of stories played, the others."""
    library, progress = services.library(), services.progress.current
    latest = load_latest(services.folder)
    played = [level for level in reversed(library.campaign.levels) if level in progress.levels]
    order: dict[LevelId, None] = dict.fromkeys([*([latest.level] if latest else []), *played])
    first = [message for level in order if level in library.levels for message in library.levels[level].messages]
    for message in dict.fromkeys((*first, *library.messages)):
        if message in progress.met and message in library.messages:
            yield library.messages[message]


def _count_in_game(services: Services) -> int:
    library = services.library()
    taught = {message for level in library.campaign.levels for message in library.levels[level].messages}
    return len(taught | {message for message in services.progress.current.met if message in library.messages})


def _helpers(helplines: Sequence[Helpline], country: str) -> Iterator[Helpline]:
    """Yield those of the country that can be reached, police last, then those of every country."""
    here = [each for each in helplines if each.country == country and (each.phone or each.url)]
    if country != INTERNATIONAL:
        yield from sorted(here, key=lambda each: (is_police(each), not each.phone))
    yield from (each for each in helplines if each.country == INTERNATIONAL)
