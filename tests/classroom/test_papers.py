"""Papers as PDF and as pages: all of the document is in both, nothing is cut off, and both say what their parts are."""

import re
import shutil
import subprocess
import zlib
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.paper.document import Bullets, Document, Heading, Note, Paragraph, Table
from game.classroom.paper.from_session import session_figures
from game.classroom.paper.lesson_plan import lesson_plan
from game.classroom.paper.page import page_of, style
from game.classroom.paper.paging import Piece, paged
from game.classroom.paper.pdf import pdf_of
from game.classroom.paper.report import class_report
from game.classroom.paper.tagged import Format
from tests.classroom.papers import NOW, a_class, as_read, level, library, texts_of, words

LETTER_MM, A4_MM = (215.9, 279.4), (210.0, 297.0)


def plan(name: str) -> Document:
    return lesson_plan(level(name), library().messages, words())


def report(size: int, latecomers: int = 0) -> Document:
    return class_report(session_figures(a_class(size, latecomers=latecomers), library().messages), words())


def written_by_pdftotext(pdf: bytes, folder: Path) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True, text=True)  # noqa: S607
    return done.stdout


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="LOUD SKIP: pdftotext (poppler-utils) is not installed")
@pytest.mark.parametrize(("name", "paper"), [("too-young", "a4"), ("one-place-left", "letter")])
def test_all_of_a_plan_is_in_the_pdf(tmp_path: Path, name: str, paper: Format) -> None:
    read = as_read(written_by_pdftotext(pdf_of(plan(name), words(), paper, NOW), tmp_path))
    # Cells of a row stand beside each other, so their lines are read in turn: only whole lines are looked for there.
    rows = {cell for block in plan(name).blocks if isinstance(block, Table) for row in block.rows for cell in row}
    assert [text for text in texts_of(plan(name)) if as_read(text) not in read and text not in rows] == []
    assert [cell for cell in rows if as_read(cell.split()[0]) not in read] == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="LOUD SKIP: pdftotext (poppler-utils) is not installed")
def test_a_report_reads_the_same_on_paper(tmp_path: Path) -> None:
    read = as_read(written_by_pdftotext(pdf_of(report(12), words(), "a4", NOW), tmp_path))
    for text in ("Next door", "What changed", "Right answers", "before the story", "Telling offers apart"):
        assert as_read(text) in read


def _streams(pdf: bytes) -> Iterator[bytes]:
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            yield zlib.decompress(found[1])
        except zlib.error:
            continue


@pytest.mark.parametrize(("paper", "size"), [("a4", A4_MM), ("letter", LETTER_MM)])
def test_the_file_says_what_it_is_and_what_its_parts_are(paper: Format, size: tuple[float, float]) -> None:
    pdf = pdf_of(report(12), words(), paper, NOW)
    assert b"/MarkInfo" in pdf
    assert b"/Lang (en)" in pdf
    assert b"/DisplayDocTitle true" in pdf
    assert b"/Outlines" in pdf
    boxes = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", pdf)
    assert {tuple(round(float(side) * 25.4 / 72, 1) for side in box) for box in boxes} == {size}
    content = b"\n".join(_streams(pdf))
    for role in ("H1", "H2", "P", "Figure"):
        tagged = re.findall(rb"/%s <</MCID [0-9]+>> BDC" % role.encode(), content)
        assert tagged, role
        assert pdf.count(b"/S /%s" % role.encode()) == len(tagged)
    assert content.count(b" BDC") + content.count(b" BMC") == content.count(b"EMC")


def test_the_same_paper_at_the_same_time_is_the_same_file() -> None:
    assert pdf_of(report(4), words(), "a4", NOW) == pdf_of(report(4), words(), "a4", NOW)


LONG = "Donaudampfschifffahrtsgesellschaftskapitän" * 8


def test_nothing_of_an_awkward_paper_is_lost_or_leaves_the_page(tmp_path: Path) -> None:
    blocks = (
        Paragraph(LONG),
        Table("Tall", ("A", "B"), tuple((str(number), "word " * 90) for number in range(30)), (0.3, 0.7)),
        Note("Box", tuple("line " * 100 for _ in range(12))),
        Bullets(tuple(f"item {number}" for number in range(80)), is_numbered=True),
        Heading("The last heading"),
        Paragraph("The end"),
    )
    document = Document("Title", "Kind", "Subject", "Running", "en", blocks)
    pdf = pdf_of(document, words(), "a4", NOW)
    # Everything is placed by the upper left corner of the page, so a place below its foot would be negative.
    content = b"\n".join(_streams(pdf))
    places = [tuple(map(float, found)) for found in re.findall(rb"BT ([0-9.-]+) ([0-9.-]+) Td", content)]
    assert places
    assert all(40 <= x <= 595 - 40 and 25 <= y <= 842 - 40 for x, y in places)
    if shutil.which("pdftotext"):
        assert as_read(LONG) in as_read(written_by_pdftotext(pdf, tmp_path))


PIECES = st.builds(
    Piece,
    height=st.floats(0.5, 20),
    sticks=st.booleans(),
    is_space=st.booleans(),
    begins_page=st.booleans(),
    head=st.none() | st.builds(Piece, height=st.floats(0.5, 5)),
)


@given(st.lists(PIECES, max_size=60))
def test_pages_hold_every_piece_once_and_in_order(pieces: Sequence[Piece]) -> None:
    room = 60.0
    pages = list(paged(pieces, room))
    heads = {id(piece.head) for piece in pieces if piece.head}
    shown = [piece for page in pages for piece in page if id(piece) not in heads and not piece.is_space]
    assert [id(piece) for piece in shown] == [id(piece) for piece in pieces if not piece.is_space]
    assert all(pages)
    assert all(sum(piece.height for piece in page) <= room + 1e-6 or len(page) <= 2 for page in pages)


@given(st.lists(PIECES, max_size=40))
def test_what_sticks_is_never_the_last_of_a_page_that_could_hold_more(pieces: Sequence[Piece]) -> None:
    room = 1000.0
    for page in list(paged(pieces, room))[:-1]:
        assert not page[-1].sticks


def read_from_page(document: Document) -> str:
    page = re.sub(r"<(style|title|desc)\b.*?</\1>", "", page_of(document), flags=re.DOTALL)
    return as_read(unescape(re.sub(r"<[^>]*>", " ", page)))


@pytest.mark.parametrize("made", [lambda: plan("boat-and-basket"), lambda: report(12), lambda: report(4)])
def test_all_of_a_paper_is_on_the_page(made: Callable[[], Document]) -> None:
    document = made()
    read = read_from_page(document)
    assert [text for text in texts_of(document) if as_read(text) not in read] == []


def test_a_page_is_text_and_never_markup_of_its_authors() -> None:
    nasty = "<script>alert(1)</script> & \"'"
    page = page_of(
        Document(nasty, nasty, nasty, nasty, "en", (Heading(nasty), Table(nasty, (nasty,), ((nasty,),), (1,))))
    )
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_page_names_a_style_sheet_or_brings_it_along() -> None:
    served = page_of(report(0), "/static/paper.css")
    assert '<link rel="stylesheet" href="/static/paper.css">' in served
    assert "<style" not in served
    assert " style=" not in served
    assert style() in page_of(report(0))


def _luminance(colour: str) -> float:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_words_on_pages_stand_out() -> None:
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", style()))
    for ground, inks in {
        "paper": ("ink", "soft", "head", "accent"),
        "note": ("ink", "note-head"),
        "ground": ("soft",),
    }.items():
        for ink in inks:
            light, dark = sorted((_luminance(colours[ground]), _luminance(colours[ink])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, f"{ink} on {ground}"
