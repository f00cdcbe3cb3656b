"""Where people give in this run of the game: at the sandbox, where an operator says, or nowhere."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Protocol

from game.giving.campaign import Environment
from game.giving.checkout import CheckoutRules
from game.giving.config import GivingConfig, read_config
from game.giving.config_file import RefusedError
from game.giving.config_provider import card_provider, provider_for
from game.giving.errors import NotSetUpError
from game.giving.portal_provider import Channel, PortalProvider
from game.giving.provider import DonationProvider
from game.giving.reply_cache import ReplyCache
from game.giving.sandbox import Sandbox
from game.giving.signing import SigningError, read_public_keys
from game.giving.site import Site
from game.network.clock import Clock

_API = "/api/v1"
_SANDBOX_KEY = "kiosk_sandbox_home"
"""No secret: it opens nothing but a sandbox."""
_SANDBOX_RULES = CheckoutRules({"127.0.0.1": "/p/"}, is_sandbox=True)


class Place(Protocol):
    """A place to give at. What may take long is asked for on workers alone."""

    @property
    def is_sandbox(self) -> bool: ...

    def address(self) -> str:
        """Return where it is; this may start it. Raises `DonationError`."""

    def provider(self, address: str) -> DonationProvider:
        """Return who is asked there."""

    def card(self) -> DonationProvider | None:
        """Return what can be shown without a network; None if there is nothing, or it has run out."""

    def close(self) -> None: ...


class SandboxPlace:
    """The sandbox portal as a child of the game: what is used as long as nobody set anything up."""

    is_sandbox = True

    def __init__(self, channel: Channel, replies: Path, clock: Clock) -> None:
        self._channel = channel
        self._replies = replies
        self._clock = clock
        self._sandbox = Sandbox()

    def address(self) -> str:
        return self._sandbox.address() + _API

    def provider(self, address: str) -> DonationProvider:
        site = Site(address, Environment.SANDBOX, _SANDBOX_KEY)
        cache = ReplyCache(self._replies)
        return PortalProvider(site, _SANDBOX_RULES, self._channel, cache, self._clock, Random())

    def card(self) -> DonationProvider | None:
        return None

    def close(self) -> None:
        self._sandbox.close()


class ConfiguredPlace:
    """Where an operator says."""

    def __init__(self, config: GivingConfig, channel: Channel, replies: Path, clock: Clock) -> None:
        self._config = config
        self._channel = channel
        self._replies = replies
        self._clock = clock

    @property
    def is_sandbox(self) -> bool:
        return self._config.environment is Environment.SANDBOX

    def address(self) -> str:
        return self._config.site.address if self._config.site else "card"

    def provider(self, address: str) -> DonationProvider:
        return provider_for(self._config, self._channel, self._replies, self._clock, Random())

    def card(self) -> DonationProvider | None:
        card = self._config.card
        if self._config.site is None or card is None or card.until <= self._clock.now():
            return None
        return card_provider(self._config, self._clock)

    def close(self) -> None:
        """Nothing was started."""


class RefusedPlace:
    """A configuration that cannot be used. The sandbox does not take its place: nobody would notice."""

    is_sandbox = False

    def address(self) -> str:
        raise NotSetUpError("the configuration of giving was refused")

    def provider(self, address: str) -> DonationProvider:
        raise NotSetUpError("the configuration of giving was refused")

    def card(self) -> DonationProvider | None:
        return None

    def close(self) -> None:
        """Nothing was started."""


def place_for(
    config: Path | None, keys: Path, channel: Channel, replies: Path, clock: Clock, tell: Callable[[str], object]
) -> Place:
    """Return the place that an operator set up; the sandbox for None. Why a configuration is refused is told."""
    if config is None:
        return SandboxPlace(channel, replies, clock)
    try:
        return ConfiguredPlace(read_config(config, read_public_keys(keys), clock.now()), channel, replies, clock)
    except (RefusedError, SigningError) as refused:
        tell(f"{refused}\n")
        return RefusedPlace()
