"""The checkout pages in a real browser, on a phone: nobody is kept out, and nothing but the page itself is needed."""

import pytest

from game.portal.clock import Clock
from game.portal.life import NEXT
from tests.browser import DESK, PHONE, Browsing, faults_of_access, widest_overflow
from tests.portal.caller import Caller
from tests.portal.test_pages import WAYS, path_of

LEAST_TARGET_PX = 48


@pytest.mark.parametrize("status", NEXT)
def test_nobody_is_kept_out(caller: Caller, clock: Clock, browsing: Browsing, status: str) -> None:
    page = browsing(PHONE)
    page.goto(caller.base + path_in(caller, clock, status))
    assert faults_of_access(page) == []
    assert widest_overflow(page) == 0
    for button in page.query_selector_all("button"):
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= LEAST_TARGET_PX


@pytest.mark.parametrize("path", ["/about", "/p/NOBODY"])
def test_nor_from_the_pages_around(caller: Caller, browsing: Browsing, path: str) -> None:
    page = browsing(PHONE)
    page.goto(caller.base + path)
    assert faults_of_access(page) == []
    assert widest_overflow(page) == 0


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
    pledge = caller.pledged()
    if status == "expired":
        clock.ahead_s += 1800
    for deed in WAYS.get(status, []):
        caller.do(pledge["id"], deed)
    return path_of(pledge)
