"""A story to read instead of to play: what happens, and what it would have told. Skipping shows the second part."""

from game.art.diorama import Diorama
from game.screens.chrome import BACK
from game.screens.picture import Picture
from game.screens.picture_page import picture_page_with_back
from game.screens.routes import Routes
from game.screens.screen import Home, Pace, Pop, Replace, Stay, Transition
from game.screens.services import Services
from game.screens.staged import staging_at
from game.screens.ways import is_open, way_out
from game.story.achievement import Deed
from game.story.level import Level, MessageId
from game.story.message import Message
from game.ui.arrange import Gap, Item, card, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Text, Tone

DONE = "done"
PLAY = "play"
ANYWHERE = "any"


class SummaryScreen:
    """Whoever reads it has met the messages of the level: they are in the notebook from then on."""

    pace = Pace.READING

    def __init__(self, services: Services, routes: Routes, diorama: Diorama, level: Level, *, with_story: bool) -> None:
        """Without the story, only its messages are told."""
        self._services = services
        self._routes = routes
        self._level = level
        self._with_story = with_story
        self._picture = Picture(diorama, staging_at(level, level.start))
        self._may_play = is_open(services, level.id)
        """Whether it could be played before it was read: a story that opens now begins with its content note."""
        read = services.progress.current.with_read(level)
        services.progress.change(read.with_deed(Deed.LEVEL_READ) if with_story else read)

    def view(self, frame: Frame) -> View:
        """Return the reading, as long as it is."""
        label = self._services.words("summary.title" if self._with_story else "summary.skipped_title")
        return picture_page_with_back(self._services, self._picture, label, self._items(), frame, default_focus=DONE)

    def use(self, control_id: str, step: int) -> Transition:
        """Go to the stories, play after all, or go back to the question."""
        match control_id:
            case "done":
                return Home(self._routes.after_story(), ("page",))
            case "play":
                return Replace(self._routes.check_before(self._level), ("page",))
            case _ if control_id == BACK:
                return self.back()
            case _:
                return Stay()

    def command(self, command: Command) -> Transition:
        """Do nothing: all there is to do is reading."""
        return Stay()

    def back(self) -> Transition:
        """Go back to where reading was chosen."""
        return Pop(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the picture moves."""
        return self._picture.wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)

    def _items(self) -> list[Item]:
        words, messages = self._services.words, self._services.library().messages
        items: list[Item] = [Gap(0.5), Text(text=self._level.title, role="title")]
        if self._with_story:
            items += [
                Text(text=" ".join(self._level.summary.split()), role="speech"),
                Gap(1),
                Text(text=words("summary.messages"), role="heading"),
            ]
        else:
            items.append(Text(text=words("summary.skipped")))
        items += [self._message(messages[name]) for name in self._told()]
        buttons = [Button(id=DONE, label=way_out(self._services, "summary.done"), tone=Tone.PRIMARY)]
        if self._may_play:
            buttons.append(Button(id=PLAY, label=words("summary.play")))
        return [*items, Gap(0.5), line(*buttons)]

    def _told(self) -> tuple[MessageId, ...]:
        """The messages of this level; those carried into it were met before."""
        return tuple(name for name in self._level.messages if name not in self._level.carries)

    def _message(self, message: Message) -> Item:
        words, source = self._services.words, message.source
        where = message.country
        origin = (
            words("summary.source", organisation=source.organisation, year=source.year)
            if where == ANYWHERE or f"countries.{where}" not in words
            else words(
                "summary.source_in",
                country=words(f"countries.{where}"),
                organisation=source.organisation,
                year=source.year,
            )
        )
        return card(
            Text(text=message.title, role="strong", ink="teal"),
            Text(text=message.text),
            Text(text=origin, role="small", ink="soft"),
        )
