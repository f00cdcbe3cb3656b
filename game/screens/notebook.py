"""The notebook: every message met, with all that stands behind it."""

from collections.abc import Iterator

from game.art.diorama import Diorama
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.records.running import RunningLevel
from game.screens.chrome import body_area, page
from game.screens.screen import Pop, Stay, Transition
from game.screens.services import Services
from game.screens.sheets import has_room_for_two
from game.screens.teachers import lesson, teacher
from game.story.level import Level, MessageId
from game.story.message import Message, Verification
from game.story.state import known
from game.ui.arrange import Gap, Item, beside, line, panel
from game.ui.frame import Frame, Shape
from game.ui.intents import Command
from game.ui.layout import Flex, columns, rows
from game.ui.view import View
from game.ui.widgets import Artwork, Button, CardState, Icon, MessageCard, Text, Tone, Widget

CARD = "card:"
TO_LIST = "to-list"
PICTURE_EMS = 5.5
"""A picture is at least so high."""
ZOOM, LOWER = 1.8, 0.8
"""The lower middle of the place, where people stand, is seen from so much nearer."""
LIST_SHARE = 0.42
"""Of a wide window's width, or of a tall one's height."""


class NotebookScreen:
    """Lists the messages by topic; one of them lies open."""

    def __init__(
        self, services: Services, diorama: Diorama, running: RunningLevel | None, open_: MessageId | None = None
    ) -> None:
        """Without a level being played, the messages met in all of them are shown. `open_` lies open at first."""
        self._services = services
        self._diorama = diorama
        self._running = running
        self._open = open_
        self._is_reading = open_ is not None
        """On a small window the open message takes the place of the list."""

    def view(self, frame: Frame) -> View:
        """Return the list and the open message."""
        title = self._services.words("notebook.title")
        area = body_area(frame, title)
        topics = self._topics()
        if not topics:
            empty = [Text(text=self._services.words("notebook.empty"))]
            body = panel("list", title, empty, body_area(frame, title, reading=True), frame)
            return page(frame, self._services, title, body)
        open_ = self._opened(topics)
        focus = TO_LIST if not has_room_for_two(frame) and self._is_reading else f"{CARD}{open_.id}"
        return page(frame, self._services, title, self._body(frame, area, topics, open_), default_focus=focus)

    def use(self, control_id: str, step: int) -> Transition:
        """Open a message."""
        if control_id.startswith(CARD):
            self._open = MessageId(control_id.removeprefix(CARD))
            self._is_reading = True
            return Stay(("tap",))
        if control_id == TO_LIST:
            self._is_reading = False
            return Stay(("tap",))
        return self.back()

    def command(self, command: Command) -> Transition:
        """Close it with the key that opened it."""
        return Pop() if command is Command.NOTEBOOK else Stay()

    def back(self) -> Transition:
        """Return to where it was opened."""
        return Pop()

    def wakes_s(self, now_s: float) -> float | None:
        """Return None: nothing moves."""
        return None

    # ------------------------------------------------------------------------------------------------- the two parts

    def _body(self, frame: Frame, area: Rect, topics: dict[str, list[Message]], open_: Message) -> tuple[Widget, ...]:
        words, gap = self._services.words, frame.theme.space(2.5)
        if not has_room_for_two(frame):
            back = Button(id=TO_LIST, label=words("notebook.to_list"), icon="left", tone=Tone.QUIET)
            items = [line(back), *self._message(open_)] if self._is_reading else self._list(topics, None)
            name = "message" if self._is_reading else "list"
            return panel(name, words("notebook.title"), items, area, frame, anchor="fill")
        split = LIST_SHARE * (area.w if frame.shape is Shape.WIDE else area.h)
        divide = columns if frame.shape is Shape.WIDE else rows
        first, second = divide(area, split, Flex(), gap=gap)
        listed = panel("list", words("notebook.list"), self._list(topics, open_), first, frame, anchor="fill")
        # Each message has a scroll area of its own, so that every one begins at its beginning.
        shown = panel(f"message-{open_.id}", open_.title, self._message(open_), second, frame, anchor="fill")
        return (*listed, *shown, *self._place(open_, shown, frame))

    def _place(self, message: Message, shown: tuple[Widget, ...], frame: Frame) -> tuple[Widget, ...]:
        """The place where it is learned, as a picture at the foot of the paper, if there is room left for one."""
        paper, level = shown[0].rect.inset(frame.theme.pad), self._level_of(message)
        top = max(widget.rect.bottom for widget in shown[1:]) + frame.theme.space(2)
        rect = Rect(paper.x, top, paper.w, paper.bottom - top)
        if level is None or rect.h < PICTURE_EMS * frame.theme.em:
            return ()
        staging = lesson(level, message.id)

        def paint(canvas: Canvas, at: Rect, _now_s: float) -> None:
            nearer = Rect(at.x, at.y - at.h * (ZOOM - 1) * LOWER, at.w, at.h * ZOOM)
            self._diorama.paint(canvas, at, staging, motion=False, safe=nearer)

        return (Artwork(paint=paint, shows=staging, rect=rect),)

    def _list(self, topics: dict[str, list[Message]], open_: Message | None) -> list[Item]:
        items: list[Item] = []
        for topic, messages in topics.items():
            items += [Gap(0.5)] if items else []
            items.append(Text(text=self._services.words(f"topics.{topic}"), role="strong", ink="teal"))
            for message in messages:
                state = CardState.SELECTED if message == open_ else CardState.NORMAL
                card_id, whom = f"{CARD}{message.id}", self._from_short(message)
                items.append(MessageCard(id=card_id, label=message.title, text=whom, state=state))
        return items

    def _message(self, message: Message) -> list[Item]:
        words, source = self._services.words, message.source
        more = [Text(text=message.more)] if message.more else []
        where = words("notebook.source", title=source.title, organisation=source.organisation, year=source.year)
        return [
            Text(text=words(f"topics.{message.topic}"), role="small", ink="teal"),
            Text(text=message.title, role="heading"),
            Text(text=message.text, role="speech"),
            *more,
            Gap(0.5),
            beside(Icon(name="heart"), Text(text=self._from(message))),
            beside(Icon(name="notebook"), Text(text=where), Text(text=source.url, role="small", ink="soft")),
            beside(Icon(name="history"), Text(text=words("notebook.as_of", year=message.as_of))),
            beside(Icon(name="help"), *self._verified(message)),
        ]

    def _verified(self, message: Message) -> list[Text]:
        words = self._services.words
        if message.verified is Verification.GENERAL_KNOWLEDGE:
            told = [Text(text=words("notebook.general_knowledge"))]
        else:
            told = [Text(text=words("notebook.archived")), Text(text=message.read_at, role="small", ink="soft")]
        return [*told, Text(text=words("notebook.not_advice"), role="small", ink="soft")]

    # ------------------------------------------------------------------------------------------------- what is in it

    def _topics(self) -> dict[str, list[Message]]:
        """The messages met, by topic; both in the order of the collection."""
        met, topics = self._met(), dict[str, list[Message]]()
        for message in self._services.library().messages.values():
            if message.id in met:
                topics.setdefault(message.topic, []).append(message)
        return topics

    def _met(self) -> frozenset[MessageId]:
        if self._running:
            return frozenset(known(self._running.level, self._running.state))
        return self._services.progress.current.met

    def _opened(self, topics: dict[str, list[Message]]) -> Message:
        everything = [message for messages in topics.values() for message in messages]
        return next((message for message in everything if message.id == self._open), everything[0])

    def _from(self, message: Message) -> str:
        """From whom it was, or can have been, learned, and in which story."""
        words, level = self._services.words, self._level_of(message)
        found = teacher(level, message.id) if level else None
        if level is None or found is None:
            return words("notebook.from_nobody")
        return words("notebook.from", whom=found.whom, level=level.title)

    def _from_short(self, message: Message) -> str:
        level = self._level_of(message)
        found = teacher(level, message.id) if level else None
        words = self._services.words
        return words("notebook.from_short", whom=found.whom) if found else words("notebook.from_nobody")

    def _level_of(self, message: Message) -> Level | None:
        """The first story that teaches it."""
        return next((level for level in self._levels() if teacher(level, message.id)), None)

    def _levels(self) -> Iterator[Level]:
        """The level being played first, then all in the order of the campaign."""
        library = self._services.library()
        if self._running:
            yield self._running.level
        yield from (library.levels[level] for level in library.campaign.levels)
