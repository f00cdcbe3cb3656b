"""Tells an operator, line by line, what of a configuration works: from the files alone, or by asking the provider."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from game.content.words import Words
from game.giving.adapters.donordrive import DonorDrive
from game.giving.adapters.link_provider import LinkProvider
from game.giving.campaign import Campaign, Environment, PortalInfo
from game.giving.config import GivingConfig, read_config
from game.giving.config_file import RefusedError
from game.giving.config_provider import provider_for, source_of
from game.giving.errors import DonationError
from game.giving.money import Money, written
from game.giving.provider import DonationProvider, StatusSource, every_campaign
from game.giving.signing import SigningError, read_public_keys
from game.network.clock import Clock, SystemClock

Line = tuple[bool | None, str]
"""Whether something works, or None where it is only told; and what."""
_KEY = "check-config-no-pledge"


def check_config(
    path: Path, keys_file: Path, words: Words, write: Callable[[str], object], *, is_online: bool, clock: Clock
) -> bool:
    """Write what works and what does not. Returns whether all of it works."""
    try:
        trusted = read_public_keys(keys_file)
        config = read_config(path, trusted, clock.now())
    except (RefusedError, SigningError) as refused:
        write(f"{refused}\n{words('giving_check.refused')}\n")
        return False
    all_works = True
    for works, text in _Checker(config, words, clock).lines(is_online=is_online):
        mark = "" if works is None else words("giving_check.works" if works else "giving_check.fails") + " "
        write(f"{mark}{text}\n")
        all_works = all_works and works is not False
    return all_works


class _Checker:
    def __init__(self, config: GivingConfig, words: Words, clock: Clock) -> None:
        self._config = config
        self._words = words
        self._clock = clock

    def lines(self, *, is_online: bool) -> Iterator[Line]:
        with TemporaryDirectory() as folder:
            provider = provider_for(self._config, "desktop", Path(folder), self._clock, Random())
            yield from self._written(provider)
            if is_online and self._config.site is not None:
                yield from self._asked(provider, Path(folder))

    def _written(self, provider: DonationProvider) -> Iterator[Line]:
        config, words, caps = self._config, self._words, provider.caps
        signer = config.signer
        yield True, words("giving_check.signed", key=signer.fingerprint) if signer else words("giving_check.unsigned")
        who = config.operator
        yield None, words("giving_check.operator", name=who.name, number=who.registration, contact=who.contact_url)
        is_live = config.environment is Environment.LIVE
        yield None, words("giving_check.live" if is_live else "giving_check.sandbox")
        yield None, words("giving_check.provider", provider=config.provider)
        for host, beginning in config.rules.hosts.items():
            yield None, words("giving_check.pinned", host=host, path=beginning)
        yield None, words("giving_check.totals" if caps.totals else "giving_check.no_totals")
        yield None, words("giving_check.prefills" if caps.prefill_amount else "giving_check.no_prefill")
        is_tracked = caps.pledge_status is not StatusSource.NONE
        yield None, words("giving_check.tracks" if is_tracked else "giving_check.untracked")
        for chosen in config.campaigns:
            is_shown = chosen.until > self._clock.now()
            name = "giving_check.until" if is_shown else "giving_check.is_over"
            yield is_shown, words(name, campaign=chosen.at, day=f"{chosen.until:%Y-%m-%d}")
        if config.card:
            count = len(config.card.campaigns)
            yield True, words("giving_check.card", count=count, day=f"{config.card.until:%Y-%m-%d}")
        for problem in config.card_problem:
            yield False, problem

    def _asked(self, provider: DonationProvider, folder: Path) -> Iterator[Line]:
        words, site = self._words, self._config.site
        host = urlsplit(site.address).netloc if site else ""
        try:
            info = provider.portal()
            if not isinstance(provider, LinkProvider):
                yield from self._portal(info)
            campaigns = every_campaign(provider)
        except DonationError as error:
            yield False, words("giving_check.no_answer", host=host, why=error)
            return
        yield bool(campaigns), words("giving_check.campaigns", count=len(campaigns))
        for campaign in campaigns:
            yield None, words("giving_check.raised", campaign=campaign.title, sum=written(campaign.raised))
        if isinstance(provider, LinkProvider):
            yield from self._links(provider, campaigns, folder)

    def _portal(self, info: PortalInfo) -> Iterator[Line]:
        words = self._words
        yield True, words("giving_check.portal", name=info.name)
        mine, theirs = self._config.operator, info.operator
        is_same = (mine.name, mine.registration) == (theirs.name, theirs.registration)
        name = "giving_check.same_operator" if is_same else "giving_check.other_operator"
        yield is_same, words(name, name=theirs.name, number=theirs.registration)
        for taken in info.currencies:
            yield None, words("giving_check.takes", least=written(taken.least), most=written(taken.most))

    def _links(self, provider: LinkProvider, campaigns: tuple[Campaign, ...], folder: Path) -> Iterator[Line]:
        """A pledge at these providers is a link and nothing else, so making one leaves no trace."""
        words, config = self._words, self._config
        amount = config.amounts.least if config.amounts else Money(1, "USD")
        missing = {chosen.at for chosen in config.campaigns} - {campaign.id for campaign in campaigns}
        for at in sorted(missing):
            yield False, words("giving_check.not_found", campaign=at)
        for campaign in campaigns:
            try:
                pledge = provider.create_pledge(campaign.id, amount, key=_KEY + campaign.id, ref="check", locale="en")
            except DonationError as error:
                yield False, words("giving_check.no_link", campaign=campaign.title, why=error)
            else:
                host = pledge.checkout.host if pledge.checkout else ""
                yield True, words("giving_check.link", campaign=campaign.title, host=host)
        yield from self._site_currency(folder, amount)

    def _site_currency(self, folder: Path, amount: Money) -> Iterator[Line]:
        source = source_of(self._config, folder, self._clock, Random())
        if isinstance(source, DonorDrive):
            try:
                code = source.site_currency()
            except DonationError as error:
                yield False, self._words("giving_check.no_currency", why=error)
            else:
                yield code == amount.currency, self._words("giving_check.currency", currency=code)


def check_now(path: Path, keys_file: Path, words: Words, write: Callable[[str], object], *, is_online: bool) -> bool:
    """Check by the clock of this computer."""
    return check_config(path, keys_file, words, write, is_online=is_online, clock=SystemClock())
