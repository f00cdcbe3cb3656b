"""The scripts that take pictures and figures: what they paint, and how they judge."""

from pathlib import Path

import pygame
import pytest

from bench import Figure
from screenshots import USUAL, paint_all, windows


def test_pictures_have_the_size_that_was_asked_for(tmp_path: Path) -> None:
    [path] = paint_all(tmp_path / "new", [(640, 480, 2.0)], ["settings"])
    assert path.name == "settings-640x480-200.png"
    assert pygame.image.load(path).get_size() == (640, 480)


def test_a_picture_that_there_is_not_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"'sunset'.*title"):
        list(paint_all(tmp_path, USUAL, ["sunset"]))


def test_every_size_is_painted_with_every_text_scale() -> None:
    assert windows(None, None) == USUAL
    assert windows([(640, 480)], None) == [(640, 480, 1.0)]
    assert len(windows([(640, 480), (800, 600)], [1.0, 2.0])) == 4


def test_a_figure_is_its_median_beside_its_target() -> None:
    assert Figure("start", (1.4, 9.0, 1.0), "times", 1.5).verdict == "ok"
    assert Figure("start", (1.6,), "times", 1.5).verdict == "over"
    assert Figure("actions", (250_000.0,), "/s", 200_000, at_least=True).verdict == "ok"
    assert Figure("memory", (50.0,), "MB").verdict == ""
    assert "1.40 (1.00-9.00) times  <= 1.50: ok" in Figure("start", (1.4, 9.0, 1.0), "times", 1.5).line()
