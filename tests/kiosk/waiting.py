"""Waiting for something to become so, but not for ever."""

import time
from collections.abc import Callable

PATIENCE_S = 30.0
_LOOK_AGAIN_S = 0.02


def until(is_so: Callable[[], object], what: str, patience_s: float = PATIENCE_S) -> float:
    """Look again and again, and return after how many seconds it is so."""
    begun_s = time.monotonic()
    while not is_so():
        assert time.monotonic() - begun_s < patience_s, f"not so after {patience_s:.0f} s: {what}"
        time.sleep(_LOOK_AGAIN_S)
    return time.monotonic() - begun_s
