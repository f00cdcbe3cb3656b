"""Who can help, by country. It calls nobody, and nothing remembers that it was opened."""

from collections.abc import Callable, Iterator, Sequence

from game.art.diorama import Diorama
from game.art.staging import Actor, Staging
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.content.helplines import INTERNATIONAL, Helpline, is_police
from game.screens.chrome import header
from game.screens.chrome import page as whole_page
from game.screens.screen import HelpPage, Pace, Pop, Push, Screen, Stay, Transition
from game.screens.services import Services
from game.ui.arrange import Gap, Item, beside, card, column, column_height, line, panel, scroll
from game.ui.frame import Frame, Shape
from game.ui.intents import Command
from game.ui.layout import Flex, columns, rows
from game.ui.view import View
from game.ui.widgets import Artwork, Button, Icon, Panel, Stepper, Text, Widget

COUNTRY = "country"
HANDBOOK = "handbook"
TALK = Staging("advice-centre", "day", (Actor("sari", "sari", "calm"), Actor("counsellor", "counsellor", "hopeful")))
LEAST_PICTURE_EMS = 9.0
"""In less height there is no picture."""
WAYS_GAP_STEPS = 3.0
"""Between a telephone number and a website."""
COMFORT_SHARE = 0.36
"""How much of a wide window the words for somebody in trouble take."""


class HelpScreen(HelpPage):
    """Shows the helpers of one country at a time, with those who help everywhere."""

    pace = Pace.READING

    def __init__(
        self,
        services: Services,
        diorama: Diorama,
        first: Sequence[str],
        handbook: Callable[[], Screen] | None = None,
    ) -> None:
        """`first` are the countries to begin with, the likeliest one first; `handbook` is where pages are made."""
        self._services = services
        self._diorama = diorama
        self._handbook = handbook
        self._countries = countries(services.library().helplines, first)
        self._at = 0

    def view(self, frame: Frame) -> View:
        """Return comfort and safety first, then the helpers."""
        title = self._services.words("help.title")
        _, area = header(frame, title)
        if frame.shape is not Shape.WIDE:
            items = [*self._comfort(), self._chooser(), *self._helpers(), *self._small_print()]
            paper = panel("helpers", title, items, area, frame)
            return whole_page(frame, self._services, title, paper, default_focus=COUNTRY)
        left, right = columns(area, Flex(COMFORT_SHARE), Flex(1 - COMFORT_SHARE), gap=frame.theme.space(2.5))
        comfort = panel(
            "comfort", self._services.words("help.now"), [*self._comfort(), *self._small_print()], left, frame
        )
        body = (*comfort, *self._company(left, comfort[0].rect, frame), *self._directory(right, frame))
        return whole_page(frame, self._services, title, body, default_focus=COUNTRY)

    def use(self, control_id: str, step: int) -> Transition:
        """Turn to another country, or go back."""
        if control_id == COUNTRY:
            self._at = (self._at + step) % len(self._countries)
            return Stay(("page",))
        if control_id == HANDBOOK and self._handbook:
            return Push(self._handbook(), ("page",))
        return self.back()

    def command(self, command: Command) -> Transition:
        """Close it with the key that opened it."""
        return self.back() if command is Command.HELP else Stay()

    def back(self) -> Transition:
        """Go back to where the player was, without a question."""
        return Pop()

    def wakes_s(self, now_s: float) -> float | None:
        """Return None: nothing moves."""
        return None

    def _company(self, column: Rect, above: Rect, frame: Frame) -> tuple[Widget, ...]:
        """A picture of two people talking, where there is room for it below the words."""
        top = above.bottom + frame.theme.space(2.5)
        place = Rect(column.x, top, column.w, column.bottom - top)
        if place.h < LEAST_PICTURE_EMS * frame.theme.em:
            return ()

        def paint(canvas: Canvas, rect: Rect, _now_s: float) -> None:
            self._diorama.paint(canvas, rect, TALK, motion=False)

        return (Panel(rect=place), Artwork(paint=paint, key="talk", rect=place.inset(frame.theme.space(1))))

    def _directory(self, area: Rect, frame: Frame) -> tuple[Widget, ...]:
        """Paper with the country at its head, which stays, and the helpers, which scroll."""
        inner = area.inset(frame.theme.pad)
        chooser = self._chooser()
        head, rest = rows(inner, column_height([chooser], inner.w, frame), Flex(), gap=frame.theme.gap)
        helpers = scroll("helpers", self._services.words("help.list"), self._helpers(), rest, frame)
        return (Panel(rect=area), *column([chooser], head, frame), helpers)

    def _comfort(self) -> list[Item]:
        words = self._services.words
        return [
            beside(Icon(name="heart", ink="warning"), Text(text=words("help.now"), role="heading")),
            Text(text=words("help.now_more")),
            beside(Icon(name="warning", ink="warning"), Text(text=words("help.safety"), role="strong")),
            Gap(0.5),
        ]

    def _small_print(self) -> list[Item]:
        words = self._services.words
        return [
            Text(text=words("help.nothing_kept"), role="small", ink="soft"),
            Text(text=words("help.numbers"), role="small", ink="soft"),
            *self._way_to_handbook(),
        ]

    def _way_to_handbook(self) -> list[Item]:
        label = self._services.words("handbook.title")
        return [line(Button(id=HANDBOOK, label=label, icon="star"))] if self._handbook else []

    def _chooser(self) -> Stepper:
        country = self._countries[self._at]
        return Stepper(
            id=COUNTRY,
            label=self._services.words("help.country"),
            value=self._services.words(f"countries.{country}"),
        )

    def _helpers(self) -> list[Item]:
        """Those of the country, then those of every country; police never first and never alone."""
        words, country = self._services.words, self._countries[self._at]
        everyone = self._services.library().helplines
        here = sorted((each for each in everyone if each.country == country), key=is_police)
        everywhere = [each for each in everyone if each.country == INTERNATIONAL]
        items = [self._helper(each) for each in here]
        if country != INTERNATIONAL:
            if not here:
                items.append(Text(text=words("help.none")))
            items += [Gap(0.5), Text(text=words("help.everywhere"), role="heading")]
            items += [self._helper(each) for each in everywhere]
        return items

    def _helper(self, helpline: Helpline) -> Item:
        """Who they are and for whom, how they are reached, and how old that knowledge is."""
        words = self._services.words
        details: list[Item] = [Text(text=helpline.name, role="strong"), Text(text=helpline.purpose)]
        ways = [words("help.phone", phone=helpline.phone)] if helpline.phone else []
        ways += [helpline.url] if helpline.url else []
        details.append(line(*(Text(text=way, role="strong", ink="teal") for way in ways), gap_steps=WAYS_GAP_STEPS))
        if is_police(helpline):
            details.append(beside(Icon(name="warning", ink="warning"), Text(text=words("help.police"), role="small")))
        return card(*details, Text(text=" · ".join(self._about(helpline)), role="small", ink="soft"))

    def _about(self, helpline: Helpline) -> Iterator[str]:
        words = self._services.words
        if helpline.organisation not in helpline.name:
            yield helpline.organisation
        if helpline.languages:
            yield words("help.speaks", languages=", ".join(helpline.languages))
        if not helpline.phone and not helpline.url:
            yield words("help.no_website")
        if helpline.page_year:
            yield words("help.read", year=helpline.page_year)
        else:
            yield words("help.believed", year=helpline.as_of)


def countries(helplines: Sequence[Helpline], first: Sequence[str]) -> tuple[str, ...]:
    """Return each country once: those to begin with, the others in the order of the file, then everywhere."""
    known = [each.country for each in helplines if each.country != INTERNATIONAL]
    return tuple(dict.fromkeys((*first, *known, INTERNATIONAL)))
