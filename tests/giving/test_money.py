"""Money is exact, and written as people write it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.giving.money import MOST_MINOR, Money, exponent, is_currency, major, written

CODES = st.sampled_from(["USD", "JPY", "ISK", "UGX", "KWD", "HUF", "IDR"])


@given(st.integers(0, MOST_MINOR), CODES)
def test_an_amount_comes_back_from_whole_units_exactly(minor: int, code: str) -> None:
    assert major(Money(minor, code)) * Decimal(10) ** exponent(code) == minor


@pytest.mark.parametrize(("code", "digits"), [("USD", 2), ("JPY", 0), ("ISK", 0), ("UGX", 0), ("KWD", 3), ("HUF", 2)])
def test_the_table_knows_how_many_digits_a_currency_has(code: str, digits: int) -> None:
    assert exponent(code) == digits


@pytest.mark.parametrize("minor", [-1, MOST_MINOR + 1, 1.0, True, Decimal(1), "1"])
def test_what_is_no_whole_amount_is_no_money(minor: object) -> None:
    with pytest.raises(ValueError, match="whole number"):
        Money(minor, "USD")  # type: ignore[arg-type]


@pytest.mark.parametrize("code", ["usd", "US", "USDX", "US1", "", "ÜSD"])
def test_what_is_no_code_is_no_money(code: str) -> None:
    with pytest.raises(ValueError, match="three capital letters"):
        Money(1, code)
    assert not is_currency(code)


def test_an_invented_currency_has_no_digits() -> None:
    assert not is_currency("QQQ")
    with pytest.raises(ValueError, match="no such currency"):
        exponent("QQQ")


def test_a_language_writes_money_in_its_own_way() -> None:
    assert written(Money(123456, "USD")) == "$1,234.56"
    assert written(Money(123456, "EUR"), "de") == "1.234,56\xa0€"
    assert written(Money(1500, "JPY"), "en") == "¥1,500"
    assert written(Money(1500, "KWD"), "en") == "KWD\xa01.500"
    assert written(Money(1500, "USD"), "pt-BR") == "US$\xa015,00"


@pytest.mark.parametrize("locale", ["xx", "not a locale", "", "../../etc", "qq-QQ"])
def test_a_language_nobody_knows_gets_english(locale: str) -> None:
    assert written(Money(1500, "USD"), locale) == "$15.00"
