"""One request and its reply: in time, of a size, from whom it should be, and with nothing secret in the log."""

import logging
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from uuid import uuid4

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3 import exceptions as lower
from urllib3.connection import HTTPConnection, HTTPSConnection

from game.network.calling import Cancel, Line, current_line
from game.network.clock import Clock
from game.network.route import Route

LIST_BYTES = 256 * 1024
OTHER_BYTES = 64 * 1024

_log = logging.getLogger(__name__)


class Fault(Enum):
    """Why there is no reply."""

    OFFLINE = "offline"
    """No connection, or it broke."""
    TOO_SLOW = "too slow"
    """No answer in time."""
    INSECURE = "insecure"
    """The other computer could not prove that it is the one."""
    BAD_RESPONSE = "bad response"
    """It is no HTTP, or too large, or the address cannot be asked."""


class NoReplyError(Exception):
    """There is no reply. Its text is for the log, and holds no address and no key."""

    def __init__(self, fault: Fault, reason: str) -> None:
        super().__init__(reason)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of the other computer."""

    method: str
    path: str
    template: str
    """The path without ids, for the log."""
    query: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    most_bytes: int = OTHER_BYTES
    is_repeatable: bool = True
    """Whether it is taken twice without being done twice."""
    has_key: bool = True
    """Whether the device says who it is, as the route tells."""


@dataclass(frozen=True, slots=True)
class RawReply:
    """A reply, as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    """Unpacked. Longer than allowed only by one byte, if it is too long."""


class Exchanger:
    """Sends requests along one route."""

    def __init__(self, route: Route, clock: Clock) -> None:
        self._route = route
        self._clock = clock
        self._session = requests.Session()
        # Otherwise ~/.netrc replaces our key, and proxies and authorities come from whoever set up the environment.
        self._session.trust_env = False
        self._session.headers.clear()
        self._session.cookies.set_policy(_NoCookies())
        if route.proxy:
            self._session.proxies = {"http": route.proxy, "https": route.proxy}
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, _Adapter())
        # It logs whole addresses, and in those stand the ids of pledges.
        logging.getLogger("urllib3").setLevel(logging.CRITICAL)

    def exchange(self, request: Request, cancel: Cancel) -> RawReply:
        """Send a request and return the reply, whatever it says.

        Raises:
            NoReplyError: there is no reply, or not from whom or in the size that it should be.
            CalledOffError: the call was given up.

        """
        request_id = f"req-{uuid4().hex}"
        began = self._clock.monotonic()
        outcome = "-"
        try:
            reply = self._reply(request, request_id, cancel)
            outcome = str(reply.status)
        except NoReplyError as error:
            outcome = error.fault.value
            raise
        finally:
            took = (self._clock.monotonic() - began) * 1000
            _log.info("%s %s %s %.0f ms %s", request.method, request.template, outcome, took, request_id)
        return reply

    def _reply(self, request: Request, request_id: str, cancel: Cancel) -> RawReply:
        line = Line()
        try:
            with line.held(self._route.timing.exchange, cancel), self._sent(request, request_id) as response:
                body: bytes = response.raw.read(request.most_bytes + 1, decode_content=True)
                reply = RawReply(response.status_code, dict(response.headers.lower_items()), body)
        except (requests.RequestException, lower.HTTPError, OSError, ValueError) as error:
            cancel.check()
            raise (NoReplyError(Fault.TOO_SLOW, "the deadline passed") if line.is_late else _told(error)) from None
        cancel.check()
        if line.is_late:
            # A body without a length may seem to end where the line was cut.
            raise NoReplyError(Fault.TOO_SLOW, "the deadline passed")
        if len(body) > request.most_bytes:
            raise NoReplyError(Fault.BAD_RESPONSE, "the body is too large")
        return reply

    def _sent(self, request: Request, request_id: str) -> requests.Response:
        route = self._route
        return self._session.request(
            request.method,
            route.address + request.path,
            params=dict(request.query),
            data=request.body,
            headers={
                "Accept": "application/json, application/problem+json",
                "Accept-Encoding": "gzip",
                # Each exchange has a line of its own, which can be cut.
                "Connection": "close",
                "User-Agent": "before-you-go",
                "X-Request-Id": request_id,
                **request.headers,
            },
            auth=_Known(route.authorization) if route.authorization and request.has_key else None,
            timeout=(route.timing.connect, route.timing.read),
            allow_redirects=False,
            verify=str(route.ca_bundle) if route.ca_bundle else True,
            stream=True,
        )


class _NoCookies(DefaultCookiePolicy):
    """Nobody gets a way to know a device again but its key."""

    def __init__(self) -> None:
        super().__init__(allowed_domains=())


class _Known(AuthBase):
    def __init__(self, said: str) -> None:
        self._said = said

    def __call__(self, prepared: requests.PreparedRequest) -> requests.PreparedRequest:
        prepared.headers["Authorization"] = self._said
        return prepared


class _PlainConnection(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _noted(super()._new_conn())


class _SecureConnection(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _noted(super()._new_conn())


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _PlainConnection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


class _Adapter(HTTPAdapter):
    """Makes connections that the line of the exchange can cut."""

    _POOLS: Mapping[str, type[HTTPConnectionPool]] = {"http": _PlainPool, "https": _SecurePool}

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (handed on as they are)
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._POOLS

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (handed on as they are)
        manager = super().proxy_manager_for(*args, **kwargs)
        manager.pool_classes_by_scheme = self._POOLS
        return manager


def _noted(plain: socket.socket) -> socket.socket:
    line = current_line()
    if line is not None:
        line.connected(plain)
    return plain


def _told(error: Exception) -> NoReplyError:
    """Return what went wrong below, in our words: theirs hold addresses."""
    match error:
        case requests.exceptions.SSLError() | lower.SSLError():
            return NoReplyError(Fault.INSECURE, "it could not prove who it is")
        case requests.exceptions.Timeout() | lower.TimeoutError() | TimeoutError():
            return NoReplyError(Fault.TOO_SLOW, "no answer in time")
        case lower.DecodeError() | requests.exceptions.ContentDecodingError():
            return NoReplyError(Fault.BAD_RESPONSE, "the body cannot be unpacked")
        case requests.exceptions.ConnectionError() | lower.HTTPError():
            return NoReplyError(Fault.OFFLINE, "no connection, or it broke")
        case requests.RequestException() | ValueError():
            return NoReplyError(Fault.BAD_RESPONSE, "the reply is no HTTP, or the address cannot be asked")
        case _:
            return NoReplyError(Fault.OFFLINE, "the connection failed")
