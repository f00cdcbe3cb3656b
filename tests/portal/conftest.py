"""A portal on a thread, as on its first day in each test, and somebody who calls it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.paths import assets_dir
from game.portal.access import Limits
from game.portal.app import Options
from game.portal.clock import Clock
from game.portal.server import serving
from tests.portal.caller import Caller


@pytest.fixture(scope="session")
def options() -> Options:
    return Options(assets_dir() / "portal", has_faults=True, limits=Limits(reads=10_000, pledges=10_000))


@pytest.fixture(scope="session")
def base(options: Options) -> Iterator[str]:
    """The address of a portal with hardly any limits."""
    with serving(options) as base:
        yield base


@pytest.fixture(scope="session")
def limited_base(options: Options) -> Iterator[str]:
    """The address of a portal with the usual limits."""
    with serving(replace(options, limits=Limits())) as base:
        yield base


@pytest.fixture
def clock(options: Options) -> Clock:
    """The clock of all these portals, which goes right again after each test."""
    return options.clock


@pytest.fixture
def caller(base: str) -> Iterator[Caller]:
    with Caller(base) as caller:
        caller.reset()
        yield caller
        caller.reset()


@pytest.fixture
def limited(limited_base: str) -> Iterator[Caller]:
    with Caller(limited_base) as caller:
        caller.reset()
        yield caller
        caller.reset()
