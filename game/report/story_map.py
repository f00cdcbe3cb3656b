"""A level's story as a picture an author can read: passages, choices, where messages are learned and used, endings."""

from collections.abc import Iterator
from html import escape

from game.report.map_layout import Link, MapLayout, lay_out
from game.story.action import Chance, Choose, Play
from game.story.level import Level, Outcome, PassageId

_COLUMN, _BOX, _LINE, _GAP, _MARGIN, _HEAD = 300, 190, 17, 26, 24, 96
_FONT = "font-family='Atkinson Hyperlegible, Verdana, sans-serif'"
_INK, _PAPER, _TEAL, _GOLD, _GREY = "#1f2d2b", "#fffaf0", "#00796b", "#b06f00", "#7b8886"
_OUTCOMES = {
    Outcome.SAFE: "#cfe9dc",
    Outcome.OTHER_PLAN: "#dcebf7",
    Outcome.HELP: "#fbe6c3",
    Outcome.HELP_ON_THE_WAY: "#f3d9e2",
}
_Boxes = dict[PassageId, tuple[float, float, float]]


def story_map(level: Level) -> str:
    """Return the map as an SVG document; every box and line carries a tooltip with the full text."""
    layout = lay_out(level)
    boxes, height = _boxes(level, layout)
    width = _COLUMN * len(layout.columns) - (_COLUMN - _BOX) + 2 * _MARGIN
    parts = [
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height:.0f}' {_FONT} font-size='12'>",
        f"<rect width='100%' height='100%' fill='{_PAPER}'/>",
        *_heading(level),
        *(part for link in layout.links for part in _link(level, boxes, layout.links, link)),
        *(part for place in boxes for part in _box(level, boxes, place)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _boxes(level: Level, layout: MapLayout) -> tuple[_Boxes, float]:
    """Return (left, top, height) of each place, and the height of the whole map."""
    heights = {place: _LINE * len(_lines(level, place)) + 14.0 for column in layout.columns for place in column}
    tall = max(sum(heights[place] + _GAP for place in column) for column in layout.columns)
    boxes: _Boxes = {}
    for number, column in enumerate(layout.columns):
        spare = (tall - sum(heights[place] + _GAP for place in column)) / (len(column) + 1)
        top = _HEAD + spare
        for place in column:
            boxes[place] = (_MARGIN + _COLUMN * number, top, heights[place])
            top += heights[place] + _GAP + spare
    return boxes, _HEAD + tall + _MARGIN


def _lines(level: Level, place: PassageId) -> list[tuple[str, str]]:
    """Return the lines written in a place's box, each with its colour."""
    ending = level.endings.get(place)
    if ending:
        return [(place, _INK), (ending.outcome, _GREY)]
    passage = level.passages[place]
    learned = [(f"learn {message}", _TEAL) for message in passage.teaches]
    kinds = ((offer.id, "genuine" if offer.genuine else "false") for offer in passage.offers.values())
    offers = [(f"offer {offer} ({kind})", _GREY) for offer, kind in kinds]
    return [(place, _INK), *learned, *offers]


def _heading(level: Level) -> Iterator[str]:
    yield f"<text x='{_MARGIN}' y='36' font-size='20' font-weight='bold' fill='{_INK}'>{escape(level.title)}</text>"
    x = _MARGIN
    for words, colour in (("choice", _INK), ("message played", _TEAL), ("chance", _GOLD), ("goes on", _GREY)):
        yield f"<path d='M{x} 60 h26' stroke='{colour}' stroke-width='2'/>"
        yield f"<text x='{x + 32}' y='64' fill='{_INK}'>{words}</text>"
        x += 60 + 7 * len(words)


def _box(level: Level, boxes: _Boxes, place: PassageId) -> Iterator[str]:
    left, top, height = boxes[place]
    ending = level.endings.get(place)
    fill = _OUTCOMES[ending.outcome] if ending else "#ffffff"
    text = ending.text if ending else level.passages[place].text
    told = " ".join(f"{line.speaker}: {line.text}" if line.speaker else line.text for line in text)
    yield f"<g><title>{escape(told)}</title>"
    yield (
        f"<rect x='{left}' y='{top:.0f}' width='{_BOX}' height='{height:.0f}' rx='9' fill='{fill}' "
        f"stroke='{_INK}' stroke-width='{2.5 if place == level.start else 1.2}'/>"
    )
    for number, (line, colour) in enumerate(_lines(level, place)):
        weight = "bold" if number == 0 else "normal"
        y = top + 20 + _LINE * number
        yield f"<text x='{left + 10}' y='{y:.0f}' fill='{colour}' font-weight='{weight}'>{escape(line)}</text>"
    yield "</g>"


def _link(level: Level, boxes: _Boxes, links: tuple[Link, ...], link: Link) -> Iterator[str]:
    (left, top, height), (to_left, to_top, to_height) = boxes[link.origin], boxes[link.to]
    words, colour = _words(link)
    number, count = _rank(boxes, links, link)
    x, y = left + _BOX, top + height * (number + 1) / (count + 1)
    to_x, to_y = to_left, to_top + to_height / 2
    bend = max(60.0, (to_x - x) / 2) if to_x > x else 120.0
    yield f"<g><title>{escape(_told(level, link))}</title>"
    yield (
        f"<path d='M{x} {y:.0f} C{x + bend:.0f} {y:.0f} {to_x - bend:.0f} {to_y:.0f} {to_x} {to_y:.0f}' "
        f"fill='none' stroke='{colour}' stroke-width='1.6' stroke-opacity='.75'/>"
    )
    yield f"<circle cx='{to_x}' cy='{to_y:.0f}' r='3.5' fill='{colour}'/>"
    if words:
        yield f"<text x='{x + 5}' y='{y - 3:.0f}' font-size='10' fill='{colour}'>{escape(words)}</text>"
    yield "</g>"


def _rank(boxes: _Boxes, links: tuple[Link, ...], link: Link) -> tuple[int, int]:
    """Return which of its origin's links this is from the top, and how many there are."""
    siblings = [each for each in links if each.origin == link.origin]
    siblings.sort(key=lambda each: boxes[each.to][1])
    return siblings.index(link), len(siblings)


def _words(link: Link) -> tuple[str, str]:
    match link.action:
        case Play(choice=choice):
            return choice, _TEAL
        case Choose(choice=choice):
            return choice, _INK
        case Chance(weight=weight):
            return f"chance {weight}", _GOLD
        case _:
            return "", _GREY


def _told(level: Level, link: Link) -> str:
    if isinstance(link.action, Choose | Play):
        choice = level.passages[link.origin].choices[link.action.choice]
        played = f"Plays {choice.uses}. " if choice.uses else ""
        return f"{played}{choice.text} {choice.because}"
    return f"{link.origin} → {link.to}"
