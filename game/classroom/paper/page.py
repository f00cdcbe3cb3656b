"""A paper as a page to read and to print."""

from functools import lru_cache
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from game.classroom.measure.drawing import Drawing, svg
from game.classroom.paper.document import Document
from game.paths import assets_dir

_PAGE, _STYLE = "page.html", "page.css"


class Link(NamedTuple):
    """A way on from a page; it is not printed."""

    text: str
    address: str


def page_of(document: Document, style_address: str = "", links: tuple[Link, ...] = ()) -> str:
    """Return the page. Without the address of `style()`, the style is in the page, so that it can lie anywhere."""
    within = "" if style_address else Markup(style())  # noqa: S704 (our own file)
    return _template().render(paper=document, style_address=style_address, style=within, links=links)


@lru_cache(maxsize=1)
def style() -> str:
    """Return the style sheet of pages."""
    return (assets_dir() / "paper" / _STYLE).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(assets_dir() / "paper"), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )
    environment.globals["svg"] = _picture
    return environment.get_template(_PAGE)


def _picture(drawing: Drawing, name: str) -> Markup:
    return Markup(svg(drawing, name))  # noqa: S704 (our own element, whose texts are escaped)
