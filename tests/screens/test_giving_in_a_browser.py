"""The whole way: chosen in the game, read off its screen, paid in a real browser, and seen in the game again.

The sandbox is the process that the game starts itself, and the address is taken from the pixels alone.
"""

from collections.abc import Iterator

import pytest

from game.giving.places import SandboxPlace
from game.giving.session import Session
from game.network.clock import SystemClock
from tests.browser import Browsing
from tests.portal.caller import SEWING
from tests.screens.donor import Donor
from visit import Exhibits

TO_AN_AMOUNT = ("give", "adult", f"campaign:{SEWING}", "choose-amount")
BUTTON, HEADING = "button[value={deed}]", "h1"
TWENTY_FIVE, SEVEN_FIFTY = 2500, 750


@pytest.fixture(scope="module")
def exhibits() -> Exhibits:
    return Exhibits.load()


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    folder = tmp_path_factory.mktemp("giving")
    session = Session(folder, SandboxPlace("desktop", folder / "replies", SystemClock()), lambda _: None)
    yield session
    session.close()


def press(browsing: Browsing, donor: Donor, deed: str, *, own_amount: str = "") -> None:
    """Point a phone at the screen, open what it reads, enter an amount there or not, and press a button."""
    donor.until_told("Your phone should show")
    [address] = donor.codes()
    page = browsing()
    page.goto(address)
    before = page.inner_text(HEADING)
    page.fill("#own", own_amount)
    page.click(BUTTON.format(deed=deed))
    page.wait_for_load_state()
    assert page.inner_text(HEADING) != before


def test_what_is_paid_on_the_phone_is_received_in_the_game(
    exhibits: Exhibits, session: Session, browsing: Browsing
) -> None:
    donor = Donor(exhibits, session)
    donor.use(*TO_AN_AMOUNT[:-1]).until_told("has been given so far")
    before = donor.raised
    donor.use(TO_AN_AMOUNT[-1], "amount:2")
    assert "received" not in donor.told
    press(browsing, donor, "pay")
    donor.until_told("confirmed that it was received")
    assert "No real money has moved" in donor.told
    assert donor.codes() == [], "nobody pays twice"
    donor.use("no-thanks").until_told("has been given so far")
    assert donor.raised == before + TWENTY_FIVE
    donor.use(TO_AN_AMOUNT[-1], "own-amount")
    press(browsing, donor, "pay", own_amount="7.50")
    donor.until_told("confirmed that it was received")
    assert "7.50" not in donor.told, "the game does not know it"
    donor.use("no-thanks").until_told("has been given so far")
    assert donor.raised == before + TWENTY_FIVE + SEVEN_FIFTY


def test_what_else_is_done_on_the_phone_is_seen_in_the_game_too(
    exhibits: Exhibits, session: Session, browsing: Browsing
) -> None:
    tall, wide = (1080, 1920), (1280, 720)
    donors = {
        (deed, claim): Donor(exhibits, session, size).use(*TO_AN_AMOUNT, "amount:0")
        for deed, claim, size in (
            ("decline", "The payment was declined", tall),
            ("later", "The payment is under way", wide),
            ("cancel", "This gift was called off", wide),
        )
    }
    for (deed, _), donor in donors.items():
        press(browsing, donor, deed)
    for (_, claim), donor in donors.items():
        donor.until_told(claim)
        assert "received" not in donor.told
        donor.back().until_told("has been given so far")
