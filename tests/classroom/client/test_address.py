"""Where a class is, as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.client.address import BadAddressError, Place, place_in


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("192.168.1.20", Place("http://192.168.1.20:8470")),
        (" 192.168.1.20:8080 ", Place("http://192.168.1.20:8080")),
        ("http://192.168.1.20:8470/", Place("http://192.168.1.20:8470")),
        ("http://192.168.1.20:8470/join/CDGH", Place("http://192.168.1.20:8470", "CDGH")),
        ("[fe80::1]:8470", Place("http://[fe80::1]:8470")),
        ("laptop.local", Place("http://laptop.local:8470")),
    ],
)
def test_what_stands_on_the_projector_is_understood(typed: str, found: Place) -> None:
    assert place_in(typed) == found


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "https://192.168.1.20",
        "http://a:b@192.168.1.20",
        "192.168.1.20/console",
        "192.168.1.20:99999",
        "a b",
        "?x=1",
    ],
)
def test_what_is_no_address_of_a_class_is_refused(typed: str) -> None:
    with pytest.raises(BadAddressError):
        place_in(typed)


@given(st.text(max_size=40))
def test_anything_typed_is_a_place_or_refused(typed: str) -> None:
    try:
        place = place_in(typed)
    except BadAddressError:
        return
    assert place_in(place.base).base == place.base
