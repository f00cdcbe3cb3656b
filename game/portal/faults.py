"""Faults that can be switched on, so that a client can be tested: off unless the portal is started with --faults.

Each has a name, may be meant for one call only, and may be over after some times. There are faults before a call is
carried out, and faults of its reply.
"""

import asyncio
import gzip
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from game.portal.calls import Found
from game.portal.clock import Clock, http_date
from game.portal.desk import Desk
from game.portal.hostile import CHECKOUT_ADDRESSES, TEXT
from game.portal.life import Deed
from game.portal.problems import Kind, RefusedError
from game.portal.reply import Reply

Name = Literal[
    "checkout_url",
    "clock_skew",
    "commit_then_drop",
    "cursor_loop",
    "duplicate",
    "expired_then_paid",
    "gzip_bomb",
    "hostile_texts",
    "huge_page",
    "latency",
    "maintenance",
    "not_modified",
    "other_amount",
    "rate_limited",
    "reset",
    "slow_work",
    "truncated",
    "unknown_values",
    "withdrawn",
    "wrong_type",
]
_BOMB_BYTES = 64 * 1024 * 1024
_HUGE_CAMPAIGNS = 2_000
_HUGE_PADDING = 2_000_000
LOOP = "a-cursor-that-leads-to-itself"


@with_config(ConfigDict(extra="forbid"))
class Switch(TypedDict):
    """A fault as it is switched on."""

    fault: Name
    call: NotRequired[Annotated[str, Field(description='such as "POST /pledges"; all calls of the API without it')]]
    times: NotRequired[Annotated[int, Field(ge=1, description="for so many calls; until it is cleared without it")]]
    seconds: NotRequired[Annotated[float, Field(description="for latency, slow_work, clock_skew and Retry-After")]]
    retry_after: NotRequired[Literal["seconds", "date"]]
    address: NotRequired[
        Annotated[str, Field(description="for checkout_url: a kind of hostile address, or an address")]
    ]


@dataclass(slots=True)
class Fault:
    """A fault that is on."""

    switch: Switch
    left: int | None

    def is_for(self, found: Found) -> bool:
        call = self.switch.get("call")
        return found.call.is_api if call is None else call == found.call.name

    def seconds(self, usual: float) -> float:
        return self.switch.get("seconds", usual)


@dataclass(slots=True)
class Faults:
    """The faults that are on, in the order in which they were switched on."""

    desk: Desk
    clock: Clock
    on: list[Fault] = field(default_factory=list)

    def switch(self, switches: list[Switch]) -> None:
        self.on = [Fault(each, each.get("times")) for each in switches]

    def take(self, found: Found) -> tuple[Fault, ...]:
        """Return the faults of a call, which counts as one of their times."""
        taken = tuple(fault for fault in self.on if fault.is_for(found))
        for fault in taken:
            if fault.left is not None:
                fault.left -= 1
        self.on = [fault for fault in self.on if fault.left != 0]
        return taken

    async def before(self, taken: tuple[Fault, ...], found: Found) -> None:
        """Do what a fault does before a call is carried out.

        Raises:
            RefusedError: the call is not carried out.

        """
        for fault in taken:
            if act := _BEFORE.get(fault.switch["fault"]):
                await act(self, fault, found)

    def after(self, taken: tuple[Fault, ...], found: Found, reply: Reply) -> Reply:
        """Return what a fault makes of the reply."""
        for fault in taken:
            name = fault.switch["fault"]
            if name == "expired_then_paid":
                self._pay(found)
            elif change := _AFTER.get(name):
                reply = change(fault, reply)
            elif (change_value := _VALUES.get(name)) and isinstance(value := _value(reply), dict):
                reply = reply.with_value(change_value(fault, value))
        return reply

    def _pay(self, found: Found) -> None:
        row = self.desk.store.pledge(found.named)
        if row is not None:
            self.desk.do(row, Deed.PAY)


def has(taken: tuple[Fault, ...], name: Name) -> bool:
    return any(fault.switch["fault"] == name for fault in taken)


def work_s(taken: tuple[Fault, ...]) -> float:
    """Return how long the work itself takes, while its Idempotency-Key is held."""
    return sum(fault.seconds(1) for fault in taken if fault.switch["fault"] == "slow_work")


def skew_s(taken: tuple[Fault, ...]) -> float:
    """Return how wrong the time is that a reply says it was sent at."""
    return sum(fault.seconds(86400) for fault in taken if fault.switch["fault"] == "clock_skew")


# ------------------------------------------------------------------------------------------------- before the call


async def _wait(_faults: Faults, fault: Fault, _found: Found) -> None:
    await asyncio.sleep(fault.seconds(1))


async def _refuse(faults: Faults, fault: Fault, _found: Found) -> None:
    seconds = max(1, int(fault.seconds(1)))
    is_date = fault.switch.get("retry_after") == "date"
    told = http_date(faults.clock.now() + seconds) if is_date else str(seconds)
    kind = Kind.RATE_LIMITED if fault.switch["fault"] == "rate_limited" else Kind.MAINTENANCE
    raise RefusedError(kind, headers={"Retry-After": told})


async def _withdraw(faults: Faults, _fault: Fault, found: Found) -> None:
    if found.named in faults.desk.showing.stock.campaigns:
        faults.desk.store.withdraw(found.named, faults.clock.now())


async def _let_expire(faults: Faults, _fault: Fault, found: Found) -> None:
    row = faults.desk.store.pledge(found.named)
    if row is not None and row.status == "awaiting_payment":
        faults.desk.store.move(row, "expired", faults.clock.now())


_BEFORE: Mapping[str, Callable[[Faults, Fault, Found], Awaitable[None]]] = {
    "latency": _wait,
    "rate_limited": _refuse,
    "maintenance": _refuse,
    "withdrawn": _withdraw,
    "expired_then_paid": _let_expire,
}

# ----------------------------------------------------------------------------------------------- what is sent


def _value(reply: Reply) -> object:
    return reply.value if "json" in reply.headers.get("content-type", "") else None


@cache
def _bomb() -> bytes:
    return gzip.compress(b'{"data":[' + b" " * _BOMB_BYTES + b'],"next_cursor":null}', compresslevel=9)


def _gzip_bomb(_fault: Fault, reply: Reply) -> Reply:
    return reply.with_body(_bomb()).with_headers(content_encoding="gzip")


def _not_modified(_fault: Fault, reply: Reply) -> Reply:
    headers = {name: value for name, value in reply.headers.items() if not name.startswith("content-")}
    return Reply(304, headers)


_AFTER: Mapping[str, Callable[[Fault, Reply], Reply]] = {
    "commit_then_drop": lambda _fault, reply: replace(reply, cut=0),
    "reset": lambda _fault, reply: replace(reply, cut=max(1, len(reply.body) // 2)),
    "truncated": lambda _fault, reply: reply.with_body(reply.body[: len(reply.body) // 2]),
    "wrong_type": lambda _fault, reply: reply.with_headers(content_type="text/html; charset=utf-8"),
    "gzip_bomb": _gzip_bomb,
    "not_modified": _not_modified,
}


def _checkout_url(fault: Fault, value: dict[str, object]) -> dict[str, object]:
    address = fault.switch.get("address", "other_host")
    make = CHECKOUT_ADDRESSES.get(address)
    url = str(value.get("checkout_url"))
    return {**value, "checkout_url": make(url.rpartition("/")[2]) if make else address}


def _huge(_fault: Fault, value: dict[str, object]) -> dict[str, object]:
    data = value.get("data")
    if isinstance(data, list) and data:
        return {**value, "data": data * (_HUGE_CAMPAIGNS // len(data) + 1)}
    return {**value, "padding": "x" * _HUGE_PADDING}


def _hostile(_fault: Fault, value: object) -> dict[str, object]:
    texts = (
        "pseudonym",
        "title",
        "summary",
        "text",
        "label",
        "alt",
        "name",
        "description",
        "secondary_purpose",
        "detail",
    )

    def poisoned(each: object) -> object:
        if isinstance(each, list):
            return [poisoned(part) for part in each]
        if isinstance(each, dict):
            return {
                name: TEXT if name in texts and isinstance(part, str) else poisoned(part) for name, part in each.items()
            }
        return each

    return {"data": []} if not isinstance(changed := poisoned(value), dict) else changed


def _other_amount(_fault: Fault, value: dict[str, object]) -> dict[str, object]:
    return {**value, "amount": {"amount_minor": 100_000, "currency": "JPY"}} if "amount" in value else value


def _unknown(_fault: Fault, value: dict[str, object]) -> dict[str, object]:
    """Return what a later version of the contract might send."""
    known = {name: "suspended" if name == "status" else part for name, part in value.items()}
    return {**known, "added_later": {"text": "x", "list": [1, None]}}


_VALUES: Mapping[str, Callable[[Fault, dict[str, object]], dict[str, object]]] = {
    "checkout_url": _checkout_url,
    "cursor_loop": lambda _fault, value: {**value, "next_cursor": LOOP} if "next_cursor" in value else value,
    "hostile_texts": _hostile,
    "huge_page": _huge,
    "other_amount": _other_amount,
    "unknown_values": _unknown,
}
