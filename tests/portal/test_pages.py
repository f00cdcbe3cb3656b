"""The checkout pages: what a giver can do there, and that everybody can read and use them."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from game.paths import assets_dir
from game.portal.clock import Clock
from game.portal.life import NEXT
from game.portal.pages import read_texts, written_amount
from tests.portal.caller import Caller

_TEXTS = read_texts(assets_dir() / "portal")
WAYS = {
    "awaiting_payment": [],
    "processing": ["later"],
    "paid": ["pay"],
    "failed": ["decline"],
    "cancelled": ["cancel"],
    "refunded": ["pay", "refund"],
}
"""By which deeds a status is reached; only time leads to `expired`."""


@dataclass
class Page(HTMLParser):
    """A page as a program reads it."""

    text: str
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        self._inside: list[str] = []
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        for tag in set(self._inside):
            self.words[tag] = self.words.get(tag, "") + data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def token(self) -> str:
        [value] = [each["value"] for each in self.all("input") if each["name"] == "token"]
        return value

    @property
    def deeds(self) -> list[str]:
        return [each["value"] for each in self.all("button")]


def path_of(pledge: dict[str, str]) -> str:
    return urlsplit(pledge["checkout_url"]).path


def press(caller: Caller, path: str, deed: str, **headers: str) -> int:
    form = {"token": Page(caller.call("GET", path).text).token, "deed": deed}
    return caller.call("POST", path, data=form, headers=headers).status_code


def page_in(caller: Caller, clock: Clock, status: str) -> Page:
    pledge = caller.pledged()
    if status == "expired":
        clock.ahead_s += 1800
    for deed in WAYS.get(status, []):
        caller.do(pledge["id"], deed)
    return Page(caller.call("GET", path_of(pledge)).text)


def raised(caller: Caller, campaign: str) -> int:
    minor: int = caller.call("GET", f"/api/v1/campaigns/{campaign}").json()["raised"]["amount_minor"]
    return minor


@pytest.mark.parametrize(("entered", "more"), [("7.50", 750), ("7,5", 750), (" 12 ", 1200), ("", 1500)])
def test_another_amount_can_be_entered_on_the_phone(caller: Caller, entered: str, more: int) -> None:
    pledge = caller.pledged()
    before = raised(caller, pledge["campaign_id"])
    path = path_of(pledge)
    form = {"token": Page(caller.call("GET", path).text).token, "deed": "pay", "own": entered}
    assert caller.call("POST", path, data=form).status_code == 303
    assert raised(caller, pledge["campaign_id"]) == before + more
    kept = caller.call("GET", f"/api/v1/pledges/{pledge['id']}").json()
    assert (kept["status"], kept["amount"]["amount_minor"]) == ("paid", 1500)


@pytest.mark.parametrize("entered", ["0", "1.999", "0.5", "-5", "9999999", "five", "1e3", "٣"])
def test_an_amount_that_cannot_be_taken_is_refused_and_nothing_is_paid(caller: Caller, entered: str) -> None:
    pledge = caller.pledged()
    path = path_of(pledge)
    form = {"token": Page(caller.call("GET", path).text).token, "deed": "pay", "own": entered}
    reply = caller.call("POST", path, data=form)
    assert reply.status_code == 422
    assert "From 2.00 USD" in reply.text
    assert caller.status(pledge["id"]) == "awaiting_payment"


def test_pressing_pay_pays(caller: Caller) -> None:
    pledge = caller.pledged()
    path = path_of(pledge)
    assert press(caller, path, "pay") == 303
    assert caller.status(pledge["id"]) == "paid"
    assert "Received" in caller.call("GET", path).text


@pytest.mark.parametrize(("deed", "status"), [("decline", "failed"), ("later", "processing"), ("cancel", "cancelled")])
def test_other_buttons_do_what_they_say(caller: Caller, deed: str, status: str) -> None:
    pledge = caller.pledged()
    assert press(caller, path_of(pledge), deed) == 303
    assert caller.status(pledge["id"]) == status


@pytest.mark.parametrize("status", NEXT)
def test_each_status_has_the_buttons_that_are_possible(caller: Caller, clock: Clock, status: str) -> None:
    page = page_in(caller, clock, status)
    possible = next(deeds for each, deeds in NEXT.items() if each == status)
    assert set(page.deeds) == set(possible)


@pytest.mark.parametrize("status", NEXT)
def test_everybody_can_use_the_page(caller: Caller, clock: Clock, status: str) -> None:
    page = page_in(caller, clock, status)
    assert page.all("html") == [{"lang": "en"}]
    assert any(each.get("name") == "viewport" and "width=device-width" in each["content"] for each in page.all("meta"))
    assert page.words["title"].startswith(page.words["h1"].strip())
    headings = Counter(tag for tag, _ in page.tags if re.fullmatch("h[1-6]", tag))
    assert headings == {"h1": 1}
    assert len(page.all("main")) == len(page.all("header")) == 1
    assert any(each["href"] == "#main" for each in page.all("a"))
    assert len(page.all("fieldset")) == len(page.all("legend")) == len(page.all("form")) <= 1
    shown = [each for each in page.all("input") if each["type"] != "hidden"]
    assert all("required" not in each for each in shown), "nothing has to be typed"
    assert {each["id"] for each in shown} == {each["for"] for each in page.all("label")}
    names = [name for name, attributes in page.tags if "tabindex" in attributes and attributes["tabindex"] != "-1"]
    assert not names, "the order of focus is that of the page"
    assert not page.all("script")
    assert not any(name.startswith("on") or name == "style" for _, attributes in page.tags for name in attributes)


@pytest.mark.parametrize("status", NEXT)
def test_it_cannot_be_taken_for_real_money(caller: Caller, clock: Clock, status: str) -> None:
    page = page_in(caller, clock, status)
    assert "SANDBOX" in page.words["header"]
    assert "not real money" in page.words["header"]
    assert "SANDBOX" in page.words["title"]
    assert not set("{}$") & set(page.text), "all is filled in"
    assert "SANDBOX-0000" in page.words["dd"], "the registration number of the operator"


def test_a_pledge_is_shown_with_all_that_a_giver_has_to_know(caller: Caller) -> None:
    page = Page(caller.call("GET", path_of(caller.pledged())).text)
    campaign = caller.campaign()
    for told in (campaign["title"], "15.00 USD", campaign["operator"]["name"], campaign["secondary_purpose"]):
        assert told in page.words["dd"]


def test_buttons_look_alike(caller: Caller) -> None:
    page = Page(caller.call("GET", path_of(caller.pledged())).text)
    assert all(each.keys() == {"type", "name", "value"} for each in page.all("button"))
    assert not any("autofocus" in attributes for _, attributes in page.tags)


def test_colours_can_be_told_apart() -> None:
    style = (assets_dir() / "portal" / "style.css").read_text("utf-8")
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", style))
    assert set(re.findall("#[0-9a-f]{3,8}", style)) == set(colours.values())
    on_paper = [(front, "paper") for front in ("ink", "quiet", "button")]
    for front, back in [*on_paper, ("on-banner", "banner"), ("on-button", "button")]:
        assert contrast(colours[front], colours[back]) >= 7
    assert contrast(colours["focus"], colours["paper"]) >= 3


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG works it out."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# ------------------------------------------------------------------------------------------------------ safety


def test_a_form_is_good_for_one_press(caller: Caller) -> None:
    pledge = caller.pledged()
    path = path_of(pledge)
    form = {"token": Page(caller.call("GET", path).text).token, "deed": "pay"}
    first, again = (caller.call("POST", path, data=form) for _ in range(2))
    assert (first.status_code, again.status_code) == (303, 403)
    assert _TEXTS["nothing_done"] in again.text
    assert caller.status(pledge["id"]) == "paid"
    assert caller.campaign()["supporters"] == 14


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
)
def test_a_form_of_another_place_does_nothing(caller: Caller, headers: dict[str, str]) -> None:
    pledge = caller.pledged()
    assert press(caller, path_of(pledge), "pay", **headers) == 403
    assert caller.status(pledge["id"]) == "awaiting_payment"


@pytest.mark.parametrize(
    "form", [{}, {"deed": "pay"}, {"deed": "pay", "token": "0" * 64}, {"deed": "pay", "token": "é"}]
)
def test_a_form_without_its_token_does_nothing(caller: Caller, form: dict[str, str]) -> None:
    pledge = caller.pledged()
    assert caller.call("POST", path_of(pledge), data=form).status_code == 403
    assert caller.status(pledge["id"]) == "awaiting_payment"


def test_a_form_as_a_browser_sends_it_is_taken(caller: Caller) -> None:
    pledge = caller.pledged()
    headers = {"Origin": caller.base, "Sec-Fetch-Site": "same-origin"}
    assert press(caller, path_of(pledge), "pay", **headers) == 303
    assert caller.status(pledge["id"]) == "paid"


def test_a_token_is_no_good_for_another_pledge(caller: Caller) -> None:
    one, other = caller.pledged(), caller.pledged()
    form = {"token": Page(caller.call("GET", path_of(one)).text).token, "deed": "pay"}
    assert caller.call("POST", path_of(other), data=form).status_code == 403


def test_a_deed_that_is_not_offered_is_not_done(caller: Caller) -> None:
    pledge = caller.pledged()
    assert press(caller, path_of(pledge), "refund") == 409
    assert caller.status(pledge["id"]) == "awaiting_payment"


def test_pages_may_load_nothing_from_elsewhere(caller: Caller) -> None:
    for path in (path_of(caller.pledged()), "/about", "/p/NOBODY"):
        reply = caller.call("GET", path)
        assert reply.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert reply.headers["Cache-Control"] == "no-store"
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in reply.headers
    assert caller.call("GET", "/p/NOBODY").status_code == 404


def test_a_payment_after_the_page_has_closed_counts(caller: Caller, clock: Clock) -> None:
    pledge = caller.pledged()
    clock.ahead_s += 1800
    assert press(caller, path_of(pledge), "pay") == 303
    assert caller.status(pledge["id"]) == "paid"


@pytest.mark.parametrize(
    ("minor", "currency", "exponent", "written"),
    [
        (1500, "USD", 2, "15.00 USD"),
        (5, "USD", 2, "0.05 USD"),
        (500, "JPY", 0, "500 JPY"),
        (1500, "KWD", 3, "1.500 KWD"),
    ],
)
def test_amounts_are_written_with_the_digits_of_their_currency(
    minor: int, currency: str, exponent: int, written: str
) -> None:
    assert written_amount(minor, currency, exponent) == written
