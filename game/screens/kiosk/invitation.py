"""The invitation: a story that plays itself, the name of the game in bricks, and “Touch to begin”."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from game.art.diorama import Diorama
from game.canvas.canvas import Canvas, TextStyle
from game.canvas.geometry import Point, Rect
from game.screens.kiosk.demonstration import Demonstration, Shown
from game.screens.lettering import lettering
from game.screens.picture import Picture
from game.screens.picture_page import tag_on
from game.screens.screen import Stay, Transition
from game.screens.services import Services
from game.ui import sizes
from game.ui.arrange import Item, column, column_height
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.layout import snapped
from game.ui.looks.slab import Slab, paint_shadow, paint_slab
from game.ui.theme import TextRole
from game.ui.view import View
from game.ui.widgets import Artwork, ChoiceRow, Panel, Text, Widget

LETTERS_PER_S: Final = 36.0
TELLS_EVERY_S: Final = 0.12
"""Letters come a few at a time: it plays all day, and a smooth telling would cost three times as much."""
BEATS_EVERY_S: Final = 0.18
BEATS: Final = 14
"""Pictures of the ring around the invitation, from one wave to the next."""
WAVES: Final = 7
"""In so many of them it grows; then it rests."""

CHOICE: Final = "choice:"
CALL_SHARE: Final = 0.19
"""Of the height, for the invitation."""
LETTER_SHARE: Final = 0.5
"""Of the brick's height, for its letters."""
BRICK_SIDES: Final = 0.7
"""Room at the left and right of the letters, in heights of the brick."""
NAME_SHARES: Final = (0.28, 0.18)
"""Of the height, for the name: in a wide and in a tall window."""
COLUMN_SHARE: Final = 0.42
"""Of a wide window's width, for the name and the story."""
STORY_SHARE: Final = 0.27
"""Of a tall window's height, for the story."""
BEYOND_SHARE: Final = 0.1
"""Of a tall window's width: so far a set may reach beyond it on either side, for its figures to be seen from afar."""
TAG_STEPS: Final = 4.5
"""Between the name and the story, for the tag on its paper."""
FIGURES_FROM: Final = 0.33
"""Of a wide window's width: a set may reach behind the story, its figures stand beside it."""


ROLES: Final[Mapping[bool, Sequence[TextRole]]] = {
    True: ("speech", "body", "small"),
    False: ("narration", "body", "small"),
}
"""In which letters somebody speaks, and nobody does: as large as there is room for."""


class _Layout(NamedTuple):
    name: Rect
    story: Rect
    figures: Rect
    call: Rect


class InvitationScreen:
    """Reacts to nothing: whoever touches anything has begun, and the kiosk sees to that."""

    def __init__(self, services: Services, diorama: Diorama, path: str) -> None:
        self._services = services
        self._diorama = diorama
        self._demonstration = Demonstration(services.library, path)

    def view(self, frame: Frame) -> View:
        """Return the story at this moment under the invitation."""
        layout = _layout(frame)
        shown = self._demonstration.at(frame.now_s)
        name = lettering(
            self._services.words("title.name"), layout.name, frame, side="centre" if _is_tall(frame) else "left"
        )
        call = _call(self._services.words("kiosk.begin"), layout.call, frame)
        promise = self._promise(layout.call, frame)
        if shown is None:
            return View((name, call, *promise))
        picture = Picture(self._diorama, shown.staging, self._services.words("kiosk.picture", title=shown.title))
        art = picture.artwork(frame, layout.figures)
        return View(
            (art, name, *self._story(shown, layout.story, frame), call, *promise),
            default_focus=None if shown.picked is None else f"{CHOICE}{shown.picked}",
            turn=(shown.told_at_s, len(shown.choices), shown.picked),
        )

    def use(self, control_id: str, step: int) -> Transition:
        """There are no controls."""
        return Stay()

    def command(self, command: Command) -> Transition:
        """Nothing has a key of its own."""
        return Stay()

    def back(self) -> Transition:
        """There is no way out."""
        return Stay()

    def wakes_s(self, now_s: float) -> float | None:
        """Return when a figure moves, more of the text is told, the ring grows, or the story goes on."""
        shown, moves = self._demonstration.at(now_s), not self._services.settings.current.reduced_motion
        if shown is None:
            return None
        picture = Picture(self._diorama, shown.staging).wakes_s(now_s, moves=moves)
        times = [self._demonstration.next_s, picture]
        if moves:
            times.append(_next(now_s, BEATS_EVERY_S))
            if _letters(shown, now_s) < len(shown.text):
                times.append(_next(now_s, TELLS_EVERY_S))
        return min(each for each in times if each is not None)

    def _story(self, shown: Shown, room: Rect, frame: Frame) -> tuple[Widget, ...]:
        """What is said, or what can be answered, on paper at the foot of its room."""
        pad = frame.theme.pad
        sizes_ = [_items(shown, role, frame) for role in ROLES[bool(shown.speaker)]]
        heights = [column_height(items, room.w - 2 * pad, frame) + 2 * pad for items in sizes_]
        fitting = next((place for place, high in enumerate(heights) if high <= room.h), len(sizes_) - 1)
        items, high = sizes_[fitting], heights[fitting]
        paper = snapped(Rect(room.x, room.bottom - high, room.w, high))
        said = shown.speaker or shown.title
        tag = tag_on(self._services.words("kiosk.you_decide") if shown.choices else said, paper, frame)
        return (Panel(rect=paper), *column(items, paper.inset(pad), frame), tag)

    def _promise(self, call: Rect, frame: Frame) -> tuple[Widget, ...]:
        """What everybody wants to know before they touch something."""
        text = Text(text=self._services.words("kiosk.promise"), role="small", align="centre")
        wide = min(sizes.width(text, frame), frame.sight.w - 2 * frame.theme.pad)
        high = sizes.height(text, wide, frame)
        at = Rect(call.centre.x - wide / 2, frame.sight.bottom - high - frame.theme.space(0.5), wide, high)
        paper = snapped(Rect(at.x - frame.theme.pad, at.y - frame.theme.space(0.5), wide + 2 * frame.theme.pad, 0))
        paper = Rect(*paper.origin, paper.w, high + frame.theme.space(1))
        return (Panel(kind="pill", rect=paper), sizes.place(text, at, frame))


def _items(shown: Shown, role: TextRole, frame: Frame) -> list[Item]:
    if shown.choices:
        return [
            ChoiceRow(id=f"{CHOICE}{place}", number=place + 1, label=text) for place, text in enumerate(shown.choices)
        ]
    letters = _letters(shown, frame.now_s) if frame.theme.moves else len(shown.text)
    told = None if letters >= len(shown.text) else letters
    return [Text(text=shown.text, role=role, letters=told)]


def _letters(shown: Shown, now_s: float) -> int:
    """How many letters have been told; they come a few at a time."""
    told_s = (now_s - shown.told_at_s) // TELLS_EVERY_S * TELLS_EVERY_S
    return max(0, int(told_s * LETTERS_PER_S))


def _is_tall(frame: Frame) -> bool:
    return frame.size.h > frame.size.w


def _layout(frame: Frame) -> _Layout:
    """The name above, the invitation at the foot where everybody reaches it, the story between."""
    theme, page = frame.theme, frame.sight
    small = frame.type.line_height(theme.text("small")) + theme.space(1)
    call_h = round(min(page.h * CALL_SHARE, page.w * CALL_SHARE))
    foot = page.bottom - small
    call = Rect(page.x, foot - call_h, page.w, call_h)
    above = Rect(page.x, page.y, page.w, call.y + theme.space(1.5) - page.y)  # the ring needs the room only at times
    if _is_tall(frame):
        name = Rect(page.x, page.y, page.w, round(frame.size.h * NAME_SHARES[1]))
        story = Rect(page.x, above.bottom - frame.size.h * STORY_SHARE, page.w, frame.size.h * STORY_SHARE)
        beyond = frame.size.w * BEYOND_SHARE
        figures = Rect(-beyond, name.bottom, frame.size.w + 2 * beyond, story.y - name.bottom)
        return _Layout(name, story, figures, call)
    column_w = round(page.w * COLUMN_SHARE)
    name = Rect(page.x, page.y, column_w, round(frame.size.h * NAME_SHARES[0]))
    top = name.bottom + theme.space(TAG_STEPS)
    story = Rect(page.x, top, column_w, above.bottom - top)
    x = frame.size.w * FIGURES_FROM
    return _Layout(name, story, Rect(x, page.y, frame.size.w - x, call.centre.y - page.y), call)


def _call(text: str, room: Rect, frame: Frame) -> Artwork:
    """The words of the invitation on a golden brick; a ring goes out from it, as from a stone in water."""
    theme = frame.theme
    reach, lip = theme.space(2.5), theme.space(1)
    high = room.h - 2 * reach
    style = TextStyle(float(round((high - lip) * LETTER_SHARE)), theme.colours.on_gold, bold=True)
    most = room.w - 2 * reach - 2 * BRICK_SIDES * high
    if frame.type.width(text, style) > most:
        style = style._replace(size_px=float(int(style.size_px * most / frame.type.width(text, style))))
    words_w = frame.type.width(text, style)
    wide = words_w + 2 * BRICK_SIDES * high
    beat = int(frame.now_s / BEATS_EVERY_S) % BEATS if theme.moves else 0
    brick = snapped(Rect(room.centre.x - wide / 2, room.y + reach, wide, high))
    coat = Slab(theme.colours.gold, theme.colours.gold_edge, theme.border, brick.h / 2, lip=lip)

    def paint(canvas: Canvas, _rect: Rect, _now_s: float) -> None:
        if 0 < beat < WAVES:
            out = reach * beat / WAVES
            fading = (*theme.colours.gold[:3], round(255 * (1 - beat / WAVES)))
            canvas.outline(brick.grown(out), fading, width=theme.thick, radius=brick.h / 2 + out)
        paint_shadow(canvas, brick, brick.h / 2, theme)
        paint_slab(canvas, brick, coat)
        top = brick.centre.y - (lip + frame.type.line_height(style)) / 2
        canvas.text(Point(brick.centre.x - words_w / 2, top), text, style)

    return Artwork(paint=paint, label=text, shows=("invitation", text, beat), rect=brick.grown(reach))


def _next(now_s: float, every_s: float) -> float:
    """The next of the times at which something is shown that comes so often."""
    return (int(now_s / every_s) + 1) * every_s
