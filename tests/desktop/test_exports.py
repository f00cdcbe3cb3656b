"""Pictures that players keep: where they go, and that nothing is lost for them."""

from pathlib import Path

import pygame
import pytest

from game.canvas.canvas import Canvas, TextMeasure
from game.canvas.geometry import Rect, Size
from game.desktop.exports import Exports

SIZE = Size(40, 30)
TEAL = (0, 112, 101)


def painted(canvas: Canvas, measure: TextMeasure) -> None:
    canvas.rect(Rect(0, 0, *SIZE), TEAL)


def test_a_picture_goes_to_the_first_folder_that_exists(tmp_path: Path) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    exports = Exports(lambda: (tmp_path / "Pictures", documents, tmp_path / "records"))
    path = exports.export_picture("page", SIZE, painted)
    assert path == documents / "page.png"
    picture = pygame.image.load(path)
    assert picture.get_size() == (40, 30)
    assert picture.get_at((5, 5))[:3] == TEAL
    assert not (tmp_path / "records").exists()


def test_the_last_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = Exports(lambda: (tmp_path / "Pictures", tmp_path / "a" / "records")).export_picture("page", SIZE, painted)
    assert path == tmp_path / "a" / "records" / "page.png"
    assert path.is_file()


def test_no_file_is_ever_written_over(tmp_path: Path) -> None:
    mine = tmp_path / "page.png"
    mine.write_text("mine")
    exports = Exports(lambda: (tmp_path,))
    paths = [exports.export_picture("page", SIZE, painted) for _ in range(2)]
    assert [path.name for path in paths] == ["page-2.png", "page-3.png"]
    assert mine.read_text() == "mine"


def test_a_folder_that_cannot_be_written_to_is_passed_over(tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.mkdir()
    name = "n" * 300  # longer than a file system takes
    with pytest.raises(OSError, match="name"):
        Exports(lambda: (full,)).export_picture(name, SIZE, painted)
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(OSError, match="file"):
        Exports(lambda: (full / "missing", tmp_path / "file")).export_picture("page", SIZE, painted)
