"""A story on a card: its first picture, what it is about, and how far one has come in it."""

from dataclasses import dataclass

from game.canvas.geometry import Rect
from game.content.words import Words
from game.records.progress import LevelProgress
from game.screens.stories.card_pictures import CardPictures
from game.story.level import Level
from game.ui.arrange import Item, beside, column, column_height
from game.ui.frame import Frame
from game.ui.icons import IconName
from game.ui.layout import Flex, columns, rows
from game.ui.sizes import height
from game.ui.widgets import Button, Icon, Ink, Panel, Text, Tone, Widget

PICTURE_SHAPE = 0.54
"""Height of the picture, as a share of its width."""
BESIDE_EMS = 30.0
"""From this width on the picture stands beside the words."""


@dataclass(frozen=True, slots=True)
class LevelCard:
    """What the card shows."""

    words: Words
    pictures: CardPictures
    control_id: str
    level: Level
    progress: LevelProgress
    is_saved: bool

    def items(self) -> list[Item]:
        """Return the words on the card, without its button."""
        words, level = self.words, self.level
        route = words(
            "levels.route",
            origin=words(f"countries.{level.origin}"),
            destination=words(f"countries.{level.destination}"),
        )
        return [
            Text(text=level.title, role="heading"),
            Text(
                text=f"{route}\n{words('levels.facts', minutes=level.minutes, ages=level.ages)}",
                role="small",
                ink="soft",
            ),
            Text(text=level.content_note),
            *self._reached(),
        ]

    def button(self) -> Button:
        """Return the way in."""
        label = "levels.continue" if self.is_saved else "levels.again" if self.progress.endings else "levels.play"
        tone = Tone.PLAIN if self.progress.endings and not self.is_saved else Tone.PRIMARY
        return Button(id=self.control_id, label=self.words(label), icon="play", tone=tone, hint=self.level.title)

    def _reached(self) -> list[Item]:
        words, found = self.words, len(self.progress.endings)
        signs: list[Item] = []
        if self.progress.won:
            signs.append(_sign("star", words("levels.won"), "good"))
        if found:
            signs.append(_sign("bricks", words("levels.endings", found=found, count=len(self.level.endings)), "teal"))
        if self.is_saved:
            signs.append(_sign("check", words("levels.saved"), "teal"))
        return signs


def card_height(card: LevelCard, width: float, frame: Frame) -> float:
    """Return how high the card has to be when it is so wide."""
    picture, content = _parts(Rect(0, 0, width, 0), frame)
    needed = _content_height(card, content.w, frame)
    rim = frame.theme.space(1)
    if _is_beside(width, frame):
        return max(needed, picture.w * PICTURE_SHAPE) + 2 * rim
    return picture.h + needed + 2 * rim


def placed_card(card: LevelCard, place: Rect, frame: Frame) -> tuple[Widget, ...]:
    """Return the widgets of a card, its button at the foot so that the buttons of a row stand in line."""
    picture, content = _parts(place, frame)
    button = card.button()
    pad = frame.theme.space(1.5)
    words, foot = rows(content.inset(pad), Flex(), height(button, content.w - 2 * pad, frame), gap=frame.theme.gap)
    return (
        Panel(rect=place),
        card.pictures.artwork(card.level, picture),
        *column(card.items(), words, frame, gap=frame.theme.space(0.75)),
        *column([button], foot, frame),
    )


def _parts(place: Rect, frame: Frame) -> tuple[Rect, Rect]:
    """Where the picture and the words lie."""
    inner = place.inset(frame.theme.space(1))
    if _is_beside(place.w, frame):
        picture, content = columns(inner, Flex(), Flex())
        return picture, content
    high = round(inner.w * PICTURE_SHAPE)
    inner = Rect(inner.x, place.y + frame.theme.space(1), inner.w, inner.h)
    return Rect(inner.x, inner.y, inner.w, high), Rect(inner.x, inner.y + high, inner.w, inner.h - high)


def _content_height(card: LevelCard, width: float, frame: Frame) -> float:
    pad = frame.theme.space(1.5)
    words = column_height(card.items(), width - 2 * pad, frame, gap=frame.theme.space(0.75))
    return words + frame.theme.gap + height(card.button(), width - 2 * pad, frame) + 2 * pad


def _is_beside(width: float, frame: Frame) -> bool:
    return width >= BESIDE_EMS * frame.theme.em


def _sign(icon: IconName, text: str, ink: Ink) -> Item:
    return beside(Icon(name=icon, ink=ink), Text(text=text, role="strong", ink=ink))
