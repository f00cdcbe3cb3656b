"""Every character that players read has a glyph in the font it is drawn with."""

from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from game.desktop.fonts import Face, FontFiles
from game.paths import assets_dir, levels_dir
from game.ui.scripts import LATIN, script_runs

FILES = sorted([*levels_dir().rglob("*.yaml"), *(assets_dir() / "words").glob("*.yaml")])
UNSEEN = {"\n", "\r", "\u200b", "\ufeff"}
"""They end lines or allow them to end, and are never drawn."""
FACES = [(bold, italic) for bold in (False, True) for italic in (False, True)]


@cache
def glyphs(path: Path) -> frozenset[str]:
    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(levels_dir().parent).as_posix())
def test_every_character_has_a_glyph(file: Path) -> None:
    missing = {
        f"{letter} (U+{ord(letter):04X}) in {family}"
        for family, text in script_runs(file.read_text("utf-8"))
        for bold, italic in (FACES if family == LATIN else FACES[:1])
        for letter in set(text) - UNSEEN - glyphs(FontFiles().path(Face(family, 20, bold, italic)))
    }
    assert missing == set()
