"""Looking at campaigns."""

import base64
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.paths import assets_dir
from game.portal.app import Options
from game.portal.clock import Clock
from game.portal.cursors import Cursors
from game.portal.pictures import Pictures
from game.portal.problems import RefusedError
from game.portal.server import serving
from game.portal.stock import read_stock
from tests.portal.caller import CLASSROOM, CLOSED, FUNDED, SEWING, Caller, problem

_HOUR_S = 3600
# Subregions of the UN M49 standard. No country and no city has one of these numbers.
_SUBREGIONS = frozenset(
    f"{code:03}" for code in (5, 11, 13, 14, 15, 17, 18, 21, 29, 30, 34, 35, 39, 53, 54, 57, 143, 145, 151, 154, 155)
)


def ids(reply_json: dict[str, list[dict[str, str]]]) -> list[str]:
    return [each["id"] for each in reply_json["data"]]


def test_the_portal_says_that_it_is_a_sandbox(caller: Caller) -> None:
    told = caller.get("/portal", headers={"Authorization": ""}).json()
    assert told["environment"] == "sandbox"
    assert "SANDBOX" in told["operator"]["registration"]
    assert {each["code"]: each["exponent"] for each in told["currencies"]} == {"USD": 2, "EUR": 2, "JPY": 0, "KWD": 3}
    assert all(each["min_minor"] <= min(each["presets_minor"]) for each in told["currencies"])


def test_pages_lead_through_all_open_campaigns_in_the_same_order(caller: Caller) -> None:
    whole = ids(caller.get("/campaigns").json())
    page = caller.get("/campaigns?limit=3").json()
    found = ids(page)
    while page["next_cursor"]:
        page = caller.get("/campaigns", params={"limit": 3, "cursor": page["next_cursor"]}).json()
        found += ids(page)
    assert found == whole
    assert len(whole) == len(set(whole)) == 8


def test_filters_choose_by_status_and_audience(caller: Caller) -> None:
    assert ids(caller.get("/campaigns?status=funded").json()) == [FUNDED]
    assert ids(caller.get("/campaigns?status=closed").json()) == [CLOSED]
    for_classes = caller.get("/campaigns?audience=classroom").json()["data"]
    assert for_classes
    assert all("classroom" in each["audience"] for each in for_classes)


def test_a_class_sees_what_is_for_classes_only(caller: Caller) -> None:
    with Caller(caller.base, CLASSROOM) as in_class:
        assert ids(in_class.get("/campaigns").json()) == ids(caller.get("/campaigns?audience=classroom").json())
        assert in_class.get(f"/campaigns/{SEWING}").status_code == 404


def test_texts_come_in_the_language_that_is_asked_for(caller: Caller) -> None:
    english, indonesian = (
        {each["id"]: each["title"] for each in caller.get(f"/campaigns?locale={locale}").json()["data"]}
        for locale in ("en-GB", "id")
    )
    assert indonesian[SEWING] != english[SEWING]
    assert (
        caller.get(f"/campaigns/{SEWING}", headers={"Accept-Language": "id-ID, en"}).json()["title"]
        == indonesian[SEWING]
    )


@pytest.mark.parametrize("path", ["/portal", "/campaigns", f"/campaigns/{SEWING}"])
def test_what_did_not_change_is_not_sent_again(caller: Caller, path: str) -> None:
    first = caller.get(path)
    again = caller.get(path, headers={"If-None-Match": f'"other", {first.headers["ETag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"].startswith("private, max-age=")
    assert again.headers["Vary"] == "Authorization, Accept-Language"
    assert caller.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_payment_changes_the_total_and_its_tag(caller: Caller) -> None:
    before = caller.get(f"/campaigns/{SEWING}")
    caller.do(caller.pledged()["id"], "pay")
    after = caller.get(f"/campaigns/{SEWING}", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert after.json()["raised"]["amount_minor"] == before.json()["raised"]["amount_minor"] + 1500
    assert after.json()["supporters"] == before.json()["supporters"] + 1


def test_a_withdrawn_campaign_is_gone_for_good(caller: Caller) -> None:
    pledge = caller.pledged()
    caller.call("POST", f"/sandbox/campaigns/{SEWING}/withdraw")
    gone = caller.get(f"/campaigns/{SEWING}")
    assert (gone.status_code, problem(gone)) == (410, "campaign-withdrawn")
    assert SEWING not in ids(caller.get("/campaigns").json())
    assert problem(caller.pledge()) == "campaign-withdrawn"
    assert caller.status(pledge["id"]) == "cancelled"
    assert "Mala" not in caller.call("GET", pledge["checkout_url"].removeprefix(caller.base)).text


def test_consent_ends_by_itself(caller: Caller, clock: Clock) -> None:
    clock.ahead_s += 365 * 24 * _HOUR_S
    assert caller.get("/campaigns").json() == {"data": [], "next_cursor": None}
    assert problem(caller.get(f"/campaigns/{SEWING}")) == "campaign-withdrawn"


def test_an_unknown_campaign_is_not_found(caller: Caller) -> None:
    assert problem(caller.get("/campaigns/cmp_00000000")) == "not-found"
    assert problem(caller.get("/campaigns/Mala")) == "not-found"


@pytest.mark.parametrize("query", ["limit=0", "limit=51", "limit=x", "status=lost", "audience=all", "locale=E"])
def test_filters_that_do_not_exist_are_told(caller: Caller, query: str) -> None:
    refused = caller.get(f"/campaigns?{query}")
    assert (refused.status_code, problem(refused)) == (422, "validation-error")
    assert refused.json()["errors"][0]["parameter"] == query.partition("=")[0]


def test_a_cursor_of_another_list_leads_nowhere(caller: Caller) -> None:
    cursor = caller.get("/campaigns?limit=1").json()["next_cursor"]
    assert problem(caller.get("/campaigns", params={"cursor": cursor, "audience": "classroom"})) == "malformed"


CHANGES: tuple[Callable[[bytes], bytes], ...] = (
    lambda raw: raw[:-1],
    lambda raw: raw + b" ",
    lambda raw: raw[::-1],
    lambda raw: bytes([raw[0] ^ 1]) + raw[1:],
    lambda _raw: b"",
)


@pytest.mark.parametrize("change", CHANGES)
def test_a_cursor_that_somebody_changed_is_refused(change: Callable[[bytes], bytes]) -> None:
    cursors = Cursors(b"secret", Clock())
    raw = change(base64.urlsafe_b64decode(cursors.write(SEWING, "open")))
    with pytest.raises(RefusedError):
        cursors.read(base64.urlsafe_b64encode(raw).decode(), "open")


@given(st.text())
def test_no_text_is_taken_for_a_cursor(text: str) -> None:
    with pytest.raises(RefusedError):
        Cursors(b"secret", Clock()).read(text, "open")


@given(st.floats(min_value=0, max_value=48))
def test_a_cursor_is_good_for_a_day(hours: float) -> None:
    clock = Clock(base=lambda: 1_000_000.0)
    cursors = Cursors(b"secret", clock)
    cursor = cursors.write(SEWING, "open")
    clock.ahead_s = hours * _HOUR_S
    if hours < 24:
        assert cursors.read(cursor, "open") == SEWING
    else:
        with pytest.raises(RefusedError):
            cursors.read(cursor, "open")


def test_an_address_of_another_name_is_not_served(caller: Caller) -> None:
    assert problem(caller.get("/portal", headers={"Host": "evil.example"})) == "malformed"


def test_dates_are_told_from_the_day_of_the_start(options: Options) -> None:
    later = replace(options, clock=Clock(base=lambda: 4_000_000_000.0))
    with serving(later) as base, Caller(base) as caller:
        assert len(caller.get("/campaigns").json()["data"]) == 8


# ---------------------------------------------------------------------------------------- what the campaigns say


def test_ten_campaigns_are_invented_and_say_so() -> None:
    campaigns = read_stock(assets_dir() / "portal").campaigns.values()
    assert len(campaigns) == 10
    assert all("(invented" in each.pseudonym for each in campaigns)
    assert len({each.currency for each in campaigns}) >= 3


def test_no_place_is_nearer_than_a_subregion() -> None:
    for each in read_stock(assets_dir() / "portal").campaigns.values():
        assert {each.region, *(part.region for part in each.story)} <= _SUBREGIONS


def test_classes_are_shown_services_and_no_persons() -> None:
    for each in read_stock(assets_dir() / "portal").campaigns.values():
        assert ("classroom" in each.audience) == ("(invented)" in each.pseudonym), "a person is (invented name)"


def test_each_campaign_has_a_drawing(caller: Caller) -> None:
    stock, pictures = read_stock(assets_dir() / "portal"), Pictures(assets_dir() / "portal")
    assert {each.illustration.name for each in stock.campaigns.values()} == pictures.names()
    address = caller.campaign()["illustration"]["url"]
    assert caller.call("GET", address.removeprefix(caller.base)).headers["Content-Type"] == "image/svg+xml"
    assert caller.call("GET", "/illustrations/face.svg").status_code == 404
