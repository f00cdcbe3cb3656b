"""Waiting for what another thread does."""

import time
from collections.abc import Callable

PATIENCE_S = 20.0
LOOKS_EVERY_S = 0.01


def until(is_so: Callable[[], object], what: str = "it") -> None:
    """Wait until something is so.

    Raises:
        AssertionError: it never was.

    """
    ends_s = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < ends_s, f"{what} never came"
        time.sleep(LOOKS_EVERY_S)  # a thread of ours is looked at, not hurried
