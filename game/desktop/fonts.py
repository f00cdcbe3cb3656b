"""Which font file draws which family of text, and how wide the result is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pygame
from fontpkg_atkinson_hyperlegible import ROOT as ATKINSON  # type: ignore[import-untyped]  # it ships no types

from game.canvas.canvas import TextStyle

SCRIPTS: Mapping[str, str] = {
    "thai": "Thai",
    "lao": "Laoo",
    "khmer": "Khmr",
    "myanmar": "Mymr",
    "tamil": "Taml",
    "han": "Hani",
}
"""Family name → ISO 15924 code. SDL_ttf shapes these scripts rightly only after it is told the code."""

OPEN_FONTS = 64
MEASURED_TEXTS = 4096


class Face(NamedTuple):
    """What a font is opened for."""

    family: str
    size_px: int
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class FontFiles:
    """Finds the file of a face.

    `extra` is a directory with `<family>.ttf` and perhaps `<family>-bold.ttf` for the families of `SCRIPTS`. A family
    without a file there falls back to the text face.
    """

    extra: Path | None = None

    def path(self, face: Face) -> Path:
        """The best file there is; other scripts have no italic."""
        if self.extra is not None and face.family in SCRIPTS:
            names = [f"{face.family}-bold.ttf", f"{face.family}.ttf"]
            for name in names if face.bold else names[1:]:
                if (self.extra / name).is_file():
                    return self.extra / name
        slant = "Italic" if face.italic else ""
        weight = "Bold" if face.bold else ""
        return Path(ATKINSON) / "files" / f"AtkinsonHyperlegible-{weight + slant or 'Regular'}.ttf"


class Fonts:
    """Opened fonts and measured widths; implements `TextMeasure`."""

    def __init__(self, files: FontFiles | None = None) -> None:
        """Start the font system of pygame, which needs no window."""
        pygame.font.init()
        self._files = files or FontFiles()
        self._open = lru_cache(OPEN_FONTS)(self._load)
        self._width = lru_cache(MEASURED_TEXTS)(self._measured)

    def font(self, style: TextStyle, *, scale: int = 1) -> pygame.font.Font:
        """The font for a style, `scale` times enlarged."""
        return self._open(_face(style, scale))

    def width(self, text: str, style: TextStyle) -> float:
        """Advance width in pixels of one line of one script."""
        return self._width(text, _face(style))

    def line_height(self, style: TextStyle) -> float:
        """Height in pixels of what `text` of the canvas paints."""
        return self.font(style).get_height()

    def forget_texts(self) -> None:
        """Keep no text that was measured."""
        self._width.cache_clear()

    def _load(self, face: Face) -> pygame.font.Font:
        font = pygame.font.Font(self._files.path(face), max(1, face.size_px))
        if face.family in SCRIPTS:
            font.set_script(SCRIPTS[face.family])
        return font

    def _measured(self, text: str, face: Face) -> float:
        return self._open(face).size(text)[0]


def _face(style: TextStyle, scale: int = 1) -> Face:
    return Face(style.family, round(style.size_px * scale), style.bold, style.italic)
