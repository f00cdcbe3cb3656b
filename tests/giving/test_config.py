"""What an operator may set up, and what is refused, with its place in the file."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from game.content.faults import FaultLog
from game.content.nodes import plain
from game.content.parse import parse, read_nodes
from game.giving.adapters.link_provider import LinkProvider
from game.giving.campaign import Environment
from game.giving.config import GivingConfig
from game.giving.config_file import RefusedError
from game.giving.config_provider import card_provider, provider_for
from game.giving.config_schemas import config_schema_files
from game.giving.config_shape import PROVIDERS
from game.giving.money import Money
from game.giving.portal_provider import PortalProvider
from game.giving.provider import DonationProvider, StatusSource, every_campaign
from game.giving.signing import read_public_keys
from tests.giving.stub import StillClock
from tests.giving.written import (
    CARD,
    DONORDRIVE,
    EVERYORG,
    GLOBALGIVING,
    OPENCOLLECTIVE,
    PORTAL,
    SANDBOX,
    STATIC,
    Desk,
    desk_at,
)

ASSETS = Path(__file__).resolve().parents[2] / "assets" / "giving"
GOOD = {
    "portal": PORTAL,
    "everyorg": EVERYORG,
    "globalgiving": GLOBALGIVING,
    "opencollective": OPENCOLLECTIVE,
    "donordrive": DONORDRIVE,
    "static": STATIC,
}
SCHEMAS = {"giving": ASSETS / "giving-template.yaml", "card": ASSETS / "card-template.yaml"}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_at(tmp_path)
    made.write(CARD, "card.yaml")
    return made


def provider_of(config: GivingConfig, folder: Path) -> DonationProvider:
    return provider_for(config, "kiosk", folder / "cache", StillClock(), Random(1))


def test_there_is_a_configuration_for_every_provider() -> None:
    assert set(GOOD) == set(PROVIDERS)


@pytest.mark.parametrize("name", PROVIDERS)
def test_every_provider_can_be_set_up(desk: Desk, name: str) -> None:
    config = desk.read(GOOD[name])
    provider = provider_of(config, desk.folder)
    assert (config.provider, config.environment, config.signer) == (name, Environment.LIVE, desk.trusted[0])
    assert isinstance(provider, PortalProvider if name == "portal" else LinkProvider)
    assert (provider.caps.pledge_status is StatusSource.PORTAL) is (name == "portal")
    assert not provider.caps.needs_secret
    if name != "portal":
        assert provider.portal().operator == config.operator
        assert provider.portal().currencies[0].presets == (Money(500, "USD"), Money(1500, "USD"))


@pytest.mark.parametrize("name", PROVIDERS)
def test_a_key_is_not_told_by_any_value(desk: Desk, name: str) -> None:
    config = desk.read(GOOD[name])
    assert "pk_public" not in repr((config, config.site))


def test_the_key_of_a_public_provider_is_no_key_of_a_device(desk: Desk) -> None:
    everyorg, portal = desk.read(EVERYORG), desk.read(PORTAL)
    assert everyorg.site is not None
    assert portal.site is not None
    assert (everyorg.key, everyorg.site.key, portal.site.key) == ("pk_public_1234", "", "pk_public_1234")


def test_a_campaign_is_shown_to_the_end_of_its_day(desk: Desk) -> None:
    assert desk.read(EVERYORG).campaigns[0].until == datetime(2027, 7, 1, 12, tzinfo=UTC)


def test_a_sandbox_on_this_computer_needs_no_signature(desk: Desk) -> None:
    config = desk.read(SANDBOX, is_signed=False)
    assert (config.signer, config.rules.is_sandbox) == (None, True)
    assert config.rules.checked("http://127.0.0.1:8089/p/7F3K9Q2M").host == "127.0.0.1"


@pytest.mark.parametrize(
    "text",
    [
        *GOOD.values(),
        SANDBOX.replace("http://127.0.0.1:8089", "https://portal.example"),
        SANDBOX.replace("127.0.0.1: /p/", "127.0.0.1: /p/, pay.example: /p/"),
        EVERYORG.replace("live", "sandbox").replace("www.every", "staging.every"),
    ],
)
def test_everything_else_has_to_be_signed(desk: Desk, text: str) -> None:
    desk.read(text)
    (desk.folder / "giving.yaml.sig").unlink()
    with pytest.raises(RefusedError, match="is not signed"):
        desk.read(text, is_signed=False)


@pytest.mark.parametrize(
    ("text", "old", "new", "line"),
    [
        (PORTAL, "provider: portal", "provider: stripe", "2:11: error[not-one-of]"),
        (PORTAL, "provider: portal", "provider: paypal", "2:11: error[not-one-of]"),
        (PORTAL, "provider: portal", "provider: tiltify", "2:11: error[not-one-of]"),
        (PORTAL, "environment: live", "environment: test", "3:14: error[not-one-of]"),
        (PORTAL, "  registration: no. 1234567\n", "", "5:3: error[missing-field]"),
        (PORTAL, "https://portal", "http://portal", "8:10: error[bad-form]"),
        (PORTAL, "/api/v1", "/api/v1/", "8:10: error[bad-form]"),
        (PORTAL, "//portal", "//me:pw@portal", "8:10: error[bad-form]"),
        (PORTAL, "address: https://portal.example/api/v1\n", "", "2:11: error[missing-field]"),
        (PORTAL, "pay.portal.example: /p/", "Pay.example: /p/", "10:12: error[bad-form]"),
        (PORTAL, "pay.portal.example: /p/", "pay.example: p", "10:25: error[bad-form]"),
        (PORTAL, "{pay.portal.example: /p/}", "{}", "10:11: error[too-few]"),
        (PORTAL, "pay.portal.example", "127.0.0.1", "10:23: error[bad-form]"),
        (PORTAL, "key_file: giving.key", "key: kiosk_1", "9:1: error[unknown-field]"),
        (PORTAL, "giving.key", "other.key", "9:11: error[unreadable-file]"),
        (PORTAL, "key_file:", "proxy: http://me:pw@proxy.example:1\nkey_file:", "9:8: error[bad-form]"),
        (EVERYORG, "key_file: giving.key\n", "", "2:11: error[missing-field]"),
        (EVERYORG, "www.every.org", "every.org", "9:11: error[missing-field]"),
        (EVERYORG, "our-trust/winter", "our-trust", "12:9: error[bad-form]"),
        (EVERYORG, "our-trust/winter", "../../winter", "12:9: error[bad-form]"),
        (EVERYORG, "2027-06-30", "2027-06-31", "16:12: error[bad-form]"),
        (EVERYORG, "currency: USD", "currency: EUR", "10:21: error[bad-form]"),
        (EVERYORG, "least: 200", "least: 600", "10:61: error[out-of-range]"),
        (OPENCOLLECTIVE, "checkout", "key_file: giving.key\ncheckout", "8:1: error[unknown-field]"),
        (OPENCOLLECTIVE, "environment: live", "environment: sandbox", "3:14: error[not-one-of]"),
        (OPENCOLLECTIVE, "currency: USD", "currency: QQQ", "9:21: error[bad-form]"),
        (STATIC, "card: card.yaml", "proxy: http://proxy.example:1", "10:1: error[unknown-field]"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(desk: Desk, text: str, old: str, new: str, line: str) -> None:
    assert old in text
    with pytest.raises(RefusedError) as refused:
        desk.read(text.replace(old, new))
    assert [told for told in refused.value.lines if f"giving.yaml:{line}" in told], refused.value.lines


@pytest.mark.parametrize("text", [*GOOD.values(), SANDBOX])
@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example writes its own files anew
def test_no_slip_in_a_configuration_brings_anything_but_a_refusal(desk: Desk, text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(place, min(len(text), place + 12)))
    new = data.draw(st.text(max_size=4) | st.sampled_from([": ", "- ", "[", "{", "2027-02-30", "0", '"', "::1", "//["]))
    with suppress(RefusedError):
        desk.read(text[:place] + new + text[end:])


def test_a_fault_leads_to_the_page_for_operators(desk: Desk) -> None:
    with pytest.raises(RefusedError, match=r"giving\.yaml:9:11.*docs/giving\.md shows how it is written"):
        desk.read(PORTAL.replace("giving.key", "[giving.key]"))


@pytest.mark.parametrize("secret", ["sk_live_123", "rk_live_123", "whsec_123", "-----BEGIN PRIVATE KEY-----"])
def test_a_secret_in_the_key_file_is_refused_and_never_told(desk: Desk, secret: str) -> None:
    (desk.folder / "giving.key").write_text(secret)
    with pytest.raises(RefusedError, match="a secret") as refused:
        desk.read(PORTAL)
    assert secret not in str(refused.value)


@pytest.mark.parametrize("key", ["", "two words", "x" * 201, "kiosk_1\nkiosk_2", "schlüssel"])
def test_a_key_file_without_a_key_is_refused(desk: Desk, key: str) -> None:
    (desk.folder / "giving.key").write_text(key, encoding="utf-8")
    with pytest.raises(RefusedError, match="key file"):
        desk.read(PORTAL)


# ------------------------------------------------------------------------------------------------------------ the card


def test_a_card_is_a_provider_of_its_own(desk: Desk) -> None:
    (campaign,) = every_campaign(provider_of(desk.read(STATIC), desk.folder))
    assert (campaign.id, campaign.title) == ("winter", "A sewing course")


@pytest.mark.parametrize(
    ("card", "message"),
    [
        (CARD.replace("2026-12-24", "2026-11-21"), "ran out on 2026-11-21"),
        (CARD.replace("give.example", "give.examp1e"), "8:13: error[bad-form]: the host is not one of those"),
        (CARD.replace("https://give", "http://give"), "8:13: error[bad-form]"),
        (CARD.replace("expires: 2026-12-24\n", ""), "error[missing-field]"),
    ],
)
def test_a_card_that_cannot_be_used_is_refused_with_one_message(desk: Desk, card: str, message: str) -> None:
    desk.write(card, "card.yaml")
    with pytest.raises(RefusedError) as refused:
        desk.read(STATIC)
    (line,) = refused.value.lines
    assert message in line


def test_a_card_has_to_be_signed(desk: Desk) -> None:
    (desk.folder / "card.yaml.sig").unlink()
    with pytest.raises(RefusedError, match=r"card\.yaml: the card is not signed"):
        desk.read(STATIC)


def test_a_portal_goes_on_without_its_card(desk: Desk) -> None:
    beside = PORTAL.replace("pay.portal.example: /p/", "pay.portal.example: /p/, give.example: /") + "card: card.yaml\n"
    config = desk.read(beside)
    card = card_provider(config, StillClock())
    assert card is not None
    (campaign,) = every_campaign(card)
    pledge = card.create_pledge(campaign.id, Money(1500, "EUR"), key="k", ref="r", locale="en")
    assert pledge.checkout is not None
    assert pledge.checkout.url == "https://give.example/winter"
    desk.write(CARD + "#", "card.yaml", is_signed=False)
    config = desk.read(beside)
    assert (config.card, len(config.card_problem)) == (None, 1)
    assert card_provider(config, StillClock()) is None


# ------------------------------------------------------------------------------------------- what operators are given


def test_the_written_schemas_are_those_of_the_shapes() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in ASSETS.glob("*.schema.json")}
    assert written == dict(config_schema_files()), "run scripts/write_schemas.py"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_templates_are_valid(name: str) -> None:
    schema = json.loads(config_schema_files()[f"{name}.schema.json"])
    Draft202012Validator.check_schema(schema)
    node = read_nodes(SCHEMAS[name], FaultLog(name))
    assert node is not None
    assert [error.message for error in Draft202012Validator(schema).iter_errors(plain(node))] == []


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_templates_show_every_field(name: str) -> None:
    text = SCHEMAS[name].read_text(encoding="utf-8")
    fields = json.loads(config_schema_files()[f"{name}.schema.json"])["properties"]
    assert [field for field in fields if f"{field}: " not in text and f"{field}:\n" not in text] == []


@pytest.mark.parametrize("text", GOOD.values())
def test_the_schema_takes_what_the_reader_takes(text: str) -> None:
    schema = json.loads(config_schema_files()["giving.schema.json"])
    node = parse(text, FaultLog("giving.yaml"))
    assert node is not None
    assert [error.message for error in Draft202012Validator(schema).iter_errors(plain(node))] == []


def test_the_template_can_be_used_as_it_is(desk: Desk) -> None:
    config = desk.read(SCHEMAS["giving"].read_text(encoding="utf-8"))
    assert config.provider == "everyorg"


def test_the_game_trusts_nobody_as_it_is_shipped() -> None:
    assert read_public_keys(ASSETS / "trusted-keys.txt") == ()


def test_operators_are_told_of_every_provider_and_field() -> None:
    page = (ASSETS.parents[1] / "docs" / "giving.md").read_text(encoding="utf-8")
    fields = json.loads(config_schema_files()["giving.schema.json"])["properties"]
    assert [name for name in (*PROVIDERS, *fields) if f"`{name}`" not in page] == []
