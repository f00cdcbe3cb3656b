"""What a view is made of: plain values that say what to show, to the eye and to a screen reader.

A widget is made without a place and gets one from the functions of `game.ui.arrange` (or `game.ui.sizes.place`).
Controls have an `id`: the focus, tests and saved habits know them by it. It must be unique within a view and stay the
same as long as the control means the same.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Literal

from game.canvas.canvas import Canvas
from game.canvas.geometry import NOWHERE, Rect
from game.ui.icons import IconName
from game.ui.search_field import SearchField
from game.ui.task_widgets import Bin, Bubble, Pick
from game.ui.theme import TextRole

Ink = Literal["ink", "soft", "teal", "good", "warning", "on_teal"]
"""Colours of the palette that words may have."""

Align = Literal["left", "centre"]

Painting = Callable[[Canvas, Rect, float], None]
"""Paints into a rectangle of the canvas, at a time of the application's clock in seconds."""


class Tone(StrEnum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    """Teal: the usual way on."""
    GOLD = "gold"
    """Act now."""
    PLAIN = "plain"
    """White with a border."""
    QUIET = "quiet"
    """Paper, for what stands at the edge of every screen."""


class CardState(StrEnum):
    """How a message card lies in the notebook."""

    NORMAL = "normal"
    SELECTED = "selected"
    NEW = "new"
    """Just learned."""
    FITTING = "fitting"
    """Can be played here."""
    UNKNOWN = "unknown"
    """Not learned yet: says only where to ask."""


class Sign(StrEnum):
    """What a player may think of a line of an offer."""

    GOOD = "good"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backdrop:
    """The sky behind a view; covers the window."""

    rect: Rect = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """Dims everything below, as far as it reaches. `strength` is 0..1, for coming and going."""

    strength: float = 1.0
    rect: Rect = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Warm paper with a soft shadow. What lies on it is listed after it.

    A phone, a book with ruled lines and a page with a seal are paper, too; their frames need `theme.frame_pad` of room.
    """

    kind: Literal["paper", "card", "pill", "phone", "book", "page"] = "paper"
    rect: Rect = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words that are wrapped to the width of the place."""

    text: str
    role: TextRole = "body"
    ink: Ink = "ink"
    align: Align = "left"
    letters: int | None = None
    """How many letters are painted, while the text is being told; None for all. The place is that of all."""
    rect: Rect = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Icon:
    """A sign that only decorates; what it means has to be said in words beside it."""

    name: IconName
    ink: Ink = "teal"
    rect: Rect = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A pill with a name in it: who speaks, what kind of thing a panel shows."""

    label: str
    rect: Rect = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """A meter as a row of bricks with its label and its value in figures. `fill` (0..3) picks its colour."""

    label: str
    value: int
    most: int
    fill: int = 0
    change: int = 0
    """How much it has just risen or fallen; shown as an arrow with the number."""
    has_bricks: bool = True
    """Without them it says its value in figures only, where there is little room."""
    rect: Rect = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressDots:
    """How far along: `at` of `count`, counted from 1. `label` says it in words and is painted, too."""

    label: str
    at: int
    count: int
    rect: Rect = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Artwork:
    """A picture someone else paints.

    With a `key` it is painted once and kept; the key must name all it depends on beside its size, and the painter gets
    a rectangle at (0, 0). Without one it is painted every time. If it `moves` the window repaints its place in every
    animation frame. `label` describes it to those who cannot see it; empty for mere decoration.
    """

    paint: Painting = field(compare=False)
    label: str = ""
    key: Hashable | None = None
    shows: Hashable | None = None
    """Without a key: all that its look depends on beside its place and the theme; if it moves, that of the parts that
    do not. While this stays the same it is not painted again."""
    moves: bool = False
    moving: Rect | None = None
    """The part that moves; None for all of it."""
    rect: Rect = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """Does something when pressed. With `bare` only the icon is painted and the label is spoken."""

    role: ClassVar[str] = "button"
    id: str
    label: str
    tone: Tone = Tone.PLAIN
    icon: IconName | None = None
    bare: bool = False
    key: str = ""
    """The key that does the same, painted in brackets: "Space"."""
    hint: str = ""
    """What it will do, for the screen reader."""
    enabled: bool = True
    final: bool = False
    """Like a choice it is taken once a turn: see `View.turn`."""
    rect: Rect = NOWHERE

    @property
    def value(self) -> str:
        """A button holds no value."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRow:
    """One way the story can go on. `note` is painted small below: why it is closed, or which message opens it."""

    role: ClassVar[str] = "choice"
    final: ClassVar[bool] = True
    id: str
    number: int
    label: str
    note: str = ""
    enabled: bool = True
    rect: Rect = NOWHERE

    @property
    def value(self) -> str:
        """Its number."""
        return str(self.number)

    @property
    def hint(self) -> str:
        """The note."""
        return self.note


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageCard:
    """An awareness message in the notebook. `badge` names its state in a word, so that colour is not needed."""

    role: ClassVar[str] = "card"
    final: ClassVar[bool] = False
    id: str
    label: str
    text: str
    state: CardState = CardState.NORMAL
    badge: str = ""
    enabled: bool = True
    rect: Rect = NOWHERE

    @property
    def value(self) -> str:
        """The badge."""
        return self.badge

    @property
    def hint(self) -> str:
        """The text of the message."""
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Toggle:
    """A switch. `word` is its state in the player's language."""

    role: ClassVar[str] = "switch"
    final: ClassVar[bool] = False
    id: str
    label: str
    on: bool
    word: str
    hint: str = ""
    enabled: bool = True
    rect: Rect = NOWHERE

    @property
    def value(self) -> str:
        """The word."""
        return self.word


@dataclass(frozen=True, slots=True, kw_only=True)
class Stepper:
    """A value that goes up and down in steps. `share` (0..1) paints a bar; None when the steps have no order."""

    role: ClassVar[str] = "stepper"
    final: ClassVar[bool] = False
    id: str
    label: str
    value: str
    share: float | None = None
    hint: str = ""
    enabled: bool = True
    rect: Rect = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkButton:
    """One of the two signs beside a line of an offer. `label` names line and sign; `word` is painted."""

    role: ClassVar[str] = "mark"
    final: ClassVar[bool] = False
    id: str
    label: str
    word: str
    sign: Sign
    on: bool = False
    state: str = ""
    """Said after the label when it is on ("marked")."""
    hint: str = ""
    enabled: bool = True
    rect: Rect = NOWHERE

    @property
    def value(self) -> str:
        """Whether it is set, in words."""
        return self.state


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMark:
    """A line of an offer with its two mark buttons; `verdict` is painted below once the line is explained.

    Its buttons are controls of their own, named by their ids; the line itself takes no focus.
    """

    text: str
    good: MarkButton
    warning: MarkButton
    verdict: str = ""
    right: bool | None = None
    """Whether the mark was right; shows a check or a warning sign before the verdict."""
    rect: Rect = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class ScrollArea:
    """A window on something taller. The children lie where they would be when not scrolled.

    How far it is scrolled is not here but in the `Hand`, under this id. It takes the focus itself only when nothing in
    it does, so that every text can be read with the keys. `label` names it then.
    """

    role: ClassVar[str] = "scroll area"
    final: ClassVar[bool] = False
    id: str
    label: str
    children: tuple["Widget", ...] = ()
    content_height: float = 0.0
    on_paper: bool = True
    """What goes on beyond the edge fades into the paper; where there is none, it is cut."""
    starts_at: float = 0.0
    """How far it is scrolled at first, in pixels; infinity for lists whose newest entry comes last."""
    enabled: bool = True
    rect: Rect = NOWHERE

    @property
    def value(self) -> str:
        """It holds none."""
        return ""

    @property
    def hint(self) -> str:
        """It needs none."""
        return ""

    @property
    def reach(self) -> float:
        """The furthest it can be scrolled, in pixels; 0 when all fits."""
        return max(0.0, self.content_height - self.rect.h)

    @property
    def start(self) -> float:
        """How far it is scrolled as long as nobody has scrolled it."""
        return min(self.starts_at, self.reach)


Control = Button | ChoiceRow | MessageCard | Toggle | Stepper | MarkButton | Pick | SearchField | ScrollArea
"""What can have the focus."""

Widget = (
    Backdrop | Shade | Panel | Text | Icon | Tag | Gauge | ProgressDots | Artwork | LineMark | Bubble | Bin | Control
)
