"""The checkout pages in a real browser, on a phone: nobody is kept out, and nothing but the page itself is needed."""

from playwright.sync_api import Page

from game.portal.clock import Clock
from game.portal.life import NEXT
from tests.browser import DESK, PHONE, Browsing, faults_of_access, widest_overflow
from tests.portal.caller import Caller
from tests.portal.test_pages import WAYS, path_of

LEAST_TARGET_PX = 48


def test_nobody_is_kept_out_of_any_page(caller: Caller, clock: Clock, browsing: Browsing) -> None:
    page = browsing(PHONE)
    for status in sorted(NEXT, key=lambda each: each == "expired"):  # last, since time does not go back
        page.goto(caller.base + path_in(caller, clock, status))
        assert_open(page)
    for path in ("/about", "/p/NOBODY"):
        page.goto(caller.base + path)
        assert_open(page)


def assert_open(page: Page) -> None:
    """Everybody can read the page and use all that is on it, however small the telephone."""
    assert faults_of_access(page) == []
    assert widest_overflow(page) == 0
    for control in page.query_selector_all("button, input:not([type=hidden])"):
        box = control.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= LEAST_TARGET_PX


def test_a_keyboard_without_scripts_is_enough_to_pay(caller: Caller, browsing: Browsing) -> None:
    pledge = caller.pledged()
    page = browsing(DESK, scripts=False)
    page.goto(pledge["checkout_url"])
    pay = page.locator("button[value=pay]")
    for _ in range(20):
        page.keyboard.press("Tab")
        if pay.evaluate("it => it === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Received")
    assert caller.status(pledge["id"]) == "paid"


def path_in(caller: Caller, clock: Clock, status: str) -> str:
    """Return the path of a page in a status."""
    pledge = caller.pledged()
    if status == "expired":
        clock.ahead_s += 1800
    for deed in WAYS.get(status, []):
        caller.do(pledge["id"], deed)
    return path_of(pledge)
