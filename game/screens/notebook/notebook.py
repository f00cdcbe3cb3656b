"""The notebook: every message met, with all that stands behind it, by topic and country, and found by a word."""

from collections.abc import Sequence
from dataclasses import replace

from game.art.diorama import Diorama
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.content.finding import country_of
from game.records.running import RunningLevel
from game.screens.chrome import body_area, page
from game.screens.notebook.notebook_bar import ALL, COUNTRY, HANDBOOK, TOPIC, bar, bar_items, stepped
from game.screens.notebook.notebook_shelf import EVERYTHING, Shelf, Wanted
from game.screens.routes import Routes
from game.screens.screen import Pace, Pop, Push, Stay, Transition
from game.screens.services import Services
from game.screens.sheets import has_room_for_two
from game.screens.teachers import lesson
from game.story.level import MessageId
from game.story.message import Message, Verification
from game.ui.arrange import Gap, Item, beside, line, panel
from game.ui.frame import Frame, Shape
from game.ui.intents import Command
from game.ui.layout import Flex, columns, rows
from game.ui.view import View
from game.ui.widgets import Artwork, Button, CardState, Icon, MessageCard, Text, Tone, Widget

CARD = "card:"
TO_LIST = "to-list"
EARLIER, FURTHER = "earlier", "further"
AT_ONCE = 24
"""So many cards are listed at most: what is laid out stays little, however many there are."""
PICTURE_EMS = 5.5
"""A picture is at least so high."""
ZOOM, LOWER = 1.8, 0.8
"""The lower middle of the place, where people stand, is seen from so much nearer."""
LIST_SHARE = 0.42
"""Of a wide window's width, or of a tall one's height."""


class NotebookScreen:
    """Lists the messages that are looked for; one of them lies open."""

    pace = Pace.READING

    def __init__(
        self,
        services: Services,
        routes: Routes,
        diorama: Diorama,
        running: RunningLevel | None,
        open_: MessageId | None = None,
    ) -> None:
        """Without a level being played, the messages met in all of them are shown. `open_` lies open at first."""
        self._services = services
        self._routes = routes
        self._diorama = diorama
        self._shelf = Shelf(services, running)
        self._wanted = EVERYTHING
        self._first: int | None = None
        """The first card that is listed; None as long as nobody turned the pages: the one with the open message."""
        self._open = open_
        self._is_reading = open_ is not None
        """On a small window the open message takes the place of the list."""

    def view(self, frame: Frame) -> View:
        """Return the list and the open message."""
        title = self._services.words("notebook.title")
        if not self._shelf.messages:
            empty = [Text(text=self._services.words("notebook.empty")), *self._unmet()]
            body = panel("list", title, empty, body_area(frame, title, reading=True), frame)
            return page(frame, self._services, title, body)
        found, first = self._shelf.found(self._wanted), self._page()
        listed = found[first : first + AT_ONCE]
        open_ = next((message for message in listed if message.id == self._open), listed[0] if listed else None)
        focus = f"{CARD}{open_.id}" if open_ else ALL
        if open_ and self._is_reading and not has_room_for_two(frame):
            focus = TO_LIST
        body = self._body(frame, body_area(frame, title), listed, open_)
        return page(frame, self._services, title, body, default_focus=focus)

    def use(self, control_id: str, step: int) -> Transition:
        """Open a message, look for others, or make a page of them."""
        match control_id:
            case _ if control_id.startswith(CARD):
                self._open = MessageId(control_id.removeprefix(CARD))
                self._is_reading = True
            case _ if control_id == TO_LIST:
                self._is_reading = False
            case _ if control_id in (EARLIER, FURTHER):
                self._first = self._page() + (AT_ONCE if control_id == FURTHER else -AT_ONCE)
            case _ if control_id == TOPIC:
                self._look_for(replace(self._wanted, topic=stepped(self._shelf.topics, self._wanted.topic, step)))
            case _ if control_id == COUNTRY:
                country = stepped(self._shelf.countries, self._wanted.country, step)
                self._look_for(replace(self._wanted, country=country))
            case _ if control_id == ALL:
                self._look_for(EVERYTHING)
            case _ if control_id == HANDBOOK:
                return Push(self._routes.handbook(), ("page",))
            case _:
                return self.back()
        return Stay(("tap",))

    def write(self, control_id: str, text: str) -> Transition:
        """Look for other words."""
        self._look_for(replace(self._wanted, query=text))
        return Stay()

    def command(self, command: Command) -> Transition:
        """Close it with the key that opened it."""
        return Pop() if command is Command.NOTEBOOK else Stay()

    def back(self) -> Transition:
        """Return to where it was opened."""
        return Pop()

    def wakes_s(self, now_s: float) -> float | None:
        """Return None: nothing moves."""
        return None

    def _look_for(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._first = 0

    def _page(self) -> int:
        """The place of the first card that is listed."""
        if self._first is not None:
            return self._first
        ids = [message.id for message in self._shelf.found(self._wanted)]
        return ids.index(self._open) // AT_ONCE * AT_ONCE if self._open in ids else 0

    # ------------------------------------------------------------------------------------------------- the two parts

    def _body(self, frame: Frame, area: Rect, found: Sequence[Message], open_: Message | None) -> tuple[Widget, ...]:
        words, gap = self._services.words, frame.theme.space(2.5)
        if not has_room_for_two(frame):
            back = Button(id=TO_LIST, label=words("notebook.to_list"), icon="left", tone=Tone.QUIET)
            if open_ and self._is_reading:
                items = [line(back), *self._message(open_)]
                return panel(f"message-{open_.id}", open_.title, items, area, frame, anchor="fill")
            items = [*bar_items(self._services, self._shelf, self._wanted), *self._list(found, None)]
            return panel(self._list_id, words("notebook.list"), items, area, frame, anchor="fill")
        tools, below = bar(self._services, self._shelf, self._wanted, area, frame)
        if open_ is None:
            return (*tools, *panel(self._list_id, words("notebook.list"), self._list(found, None), below, frame))
        split = LIST_SHARE * (below.w if frame.shape is Shape.WIDE else below.h)
        divide = columns if frame.shape is Shape.WIDE else rows
        first, second = divide(below, split, Flex(), gap=gap)
        listed = panel(self._list_id, words("notebook.list"), self._list(found, open_), first, frame, anchor="fill")
        # Each message has a scroll area of its own, so that every one begins at its beginning.
        shown = panel(f"message-{open_.id}", open_.title, self._message(open_), second, frame, anchor="fill")
        return (*tools, *listed, *shown, *self._place(open_, shown, frame))

    @property
    def _list_id(self) -> str:
        """Every search has a list of its own, so that each begins at its beginning."""
        return f"list {self._wanted.query} {self._wanted.topic} {self._wanted.country} {self._page() or ''}".rstrip()

    def _place(self, message: Message, shown: tuple[Widget, ...], frame: Frame) -> tuple[Widget, ...]:
        """The place where it is learned, as a picture at the foot of the paper, if there is room left for one."""
        paper, learned = shown[0].rect.inset(frame.theme.pad), self._shelf.learned(message)
        top = max(widget.rect.bottom for widget in shown[1:]) + frame.theme.space(2)
        rect = Rect(paper.x, top, paper.w, paper.bottom - top)
        if learned is None or rect.h < PICTURE_EMS * frame.theme.em:
            return ()
        staging = lesson(learned.level, message.id)

        def paint(canvas: Canvas, at: Rect, _now_s: float) -> None:
            nearer = Rect(at.x, at.y - at.h * (ZOOM - 1) * LOWER, at.w, at.h * ZOOM)
            self._diorama.paint(canvas, at, staging, motion=False, safe=nearer)

        return (Artwork(paint=paint, shows=staging, rect=rect),)

    def _list(self, found: Sequence[Message], open_: Message | None) -> list[Item]:
        words = self._services.words
        if not found:
            everything = Button(id=ALL, label=words("notebook.show_all"), tone=Tone.PRIMARY)
            told = Text(text=words("notebook.none_found"), role="heading")
            return [told, Text(text=words("notebook.none_found_more")), line(everything)]
        items: list[Item] = []
        first, of = self._page(), len(self._shelf.found(self._wanted))
        if of > len(found):
            items.append(Text(text=words("notebook.page", first=first + 1, last=first + len(found), all=of)))
        elif self._wanted != EVERYTHING:
            items.append(Text(text=words("notebook.found", count=of, all=len(self._shelf.messages))))
        for topic in dict.fromkeys(message.topic for message in found):
            items += [Gap(0.5)] if items else []
            items.append(Text(text=words(f"topics.{topic}"), role="strong", ink="teal"))
            items += [self._card(message, open_) for message in found if message.topic == topic]
        return [*items, *self._turning(first, of), *(self._unmet() if self._wanted == EVERYTHING else ())]

    def _turning(self, first: int, of: int) -> list[Item]:
        """The ways to the cards before and after, if there are any."""
        words, ways = self._services.words, list[Widget]()
        if first > 0:
            ways.append(Button(id=EARLIER, label=words("notebook.earlier"), icon="left", tone=Tone.QUIET))
        if first + AT_ONCE < of:
            ways.append(Button(id=FURTHER, label=words("notebook.further"), icon="right", tone=Tone.QUIET))
        return [line(*ways)] if ways else []

    def _card(self, message: Message, open_: Message | None) -> MessageCard:
        state = CardState.SELECTED if message == open_ else CardState.NORMAL
        badge = country_of(message, self._services.words)
        text = self._from_short(message)
        return MessageCard(id=f"{CARD}{message.id}", label=message.title, text=text, state=state, badge=badge)

    def _unmet(self) -> list[Item]:
        """How many messages are still to be found, and where; what they say is left to be found."""
        count, level = self._shelf.unmet()
        if not count or level is None:
            return []
        more = self._services.words("notebook.unmet", count=count, level=level.title)
        return [Gap(0.5), beside(Icon(name="lock", ink="soft"), Text(text=more, role="small", ink="soft"))]

    def _headings(self, message: Message) -> list[str]:
        words = self._services.words
        return [words(f"topics.{message.topic}"), country_of(message, words) or words("notebook.everywhere")]

    def _message(self, message: Message) -> list[Item]:
        words, source = self._services.words, message.source
        more = [Text(text=message.more)] if message.more else []
        where = words("notebook.source", title=source.title, organisation=source.organisation, year=source.year)
        review = words("notebook.review", day=message.review_by.isoformat())
        return [
            Text(text=" · ".join(self._headings(message)), role="small", ink="teal"),
            Text(text=message.title, role="heading"),
            Text(text=message.text, role="speech"),
            *more,
            Gap(0.5),
            beside(Icon(name="heart"), Text(text=self._from(message))),
            beside(Icon(name="notebook"), Text(text=where), Text(text=source.url, role="small", ink="soft")),
            beside(
                Icon(name="history"),
                Text(text=words("notebook.as_of", year=message.as_of)),
                Text(text=review, role="small", ink="soft"),
            ),
            beside(Icon(name="help"), *self._verified(message)),
        ]

    def _verified(self, message: Message) -> list[Text]:
        words = self._services.words
        if message.verified is Verification.GENERAL_KNOWLEDGE:
            told = [Text(text=words("notebook.general_knowledge"))]
        else:
            told = [Text(text=words("notebook.archived")), Text(text=message.read_at, role="small", ink="soft")]
        return [*told, Text(text=words("notebook.not_advice"), role="small", ink="soft")]

    def _from(self, message: Message) -> str:
        """From whom it was, or can have been, learned, and in which story."""
        words, learned = self._services.words, self._shelf.learned(message)
        if learned is None:
            return words("notebook.from_nobody")
        return words("notebook.from", whom=learned.teacher.whom, level=learned.level.title)

    def _from_short(self, message: Message) -> str:
        words, learned = self._services.words, self._shelf.learned(message)
        return words("notebook.from_short", whom=learned.teacher.whom) if learned else words("notebook.from_nobody")
