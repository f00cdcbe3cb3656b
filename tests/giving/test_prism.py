"""The client at a portal that knows nothing but the contract: Prism, a mock server made from the document alone.

It refuses every request that the contract does not allow. It answers with the examples of the contract (static), or
with anything that the schemas allow (dynamic, here chosen by a seed).
"""

import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

import pytest
import requests

from game.giving.campaign import Environment
from game.giving.checkout import CheckoutRules
from game.giving.errors import (
    ConflictError,
    DonationError,
    InvalidError,
    NotAllowedHereError,
    NotFoundError,
    RateLimitedError,
    UnauthorizedError,
    UnavailableError,
    WithdrawnError,
)
from game.giving.money import Money
from game.giving.pledge import PledgeStatus
from game.giving.portal_provider import PortalProvider
from game.giving.provider import every_campaign
from game.giving.reply_cache import ReplyCache
from game.giving.site import Site
from tests.giving.stub import CAMPAIGN_ID, PLEDGE_ID, Answer, Asked, StillClock, portal, served
from tests.kits import node_program
from tests.portal.test_contract import CONTRACT_FILE

RULES = CheckoutRules({"pay.portal.example": "/p/"}, is_sandbox=True)
FIFTEEN = Money(1500, "USD")
SAYS_WHERE = "Prism is listening on "
PATIENCE_S = 60
SEEDS = range(12)


@pytest.fixture(scope="module")
def prism() -> Iterator[str]:
    """The address of a Prism on this computer."""
    command = [*node_program("@stoplight/prism-cli", "prism"), "mock", str(CONTRACT_FILE), "-h", "127.0.0.1", "-p", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout
        try:
            line = next((line for line in process.stdout if SAYS_WHERE in line), "")
            assert line, "it ended before it listened"
            yield line.partition(SAYS_WHERE)[2].strip()
        finally:
            process.kill()


CALLS: dict[str, Callable[[PortalProvider], object]] = {
    "list": every_campaign,
    "campaign": lambda provider: provider.campaign(CAMPAIGN_ID),
    "create": lambda provider: provider.create_pledge(
        CAMPAIGN_ID, FIFTEEN, key="key-of-this-intent-1", ref="kiosk-7-000123", locale="en"
    ),
    "pledge": lambda provider: provider.pledge(PLEDGE_ID),
    "cancel": lambda provider: provider.cancel(PLEDGE_ID),
}


@contextmanager
def asking(address: str, folder: Path) -> Iterator[PortalProvider]:
    site = Site(address, Environment.SANDBOX, "kiosk_key")
    yield PortalProvider(site, RULES, "kiosk", ReplyCache(folder), StillClock(), Random(1))


@contextmanager
def preferring(prism: str, prefer: str, folder: Path) -> Iterator[tuple[PortalProvider, list[int]]]:
    """Yield a client whose calls Prism answers as it is told to prefer, and with which status it answered each."""
    statuses: list[int] = []

    def forward(asked: Asked) -> Answer:
        path = asked.path.removeprefix("/api/v1")
        if path == "/portal":
            return Answer(portal())  # made up, it would be a live one half of the time
        headers = {name: value for name, value in asked.headers.items() if name not in ("host", "connection")}
        reply = requests.request(
            asked.method, prism + path, headers={**headers, "Prefer": prefer}, data=asked.body, timeout=PATIENCE_S
        )
        statuses.append(reply.status_code)
        kept = {name: reply.headers.get(name, "") for name in ("Content-Type", "ETag", "Cache-Control", "Retry-After")}
        # Nearly all that is made up is no currency, and would be refused before anything else is looked at.
        body = re.sub(rb'(?<="currency":)"[A-Z]{3}"', b'"USD"', reply.content)
        return Answer(status=reply.status_code, headers={**kept, "Content-Length": str(len(body))}, body=body)

    with served(forward) as stub, asking(stub.address + "/api/v1", folder) as provider:
        yield provider, statuses


def test_the_examples_of_the_contract_are_read_whole(prism: str, tmp_path: Path) -> None:
    with asking(prism, tmp_path) as provider:
        info = provider.portal()
        [listed] = every_campaign(provider)
        campaign = provider.campaign(CAMPAIGN_ID)
        made = provider.create_pledge(
            CAMPAIGN_ID, FIFTEEN, key="key-of-this-intent-1", ref="kiosk-7-000123", locale="en"
        )
        assert info.environment is Environment.SANDBOX
        assert FIFTEEN in info.currencies[0].presets
        assert listed.id == campaign.id == made.campaign_id == CAMPAIGN_ID
        assert campaign.needs[0].cost == Money(20000, "USD")
        assert (made.status, made.checkout and made.checkout.host) == (PledgeStatus.AWAITING, "pay.portal.example")
        assert provider.pledge(PLEDGE_ID).amount == FIFTEEN
        assert provider.cancel(PLEDGE_ID).id == PLEDGE_ID


@pytest.mark.parametrize("name", CALLS)
def test_whatever_the_schemas_allow_is_read_or_refused_in_our_own_words(prism: str, tmp_path: Path, name: str) -> None:
    for seed in SEEDS:
        with preferring(prism, f"dynamic=true, seed={seed}", tmp_path / str(seed)) as (provider, statuses):
            with suppress(DonationError):
                CALLS[name](provider)
            assert statuses
            assert set(statuses) <= {200, 201}, "Prism found the request wrong"


@pytest.mark.parametrize(
    ("name", "status", "meaning"),
    [
        ("list", 400, InvalidError),
        ("list", 401, UnauthorizedError),
        ("list", 429, RateLimitedError),
        ("campaign", 404, NotFoundError),
        ("campaign", 410, WithdrawnError),
        ("create", 401, UnauthorizedError),
        ("create", 403, NotAllowedHereError),
        ("create", 404, NotFoundError),
        ("create", 409, ConflictError),
        ("create", 410, WithdrawnError),
        ("create", 422, InvalidError),
        ("create", 429, RateLimitedError),
        ("create", 503, UnavailableError),
        ("pledge", 404, NotFoundError),
        ("pledge", 429, RateLimitedError),
        ("cancel", 404, NotFoundError),
    ],
)
def test_every_refusal_of_the_contract_is_understood(
    prism: str, tmp_path: Path, name: str, status: int, meaning: type[DonationError]
) -> None:
    # Made up, the type of a problem is one that nobody knows, so that the status counts.
    with (
        preferring(prism, f"code={status}, dynamic=true, seed=1", tmp_path) as (provider, statuses),
        pytest.raises(meaning),
    ):
        CALLS[name](provider)
    assert set(statuses) == {status}
