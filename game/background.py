"""A value worked out in the background while the game already shows its first picture."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

_Value = TypeVar("_Value")


class Background(Generic[_Value]):
    """Calls a function once, on a thread of its own, and hands out what it returned."""

    def __init__(self, work: Callable[[], _Value]) -> None:
        self._work = work
        self._done = threading.Event()
        self._value: _Value
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="background", daemon=True)

    def start(self) -> None:
        """Begin; further calls do nothing."""
        if self._thread.ident is None:
            self._thread.start()

    def __call__(self) -> _Value:
        """Return the value, once it is there. Raises what the work raised."""
        self.start()
        self._done.wait()
        if self._error is not None:
            raise self._error
        return self._value

    def _run(self) -> None:
        try:
            self._value = self._work()
        except Exception as error:  # noqa: BLE001 (handed on to whoever asks for the value)
            self._error = error
        finally:
            self._done.set()
