"""A PDF that says what its parts are, so that a screen reader reads headings as headings and skips page numbers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Literal, NamedTuple

from fpdf import FPDF, ViewerPreferences

from game.canvas.canvas import Colour
from game.classroom.paper.typeface import FAMILY, font_file

Role = Literal["H1", "H2", "H3", "H4", "P", "Figure"]
Format = Literal["a4", "letter"]
MARGIN_MM = 18.0
_FOOT_MM = 22.0


class About(NamedTuple):
    """What the file says of itself."""

    title: str
    subject: str
    language: str
    made_at: datetime


class TaggedPdf(FPDF):
    """An empty PDF with the typeface, and with tags for what is written into it.

    fpdf2 tags pictures only. It keeps what that takes in protected members, which this class uses for text as well; a
    test reads the tags back, so a version that works in another way is noticed.
    """

    def __init__(self, paper: Format, about: About) -> None:
        super().__init__(format=paper, unit="mm")
        self.set_margins(MARGIN_MM, MARGIN_MM)
        self.set_auto_page_break(auto=False)
        self.c_margin = 0
        for bold in (False, True):
            self.add_font(FAMILY, "B" if bold else "", font_file(bold=bold))
        self.set_text_shaping(use_shaping_engine=True)
        self.set_title(about.title)
        self.set_subject(about.subject)
        self.set_author("Before You Go")
        self.set_lang(about.language)
        self.set_creation_date(about.made_at)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)

    @property
    def bottom(self) -> float:
        """Where the text of a page has to end."""
        return float(self.h) - _FOOT_MM

    @contextmanager
    def tagged(self, role: Role, alt: str | None = None) -> Iterator[None]:
        """Tag what is written on this page meanwhile. A picture is told in words by `alt`."""
        number = self.struct_builder.next_mcid_for_page(self.page)
        self._add_marked_content(struct_type=f"/{role}", mcid=number, alt_text=alt)
        self._out(f"/{role} <</MCID {number}>> BDC")
        yield
        self._out("EMC")

    @contextmanager
    def untagged(self) -> Iterator[None]:
        """Mark what is written meanwhile as no part of the text: lines, grounds, page numbers."""
        self._out("/Artifact BMC")
        yield
        self._out("EMC")

    def wrapped(self, text: str, width: float) -> list[str]:
        """Return the lines of a text in the font that is set."""
        lines = self.multi_cell(width, text=text, align="L", dry_run=True, output="LINES")
        return [str(line) for line in lines] if isinstance(lines, list) else []

    def use(self, size: float, colour: Colour, *, bold: bool = False) -> None:
        """Set font, size in points, and colour of what is written next."""
        self.set_font(FAMILY, "B" if bold else "", size)
        self.set_text_color(*colour[:3])
