"""The kiosk in a real window: whoever wants out stays in, and the system ends it."""

import pytest

from soak_window import work
from tests.real_game import can_be_worked

pytestmark = pytest.mark.skipif(
    not can_be_worked(), reason="a real window needs Xvfb and xdotool (apt install xvfb xdotool)"
)


def test_random_keys_clicks_and_closing_do_not_end_the_kiosk() -> None:
    assert work(5.0, seed=1) > 0
