"""A level's story as a picture an author can read: passages, choices, where messages are learned and used, endings."""

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from game.canvas.geometry import Rect, Size
from game.report.map_boxes import Ink, Link, Row, rows_of
from game.report.map_layout import GAP, MapLayout, lay_out
from game.story.action import Chance, Continue, Play
from game.story.level import Level, Outcome, PassageId

_LINE, _PAD, _LETTER, _MARGIN, _HEAD = 17, 11, 7.1, 28, 112
_TITLE_LETTER, _INDENT, _NARROWEST = 8.3, 14, 130
_FONT = "font-family='Atkinson Hyperlegible, Verdana, DejaVu Sans, sans-serif'"
_DARK, _PAPER, _TEAL, _GOLD, _GREY, _RIVER = "#1f2d2b", "#fffaf0", "#00796b", "#9a6100", "#66716f", "#8f9b98"
_COLOURS = {Ink.TITLE: _DARK, Ink.PLAIN: _DARK, Ink.MESSAGE: _TEAL, Ink.CHANCE: _GOLD, Ink.NOTE: _GREY}
_OUTCOMES = {
    Outcome.SAFE: ("#cfe9dc", "safe"),
    Outcome.OTHER_PLAN: ("#d5e6f6", "another plan"),
    Outcome.HELP: ("#fbe2b8", "help"),
    Outcome.HELP_ON_THE_WAY: ("#f3cfdc", "help on the way"),
}


def story_map(level: Level) -> str:
    """Return the map as an SVG document; every box and line carries a tooltip with the full text."""
    return _StoryMap(level).svg()


class _StoryMap:
    """One map being drawn."""

    def __init__(self, level: Level) -> None:
        self._level = level
        self._rows = {place: rows_of(level, place) for place in (*level.passages, *level.endings)}
        sizes = {place: _size(rows) for place, rows in self._rows.items()}
        ports = [
            (row.link, _line_y(number) / sizes[place].h)
            for place, rows in self._rows.items()
            for number, row in enumerate(rows)
            if row.link
        ]
        self._layout: MapLayout = lay_out(level, sizes, ports)

    def svg(self) -> str:
        width = max(self._layout.size.w + 2 * _MARGIN, 900)
        height = self._layout.size.h + _HEAD + _MARGIN
        parts = [
            f"<svg xmlns='http://www.w3.org/2000/svg' width='{width:.0f}' height='{height:.0f}' "
            f"viewBox='0 0 {width:.0f} {height:.0f}' {_FONT} font-size='12'>",
            f"<rect width='100%' height='100%' fill='{_PAPER}'/>",
            *self._legend(),
            f"<g transform='translate({_MARGIN} {_HEAD})'>",
            *self._rivers(),
            *(part for place in self._rows for part in self._links(place)),
            *(part for place in self._rows for part in self._box(place)),
            "</g>",
            "</svg>",
        ]
        return "\n".join(parts) + "\n"

    def _legend(self) -> Iterator[str]:
        title = escape(self._level.title)
        yield f"<text x='{_MARGIN}' y='38' font-size='20' font-weight='bold' fill='{_DARK}'>{title}</text>"
        x = _MARGIN
        for words, colour in (("choice", _DARK), ("message learned or played", _TEAL), ("chance", _GOLD)):
            yield f"<path d='M{x} 64 h26' stroke='{colour}' stroke-width='2.5'/>"
            yield f"<text x='{x + 33}' y='68' fill='{colour}'>{words}</text>"
            x += 62 + round(_LETTER * len(words))
        yield f"<path d='M{x} 64 h26' stroke='{_RIVER}' stroke-width='2.5'/>"
        yield f"<text x='{x + 33}' y='68' fill='{_DARK}'>several ways to one place</text>"
        x = _MARGIN
        for fill, words in _OUTCOMES.values():
            yield f"<rect x='{x}' y='80' width='26' height='15' rx='4' fill='{fill}' stroke='{_DARK}'/>"
            yield f"<text x='{x + 33}' y='92' fill='{_DARK}'>ending: {words}</text>"
            x += 62 + round(_LETTER * len(f"ending: {words}"))

    def _box(self, place: PassageId) -> Iterator[str]:
        box, ending = self._layout.boxes[place], self._level.endings.get(place)
        fill = _OUTCOMES[ending.outcome][0] if ending else "#ffffff"
        text = ending.text if ending else self._level.passages[place].text
        told = " ".join(f"{line.speaker}: {line.text}" if line.speaker else line.text for line in text)
        yield f"<g><title>{escape(told)}</title>"
        yield (
            f"<rect x='{box.x:.0f}' y='{box.y:.0f}' width='{box.w:.0f}' height='{box.h:.0f}' rx='9' fill='{fill}' "
            f"stroke='{_DARK}' stroke-width='{3 if place == self._level.start else 1.2}'/>"
        )
        for number, row in enumerate(self._rows[place]):
            yield self._row(row, box.x + _PAD, box.y + _line_y(number) + 4)
        first_way = next((number for number, row in enumerate(self._rows[place]) if row.link), 0)
        if first_way:
            y = box.y + _line_y(first_way) - _LINE / 2
            yield f"<path d='M{box.x:.0f} {y:.1f} H{box.right:.0f}' stroke='{_DARK}' stroke-width='.6'/>"
        yield "</g>"

    def _row(self, row: Row, x: float, y: float) -> str:
        weight = " font-weight='bold'" if row.ink is Ink.TITLE else ""
        words = escape(row.text)
        if row.link and self._layout.goes_back(row.link):
            words += f" ↩<title>{escape(f'back to {row.link.to}. {row.link.told}')}</title>"
        x += _INDENT if row.is_detail else 0
        return f"<text x='{x:.0f}' y='{y:.0f}' fill='{_COLOURS[row.ink]}'{weight}>{words}</text>"

    def _links(self, place: PassageId) -> Iterator[str]:
        """Yield the first piece of each link from a place: up to the next column."""
        box = self._layout.boxes[place]
        for number, row in enumerate(self._rows[place]):
            link = row.link
            if link is None or self._layout.goes_back(link):
                continue
            station = self._layout.stations(link)[0]
            line = _bend(box.right, box.y + _line_y(number), station.x, _entry(station))
            yield (
                f"<path d='{line}' fill='none' stroke='{_colour(link)}' stroke-width='1.7'>"
                f"<title>{escape(f'{link.origin} → {link.to}. {link.told}')}</title></path>"
            )

    def _rivers(self) -> Iterator[str]:
        """Yield where links to one place go on together, each piece once."""
        pieces: dict[str, PassageId] = {}
        for link in (row.link for rows in self._rows.values() for row in rows if row.link):
            stations = [] if self._layout.goes_back(link) else self._layout.stations(link)
            for before, after in pairwise(stations):
                y = _entry(before)
                bend = _bend(before.right, y, after.x, _entry(after))
                pieces.setdefault(f"M{before.x:.0f} {y:.0f} H{before.right:.0f} {bend}", link.to)
        for line, to in pieces.items():
            style = f"fill='none' stroke='{_RIVER}' stroke-width='1.7'"
            yield f"<path d='{line}' {style}><title>→ {escape(to)}</title></path>"


def _size(rows: tuple[Row, ...]) -> Size:
    return Size(max(map(_width, rows)) + 2 * _PAD, _LINE * len(rows) + _PAD)


def _width(row: Row) -> float:
    letter = _TITLE_LETTER if row.ink is Ink.TITLE else _LETTER
    return max(len(row.text) * letter + (_INDENT if row.is_detail else 0), _NARROWEST)


def _line_y(number: int) -> float:
    """Return how far below the top of its box the middle of a line stands."""
    return _PAD / 2 + _LINE * (number + 0.5)


def _entry(station: Rect) -> float:
    return station.y + min(station.h / 2, _line_y(0))


def _bend(x: float, y: float, to_x: float, to_y: float) -> str:
    reach = GAP / 2
    return f"M{x:.0f} {y:.0f} C{x + reach:.0f} {y:.0f} {to_x - reach:.0f} {to_y:.0f} {to_x:.0f} {to_y:.0f}"


def _colour(link: Link) -> str:
    match link.action:
        case Play():
            return _TEAL
        case Chance():
            return _GOLD
        case Continue():
            return _GREY
        case _:
            return _DARK
