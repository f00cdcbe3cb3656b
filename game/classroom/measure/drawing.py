"""Pictures of a few shapes, which a web page shows as SVG and a PDF draws by itself: so both show the same."""

from html import escape
from typing import Literal, NamedTuple

from game.canvas.canvas import Colour

FONT = "Atkinson Hyperlegible, Verdana, DejaVu Sans, sans-serif"
_ANCHORS = {"left": "start", "middle": "middle", "right": "end"}


class Words(NamedTuple):
    """A line of text; `y` is its base line."""

    x: float
    y: float
    text: str
    size: float
    colour: Colour
    align: Literal["left", "middle", "right"] = "left"
    bold: bool = False


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: Colour


class Dot(NamedTuple):
    """A circle with an edge."""

    x: float
    y: float
    radius: float
    edge: Colour
    width: float
    fill: Colour


class Box(NamedTuple):
    """A rectangle with an edge."""

    x: float
    y: float
    w: float
    h: float
    fill: Colour
    edge: Colour


Shape = Words | Line | Dot | Box


class Drawing(NamedTuple):
    """A picture. `text` says in words what it shows, for those who do not see it."""

    width: float
    height: float
    title: str
    text: str
    shapes: tuple[Shape, ...]


def svg(drawing: Drawing, name: str) -> str:
    """Return the picture as an SVG element to stand in a page. `name` is the beginning of its ids: one a page."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.width:g} {drawing.height:g}" role="img" '
        f'aria-labelledby="{name}-title {name}-text" font-family="{FONT}">'
    )
    title, text = escape(drawing.title), escape(drawing.text)
    told = f'<title id="{name}-title">{title}</title><desc id="{name}-text">{text}</desc>'
    return "\n".join([head, told, *(_element(shape) for shape in drawing.shapes), "</svg>"])


def _element(shape: Shape) -> str:
    match shape:
        case Words(x, y, text, size, colour, align, bold):
            weight = ' font-weight="bold"' if bold else ""
            place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{_ANCHORS[align]}"'
            return f'<text {place}{weight} fill="{_hex(colour)}">{escape(text)}</text>'
        case Line(x1, y1, x2, y2, width, colour):
            place = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
            return f'<line {place} stroke="{_hex(colour)}" stroke-width="{width:g}"/>'
        case Dot(x, y, radius, edge, width, fill):
            look = f'fill="{_hex(fill)}" stroke="{_hex(edge)}" stroke-width="{width:g}"'
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" {look}/>'
        case Box(x, y, w, h, fill, edge):
            look = f'fill="{_hex(fill)}" stroke="{_hex(edge)}"'
            return f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="2" {look}/>'


def _hex(colour: Colour) -> str:
    return f"#{colour[0]:02x}{colour[1]:02x}{colour[2]:02x}"
