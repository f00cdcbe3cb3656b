import pygame
import pytest

from game.canvas.geometry import Point, Size
from game.desktop.input import Translator
from game.desktop.keys import BINDINGS, KEY_CAPS
from game.desktop.pads import WITH_HAT, WITHOUT_HAT
from game.ui.intents import (
    Activate,
    Back,
    Command,
    Direction,
    Intent,
    Move,
    Next,
    Number,
    PointerMove,
    Press,
    Previous,
    Release,
    Scroll,
    Typed,
)

THAI_KEY = 0x0E17
PAD = 3
HERE = (200, 100)


@pytest.fixture
def translator() -> Translator:
    return Translator(Size(400, 200))


def key(code: int, place: int = 0, mod: int = 0, *, up: bool = False, letter: str = "") -> pygame.Event:
    kind = pygame.KEYUP if up else pygame.KEYDOWN
    return pygame.Event(kind, key=code, scancode=place, mod=mod, unicode=letter)


def mouse(kind: int, at: tuple[int, int] = HERE, *, button: int = 1, touch: bool = False) -> pygame.Event:
    if kind == pygame.MOUSEMOTION:
        return pygame.Event(kind, pos=at, rel=(0, 0), buttons=(0, 0, 0), touch=touch)
    return pygame.Event(kind, pos=at, button=button, touch=touch)


def finger(kind: int, x: float = 0.5, y: float = 0.5, finger_id: int = 0) -> pygame.Event:
    return pygame.Event(kind, touch_id=1, finger_id=finger_id, x=x, y=y, dx=0.0, dy=0.0)


def pad_button(number: int, *, up: bool = False, pad: int = PAD) -> pygame.Event:
    return pygame.Event(pygame.JOYBUTTONUP if up else pygame.JOYBUTTONDOWN, instance_id=pad, button=number)


def stick(value: float, axis: int = 0) -> pygame.Event:
    return pygame.Event(pygame.JOYAXISMOTION, instance_id=PAD, axis=axis, value=value)


def hat(x: int, y: int) -> pygame.Event:
    return pygame.Event(pygame.JOYHATMOTION, instance_id=PAD, hat=0, value=(x, y))


@pytest.mark.parametrize("binding", BINDINGS, ids=lambda binding: binding.cap)
def test_every_bound_key_says_its_intent(translator: Translator, binding: tuple[Intent, str, tuple[int, ...]]) -> None:
    intent, cap, codes = binding
    assert [translator.translate(key(code), 0.0) for code in codes] == [[intent]] * len(codes)
    assert KEY_CAPS[intent] == cap


def test_every_command_has_a_key() -> None:
    assert set(Command) <= set(KEY_CAPS)


def test_no_key_means_two_things() -> None:
    codes = [code for binding in BINDINGS for code in binding.keys]
    assert len(codes) == len(set(codes))


def test_shift_tab_goes_back_in_reading_order(translator: Translator) -> None:
    assert translator.translate(key(pygame.K_TAB, mod=pygame.KMOD_LSHIFT), 0.0) == [Previous()]


@pytest.mark.parametrize("row", [pygame.KSCAN_1, pygame.KSCAN_KP_1])
def test_figure_keys_are_found_by_their_place_as_french_keyboards_need(translator: Translator, row: int) -> None:
    said = [translator.translate(key(pygame.K_AMPERSAND, place=row + n), 0.0) for n in range(9)]
    assert said == [[Number(n + 1)] for n in range(9)]


def test_letter_keys_of_other_scripts_are_found_by_their_place(translator: Translator) -> None:
    assert translator.translate(key(THAI_KEY, place=pygame.KSCAN_M), 0.0) == [Command.MUTE]
    assert translator.translate(key(pygame.K_COMMA, place=pygame.KSCAN_M), 0.0) == []


@pytest.mark.parametrize("mod", [pygame.KMOD_LCTRL, pygame.KMOD_RALT, pygame.KMOD_LMETA])
def test_shortcuts_of_the_desktop_are_left_alone(translator: Translator, mod: int) -> None:
    assert translator.translate(key(pygame.K_n, mod=mod), 0.0) == []


def test_a_key_with_a_letter_says_both_the_letter_and_what_it_means_elsewhere(translator: Translator) -> None:
    assert translator.translate(key(pygame.K_n, letter="n"), 0.0) == [Typed("n", Command.NOTEBOOK)]
    assert translator.translate(key(pygame.K_SPACE, letter=" "), 0.0) == [Typed(" ", Activate())]
    assert translator.translate(key(pygame.K_q, letter="q"), 0.0) == [Typed("q")]
    assert translator.translate(key(pygame.K_a, mod=pygame.KMOD_RALT, letter="ą"), 0.0) == [Typed("ą")]


@pytest.mark.parametrize(
    ("code", "letter"), [(pygame.K_ESCAPE, "\x1b"), (pygame.K_BACKSPACE, "\b"), (pygame.K_TAB, "\t")]
)
def test_keys_that_write_no_letter_mean_what_they_mean(translator: Translator, code: int, letter: str) -> None:
    [said] = translator.translate(key(code, letter=letter), 0.0)
    assert not isinstance(said, Typed)


def test_a_shortcut_of_the_desktop_writes_nothing(translator: Translator) -> None:
    assert translator.translate(key(pygame.K_v, mod=pygame.KMOD_LALT, letter="v"), 0.0) == []


def test_three_escapes_within_a_second_hide_the_game(translator: Translator) -> None:
    said = [translator.translate(key(pygame.K_ESCAPE), now) for now in (5.0, 5.4, 5.9, 6.0)]
    assert said == [[Back()], [Back()], [Command.QUICK_EXIT], [Back()]]


def test_three_slow_escapes_only_go_back(translator: Translator) -> None:
    said = [translator.translate(key(pygame.K_ESCAPE), now) for now in (5.0, 5.6, 6.2)]
    assert said == [[Back()]] * 3


def test_a_held_arrow_key_repeats_until_it_is_let_go(translator: Translator) -> None:
    down = [Move(Direction.DOWN)]
    assert translator.wait_s(0.0) == float("inf")
    assert translator.translate(key(pygame.K_DOWN, place=81), 10.0) == down
    first = translator.wait_s(10.0)
    assert translator.repeats(10.0 + first - 0.01) == []
    assert translator.repeats(10.0 + first) == down
    assert translator.repeats(10.0 + first) == []
    assert 0 < translator.wait_s(10.0 + first) < first
    translator.translate(key(pygame.K_DOWN, place=81, up=True), 12.0)
    assert translator.repeats(20.0) == []


@pytest.mark.parametrize("code", [pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_BACKSPACE])
def test_a_held_key_never_decides_twice(translator: Translator, code: int) -> None:
    translator.translate(key(code), 0.0)
    assert translator.repeats(60.0) == []


def test_a_key_held_while_the_window_loses_the_focus_stops(translator: Translator) -> None:
    translator.translate(key(pygame.K_DOWN, place=81), 0.0)
    translator.translate(pygame.Event(pygame.WINDOWFOCUSLOST), 0.1)
    assert translator.repeats(60.0) == []


def test_a_click_is_press_and_release(translator: Translator) -> None:
    at = Point(*HERE)
    kinds = (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
    assert [translator.translate(mouse(kind), 0.0) for kind in kinds] == [[PointerMove(at)], [Press(at)], [Release(at)]]


def test_other_mouse_buttons_do_nothing(translator: Translator) -> None:
    for button in (2, 3, 4, 5):
        assert translator.translate(mouse(pygame.MOUSEBUTTONDOWN, button=button), 0.0) == []


def test_the_wheel_scrolls_where_the_mouse_is(translator: Translator) -> None:
    translator.translate(mouse(pygame.MOUSEMOTION), 0.0)
    turned = pygame.Event(pygame.MOUSEWHEEL, x=0, y=-2, precise_x=0.0, precise_y=-1.5, flipped=False)
    assert translator.translate(turned, 0.0) == [Scroll(1.5, Point(*HERE))]


def test_a_finger_is_found_in_pixels(translator: Translator) -> None:
    kinds = (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP)
    at = Point(100, 150)
    said = [translator.translate(finger(kind, 0.25, 0.75), 0.0) for kind in kinds]
    assert said == [[Press(at)], [PointerMove(at)], [Release(at)]]


def test_mouse_events_made_up_from_touches_are_dropped(translator: Translator) -> None:
    for kind in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        assert translator.translate(mouse(kind, touch=True), 0.0) == []


def test_a_tap_that_the_driver_reports_as_a_click_too_counts_once(translator: Translator) -> None:
    at = Point(*HERE)
    said = [
        translator.translate(finger(pygame.FINGERDOWN), 1.000),
        translator.translate(finger(pygame.FINGERUP), 1.020),
        translator.translate(mouse(pygame.MOUSEBUTTONDOWN, (203, 98)), 1.030),
        translator.translate(mouse(pygame.MOUSEBUTTONUP, (203, 98)), 1.040),
    ]
    assert said == [[Press(at)], [Release(at)], [], []]


def test_the_same_tap_counts_once_when_the_click_comes_first(translator: Translator) -> None:
    at = Point(*HERE)
    said = [
        translator.translate(mouse(pygame.MOUSEBUTTONDOWN), 1.000),
        translator.translate(finger(pygame.FINGERDOWN), 1.001),
        translator.translate(mouse(pygame.MOUSEBUTTONUP), 1.040),
        translator.translate(finger(pygame.FINGERUP), 1.041),
    ]
    assert said == [[Press(at)], [], [Release(at)], []]


def test_a_click_after_a_tap_elsewhere_or_later_is_a_click(translator: Translator) -> None:
    for when, where in ((1.03, (20, 20)), (2.0, HERE)):
        translator.translate(finger(pygame.FINGERDOWN), 1.0)
        translator.translate(finger(pygame.FINGERUP), 1.01)
        assert translator.translate(mouse(pygame.MOUSEBUTTONDOWN, where), when) == [Press(Point(*where))]
        translator.translate(mouse(pygame.MOUSEBUTTONUP, where), when)


def test_a_second_finger_is_ignored_until_the_first_is_lifted(translator: Translator) -> None:
    translator.translate(finger(pygame.FINGERDOWN, finger_id=1), 0.0)
    for kind in (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP):
        assert translator.translate(finger(kind, finger_id=2), 0.1) == []
    assert translator.translate(finger(pygame.FINGERUP, finger_id=1), 0.2) == [Release(Point(*HERE))]
    assert translator.translate(finger(pygame.FINGERDOWN, finger_id=2), 0.3) == [Press(Point(*HERE))]


@pytest.mark.parametrize(("has_hat", "layout"), [(True, WITH_HAT), (False, WITHOUT_HAT)])
def test_gamepad_buttons_say_their_intents(translator: Translator, has_hat: bool, layout: dict[int, Intent]) -> None:
    translator.plug(PAD, has_hat=has_hat)
    for number, intent in layout.items():
        assert translator.translate(pad_button(number), 0.0) == [intent]
        translator.translate(pad_button(number, up=True), 0.0)
    assert {Activate(), Back(), Next(), Previous()} <= set(layout.values())


def test_back_on_a_gamepad_never_hides_the_game(translator: Translator) -> None:
    translator.plug(PAD, has_hat=True)
    assert [translator.translate(pad_button(1), 0.1 * n) for n in range(4)] == [[Back()]] * 4


def test_a_stick_moves_once_beyond_the_dead_zone_and_then_repeats(translator: Translator) -> None:
    translator.plug(PAD, has_hat=True)
    right = [Move(Direction.RIGHT)]
    said = [translator.translate(stick(value), 0.0) for value in (0.1, 0.4, 0.7, 1.0, 0.5)]
    assert said == [[], [], right, [], []]
    assert translator.repeats(translator.wait_s(0.0)) == right
    assert translator.translate(stick(0.2), 1.0) == []
    assert translator.repeats(60.0) == []
    assert translator.translate(stick(-0.9), 2.0) == [Move(Direction.LEFT)]
    assert translator.translate(stick(0.9, axis=1), 2.0) == [Move(Direction.DOWN)]
    assert translator.translate(stick(0.9, axis=4), 2.0) == []


def test_a_cross_moves_and_repeats(translator: Translator) -> None:
    translator.plug(PAD, has_hat=True)
    assert translator.translate(hat(0, 1), 0.0) == [Move(Direction.UP)]
    assert translator.repeats(translator.wait_s(0.0)) == [Move(Direction.UP)]
    assert translator.translate(hat(0, 0), 1.0) == []
    assert translator.repeats(60.0) == []


def test_an_unplugged_gamepad_is_silent_at_once(translator: Translator) -> None:
    translator.plug(PAD, has_hat=True)
    translator.translate(hat(1, 0), 0.0)
    translator.translate(pygame.Event(pygame.JOYDEVICEREMOVED, instance_id=PAD), 0.1)
    assert translator.repeats(60.0) == []
    assert translator.translate(pad_button(0), 1.0) == []
