from pathlib import Path

import pytest

from game.canvas.canvas import TextStyle
from game.desktop.fonts import SCRIPTS, Face, FontFiles, Fonts


def test_bold_and_italic_have_faces_of_their_own() -> None:
    files = FontFiles()
    paths = {files.path(Face("text", 20, bold, italic)) for bold in (False, True) for italic in (False, True)}
    assert len(paths) == 4
    assert all(path.is_file() for path in paths)


def test_a_font_is_opened_once(fonts: Fonts) -> None:
    assert fonts.font(TextStyle(20, (0, 0, 0))) is fonts.font(TextStyle(20.2, (255, 0, 0)))


@pytest.mark.parametrize("family", [*SCRIPTS, "something-else"])
def test_without_a_file_of_its_own_a_script_falls_back_to_the_text_face(fonts: Fonts, family: str) -> None:
    assert fonts.width("1343", TextStyle(20, (0, 0, 0), family=family)) == fonts.width("1343", TextStyle(20, (0, 0, 0)))


def test_a_script_takes_its_files_from_the_extra_directory(tmp_path: Path) -> None:
    files = FontFiles(tmp_path)
    (tmp_path / "khmer.ttf").touch()
    assert files.path(Face("khmer", 20, bold=False, italic=False)) == tmp_path / "khmer.ttf"
    assert files.path(Face("khmer", 20, bold=True, italic=False)) == tmp_path / "khmer.ttf"
    (tmp_path / "khmer-bold.ttf").touch()
    assert files.path(Face("khmer", 20, bold=True, italic=True)) == tmp_path / "khmer-bold.ttf"


def test_widths_add_up_and_empty_text_has_none(fonts: Fonts) -> None:
    style = TextStyle(20, (0, 0, 0))
    assert fonts.width("", style) == 0
    assert fonts.width("before", style) < fonts.width("before you", style)
