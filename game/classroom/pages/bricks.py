"""Bricks as SVG: a mark beside names, towers of votes, and a wall of seats. Colours come from classes of the style."""

from collections.abc import Sequence

from markupsafe import Markup

from game.ui.palette import NORMAL

WIDTH, HEIGHT, STUD = 32, 16, 4
"""One brick in a pile, and how high its studs are; the studs of a brick lie under the one on top of it."""
TALLEST = 12
"""A tower of more bricks gets as many columns as it needs."""

Pile = tuple[str, int]
"""A class of the style, such as `fill-0`, and how many bricks."""


def brick(fill: str, *, small: bool = False) -> Markup:
    """Return one brick with two studs, seen from the front and a little from above. It decorates only."""
    size = "brick small" if small else "brick"
    return _safe(
        f'<svg class="{size}" viewBox="0 0 36 26" width="36" height="26" aria-hidden="true" focusable="false">'
        f'<rect class="{fill}" x="4" y="1" width="12" height="10" rx="4"/>'
        f'<rect class="{fill}" x="20" y="1" width="12" height="10" rx="4"/>'
        '<rect class="sheen" x="4" y="1" width="12" height="5" rx="2.5"/>'
        '<rect class="sheen" x="20" y="1" width="12" height="5" rx="2.5"/>'
        f'<rect class="{fill}" x="0" y="7" width="36" height="19" rx="3"/>'
        '<rect class="shaded" x="0" y="21" width="36" height="5" rx="2.5"/></svg>'
    )


def tower(pile: Pile, tallest: int) -> Markup:
    """Return votes stacked up; `tallest` is the largest pile beside it, so that heights can be compared."""
    fill, count = pile
    columns = max(1, -(-tallest // TALLEST))
    rows = max(3, -(-tallest // columns))
    width, height = columns * WIDTH, rows * HEIGHT + STUD
    places = [(at % columns, at // columns) for at in range(count)]
    bricks = "".join(_laid(x * WIDTH, height - (y + 1) * HEIGHT, fill) for x, y in places)
    ground = f'<rect class="fill-dim" x="0" y="{height}" width="{width}" height="3" rx="1.5"/>'
    return _svg("tower", width, height + 3, ground + bricks)


def wall(piles: Sequence[Pile], places: int, columns: int, *, whole_width: bool = False) -> Markup:
    """Return a wall with a place for each seat, filled from the bottom left by the piles in their order.

    `columns` is the most there are in a row; rows are made alike. Few bricks stay as small as many with `whole_width`.
    """
    fills = [fill for fill, count in piles for _ in range(count)]
    whole = max(1, places, len(fills))
    rows = -(-whole // columns)
    across = -(-whole // rows)
    height = rows * HEIGHT + STUD
    marks = []
    for at in range(max(places, len(fills))):
        x, y = at % across * WIDTH, height - (at // across + 1) * HEIGHT
        marks.append(_laid(x, y, fills[at]) if at < len(fills) else _empty(x, y))
    return _svg("wall", (columns if whole_width else across) * WIDTH, height, "".join(marks))


def pyramid(fill: str) -> Markup:
    """Return three bricks, two below and one on top."""
    height = 2 * HEIGHT + STUD
    places = ((0, height - HEIGHT), (WIDTH, height - HEIGHT), (WIDTH // 2, height - 2 * HEIGHT))
    return _svg("pyramid", 2 * WIDTH, height, "".join(_laid(x, y, fill) for x, y in places))


def icon() -> str:
    """Return the brick of the browser's tab, which has no style to take colours from."""
    red, green, blue = NORMAL.teal[:3]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -7 40 40" fill="rgb({red},{green},{blue})">'
        '<rect x="4" y="1" width="12" height="10" rx="3"/><rect x="20" y="1" width="12" height="10" rx="3"/>'
        '<rect y="7" width="36" height="19" rx="3"/></svg>'
    )


def _svg(kind: str, width: int, height: int, marks: str) -> Markup:
    return _safe(
        f'<svg class="{kind}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true" '
        f'focusable="false">{marks}</svg>'
    )


def _laid(x: int, y: int, fill: str) -> str:
    studs = "".join(
        f'<rect class="{fill}" x="{x + left}" y="{y - STUD}" width="9" height="{STUD + 2}" rx="2"/>' for left in (4, 19)
    )
    return (
        f'{studs}<rect class="{fill}" x="{x + 0.75}" y="{y}" width="{WIDTH - 1.5}" height="{HEIGHT - 1}" rx="2"/>'
        f'<rect class="sheen" x="{x + 0.75}" y="{y}" width="{WIDTH - 1.5}" height="3" rx="1.5"/>'
        f'<rect class="shaded" x="{x + 0.75}" y="{y + HEIGHT - 4}" width="{WIDTH - 1.5}" height="3" rx="1.5"/>'
    )


def _empty(x: int, y: int) -> str:
    return f'<rect class="fill-empty" x="{x + 1}" y="{y + 0.5}" width="{WIDTH - 2}" height="{HEIGHT - 1.5}" rx="2"/>'


def _safe(marks: str) -> Markup:
    """Numbers, and names of classes that this package chooses: nothing that somebody typed."""
    return Markup(marks)  # noqa: S704
