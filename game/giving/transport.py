"""Talks to a portal: repeats what may be repeated, asks only for what is not kept, and turns refusals into errors."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from random import Random

from game.giving.errors import (
    BadResponseError,
    DonationError,
    InsecureError,
    NotFoundError,
    OfflineError,
    TooSlowError,
    WithdrawnError,
)
from game.giving.portal_time import PortalTime
from game.giving.problems import refusal
from game.giving.reply_cache import MOST_KEPT, Kept, ReplyCache
from game.giving.site import Site
from game.giving.strict_json import read_json
from game.giving.waiting import REPETITIONS, pause
from game.network.calling import Cancel, current_cancel
from game.network.clock import Clock, asked_wait
from game.network.exchange import Exchanger, Fault, NoReplyError, RawReply, Request

_MAX_AGE = re.compile(r"\bmax-age=([0-9]{1,7})\b")
_ETAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{1,200}"')
_JSON = "application/json"
_PROBLEM = "application/problem+json"
_ERRORS: Mapping[Fault, type[DonationError]] = {
    Fault.OFFLINE: OfflineError,
    Fault.TOO_SLOW: TooSlowError,
    Fault.INSECURE: InsecureError,
    Fault.BAD_RESPONSE: BadResponseError,
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What the portal said."""

    said: object
    checked_at: datetime
    """When it last said so, by its own clock."""
    asked_wait: float | None = None


@dataclass(frozen=True, slots=True)
class Consented:
    """How long a reply may be kept, and whom it tells of."""

    marks: tuple[str, ...]
    most_age_s: float
    until: datetime | None


class Transport:
    """The way to one portal. `current_cancel()` gives up whatever it does."""

    def __init__(self, site: Site, cache: ReplyCache, clock: Clock, chance: Random) -> None:
        self.site = site
        self.time = PortalTime(clock)
        self._exchanger = Exchanger(site.route, clock)
        self._cache = cache
        self._clock = clock
        self._chance = chance

    def ask(self, request: Request) -> Reply:
        """Return the answer to a request, without looking at what is kept.

        Raises:
            DonationError: there is none, or it is a refusal.
            CalledOffError: the call was given up.

        """
        raw, said = self._repeated(request)
        if raw.status == 304:
            raise BadResponseError("the portal says that nothing has changed, but nothing is kept")
        return Reply(said, self.time.now(), self._asked_wait(raw))

    def get(self, request: Request, consented: Callable[[object], Consented]) -> Reply:
        """Return the answer to a request, from what is kept if it is fresh, or if the portal says that it still holds.

        Raises:
            DonationError: there is none, or it is a refusal.
            CalledOffError: the call was given up.

        """
        name = "\n".join((self.site.address, request.path, repr(sorted(request.query.items())), self.site.key))
        now = self.time.now()
        kept = self._cache.find(name, now)
        if kept and now < kept.fresh_until:
            return Reply(read_json(kept.body.encode()), kept.checked_at)
        try:
            raw, said = self._repeated(_conditional(request, kept))
        except (NotFoundError, WithdrawnError):
            self._cache.forget(name)
            raise
        if raw.status != 304:
            body = raw.body.decode()
        elif kept is not None:
            said, body = read_json(kept.body.encode()), kept.body
        else:
            raise BadResponseError("the portal says that nothing has changed, but nothing is kept")
        self._keep(name, raw, body, consented(said), etag=kept.etag if kept and raw.status == 304 else "")
        return Reply(said, self.time.now())

    def purge(self, mark: str) -> None:
        """Remove every kept reply that tells of a campaign."""
        self._cache.purge(mark)

    def _keep(self, name: str, raw: RawReply, body: str, consented: Consented, *, etag: str) -> None:
        said = raw.headers.get("cache-control", "")
        age = _MAX_AGE.search(said)
        now = self.time.now()
        until = now + min(MOST_KEPT, timedelta(seconds=consented.most_age_s))
        if consented.until is not None:
            until = min(until, consented.until)
        etag = raw.headers.get("etag", etag)
        if "no-store" in said or until <= now or not _ETAG.fullmatch(etag):
            self._cache.forget(name)
            return
        fresh = min(until, now + timedelta(seconds=int(age[1]) if age else 0))
        self._cache.keep(name, Kept(etag, body, consented.marks, now, fresh, until))

    def _repeated(self, request: Request) -> tuple[RawReply, object]:
        cancel = current_cancel()
        ends = self._clock.monotonic() + self.site.timing.call
        for number in count():
            try:
                return self._once(request, cancel)
            except DonationError as error:
                wait = pause(number, error.after, self._chance)
                may = request.is_repeatable and error.retryable and number < REPETITIONS
                if not may or wait is None or self._clock.monotonic() + wait > ends:
                    raise
            self._clock.wait(wait, cancel)
        raise AssertionError  # count() has no end

    def _once(self, request: Request, cancel: Cancel) -> tuple[RawReply, object]:
        cancel.check()
        try:
            raw = self._exchanger.exchange(request, cancel)
        except NoReplyError as error:
            raise _ERRORS[error.fault](str(error)) from None
        self.time.heard(raw.headers.get("date"))
        if raw.status in (200, 201):
            if _media_type(raw.headers) != _JSON:
                raise BadResponseError("the body is not of the type agreed on")
            return raw, read_json(raw.body)
        if raw.status == 304:
            return raw, None
        raise refusal(raw.status, _problem(raw), self._asked_wait(raw))

    def _asked_wait(self, raw: RawReply) -> float | None:
        return asked_wait(raw.headers.get("retry-after"), self.time.now())


def _conditional(request: Request, kept: Kept | None) -> Request:
    if kept is None:
        return request
    return replace(request, headers={**request.headers, "If-None-Match": kept.etag})


def _problem(raw: RawReply) -> object:
    """What a refusal says; nothing if it says it in another form, as a proxy does that is in between."""
    if _media_type(raw.headers) not in (_PROBLEM, _JSON):
        return None
    try:
        return read_json(raw.body)
    except BadResponseError:
        return None


def _media_type(headers: Mapping[str, str]) -> str:
    kind, _, rest = headers.get("content-type", "").partition(";")
    charset = rest.strip().lower()
    return kind.strip().lower() if charset in ("", "charset=utf-8", 'charset="utf-8"') else ""
