"""The player's hand on a view: what has the focus, what is pressed, how far things are scrolled.

`handled` takes an intent and says what the hand is like afterwards and what the screen is asked to do. It knows no
clock: the time comes in.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace

from game.canvas.geometry import Point
from game.ui.focus import neighbour, settled, stepped
from game.ui.frame import Frame
from game.ui.intents import (
    Activate,
    Back,
    Clear,
    Command,
    Direction,
    Intent,
    Move,
    Next,
    Number,
    PointerMove,
    Press,
    Previous,
    Release,
    Scroll,
    Typed,
)
from game.ui.search_field import SearchField
from game.ui.view import Spot, View, scroll_areas, spots
from game.ui.widgets import ChoiceRow, ScrollArea, Stepper
from game.ui.writing import OPENS, Wrote, emptied, field_among, written


@dataclass(frozen=True, slots=True)
class Grip:
    """A press that has not been released: on a control, on a scroll area, or on both."""

    control_id: str
    area_id: str
    at: Point
    offset: float
    """How far the area was scrolled when the press began."""
    drags: bool = False
    """It has travelled so far that it scrolls and no longer presses."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Kept by whoever runs the screen, one for each screen; `Hand()` is a fresh one."""

    focus: str = ""
    scroll: Mapping[str, float] = field(default_factory=dict)
    grip: Grip | None = None
    ready_s: float = float("-inf")
    """Nothing is activated before this time."""
    spent_turn: Hashable = None
    """The turn in which a final control was last activated."""
    turn: Hashable = None
    """The turn of the view in which the focus was."""

    @property
    def pressed(self) -> str:
        """The control under the finger; "" for none."""
        return self.grip.control_id if self.grip is not None and not self.grip.drags else ""


@dataclass(frozen=True, slots=True)
class Activated:
    """A control was used. `step` is -1 or +1 for a stepper, 0 for everything else."""

    id: str
    step: int = 0


Request = Activated | Wrote | Back | Command
"""What a screen has to answer."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """The hand afterwards, and what the screen is asked, if anything."""

    hand: Hand
    request: Request | None = None


def handled(  # noqa: C901, PLR0911 (one line for each kind of intent)
    intent: Intent, view: View, hand: Hand, frame: Frame
) -> Reaction:
    """What an intent does. The view must be the one that is on the screen."""
    hand = resting(view, hand)
    here = spots(view, hand.scroll)
    if reaction := _writing(intent, view, hand, here, frame):
        return reaction
    meant = intent.otherwise if isinstance(intent, Typed) else intent
    match meant:
        case None | Clear() | Typed():
            return Reaction(hand)
        case Command() | Back():
            return Reaction(hand, meant)
        case Next():
            return Reaction(_focused(view, hand, stepped(here, hand.focus, 1), frame))
        case Previous():
            return Reaction(_focused(view, hand, stepped(here, hand.focus, -1), frame))
        case Move(direction):
            return _moved(direction, view, hand, here, frame)
        case Activate():
            return _turned_over(view, hand, here, frame) or _activated(_by_id(here, hand.focus), view, hand, frame)
        case Number(n):
            return _numbered(n, view, hand, here, frame)
        case Scroll(notches, at):
            return Reaction(_scrolled_at(at, notches, view, hand, frame))
        case Press(at):
            return Reaction(_gripped(at, view, hand, here))
        case PointerMove(at):
            return Reaction(_pointed(at, view, hand, here, frame))
        case Release(at):
            return _released(at, view, hand, here, frame)


def resting(view: View, hand: Hand) -> Hand:
    """The hand fitted to a view that may be new: a focus that exists, offsets within reach.

    Each turn begins with the focus of its view: a card that was played is not what the next press is meant for. And
    whoever comes back to a turn can choose again.
    """
    areas = {area.id: area for area in scroll_areas(view)}
    offsets = {name: area.start for name, area in areas.items() if area.start}
    offsets |= {name: min(offset, areas[name].reach) for name, offset in hand.scroll.items() if name in areas}
    if view.turn != hand.turn:
        kept = hand.focus if hand.turn is None else ""
        hand = replace(hand, focus=kept, turn=view.turn, spent_turn=None)
    focus = settled(view, spots(view, offsets), hand.focus)
    if offsets == hand.scroll and focus == hand.focus:
        return hand
    return replace(hand, focus=focus, scroll=offsets)


def _writing(intent: Intent, view: View, hand: Hand, here: tuple[Spot, ...], frame: Frame) -> Reaction | None:
    """What an intent does to a search field: into it, in it, and out of it. None if it is about something else."""
    focused = _by_id(here, hand.focus)
    if focused is None or not isinstance(focused.control, SearchField):
        field = field_among(here) if isinstance(intent, Typed) and intent.letter == OPENS else None
        return Reaction(_focused(view, hand, field.id, frame)) if field is not None else None
    if wrote := written(intent, focused.control):
        return Reaction(hand, wrote)
    return Reaction(_left(view, hand, here, frame)) if isinstance(intent, (Back, Activate)) else None


def _left(view: View, hand: Hand, here: tuple[Spot, ...], frame: Frame) -> Hand:
    """The hand after writing: where the view begins, or on the next control."""
    begins = view.default_focus or ""
    is_there = begins != hand.focus and _by_id(here, begins) is not None
    return _focused(view, hand, begins if is_there else stepped(here, hand.focus, 1), frame)


def _moved(direction: Direction, view: View, hand: Hand, here: tuple[Spot, ...], frame: Frame) -> Reaction:
    spot = _by_id(here, hand.focus)
    if spot is None:
        return Reaction(_focused(view, hand, stepped(here, hand.focus, 0), frame))
    if isinstance(spot.control, Stepper) and direction in (Direction.LEFT, Direction.RIGHT):
        step = 1 if direction is Direction.RIGHT else -1
        return Reaction(hand, Activated(spot.id, step))
    target = neighbour(here, hand.focus, direction)
    scrolled = _read_on(direction, spot, _by_id(here, target), hand, frame)
    return Reaction(scrolled or _focused(view, hand, target, frame))


def _read_on(direction: Direction, spot: Spot, target: Spot | None, hand: Hand, frame: Frame) -> Hand | None:
    """The hand after scrolling, if an arrow should scroll here so that no text is jumped over; else None."""
    area = spot.control if isinstance(spot.control, ScrollArea) else spot.area
    if area is None or direction not in (Direction.UP, Direction.DOWN):
        return None
    sign = 1 if direction is Direction.DOWN else -1
    if target is not None and target.area == area and target.id != spot.id:
        way = (target.rect.y - spot.rect.y) * sign
        if 0 < way <= area.rect.h:
            return None
    scrolled = _scrolled(area, sign * frame.theme.scroll_step, hand)
    return None if scrolled == hand else scrolled


def _turned_over(view: View, hand: Hand, here: tuple[Spot, ...], frame: Frame) -> Reaction | None:
    """The hand a page further in a text, and behind its end on what follows; None if the focus is on no text."""
    spot = _by_id(here, hand.focus)
    if spot is None or not isinstance(spot.control, ScrollArea):
        return None
    scrolled = _scrolled(spot.control, max(frame.theme.scroll_step, spot.rect.h - 2 * frame.theme.fade), hand)
    return Reaction(_focused(view, hand, stepped(here, hand.focus, 1), frame) if scrolled == hand else scrolled)


def _activated(spot: Spot | None, view: View, hand: Hand, frame: Frame, step: int = 0) -> Reaction:
    if spot is None or isinstance(spot.control, (ScrollArea, SearchField)) or frame.now_s < hand.ready_s:
        return Reaction(hand)
    final = spot.control.final if not isinstance(spot.control, Stepper) else False
    is_spent = view.turn is not None and view.turn == hand.spent_turn
    if final and (is_spent or frame.now_s < view.decides_s):
        return Reaction(hand)
    wait_s = 0.0 if isinstance(spot.control, Stepper) else frame.theme.accept_s
    spent = view.turn if final else hand.spent_turn
    after = replace(hand, focus=spot.id, ready_s=frame.now_s + wait_s, spent_turn=spent)
    return Reaction(after, Activated(spot.id, step or (1 if isinstance(spot.control, Stepper) else 0)))


def _numbered(n: int, view: View, hand: Hand, here: tuple[Spot, ...], frame: Frame) -> Reaction:
    for spot in here:
        if isinstance(spot.control, ChoiceRow) and spot.control.number == n:
            return _activated(spot, view, hand, frame)
    return Reaction(hand)


def _gripped(at: Point, view: View, hand: Hand, here: tuple[Spot, ...]) -> Hand:
    spot = _under(here, at)
    area = next((area for area in scroll_areas(view) if area.rect.contains(at)), None)
    area_id = area.id if area is not None else ""
    grip = Grip(spot.id if spot is not None else "", area_id, at, hand.scroll.get(area_id, 0.0))
    return replace(hand, grip=grip, focus=spot.id if spot is not None else hand.focus)


def _pointed(at: Point, view: View, hand: Hand, here: tuple[Spot, ...], frame: Frame) -> Hand:
    grip = hand.grip
    if grip is None:
        spot, focused = _under(here, at), _by_id(here, hand.focus)
        if spot is None or spot.id == hand.focus or _is_field(spot) or _is_field(focused):
            return hand  # where letters go is decided by a press or a key: a mouse is moved by accident
        return replace(hand, focus=spot.id)
    area = next((area for area in scroll_areas(view) if area.id == grip.area_id), None)
    if area is None or not (grip.drags or abs(at.y - grip.at.y) > frame.theme.drag_slop):
        return hand
    offset = min(max(0.0, grip.offset + grip.at.y - at.y), area.reach)
    return replace(hand, grip=replace(grip, drags=True), scroll={**hand.scroll, area.id: offset})


def _released(at: Point, view: View, hand: Hand, here: tuple[Spot, ...], frame: Frame) -> Reaction:
    grip, hand = hand.grip, replace(hand, grip=None)
    spot = _under(here, at)
    if grip is None or grip.drags or spot is None or spot.id != grip.control_id:
        return Reaction(hand)
    if wrote := emptied(spot, at, frame):
        return Reaction(hand, wrote)
    step = 0
    if isinstance(spot.control, Stepper):
        step = 1 if at.x >= spot.rect.centre.x else -1
    return _activated(spot, view, hand, frame, step)


def _focused(view: View, hand: Hand, target: str, frame: Frame) -> Hand:
    """The focus moved, and its area scrolled so far that it is in sight."""
    hand = replace(hand, focus=target)
    spot = _by_id(spots(view, hand.scroll), target)
    if spot is None or spot.area is None:
        return hand
    room = spot.area.rect.inset(0, min(frame.theme.fade, spot.area.rect.h / 4))
    if spot.rect.y < room.y or spot.rect.h > room.h:
        return _scrolled(spot.area, spot.rect.y - room.y, hand)
    if spot.rect.bottom > room.bottom:
        return _scrolled(spot.area, spot.rect.bottom - room.bottom, hand)
    return hand


def _scrolled_at(at: Point | None, notches: float, view: View, hand: Hand, frame: Frame) -> Hand:
    focused = _by_id(spots(view, hand.scroll), hand.focus)
    areas = scroll_areas(view)
    if at is not None:
        areas = tuple(area for area in areas if area.rect.contains(at))
    elif focused is not None and focused.area is not None:
        areas = (focused.area,)
    return _scrolled(areas[0], notches * frame.theme.scroll_step, hand) if areas else hand


def _scrolled(area: ScrollArea, by_px: float, hand: Hand) -> Hand:
    before = hand.scroll.get(area.id, 0.0)
    offset = min(max(0.0, before + by_px), area.reach)
    return hand if offset == before else replace(hand, scroll={**hand.scroll, area.id: offset})


def _is_field(spot: Spot | None) -> bool:
    return spot is not None and isinstance(spot.control, SearchField)


def _by_id(here: tuple[Spot, ...], name: str) -> Spot | None:
    return next((spot for spot in here if spot.id == name), None)


def _under(here: tuple[Spot, ...], at: Point) -> Spot | None:
    return next((spot for spot in reversed(here) if spot.shown.contains(at)), None)
