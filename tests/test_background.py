"""Work done while the game already shows its first picture."""

import pytest

from game.background import Background


def test_the_value_is_worked_out_once_and_handed_to_everybody_who_asks() -> None:
    numbers = iter(range(9))
    background = Background(lambda: next(numbers))
    background.start()
    assert [background(), background()] == [0, 0]


def test_what_went_wrong_is_told_to_whoever_asks() -> None:
    def work() -> str:
        raise OSError("the disk is gone")

    background = Background(work)
    for _ in range(2):
        with pytest.raises(OSError, match="the disk is gone"):
            background()
