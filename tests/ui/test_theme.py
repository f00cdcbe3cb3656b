"""Laws of colours and sizes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.canvas.canvas import Colour
from game.canvas.geometry import Size
from game.ui.palette import HIGH_CONTRAST, NORMAL, Palette
from game.ui.theme import FACES, Contrast, make_theme


def luminance(colour: Colour) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [part / 255 for part in colour[:3]]
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: Colour, other: Colour) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def words_on_grounds(palette: Palette) -> list[tuple[str, Colour, Colour]]:
    grounds = ("paper", "card", "wash", "wash_lit", "gold_wash")
    pairs = [(ink, ground) for ink in ("ink", "soft", "teal") for ground in grounds]
    pairs += [(ink, ground) for ink in ("good", "warning") for ground in ("paper", "card")]
    pairs += [("good", "good_wash"), ("warning", "warning_wash"), ("dim_ink", "dim"), ("dim", "dim_ink")]
    pairs += [("on_teal", ground) for ground in ("teal", "teal_lit", "good", "warning")]
    pairs += [("on_gold", "gold"), ("on_gold", "gold_lit"), ("paper", "ink")]
    return [(f"{ink} on {ground}", getattr(palette, ink), getattr(palette, ground)) for ink, ground in pairs]


@pytest.mark.parametrize(("palette", "least"), [(NORMAL, 4.5), (HIGH_CONTRAST, 7.0)])
def test_words_can_be_read_on_every_ground(palette: Palette, least: float) -> None:
    poor = {name: contrast(ink, ground) for name, ink, ground in words_on_grounds(palette)}
    assert {name: ratio for name, ratio in poor.items() if ratio < least} == {}


@pytest.mark.parametrize("palette", [NORMAL, HIGH_CONTRAST])
def test_borders_of_controls_and_the_focus_ring_can_be_seen(palette: Palette) -> None:
    for ground in (palette.paper, palette.card):
        assert contrast(palette.edge, ground) >= 3
        assert contrast(palette.teal, ground) >= 3
        assert contrast(palette.ring_dark, ground) >= 7
    assert contrast(palette.ring_dark, palette.ring_light) >= 7


@given(w=st.integers(640, 4000), h=st.integers(480, 4000), scale=st.floats(0.1, 5))
def test_any_window_has_targets_for_fingers_and_readable_text(w: int, h: int, scale: float) -> None:
    theme = make_theme(Size(w, h), scale)
    assert theme.target >= 48
    assert all(theme.text(role).size_px >= 14 for role in FACES)
    assert 1 <= theme.text_scale <= 2
    assert theme.gap >= theme.ring + 2 * theme.halo


def test_a_window_turned_on_its_side_keeps_its_unit() -> None:
    assert make_theme(Size(1080, 1920)).unit == make_theme(Size(1920, 1080)).unit == 1.5


def test_high_contrast_changes_what_painted_pictures_are_kept_under() -> None:
    size = Size(1280, 720)
    assert make_theme(size).key != make_theme(size, contrast=Contrast.HIGH).key
