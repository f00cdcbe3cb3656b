"""Makes the provider that an operator set up."""

from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from game.giving.adapters.donordrive import DonorDrive
from game.giving.adapters.everyorg import EveryOrg
from game.giving.adapters.figures import Source
from game.giving.adapters.globalgiving import GlobalGiving
from game.giving.adapters.link_provider import LinkProvider
from game.giving.adapters.opencollective import OpenCollective
from game.giving.adapters.static import OnCard
from game.giving.campaign import PortalInfo
from game.giving.config import GivingConfig
from game.giving.portal_provider import Channel, PortalProvider
from game.giving.provider import DonationProvider
from game.giving.reply_cache import ReplyCache
from game.giving.transport import Transport
from game.network.clock import Clock

_SOURCES: Mapping[str, Callable[[Transport, GivingConfig], Source]] = {
    "everyorg": lambda transport, config: EveryOrg(transport, config.key, config.environment),
    "globalgiving": lambda transport, config: GlobalGiving(transport, config.key),
    "opencollective": lambda transport, _: OpenCollective(transport),
    "donordrive": lambda transport, config: DonorDrive(transport, _currency(config)),
}


def provider_for(
    config: GivingConfig, channel: Channel, cache_dir: Path, clock: Clock, chance: Random
) -> DonationProvider:
    """Return the provider of a configuration. Nobody is called yet."""
    if config.site is None:
        provider = card_provider(config, clock)
        assert provider is not None, "without a site there is a card"  # noqa: S101
        return provider
    source = source_of(config, cache_dir, clock, chance)
    if source is None:
        return PortalProvider(config.site, config.rules, channel, ReplyCache(cache_dir), clock, chance)
    return LinkProvider(source, _info(config), config.campaigns, config.rules, clock)


def source_of(config: GivingConfig, cache_dir: Path, clock: Clock, chance: Random) -> Source | None:
    """Return what is particular to a public provider; None for a portal and for a card."""
    if config.site is None or config.provider not in _SOURCES:
        return None
    return _SOURCES[config.provider](Transport(config.site, ReplyCache(cache_dir), clock, chance), config)


def card_provider(config: GivingConfig, clock: Clock) -> DonationProvider | None:
    """Return the provider of the operator's card, for when there is no network; None if there is no card."""
    if config.card is None:
        return None
    source = OnCard(config.card, _currency(config))
    return LinkProvider(source, _info(config), config.card.campaigns, config.rules, clock)


def _info(config: GivingConfig) -> PortalInfo:
    """What the operator says, where no portal does."""
    taken = (config.amounts,) if config.amounts else ()
    # On the donate page of every public provider, the amount can be changed.
    return PortalInfo(config.operator.name, config.environment, config.operator, taken, own_amount=True)


def _currency(config: GivingConfig) -> str:
    """The currency of the pages; that of sums which are not told does not matter."""
    return config.amounts.least.currency if config.amounts else "USD"
