"""Means with their uncertainty, by Student's t distribution."""

from collections.abc import Sequence
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

LEVEL = 0.95
"""How often intervals made this way hold the mean they are about."""


class Mean(NamedTuple):
    """A mean with its confidence interval."""

    n: int
    mean: float
    low: float
    high: float


def mean_of(values: Sequence[float], level: float = LEVEL) -> Mean | None:
    """Return the mean with its interval: m +- t(n-1) s / sqrt(n). None for less than two values: they do not spread.

    s is the sample's standard deviation (divisor n - 1), t the quantile of Student's distribution with n - 1 degrees
    of freedom (Student 1908, The probable error of a mean, Biometrika 6(1), 1-25). Of paired differences this is the
    interval of the paired t test.
    """
    n = len(values)
    if n < 2:
        return None
    mean = sum(values) / n
    spread = sqrt(sum((value - mean) ** 2 for value in values) / (n - 1))
    margin = quantile(n - 1, level) * spread / sqrt(n)
    return Mean(n, mean, mean - margin, mean + margin)


@lru_cache(maxsize=256)
def quantile(freedom: int, level: float = LEVEL) -> float:
    """Return the t within which the middle `level` of Student's distribution lies, for so many degrees of freedom.

    With y = t^2 / (v + t^2) the share within -t..t is the regularised incomplete beta function I_y(1/2, v/2)
    (Abramowitz & Stegun 1964, Handbook of Mathematical Functions, 26.7.1 and 26.5.27). It is solved for y.
    """
    # Only a report needs it: a class that is being played does not wait for this library.
    from mpmath import betainc, findroot, mpf  # type: ignore[import-untyped]  # noqa: PLC0415 (it ships no types)

    half, inside = mpf(1) / 2, mpf(str(level))
    y = findroot(
        lambda y: betainc(half, half * freedom, 0, y, regularized=True) - inside, (mpf(0), mpf(1)), solver="ridder"
    )
    return float((y / (1 - y) * freedom) ** half)
