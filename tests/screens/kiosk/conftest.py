from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from game.kiosk.config import KioskConfig
from kiosk_at_work import KioskAtWork, quick_pin
from showcase_giving import MemoryPortal, MemorySession
from tests.fakes import FakeMeasure
from visit import Exhibits

Opened = Callable[..., KioskAtWork]
USUAL = replace(KioskConfig(), pin=quick_pin(), giving=True)


@cache
def exhibits() -> Exhibits:
    return Exhibits.load()


@pytest.fixture
def session() -> MemorySession:
    return MemorySession(MemoryPortal(), may_browse=False)


@pytest.fixture
def opened(session: MemorySession) -> Opened:
    """Returns a kiosk that invites; what is given is set up otherwise."""

    def open_kiosk(size: tuple[int, int] = (1280, 720), **other: object) -> KioskAtWork:
        config = replace(USUAL, **other)  # type: ignore[arg-type]
        return KioskAtWork(
            exhibits(),
            FakeMeasure(),
            config,
            size=size,
            giving=lambda: session,  # type: ignore[arg-type, return-value]  # it stands for a session
        )

    return open_kiosk
