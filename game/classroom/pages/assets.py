"""The style, the script, the fonts and the pictures of the pages."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from fontpkg_atkinson_hyperlegible import ROOT as ATKINSON  # type: ignore[import-untyped]  # it ships no types

from game.classroom.pages.bricks import icon
from game.classroom.pages.look import stylesheet
from game.classroom.pages.scenes import scene
from game.paths import assets_dir

_SVG: Final = "image/svg+xml"
_FACES: Final = ("Regular", "Bold", "Italic")


class Asset(NamedTuple):
    """A file as it is served."""

    body: bytes
    content_type: str


def asset(name: str) -> Asset | None:
    """Return the asset with a name, or None if there is none. The name is what a request asks for: anything."""
    if name.startswith("scene."):
        picture = scene(name)
        return Asset(picture, _SVG) if picture else None
    return _files().get(name)


@cache
def _files() -> Mapping[str, Asset]:
    folder = assets_dir() / "classroom"
    papers = (assets_dir() / "paper" / name for name in ("served.css", "page.css"))
    fonts = (f"AtkinsonHyperlegible-{face}.ttf" for face in _FACES)
    return {
        "style.css": Asset(stylesheet(folder).encode(), "text/css; charset=utf-8"),
        "paper.css": Asset(b"".join(sheet.read_bytes() for sheet in papers), "text/css; charset=utf-8"),
        "live.js": Asset((folder / "live.js").read_bytes(), "text/javascript; charset=utf-8"),
        "icon.svg": Asset(icon().encode(), _SVG),
        "tables.html": Asset(_tables().encode(), "text/html; charset=utf-8"),
        **{name: Asset((Path(ATKINSON) / "files" / name).read_bytes(), "font/ttf") for name in fonts},
    }


def _tables() -> str:
    """Return what the quick exit shows: times tables, as in any exercise book. It tells nothing of us."""
    numbers = range(1, 13)
    head = "".join(f'<th scope="col">{column}</th>' for column in numbers)
    rows = "".join(
        f'<tr><th scope="row">{row}</th>{"".join(f"<td>{row * column}</td>" for column in numbers)}</tr>'
        for row in numbers
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>12 × 12</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="/static/style.css"></head><body class="blank"><main><h1>12 × 12</h1>'
        f'<table><thead><tr><th scope="col">×</th>{head}</tr></thead><tbody>{rows}</tbody></table></main></body></html>'
    )
