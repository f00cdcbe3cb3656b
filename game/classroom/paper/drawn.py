"""A drawing in a PDF."""

from game.classroom.measure.drawing import Box, Dot, Drawing, Line, Words
from game.classroom.paper.tagged import TaggedPdf

_POINT_MM = 25.4 / 72
_BASE = 0.8
"""Where the base line of text is in a cell of its own height."""


def height_of(drawing: Drawing, width: float) -> float:
    """Return how high a drawing is when it is so wide."""
    return drawing.height * width / drawing.width


def draw(pdf: TaggedPdf, drawing: Drawing, left: float, top: float, width: float) -> None:
    """Draw into a PDF, all in millimetres."""
    scale = width / drawing.width
    for shape in drawing.shapes:
        match shape:
            case Words():
                _words(pdf, shape, left, top, scale)
            case Line(x1, y1, x2, y2, thick, colour):
                pdf.set_draw_color(*colour[:3])
                pdf.set_line_width(thick * scale)
                pdf.line(left + x1 * scale, top + y1 * scale, left + x2 * scale, top + y2 * scale)
            case Dot(x, y, radius, edge, thick, fill):
                pdf.set_draw_color(*edge[:3])
                pdf.set_fill_color(*fill[:3])
                pdf.set_line_width(thick * scale)
                pdf.circle(left + x * scale, top + y * scale, radius * scale, style="DF")
            case Box(x, y, w, h, fill, edge):
                pdf.set_draw_color(*edge[:3])
                pdf.set_fill_color(*fill[:3])
                pdf.set_line_width(scale)
                pdf.rect(left + x * scale, top + y * scale, w * scale, h * scale, style="DF")


def _words(pdf: TaggedPdf, words: Words, left: float, top: float, scale: float) -> None:
    size = words.size * scale
    pdf.use(size / _POINT_MM, words.colour, bold=words.bold)
    wide = pdf.get_string_width(words.text)
    shift = {"left": 0.0, "middle": wide / 2, "right": wide}[words.align]
    pdf.set_xy(left + words.x * scale - shift, top + words.y * scale - size * _BASE)
    pdf.cell(wide, size, words.text)
