"""The notebook beside the story: cards to choose from, and the button that plays one."""

from dataclasses import dataclass

from game.canvas.geometry import Rect
from game.content.library import Library
from game.content.words import Words
from game.story.engine import fitting
from game.story.level import Level, MessageId
from game.story.state import State, known, used
from game.ui.arrange import Item, column, column_height, line, scroll
from game.ui.frame import Frame
from game.ui.layout import Flex, Part, rows
from game.ui.widgets import Button, CardState, MessageCard, Panel, Text, Tone, Widget

CARD = "card:"
CARDS = "cards"
PLAY = "play-card"
SOURCE = "card-source"


@dataclass(frozen=True, slots=True)
class NotebookPanel:
    """What the panel shows."""

    words: Words
    library: Library
    level: Level
    state: State
    selected: MessageId | None
    new: frozenset[MessageId]
    """Learned just now."""
    is_open: bool
    """Whether a card can be played now."""
    show_keys: bool

    def view(self, area: Rect, frame: Frame) -> tuple[Widget, ...]:
        """Return paper with the cards on it and the buttons at its foot, no higher than it needs or than the area."""
        pad, gap, head, found, foot = frame.theme.pad, frame.theme.gap, self._head(), self._cards(), self._foot()
        heights = [column_height(part, area.w - 2 * pad, frame) for part in (head, found, foot) if part]
        paper = area._replace(h=min(area.h, sum(heights) + gap * (len(heights) - 1) + 2 * pad))
        parts: tuple[Part, ...] = (heights[0], Flex(), *heights[2:])
        top, middle, *bottom = rows(paper.inset(pad), *parts, gap=gap)
        cards = scroll(CARDS, self.words("play.notebook"), found, middle, frame)
        buttons = column(foot, bottom[0], frame) if bottom else ()
        return (Panel(rect=paper), *column(head, top, frame), cards, *buttons)

    def _head(self) -> list[Item]:
        is_fitting = any(fitting(self.level, self.state, message) for message in known(self.level, self.state))
        hint = "play.card_fits" if is_fitting and self.is_open else "play.notebook_hint"
        return [
            Text(text=self.words("play.notebook"), role="heading"),
            Text(text=self.words(hint), role="small", ink="teal" if hint == "play.card_fits" else "soft"),
        ]

    def _cards(self) -> list[Item]:
        new_last = sorted(known(self.level, self.state), key=lambda message: message in self.new)
        cards: list[Item] = [self._card(message) for message in reversed(new_last)]
        left = len(self.level.messages) - len(cards)
        if left:
            more = self.words("play.cards_left", count=left)
            cards.append(MessageCard(id="unknown", label="???", text=more, state=CardState.UNKNOWN, enabled=False))
        return cards

    def _card(self, message_id: MessageId) -> MessageCard:
        message = self.library.messages[message_id]
        is_new = message_id in self.new
        is_used = message_id in used(self.level, self.state)
        badge = self.words("play.card_new") if is_new else self.words("play.card_used") if is_used else ""
        state = CardState.NEW if is_new else CardState.NORMAL
        if message_id == self.selected:
            state = CardState.SELECTED
        return MessageCard(id=f"{CARD}{message_id}", label=message.title, text=message.text, state=state, badge=badge)

    def _foot(self) -> list[Item]:
        if self.selected is None:
            return []
        key = self.words("key.play_card") if self.show_keys else ""
        label = self.words("play.play_card")
        play = Button(id=PLAY, label=label, tone=Tone.GOLD, key=key, enabled=self.is_open, final=True)
        return [line(play, Button(id=SOURCE, label=self.words("play.card_source"), tone=Tone.QUIET), share=True)]
