"""What stands over the cards of the notebook: the search, the filters, and the way to the handbook."""

from collections.abc import Sequence

from game.canvas.geometry import Rect
from game.screens.notebook.notebook_shelf import Shelf, Wanted
from game.screens.services import Services
from game.ui import sizes
from game.ui.arrange import Item, line
from game.ui.frame import Frame, Shape
from game.ui.layout import Flex, columns
from game.ui.search_field import SearchField
from game.ui.widgets import Button, Stepper, Widget

SEARCH = "search"
TOPIC = "topic"
COUNTRY = "country"
HANDBOOK = "handbook"
ALL = "show-all"

SEARCH_SHARE = 1.2
"""How much wider the search is than a filter."""


def stepped(options: Sequence[str], now: str, step: int) -> str:
    """Return the option before or after; nothing, which stands for all, comes before the first."""
    ring = ("", *options)
    return ring[(ring.index(now) + step) % len(ring)] if now in ring else ""


def bar(services: Services, shelf: Shelf, wanted: Wanted, area: Rect, frame: Frame) -> tuple[tuple[Widget, ...], Rect]:
    """Return the bar at the top of the area, on one line or on two, and the room that is left below."""
    search, filters, button = _search(services, wanted), _filters(services, shelf, wanted), _handbook(services)
    lines: list[list[Widget]] = [[search, *filters, *button]]
    if frame.shape is not Shape.WIDE:
        lines = [[search, *button], list(filters)]
    placed: list[Widget] = []
    for widgets in filter(None, lines):
        row = _row(widgets, area, frame)
        placed += row
        below = max(widget.rect.bottom for widget in row) + frame.theme.gap
        area = Rect(area.x, below, area.w, area.bottom - below)
    return tuple(placed), area


def bar_items(services: Services, shelf: Shelf, wanted: Wanted) -> list[Item]:
    """Return the same for a small window, one below the other."""
    button = _handbook(services)
    return [_search(services, wanted), *_filters(services, shelf, wanted), *([line(*button)] if button else [])]


def _row(widgets: Sequence[Widget], area: Rect, frame: Frame) -> list[Widget]:
    """The widgets side by side, all as high as the highest."""
    shares = [_share(widget, frame) for widget in widgets]
    cells = columns(area, *shares, gap=frame.theme.gap)
    high = max(sizes.height(widget, cell.w, frame) for widget, cell in zip(widgets, cells, strict=True))
    return [sizes.place(widget, cell._replace(h=high), frame) for widget, cell in zip(widgets, cells, strict=True)]


def _share(widget: Widget, frame: Frame) -> Flex | float:
    match widget:
        case Button():
            return sizes.width(widget, frame)
        case SearchField():
            return Flex(SEARCH_SHARE)
        case _:
            return Flex()


def _search(services: Services, wanted: Wanted) -> SearchField:
    words = services.words
    return SearchField(
        id=SEARCH, label=words("notebook.search"), value=wanted.query, hint=words("notebook.search_hint")
    )


def _filters(services: Services, shelf: Shelf, wanted: Wanted) -> list[Stepper]:
    """A filter is there only where it can tell something apart."""
    words, found = services.words, list[Stepper]()
    if len(shelf.topics) > 1:
        topic = words(f"topics.{wanted.topic}") if wanted.topic else words("notebook.all_topics")
        found.append(Stepper(id=TOPIC, label=words("notebook.topic"), value=topic))
    if shelf.countries:
        country = words(f"countries.{wanted.country}") if wanted.country else words("notebook.all_countries")
        found.append(Stepper(id=COUNTRY, label=words("notebook.country"), value=country))
    return found


def _handbook(services: Services) -> list[Button]:
    return [Button(id=HANDBOOK, label=services.words("handbook.title"), icon="star")] if services.saves_pictures else []
