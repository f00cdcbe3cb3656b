"""Amounts of money: whole numbers of the smallest unit, never floats.

Babel (CLDR) knows which currencies there are, how many digits they have and how a language writes them. Where CLDR
gives a currency fewer digits than ISO 4217 does (MMK, LAK), a portal that follows ISO disagrees with the table, and
the currency is not offered: a wrong factor of a hundred is worse than one currency less.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

MOST_MINOR = 2**53 - 1
"""The largest amount that every JSON reader understands exactly."""
_CODE = re.compile(r"[A-Z]{3}")
_CODE_BY_FIGURES = re.compile(r"([A-Za-z])(\d)")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount.

    Raises:
        ValueError: the amount is no whole number from 0 to `MOST_MINOR`, or the currency is no code of three capitals.

    """

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int or not 0 <= self.minor <= MOST_MINOR:
            raise ValueError("an amount is a whole number of minor units, and not negative")
        if not _CODE.fullmatch(self.currency):
            raise ValueError("a currency is a code of three capital letters")


def is_currency(code: str) -> bool:
    from babel.numbers import is_currency as knows  # noqa: PLC0415 (its data is read when money is first shown)

    return _CODE.fullmatch(code) is not None and knows(code)


def exponent(currency: str) -> int:
    """Return how many digits follow the point: 2 for most, 0 for JPY, 3 for KWD.

    Raises:
        ValueError: there is no such currency.

    """
    from babel.numbers import get_currency_precision  # noqa: PLC0415

    if not is_currency(currency):
        raise ValueError("there is no such currency")
    return get_currency_precision(currency)


def major(money: Money) -> Decimal:
    """Return the amount in whole units, exactly."""
    return Decimal(money.minor).scaleb(-exponent(money.currency))


def written(money: Money, locale: str = "en") -> str:
    """Return the amount as people who speak a language write it; a language that Babel does not know gets English."""
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415
    from babel.numbers import format_currency  # noqa: PLC0415

    try:
        known = Locale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        known = Locale("en")
    # CLDR wants room between a code of letters and the figures; Babel leaves it out.
    return _CODE_BY_FIGURES.sub("\\1\u00a0\\2", format_currency(major(money), money.currency, locale=known))
