"""Makes calls on a thread of its own, so that no screen waits for a network."""

import logging
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from traceback import format_tb
from typing import Generic, Protocol, TypeVar

from game.giving.errors import BadResponseError, DonationError
from game.network.calling import CalledOffError, Cancel

_Value = TypeVar("_Value")
_News = TypeVar("_News")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Done(Generic[_Value]):
    """A call that brought something."""

    value: _Value


@dataclass(frozen=True, slots=True)
class Failed:
    """A call that did not work."""

    error: DonationError


class Call(Generic[_Value, _News]):
    """A call that was asked for. Nothing here ever waits; a call that nobody looks at any more goes away by itself."""

    def __init__(self, work: Callable[[Callable[[_News], None]], _Value]) -> None:
        self._work = work
        self._cancel = Cancel()
        self._news: queue.SimpleQueue[_News] = queue.SimpleQueue()
        self._ends: queue.SimpleQueue[Done[_Value] | Failed] = queue.SimpleQueue()
        self._end: Done[_Value] | Failed | None = None

    def end(self) -> Done[_Value] | Failed | None:
        """How it ended; None while it is under way, and for ever once it was called off."""
        if self._end is None:
            with suppress(queue.Empty):
                self._end = self._ends.get_nowait()
        return self._end

    def news(self) -> list[_News]:
        """What was told since the last time."""
        told = []
        with suppress(queue.Empty):
            while True:
                told.append(self._news.get_nowait())
        return told

    def call_off(self) -> None:
        """Give it up at once, even in the middle of a reply."""
        self._cancel.set()

    def make(self) -> None:
        """Make the call on this thread. For the worker alone."""
        try:
            with self._cancel.applied():
                self._cancel.check()
                value = self._work(self._news.put)
        except CalledOffError:
            return
        except DonationError as error:
            self._ends.put(Failed(error))
        except Exception as error:  # noqa: BLE001 (a mistake of ours must not leave the player waiting for ever)
            # Where it was, but not what it said: that may hold what no log should.
            _log.error("a call failed: %s\n%s", type(error).__name__, "".join(format_tb(error.__traceback__)))
            self._ends.put(Failed(BadResponseError("a mistake of the game")))
        else:
            self._ends.put(Done(value))


class Worker:
    """One thread that makes calls one after the other: one worker for each visit of a player.

    It does not keep the game from ending, and ends by itself after `leave`. If the thread hangs in a part of the system
    that cannot be cut, such as looking up a name, the next visit has another one.
    """

    def __init__(self) -> None:
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._open: set[_Task] = set()
        self._lock = threading.Lock()
        self._has_left = False
        self._thread = threading.Thread(target=self._run, name="giving", daemon=True)
        self._thread.start()

    def ask(self, work: Callable[[], _Value]) -> Call[_Value, object]:
        """Make a call when those before it are over."""
        return self.follow(lambda _: work())

    def follow(self, work: Callable[[Callable[[_News], None]], _Value]) -> Call[_Value, _News]:
        """Make a call that tells of something while it is under way."""
        call = Call(work)
        with self._lock:
            if self._has_left:
                call.call_off()
            else:
                self._open.add(call)
                self._tasks.put(call)
        return call

    def leave(self, last: Callable[[], object] | None = None) -> None:
        """Call off everything, make one last call that nobody waits for, such as cancelling a pledge, and end."""
        with self._lock:
            if self._has_left:
                return
            self._has_left = True
            given_up = tuple(self._open)
            if last is not None:
                self._tasks.put(Call(lambda _: last()))
            self._tasks.put(None)
        for task in given_up:
            task.call_off()

    def wait(self, most_s: float) -> None:
        """Wait until it has ended after `leave`, but not longer than so many seconds."""
        self._thread.join(most_s)

    def _run(self) -> None:
        while (task := self._tasks.get()) is not None:
            task.make()
            with self._lock:
                self._open.discard(task)
            del task  # what nobody looks at any more is not kept until the next call


class _Task(Protocol):
    """A call, whatever it brings."""

    def make(self) -> None: ...

    def call_off(self) -> None: ...
