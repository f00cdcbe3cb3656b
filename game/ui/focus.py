"""Where the focus goes: one graph for keys, gamepad, mouse, touch and scanning with one switch.

Laws (tests/ui/test_focus.py): from every control every other is reached by Next alone, and by arrows alone.
"""

from collections.abc import Mapping, Sequence

from game.canvas.geometry import Rect
from game.ui.intents import Direction
from game.ui.view import Spot, View
from game.ui.widgets import Stepper

ASIDE_WEIGHT = 3.0
"""A neighbour straight ahead is preferred to a nearer one this much more aside."""
ASKEW_WEIGHT = 0.25
"""Of two that are equally far ahead, the one whose middle is nearer in line is preferred."""

Graph = Mapping[str, Mapping[Direction, str]]


def settled(view: View, spots: Sequence[Spot], focus: str) -> str:
    """The focus kept if its control is still there, else the view's own first one, or none ("")."""
    ids = [spot.id for spot in spots]
    if focus in ids:
        return focus
    if view.default_focus is None:
        return ""
    if view.default_focus in ids:
        return view.default_focus
    return ids[0] if ids else ""


def stepped(spots: Sequence[Spot], focus: str, steps: int) -> str:
    """So many controls onwards in reading order, round the end."""
    ids = [spot.id for spot in spots]
    if not ids:
        return ""
    return ids[(ids.index(focus) + steps) % len(ids)] if focus in ids else ids[0]


def neighbour(spots: Sequence[Spot], focus: str, direction: Direction) -> str:
    """The control an arrow leads to; with a single control that one."""
    return graph(spots)[focus][direction] if any(spot.id == focus for spot in spots) else stepped(spots, focus, 0)


def graph(spots: Sequence[Spot]) -> Graph:
    """Where every arrow leads from every control.

    Each leads to the nearest control that way, at the edge round to the other side. Should some control be out of
    reach by that, all four go through the controls in reading order instead. Left and right do not count on a stepper:
    there they change its value.
    """
    edges = {spot.id: _at_edge(spot) for spot in spots}
    near = {spot.id: {way: _nearest(spots, edges, spot, way) for way in Direction} for spot in spots}
    forth = {spot.id: {near[spot.id][way] for way in _leaving(spot)} for spot in spots}
    if _is_connected(forth):
        return near
    return {spot.id: {way: stepped(spots, spot.id, _READING[way]) for way in Direction} for spot in spots}


_READING: Mapping[Direction, int] = {Direction.LEFT: -1, Direction.UP: -1, Direction.RIGHT: 1, Direction.DOWN: 1}


def _leaving(spot: Spot) -> tuple[Direction, ...]:
    """The arrows that lead away from a control."""
    return (Direction.UP, Direction.DOWN) if isinstance(spot.control, Stepper) else tuple(Direction)


def _nearest(spots: Sequence[Spot], edges: Mapping[str, Rect], start: Spot, way: Direction) -> str:
    """Where an arrow leads to; `edges` says where each control counts as being."""
    if start.area is not None:
        together = {other.id: other.rect for other in spots if other.area == start.area and other.id != start.id}
        found = _ahead(start.rect, together, way)
        if found:
            return found
    others = {name: edge for name, edge in edges.items() if name != start.id}
    here = edges[start.id]
    apart = {other.id: edges[other.id] for other in spots if other.area is not start.area}
    outside = apart if start.area is not None else others
    return _ahead(here, outside, way) or _round(here, others, way) or start.id


def _at_edge(spot: Spot) -> Rect:
    """Where the control counts as being: one scrolled out of sight waits at the edge of its area."""
    if spot.area is None or spot.area.rect.meets(spot.rect):
        return spot.shown
    area = spot.area.rect
    y = area.y if spot.rect.y < area.y else area.bottom
    return Rect(spot.rect.x, y, spot.rect.w, 0)


def _ahead(start: Rect, others: Mapping[str, Rect], way: Direction) -> str:
    """The best of those whose middle lies that way; "" if none does."""
    best, least = "", float("inf")
    for name, rect in others.items():
        ahead, aside, askew = _distances(start, rect, way)
        cost = ahead + ASIDE_WEIGHT * aside + ASKEW_WEIGHT * askew
        if ahead > 0 and cost < least:
            best, least = name, cost
    return best


def _round(start: Rect, others: Mapping[str, Rect], way: Direction) -> str:
    """The furthest the other way, of those in line with the start; "" if none is."""
    best, most = "", 0.0
    for name, rect in others.items():
        ahead, aside, _ = _distances(start, rect, way)
        if aside == 0 and ahead < most:
            best, most = name, ahead
    return best


def _distances(start: Rect, other: Rect, way: Direction) -> tuple[float, float, float]:
    """How far the other's middle lies that way; across it, the gap between the two, and that of their middles.

    What lies apart only across the way is not ahead at all.
    """
    gap_x = max(0.0, other.x - start.right, start.x - other.right)
    gap_y = max(0.0, other.y - start.bottom, start.y - other.bottom)
    dx = other.x + other.w / 2 - start.x - start.w / 2
    dy = other.y + other.h / 2 - start.y - start.h / 2
    if way in (Direction.LEFT, Direction.RIGHT):
        ahead = dx if gap_x > 0 or gap_y == 0 else 0.0
        return (ahead if way is Direction.RIGHT else -ahead, gap_y, abs(dy))
    ahead = dy if gap_y > 0 or gap_x == 0 else 0.0
    return (ahead if way is Direction.DOWN else -ahead, gap_x, abs(dx))


def _is_connected(forth: Mapping[str, set[str]]) -> bool:
    """Whether every control can be reached from every other."""
    if not forth:
        return True
    back: dict[str, set[str]] = {name: set() for name in forth}
    for name, targets in forth.items():
        for target in targets:
            back[target].add(name)
    start = next(iter(forth))
    return all(len(_reached(start, edges)) == len(forth) for edges in (forth, back))


def _reached(start: str, edges: Mapping[str, set[str]]) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        fresh = edges[waiting.pop()] - seen
        seen |= fresh
        waiting += fresh
    return seen
