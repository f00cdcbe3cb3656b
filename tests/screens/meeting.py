"""Somebody in front of the screens of giving, and a portal that can be made to misbehave."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import TypeVar

from game.content.library import Library
from game.giving.campaign import Environment
from game.giving.checkout import CheckoutRules
from game.giving.journal import Journal
from game.giving.portal_provider import PortalProvider
from game.giving.reply_cache import ReplyCache
from game.giving.session import Portal, Visit
from game.giving.site import Site
from game.giving.worker import Call, Worker
from game.network.calling import Cancel
from game.network.clock import SystemClock
from game.network.route import Timing
from game.paths import assets_dir
from game.portal.access import Limits
from game.portal.app import Options
from game.portal.server import serving
from game.ui.intents import Back
from tests.portal.caller import HOME, SEWING, Caller
from tests.screens.test_giving import Giving

TO_THE_CAMPAIGN = ("give", "adult", f"campaign:{SEWING}")
TO_THE_CODE = ("choose-amount", "amount:1")
PINNED = {"127.0.0.1": "/p/", "pay.portal.example": "/p/"}
PATIENCE_S, LOOKS_EVERY_S = 20.0, 0.02
_Value = TypeVar("_Value")


class Brisk(SystemClock):
    """Waits hardly at all, since the portal here says the same a moment later, and counts how often."""

    def __init__(self) -> None:
        self.waits = 0

    def wait(self, seconds: float, cancel: Cancel) -> None:
        self.waits += 1
        super().wait(min(seconds, 0.01), cancel)


class Remembering(Worker):
    """Knows the last call that it was asked for."""

    last: Call[object, object] | None = None

    def ask(self, work: Callable[[], _Value]) -> Call[_Value, object]:
        call = super().ask(work)
        self.last = call  # type: ignore[assignment]  # whatever it brings
        return call


class NearSession:
    """Stands for `game.giving.session.Session` at any portal. Replies are kept no longer than a visit."""

    is_sandbox = True

    def __init__(self, site: Site, folder: Path) -> None:
        self.clock = Brisk()
        self.worker = Remembering()
        self.journal = Journal(folder / "pledges.db", self.clock.now())
        self._site = site
        self._folder = folder
        self._visits = 0

    def portal(self) -> Portal:
        self._visits += 1
        cache = ReplyCache(self._folder / str(self._visits))
        rules = CheckoutRules(PINNED, is_sandbox=self._site.environment is Environment.SANDBOX)
        provider = PortalProvider(self._site, rules, "desktop", cache, self.clock, Random(1))
        return Portal(provider, self._site.address, self.journal, self.clock)

    def visit(self) -> Visit:
        portal, self.worker = self.portal(), Remembering()
        return Visit(lambda: portal, self.worker, lambda _: None, is_sandbox=True, may_browse=True)


class Meeting:
    """Uses the screens by keyboard, and looks at them again and again while something is asked for."""

    def __init__(self, pilot: Giving, session: NearSession) -> None:
        self.pilot = pilot
        self.session = session
        words = pilot.services.words
        prefixes = ("giving_errors.", "giving.status_")
        self._sayings = {words(name): "waiting" for name in ("giving.asking", "giving.preparing")} | {
            words(name): name.removeprefix(each) for each in prefixes for name in words if name.startswith(each)
        }

    def use(self, *controls: str) -> str:
        """Use one control after the other, as soon as it is there, and return what comes of the last."""
        for each in controls:
            self.until(lambda wanted=each: wanted in self.pilot.ids)  # type: ignore[misc]
            self.pilot.choose(each)
        self.until(lambda: self.says != "waiting")
        return self.says

    def until(self, is_so: Callable[[], bool]) -> None:
        """Look again and again, but not for ever."""
        moment, looks = threading.Event(), int(PATIENCE_S / LOOKS_EVERY_S)
        while not is_so():
            looks -= 1
            assert looks, self.pilot.told
            moment.wait(LOOKS_EVERY_S)

    @property
    def says(self) -> str:
        """What the screen says, in a word: the name of an error, or how a pledge stands; otherwise, "shown"."""
        told = self.pilot.told
        return next((word for text, word in self._sayings.items() if text in told), "shown")

    @property
    def claims_payment(self) -> bool:
        return "Thank you" in self.pilot.told or "received" in self.pilot.told

    def leave(self) -> None:
        """Go back from a pledge: that takes effect at once. Then wait for what nobody at the screen waits for."""
        before = self.pilot.runner.screen
        self.pilot.send(Back())
        assert self.pilot.runner.screen is not before
        last = self.session.worker.last
        self.until(lambda: last is None or last.end() is not None)

    def start_anew(self) -> None:
        """Do what the next start of the game does with what is left, until nothing is."""
        pledging = self.session.portal().pledging

        def is_tidy() -> bool:
            # A portal that still works on a pledge says so, and is asked again.
            pledging.cancel_unfinished()
            return not pledging.unfinished()

        self.until(is_tidy)


@contextmanager
def sandbox() -> Iterator[str]:
    """A portal on a thread, with faults and hardly any limits."""
    limits = Limits(reads=100_000, pledges=100_000)
    with serving(Options(assets_dir() / "portal", has_faults=True, limits=limits)) as base:
        yield base


@contextmanager
def meeting_at(base: str, library: Library, folder: Path, timing: Timing | None = None) -> Iterator[Meeting]:
    """Meet a sandbox as it is on its first day."""
    site = Site(base + "/api/v1", Environment.SANDBOX, HOME, timing=timing or Timing())
    with Caller(base) as caller:
        caller.reset()
        with meeting(site, library, folder) as met:
            yield met
        caller.reset()


@contextmanager
def meeting(site: Site, library: Library, folder: Path, **how: object) -> Iterator[Meeting]:
    session = NearSession(site, folder)
    yield Meeting(Giving(library, session, **how), session)  # type: ignore[arg-type]
    session.worker.leave()
    session.journal.close()
