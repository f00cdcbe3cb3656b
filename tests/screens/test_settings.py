"""Stories about the settings: what is changed is seen at once, and kept."""

import pytest

from game.content.library import Library
from game.records.folder import MemoryFolder
from game.records.settings import Settings, TextSpeed, load_settings
from game.ui.intents import Direction, Move
from game.ui.theme import Contrast
from game.ui.view import control
from game.ui.widgets import Text
from tests.screens.pilot import Pilot


def setting(library: Library, folder: MemoryFolder | None = None) -> Pilot:
    pilot = Pilot(library, folder=folder or MemoryFolder())
    return pilot.open(pilot.routes.title(), pilot.routes.settings())


def test_changing_text_size_shows_at_once_and_is_kept(shipped: Library) -> None:
    folder = MemoryFolder()
    pilot = setting(shipped, folder)
    before = pilot.frame.theme.em
    pilot.send(Move(Direction.RIGHT))
    assert pilot.frame.theme.em > before
    assert load_settings(folder).text_scale == 1.25
    for _ in range(9):
        pilot.send(Move(Direction.RIGHT))
    assert load_settings(folder).text_scale == 2.0


@pytest.mark.parametrize(
    ("name", "field"),
    [("contrast", "high_contrast"), ("motion", "reduced_motion"), ("muted", "muted"), ("keys", "show_keys")],
)
def test_a_switch_is_kept_and_can_be_taken_back(shipped: Library, name: str, field: str) -> None:
    folder = MemoryFolder()
    pilot = setting(shipped, folder)
    usual = getattr(Settings(), field)
    pilot.tap(name)
    assert getattr(load_settings(folder), field) is not usual
    pilot.tap(name)
    assert getattr(load_settings(folder), field) is usual


def test_high_contrast_shows_at_once(shipped: Library) -> None:
    pilot = setting(shipped).tap("contrast")
    assert pilot.frame.theme.contrast is Contrast.HIGH


def test_the_volume_is_heard_at_once_and_turning_it_up_ends_the_silence(shipped: Library) -> None:
    pilot = setting(shipped).tap("muted")
    assert pilot.effects.volume == 0.0
    pilot.send(Move(Direction.UP), Move(Direction.RIGHT))
    assert pilot.effects.volume == pytest.approx(0.8)


def test_another_text_speed_tells_the_sample_anew(shipped: Library) -> None:
    pilot = setting(shipped)
    assert _told(pilot) is None
    pilot.send(Move(Direction.DOWN), Move(Direction.LEFT))
    assert pilot.services.settings.current.text_speed is TextSpeed.SLOW
    assert _told(pilot) == 0
    pilot.wait(1.0)
    assert 0 < (_told(pilot) or 0) < len(pilot.services.words("settings.sample"))


def test_a_size_between_the_steps_goes_to_the_next_one(shipped: Library) -> None:
    pilot = Pilot(shipped, text_scale=1.3)
    pilot.open(pilot.routes.settings())
    pilot.send(Move(Direction.LEFT))
    assert pilot.services.settings.current.text_scale == 1.25
    assert control(pilot.view, "text-size").value == pilot.services.words("settings.percent", percent=125)


def _told(pilot: Pilot) -> int | None:
    sample = pilot.services.words("settings.sample")
    return next(each.letters for each in pilot.view.widgets if isinstance(each, Text) and each.text == sample)
