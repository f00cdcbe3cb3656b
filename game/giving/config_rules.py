"""What has to hold between the fields of a configuration, each with its place in the file."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from game.content.faults import FaultLog, quoted
from game.content.nodes import Entries
from game.giving.adapters import donordrive, everyorg, globalgiving, opencollective
from game.giving.campaign import Environment
from game.giving.checkout import LOOPBACK
from game.giving.config_file import end_of
from game.giving.config_shape import PORTAL, STATIC
from game.giving.errors import UnsafeAddressError
from game.giving.money import is_currency
from game.giving.site import Site

ADDRESSES: Mapping[str, str] = {
    "everyorg": "https://partners.every.org/v0.2",
    "globalgiving": "https://api.globalgiving.org/api/public/projectservice",
    "opencollective": "https://api.opencollective.com/graphql",
    "donordrive": "https://www.extra-life.org/api",
}
"""Where public providers are, by their documentation."""
_NAMES: Mapping[str, re.Pattern[str]] = {
    "everyorg": everyorg.AT,
    "globalgiving": globalgiving.AT,
    "opencollective": opencollective.AT,
    "donordrive": donordrive.AT,
}
_NEEDED: Mapping[str, tuple[str, ...]] = {
    PORTAL: ("address",),
    "everyorg": ("key_file", "amounts", "campaigns"),
    "globalgiving": ("key_file", "amounts", "campaigns"),
    "opencollective": ("amounts", "campaigns"),
    "donordrive": ("amounts", "campaigns"),
    STATIC: ("amounts", "card"),
}
_ALLOWED: Mapping[str, tuple[str, ...]] = {
    PORTAL: ("key_file", "card", "proxy", "ca_bundle"),
    STATIC: (),
}
_ALLOWED_ELSE = ("address", "card", "proxy", "ca_bundle")
_BY_PROVIDER = ("address", "key_file", "amounts", "campaigns", "card", "proxy", "ca_bundle")
_WITH_SANDBOX = (PORTAL, "everyorg", STATIC)
_DOLLARS = ("everyorg", "globalgiving")


def check_rules(root: Entries, log: FaultLog) -> None:
    """Note what does not fit together in a file of the right shape."""
    provider = root.text("provider")
    _check_fields(provider, root, log)
    if root.text("environment") == Environment.SANDBOX.value and provider not in _WITH_SANDBOX:
        message = f"{provider} has no sandbox: what is given there is real money"
        log.add("not-one-of", root.place("environment"), message, "write live")
    _check_address(root, log)
    _check_pages(provider, root, log)
    _check_amounts(provider, root.entries("amounts"), log)
    _check_campaigns(provider, root, log)


def is_local_sandbox(root: Entries) -> bool:
    """Whether nothing leaves this computer, and no money is real: only then is no signature needed."""
    hosts = [urlsplit(root.text("address")).hostname, *root.entries("checkout").values]
    is_sandbox = root.text("environment") == Environment.SANDBOX.value
    is_here = all(host in LOOPBACK for host in hosts) and not root.text("proxy")
    return is_sandbox and root.text("provider") == PORTAL and is_here


def _check_fields(provider: str, root: Entries, log: FaultLog) -> None:
    needed = _NEEDED[provider]
    for name in needed:
        if name not in root.values:
            log.add("missing-field", root.place("provider"), f"{provider} needs the field '{name}'", "add it")
    for name in _BY_PROVIDER:
        if name in root.values and name not in (*needed, *_ALLOWED.get(provider, _ALLOWED_ELSE)):
            log.add("unknown-field", root.keys[name], f"{quoted(name)} is not a field for {provider}", "delete it")


def _check_address(root: Entries, log: FaultLog) -> None:
    address = root.text("address")
    if not address:
        return
    try:
        Site(address, Environment(root.text("environment")))
    except UnsafeAddressError as error:
        hint = "write https, no slash at the end, and http only for a sandbox at 127.0.0.1"
        log.add("bad-form", root.place("address"), str(error), hint)


def _check_pages(provider: str, root: Entries, log: FaultLog) -> None:
    """The pages that links lead to have to be pinned, or no link is ever shown."""
    is_live = root.text("environment") == Environment.LIVE.value
    page = {
        "everyorg": "www.every.org" if is_live else "staging.every.org",
        "globalgiving": "www.globalgiving.org",
        "opencollective": "opencollective.com",
    }.get(provider)
    pinned = root.entries("checkout")
    if page and page not in pinned.values:
        log.add("missing-field", pinned.at, f"{provider} has its donate pages at {page}", f"add {page}: /")
    for host, beginning in pinned.values.items():
        if is_live and host in LOOPBACK:
            log.add("bad-form", beginning.at, f"{quoted(host)} is this computer", "live pages are elsewhere")


def _check_amounts(provider: str, amounts: Entries, log: FaultLog) -> None:
    if not amounts.values:
        return
    code = amounts.text("currency")
    if not is_currency(code) or (provider in _DOLLARS and code != "USD"):
        expected = "USD, the currency of its pages" if provider in _DOLLARS else "the code of a currency"
        log.add("bad-form", amounts.place("currency"), f"{quoted(code)} is not {expected}", "correct it")
    least, most = amounts.whole("least"), amounts.whole("most")
    if least > most:
        log.add("out-of-range", amounts.place("most"), "the largest amount is smaller than the smallest", "swap them")
    for preset in amounts.scalars("presets"):
        if not least <= preset.whole <= most:
            log.add("out-of-range", preset.at, f"{preset.whole} is not from {least} to {most}", "correct it")


def _check_campaigns(provider: str, root: Entries, log: FaultLog) -> None:
    seen: set[str] = set()
    for entry in root.items("campaigns"):
        if not isinstance(entry, Entries):
            continue
        at = entry.text("at")
        if provider in _NAMES and not _NAMES[provider].fullmatch(at):
            hint = "docs/giving.md shows the form for each provider"
            log.add("bad-form", entry.place("at"), f"{quoted(at)} is not how {provider} names a campaign", hint)
        if at in seen:
            log.add("listed-twice", entry.place("at"), f"{quoted(at)} is listed twice", "delete one of them")
        seen.add(at)
        if end_of(entry, "until") is None:
            log.add("bad-form", entry.place("until"), "there is no such day", "write it as 2027-11-01")
