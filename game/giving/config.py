"""What an operator set up: through whom people give, where they may be sent to pay, and who answers for it."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from game.content.nodes import Entries
from game.giving.adapters.figures import Chosen
from game.giving.adapters.static import Card
from game.giving.campaign import Environment, Operator, TakenCurrency
from game.giving.checkout import CheckoutRules
from game.giving.config_card import chosen_of, read_card
from game.giving.config_file import RefusedError, Written, end_of, read_written
from game.giving.config_rules import ADDRESSES, check_rules, is_local_sandbox
from game.giving.config_shape import CONFIG_FILE, STATIC
from game.giving.money import Money
from game.giving.signing import PublicKey
from game.giving.site import Site

_LONGEST_KEY = 200
_SECRETS = ("sk_", "rk_", "whsec_", "-----")
"""How keys begin that may spend or read what is not ours."""


@dataclass(frozen=True, slots=True)
class GivingConfig:
    """A configuration that may be used: without faults, and signed unless it is a sandbox on this computer."""

    provider: str
    """One of `config_shape.PROVIDERS`."""
    environment: Environment
    site: Site | None
    """None for the card alone: nobody is called."""
    operator: Operator
    rules: CheckoutRules
    key: str = field(repr=False)
    amounts: TakenCurrency | None
    """None for a portal, which says so itself; so are `campaigns` empty there."""
    campaigns: tuple[Chosen, ...]
    card: Card | None
    """What is shown without a network; None if there is no card."""
    card_problem: tuple[str, ...]
    """Why the card is not used beside a provider that can do without it."""
    signer: PublicKey | None


def read_config(path: Path, trusted: tuple[PublicKey, ...], now: datetime) -> GivingConfig:
    """Return what an operator set up.

    Raises:
        RefusedError: it has faults, it was changed after it was signed, or it is not signed and has to be.

    """
    written = read_written(path, CONFIG_FILE, trusted)
    check_rules(written.root, written.log)
    written.refuse_faults()
    root = written.root
    if written.signer is None and not is_local_sandbox(root):
        raise RefusedError(
            f"{written.log.file}: the configuration is not signed; only a sandbox on this computer may be without"
        )
    environment = Environment(root.text("environment"))
    rules = CheckoutRules(
        {host: root.entries("checkout").text(host) for host in root.entries("checkout").values},
        is_sandbox=is_local_sandbox(root),
    )
    key = _key(path.parent, written)
    card, problem = _card(path.parent, root, trusted, rules, now)
    written.refuse_faults()
    return GivingConfig(
        provider=root.text("provider"),
        environment=environment,
        site=_site(path.parent, root, environment, key),
        operator=_operator(root.entries("operator")),
        rules=rules,
        key=key,
        amounts=_amounts(root.entries("amounts")),
        campaigns=tuple(_campaign(entry) for entry in root.items("campaigns") if isinstance(entry, Entries)),
        card=card,
        card_problem=problem,
        signer=written.signer,
    )


def _key(folder: Path, written: Written) -> str:
    """Return the key in the file that is named. What stands in it is never told, whatever is wrong with it."""
    name = written.root.text("key_file")
    if not name:
        return ""
    at = written.root.place("key_file")
    try:
        with (folder / name).open("rb") as file:
            key = file.read(_LONGEST_KEY + 1).decode("ascii").strip()
    except (OSError, ValueError):
        written.log.add("unreadable-file", at, "the key file cannot be read", "put the key there, on one line")
        return ""
    if key.startswith(_SECRETS):
        message = "the key file holds a secret, which a game cannot keep"
        written.log.add("bad-form", at, message, "use a public key, or the key of this device")
    elif not key or len(key) > _LONGEST_KEY or not key.isprintable() or " " in key:
        written.log.add("bad-form", at, "the key file holds no key", "put the key there, on one line")
    return key


def _card(
    folder: Path, root: Entries, trusted: tuple[PublicKey, ...], rules: CheckoutRules, now: datetime
) -> tuple[Card | None, tuple[str, ...]]:
    name = root.text("card")
    if not name:
        return None, ()
    try:
        return read_card(folder / name, trusted, rules, now), ()
    except RefusedError as refused:
        if root.text("provider") == STATIC:
            raise
        return None, refused.lines


def _site(folder: Path, root: Entries, environment: Environment, key: str) -> Site | None:
    provider = root.text("provider")
    if provider == STATIC:
        return None
    return Site(
        address=root.text("address") or ADDRESSES[provider],
        environment=environment,
        # Public providers take their key elsewhere, and one of another place is not told ours.
        key="" if provider in ADDRESSES else key,
        ca_bundle=folder / root.text("ca_bundle") if root.text("ca_bundle") else None,
        proxy=root.text("proxy") or None,
    )


def _operator(entry: Entries) -> Operator:
    return Operator(*(entry.text(name) for name in ("name", "registration", "contact", "terms", "privacy")))


def _amounts(entry: Entries) -> TakenCurrency | None:
    if not entry.values:
        return None
    code = entry.text("currency")
    presets = tuple(Money(preset.whole, code) for preset in entry.scalars("presets"))
    return TakenCurrency(Money(entry.whole("least"), code), Money(entry.whole("most"), code), presets)


def _campaign(entry: Entries) -> Chosen:
    until = end_of(entry, "until")
    assert until is not None, "check_rules lets only days in"  # noqa: S101
    return chosen_of(entry, entry.text("at"), until)
