"""Blocks of a paper cut into lines of text, rows of tables and pictures."""

from collections.abc import Sequence
from typing import NamedTuple

from game.canvas.canvas import Colour
from game.classroom.measure.drawing import Drawing
from game.classroom.paper.document import Block, Bullets, Heading, Note, Paragraph, Picture, Table, Together
from game.classroom.paper.drawn import draw, height_of
from game.classroom.paper.paging import Paint, Part, Piece
from game.classroom.paper.tagged import MARGIN_MM, Role, TaggedPdf
from game.ui.palette import NORMAL as COLOURS

POINT_MM = 25.4 / 72
_LEADING = 1.36
_AFTER, _AFTER_SMALL, _INDENT = 2.4, 1.2, 7.0
_BOX_PAD, _BAR = 4.0, 1.4
_CELL_PAD, _GUTTER = 1.3, 3.0


class Look(NamedTuple):
    """How a line of text looks; the size is in points."""

    size: float
    colour: Colour = COLOURS.ink
    bold: bool = False

    @property
    def height(self) -> float:
        """The height of a line in millimetres."""
        return self.size * POINT_MM * _LEADING


_KIND, _TITLE = Look(10.5, COLOURS.teal, bold=True), Look(22, COLOURS.ink, bold=True)
_TEXT, _SMALL = Look(10.5), Look(9.0, COLOURS.soft)
_NOTE = Look(10.5, COLOURS.warning, bold=True)
_CAPTION = Look(9.8, COLOURS.ink, bold=True)
_CELL, _CELL_HEAD = Look(9.4), Look(9.0, COLOURS.soft, bold=True)
_HEADINGS = {
    1: (Look(15, COLOURS.teal_edge, bold=True), 7.0, 2.2),
    2: (Look(12, COLOURS.ink, bold=True), 4.5, 1.4),
    3: (Look(10.5, COLOURS.ink, bold=True), 2.2, 0.3),
}
"""By level: the look, and the space above and below."""
_ROLES: dict[int, Role] = {1: "H2", 2: "H3", 3: "H4"}


class Cutter:
    """Cuts the blocks of one paper."""

    def __init__(self, pdf: TaggedPdf) -> None:
        self._pdf = pdf
        self._parts = 0

    def pieces(self, block: Block) -> list[Piece]:
        """Return the pieces of a block."""
        if not isinstance(block, Together):
            return self._single(block)
        inner = [piece for each in block.blocks for piece in self._single(each)]
        return [*(piece._replace(sticks=True) for piece in inner[:-1]), *inner[-1:], _space(_AFTER_SMALL)]

    def _single(self, block: Heading | Paragraph | Bullets | Table | Note | Picture) -> list[Piece]:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(text, is_small):
                return [*self._text(text, _SMALL if is_small else _TEXT), _space(_AFTER_SMALL if is_small else _AFTER)]
            case Bullets(items, is_numbered):
                return self._bullets(items, is_numbered=is_numbered)
            case Table():
                return self._table(block)
            case Note(title, lines):
                return self._note(title, lines)
            case Picture(drawing):
                return [self._picture(drawing), _space(_AFTER)]

    def title(self, kind: str, title: str) -> list[Piece]:
        """Return what the paper begins with."""
        lines = (*self._text(kind, _KIND), Piece(1.0), *self._text(title, _TITLE, role="H1"), Piece(4.0))
        return [piece._replace(sticks=True) for piece in lines]

    def _part(self, role: Role, alt: str | None = None) -> Part:
        self._parts += 1
        return Part(role, self._parts, alt)

    def _picture(self, drawing: Drawing) -> Piece:
        width = self._pdf.epw
        part = self._part("Figure", f"{drawing.title}. {drawing.text}")
        return Piece(height_of(drawing, width), part, lambda y: draw(self._pdf, drawing, MARGIN_MM, y, width))

    def _heading(self, heading: Heading) -> list[Piece]:
        look, above, below = _HEADINGS[heading.level]
        lines = self._text(heading.text, look, role=_ROLES[heading.level])
        listed = (heading.text, heading.level - 1) if heading.level < 3 else None
        first = lines[0]._replace(outline=listed, begins_page=heading.begins_page)
        stuck = (piece._replace(sticks=True) for piece in (first, *lines[1:]))
        return [_space(above), *stuck, _space(below, sticks=True)]

    def _text(self, text: str, look: Look, *, indent: float = 0, right: float = 0, role: Role = "P") -> list[Piece]:
        """Return the lines of a text: never a single one of several at the end or the beginning of a page."""
        lines = self._wrapped(text, look, self._pdf.epw - indent - right)
        part = self._part(role)
        alone = {0, len(lines) - 2}
        return [
            Piece(
                look.height, part, self._line(line, look, MARGIN_MM + indent), sticks=number in alone and len(lines) > 1
            )
            for number, line in enumerate(lines)
        ]

    def _bullets(self, items: Sequence[str], *, is_numbered: bool) -> list[Piece]:
        found: list[Piece] = []
        for number, item in enumerate(items, 1):
            first, *rest = self._text(item, _TEXT, indent=_INDENT)
            mark = self._line(f"{number}." if is_numbered else "•", _TEXT, MARGIN_MM + 1)
            found += [first._replace(paint=_both(mark, first.paint)), *rest, _space(0.9)]
        return [*found, _space(_AFTER - 0.9)]

    def _note(self, title: str, texts: Sequence[str]) -> list[Piece]:
        inside = self._text(title, _NOTE, indent=_BOX_PAD, right=_BOX_PAD)
        inside[-1] = inside[-1]._replace(sticks=True)
        for text in texts:
            inside += [Piece(1.0, sticks=True), *self._text(text, _TEXT, indent=_BOX_PAD, right=_BOX_PAD)]
        padded = [Piece(2.2, sticks=True), *inside, Piece(2.6)]
        padded[-2] = padded[-2]._replace(sticks=True)
        return [*(piece._replace(ground=self._ground(piece.height)) for piece in padded), _space(_AFTER + 1)]

    def _ground(self, height: float) -> Paint:
        def paint(y: float) -> None:
            # A hair taller than the line, so that no seam shows between two lines.
            self._pdf.set_fill_color(*COLOURS.gold_wash[:3])
            self._pdf.rect(MARGIN_MM, y, self._pdf.epw, height + 0.05, style="F")
            self._pdf.set_fill_color(*COLOURS.gold[:3])
            self._pdf.rect(MARGIN_MM, y, _BAR, height + 0.05, style="F")

        return paint

    def _table(self, table: Table) -> list[Piece]:
        caption = self._text(table.caption, _CAPTION) if table.caption else []
        head = self._row(table.head, table.widths, _CELL_HEAD)._replace(sticks=True)
        rows = [self._row(row, table.widths, _CELL)._replace(head=head, sticks=table.is_whole) for row in table.rows]
        if rows:
            rows[-1] = rows[-1]._replace(sticks=False)
        return [*(piece._replace(sticks=True) for piece in caption), head, *rows, _space(_AFTER + 0.8)]

    def _row(self, cells: Sequence[str], widths: Sequence[float], look: Look) -> Piece:
        edges = [MARGIN_MM + self._pdf.epw * sum(widths[:place]) / sum(widths) for place in range(len(widths) + 1)]
        places = list(zip(cells, edges, edges[1:], strict=False))
        wrapped = [self._wrapped(cell, look, right - left - _GUTTER) for cell, left, right in places]
        height = max(map(len, wrapped)) * look.height + 2 * _CELL_PAD

        def paint(y: float) -> None:
            for lines, left in zip(wrapped, edges, strict=False):
                for number, line in enumerate(lines):
                    self._line(line, look, left)(y + _CELL_PAD + number * look.height)

        def rule(y: float) -> None:
            self._pdf.set_draw_color(*(COLOURS.edge if look.bold else COLOURS.line)[:3])
            self._pdf.set_line_width(0.35 if look.bold else 0.2)
            self._pdf.line(MARGIN_MM, y + height, MARGIN_MM + self._pdf.epw, y + height)

        return Piece(height, self._part("P"), paint, rule)

    def _wrapped(self, text: str, look: Look, width: float) -> list[str]:
        self._pdf.use(look.size, look.colour, bold=look.bold)
        return self._pdf.wrapped(text, width) or [""]

    def _line(self, text: str, look: Look, x: float) -> Paint:
        def paint(y: float) -> None:
            self._pdf.use(look.size, look.colour, bold=look.bold)
            self._pdf.set_xy(x, y)
            self._pdf.cell(0, look.height, text)

        return paint


def _space(height: float, *, sticks: bool = False) -> Piece:
    return Piece(height, sticks=sticks, is_space=True)


def _both(one: Paint, other: Paint | None) -> Paint:
    def paint(y: float) -> None:
        one(y)
        if other:
            other(y)

    return paint
