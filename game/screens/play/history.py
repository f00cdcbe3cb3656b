"""All that was said so far, with the faces of those who said it; the latest stands at the foot."""

from math import inf
from typing import cast

from game.art.portrait import paint_portrait
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.content.asset_library import AssetLibrary
from game.content.assets import Mood
from game.records.running import RunningLevel
from game.screens.chrome import BACK, body_area, page
from game.screens.play.told import Came, Chosen, Drawn, Heard, Learned, Told, told
from game.screens.screen import Pace, Pop, Stay, Transition
from game.screens.services import Services
from game.screens.staged import stage_at
from game.story.level import CastId, Choice, PassageId
from game.ui.arrange import Gap, Item, beside, card, column, scrolling
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Artwork, Icon, Panel, Text

FACE_EMS = 3.0
USUAL_MOOD: Mood = "calm"


class HistoryScreen:
    """A scroll of the way so far."""

    pace = Pace.READING

    def __init__(self, services: Services, assets: AssetLibrary, running: RunningLevel) -> None:
        self._services = services
        self._assets = assets
        self._running = running
        self._told = tuple(told(running))

    def view(self, frame: Frame) -> View:
        """Return the scroll, open at its end."""
        title = self._services.words("history.title")
        area = body_area(frame, title, reading=True)
        inner = area.inset(frame.theme.pad)
        items = [item for each in self._told for item in self._items(each, frame)]
        placed = column(items, inner, frame)
        label = self._services.words("history.list")
        listed = scrolling("history", label, placed, inner, frame, starts_at=inf)
        return page(frame, self._services, title, (Panel(rect=area), listed), default_focus=BACK)

    def use(self, control_id: str, step: int) -> Transition:
        """Go back."""
        return Pop(("page",))

    def command(self, command: Command) -> Transition:
        """Close it with the key that opened it."""
        return Pop(("page",)) if command is Command.HISTORY else Stay()

    def back(self) -> Transition:
        """Go back to where the player was."""
        return Pop(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return None: nothing moves."""
        return None

    def _items(self, each: Told, frame: Frame) -> list[Item]:
        words = self._services.words
        match each:
            case Came():
                return [Gap(1)]
            case Heard():
                return [self._heard(each, frame)]
            case Chosen(choice):
                return [self._chosen(choice)]
            case Drawn():
                return [
                    beside(
                        Icon(name="bricks", ink="soft"), Text(text=words("history.chance"), role="small", ink="soft")
                    )
                ]
            case Learned(message, whom):
                title = self._services.library().messages[message].title
                line = Text(text=words("history.learned", whom=whom, title=title), role="small", ink="teal")
                return [beside(Icon(name="notebook"), line)]

    def _heard(self, heard: Heard, frame: Frame) -> Item:
        text = "\n".join(heard.texts)
        if heard.speaker is None:
            return Text(text=text, role="narration", ink="soft")
        name = Text(text=self._running.level.cast[heard.speaker].name, role="strong", ink="teal")
        return beside(self._face(heard.speaker, heard.place, frame), name, Text(text=text))

    def _chosen(self, choice: Choice) -> Item:
        words = self._services.words
        who = words("history.you")
        if choice.uses:
            who = words("history.played", title=self._services.library().messages[choice.uses].title)
        items: list[Item] = [Text(text=who, role="strong"), Text(text=choice.text)]
        if choice.because:
            items.append(Text(text=f"{words('history.because')}: {choice.because}", role="small", ink="soft"))
        return card(*items)

    def _face(self, speaker: CastId, place: PassageId, frame: Frame) -> Artwork:
        """The speaker as they looked then."""
        level = self._running.level
        mood = cast(Mood, stage_at(level, place).figures.get(speaker, USUAL_MOOD))
        figure, side = level.cast[speaker].figure, round(FACE_EMS * frame.theme.em)

        def paint(canvas: Canvas, rect: Rect, _now_s: float) -> None:
            paint_portrait(canvas, rect, self._assets, figure, mood)

        return Artwork(paint=paint, key=("face", figure, mood), rect=Rect(0, 0, side, side))
