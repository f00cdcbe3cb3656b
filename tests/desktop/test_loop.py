import threading
from collections.abc import Iterator

import pygame
import pytest

from game.canvas.geometry import Point, Rect, Size
from game.desktop.loop import Desktop
from game.ui.intents import Activate, Press
from make_sounds import SOUNDS_DIRECTORY


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    desktop = Desktop("Before You Go", SOUNDS_DIRECTORY)
    desktop.present()
    desktop.events(0)
    yield desktop
    desktop.close()


def key(code: int) -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=code, scancode=0, mod=0, unicode="")


def test_what_players_do_comes_out_as_intents(desktop: Desktop) -> None:
    pygame.event.post(key(pygame.K_RETURN))
    pygame.event.post(pygame.Event(pygame.FINGERDOWN, touch_id=1, finger_id=0, x=0.5, y=0.5, dx=0.0, dy=0.0))
    assert desktop.events(5) == [Activate(), Press(Point(640, 360))]


def test_another_thread_can_wake_the_loop(desktop: Desktop) -> None:
    waker = threading.Thread(target=desktop.wake)
    waker.start()
    assert desktop.events(60) == []
    waker.join()


def test_without_events_the_wait_ends_in_time(desktop: Desktop) -> None:
    assert desktop.events(0.05) == []


def test_all_is_stale_at_first_and_after_a_new_size(desktop: Desktop) -> None:
    assert (desktop.take_stale(), desktop.take_stale()) == (True, False)
    desktop.toggle_fullscreen()
    assert desktop.take_stale()
    assert desktop.canvas.size == desktop.size != Size(1280, 720)
    desktop.toggle_fullscreen()
    assert desktop.take_stale()
    assert desktop.canvas.size == desktop.size == Size(1280, 720)


def test_a_disguised_game_is_a_silent_window_of_another_name(desktop: Desktop) -> None:
    desktop.toggle_fullscreen()
    desktop.play("ending")
    desktop.disguise("Notes")
    assert pygame.display.get_caption()[0] == "Notes"
    assert desktop.size == Size(1280, 720)
    assert not (pygame.mixer.get_init() and pygame.mixer.get_busy())


def test_the_window_only_asks_to_be_closed(desktop: Desktop) -> None:
    pygame.event.post(pygame.Event(pygame.QUIT))
    assert desktop.events(5) == []
    assert desktop.take_closing()
    assert not desktop.take_closing()
    desktop.present([Rect(-5.5, 3.2, 100, 100)])
