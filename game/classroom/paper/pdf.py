"""A paper as PDF: A4 or Letter, with title, language, contents, page numbers and tags."""

from datetime import datetime
from itertools import groupby

from game.classroom.paper.cutting import Cutter, Look
from game.classroom.paper.document import Document
from game.classroom.paper.paging import Piece, paged
from game.classroom.paper.tagged import MARGIN_MM, About, Format, TaggedPdf
from game.content.words import Words
from game.ui.palette import NORMAL as COLOURS

_FOOT = Look(8.6, COLOURS.soft)
_FOOT_RISE = 13.0


def pdf_of(document: Document, words: Words, paper: Format, made_at: datetime) -> bytes:
    """Return the file. `made_at` is written into it; the same document of the same time gives the same pages."""
    pdf = TaggedPdf(paper, About(document.title, document.subject, document.language, made_at))
    pdf.add_page()
    cutter = Cutter(pdf)
    pieces = cutter.title(document.kind, document.title)
    for block in document.blocks:
        pieces += cutter.pieces(block)
    pages = list(paged(pieces, pdf.bottom - MARGIN_MM))
    for number, page in enumerate(pages, 1):
        if number > 1:
            pdf.add_page()
        _paint(pdf, page)
        _foot(pdf, document.running, words("sheet.page", page=number, pages=len(pages)))
    return bytes(pdf.output())


def _paint(pdf: TaggedPdf, page: list[Piece]) -> None:
    placed: list[tuple[float, Piece]] = []
    y = MARGIN_MM
    for piece in page:
        placed.append((y, piece))
        y += piece.height
    with pdf.untagged():
        for top, piece in placed:
            if piece.ground:
                piece.ground(top)
    written = [(top, piece) for top, piece in placed if piece.part]
    for part, run in groupby(written, key=lambda each: each[1].part):
        if part is None:
            continue
        with pdf.tagged(part.role, part.alt):
            for top, piece in run:
                if piece.outline:
                    pdf.set_y(top)
                    pdf.start_section(*piece.outline)
                if piece.paint:
                    piece.paint(top)


def _foot(pdf: TaggedPdf, running: str, page: str) -> None:
    with pdf.untagged():
        pdf.use(_FOOT.size, _FOOT.colour)
        for text, align in ((running, "L"), (page, "R")):
            pdf.set_xy(MARGIN_MM, pdf.h - _FOOT_RISE)
            pdf.cell(pdf.epw, _FOOT.height, text, align=align)
