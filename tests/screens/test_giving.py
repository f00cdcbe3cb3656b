"""Stories about giving: who is asked, what is shown, what is claimed, and that nobody ever waits or is held back."""

import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
import zxingcpp

from game.content.asset_library import AssetLibrary
from game.content.library import Library
from game.desktop.canvas import PygameCanvas
from game.desktop.fonts import Fonts
from game.giving.errors import ClosedError, DonationError, OfflineError, UnsafeAddressError, WithdrawnError
from game.giving.places import SandboxPlace
from game.giving.pledge import PledgeStatus
from game.giving.provider import StatusSource
from game.giving.session import Session
from game.giving.worker import Worker
from game.modes import CLASSROOM, HOME, KIOSK, Mode
from game.network.clock import SystemClock
from game.paths import assets_dir
from game.records.running import start_level
from game.screens.after.results import ResultsScreen
from game.screens.giving.campaign import GivingCampaignScreen
from game.screens.giving.door import GivingDoorScreen
from game.screens.giving.pledge import GivingPledgeScreen
from game.screens.giving_entry import GivingEntry
from game.screens.hidden import HiddenScreen
from game.screens.routing import build_routes
from game.screens.title import TitleScreen
from game.ui.hand import Hand
from game.ui.intents import Back, Command
from game.ui.paint import paint_view
from game.ui.view import every, spots
from game.ui.widgets import Artwork
from showcase_giving import ADDRESS, CAMPAIGN_ID, HOST, AtOnce, MemoryPortal, MemorySession
from tests.screens.pilot import Pilot
from tests.screens.reading import words_of
from tests.ui.view_faults import every_frame, faults_of

CARD = f"campaign:{CAMPAIGN_ID}"
ROOT = Path(__file__).parents[2]
SIZES = ((1280, 720), (1080, 1920))


class Giving(Pilot):
    """A pilot in a game that offers giving, at a portal in memory."""

    def __init__(self, library: Library, session: MemorySession, *, mode: Mode = HOME, **how: object) -> None:
        super().__init__(library, mode=mode, **how)  # type: ignore[arg-type]
        self.session = session
        self.entry = GivingEntry(lambda: session)  # type: ignore[arg-type, return-value]
        self.services = replace(self.services, giving=self.entry)
        self.routes = build_routes(self.services, AssetLibrary(assets_dir()))
        self.open(self.routes.title())

    def steps(self, *controls: str) -> "Giving":
        for each in controls:
            self.choose(each)
        return self

    @property
    def told(self) -> str:
        return words_of(self.view)


def paying(library: Library, portal: MemoryPortal, *, waits: int = 3, **how: object) -> Giving:
    pilot = Giving(library, MemorySession(portal, waits=waits), **how)  # type: ignore[arg-type]
    return pilot.steps("give", "adult", CARD, "choose-amount", "amount:1")


# ------------------------------------------------------------------------------------------------------- who is asked


@pytest.mark.parametrize("mode", [HOME, KIOSK])
def test_the_title_offers_it_quietly(shipped: Library, mode: Mode) -> None:
    pilot = Giving(shipped, MemorySession(MemoryPortal()), mode=mode)
    assert pilot.view.default_focus == "play"
    assert isinstance(pilot.choose("give").runner.screen, GivingDoorScreen)
    assert pilot.session.provider.asked == []


def test_a_class_has_no_way_to_it(shipped: Library) -> None:
    pilot = Giving(shipped, MemorySession(MemoryPortal()), mode=CLASSROOM)
    assert "give" not in pilot.ids
    assert pilot.routes.giving is None


def test_nothing_of_it_is_loaded_with_the_game() -> None:
    asked = "import sys, game.app.home, game.screens.after.results; print([m for m in sys.modules if 'giving' in m])"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "[]"


def test_both_answers_about_age_are_alike_and_nothing_is_chosen_beforehand(shipped: Library) -> None:
    pilot = Giving(shipped, MemorySession(MemoryPortal())).steps("give")
    size = {spot.id: spot.rect.size for spot in spots(pilot.view, {})}
    assert size["adult"] == size["younger"]
    assert pilot.runner.focus(pilot.frame) == ""


def test_the_younger_hear_what_helps_without_money_and_no_portal_is_asked(shipped: Library) -> None:
    pilot = Giving(shipped, MemorySession(MemoryPortal())).steps("give", "younger")
    assert "costs nothing" in pilot.told
    assert "adult" not in pilot.ids
    assert pilot.session.provider.asked == []
    assert isinstance(pilot.tap("no-thanks").runner.screen, TitleScreen)


def test_no_amount_is_chosen_beforehand(shipped: Library) -> None:
    pilot = Giving(shipped, MemorySession(MemoryPortal())).steps("give", "adult", CARD, "choose-amount")
    assert pilot.runner.focus(pilot.frame) == ""
    assert pilot.label("amount:0") == "$5.00"


def test_another_amount_is_left_to_the_phone(shipped: Library) -> None:
    portal = MemoryPortal(source=StatusSource.NONE)
    pilot = Giving(shipped, MemorySession(portal)).steps("give", "adult", CARD, "choose-amount", "own-amount")
    assert "You enter the amount there" in pilot.told
    assert "$2.00" not in pilot.told
    assert len(portal.keys) == 1


def test_fees_are_told_before_an_amount_is_chosen(shipped: Library) -> None:
    told = Giving(shipped, MemorySession(MemoryPortal())).steps("give", "adult", CARD, "choose-amount").told
    assert "about 1.5 %" in told


# -------------------------------------------------------------------------------------------------- without a network


def test_without_a_network_the_card_is_offered_and_promises_no_more_than_it_knows(shipped: Library) -> None:
    offline = MemoryPortal(fails={"portal": OfflineError()})
    card = MemoryPortal(is_card=True, source=StatusSource.NONE)
    pilot = Giving(shipped, MemorySession(offline, card=card)).steps("give", "adult")
    assert "You have paid nothing" in pilot.told
    pilot.choose("card")
    assert "not known here" in pilot.told
    pilot.choose(CARD)
    assert "has been given so far" not in pilot.told
    pilot.choose("choose-amount")
    assert isinstance(pilot.runner.screen, GivingPledgeScreen), "a page that cannot be told an amount asks for none"
    assert "We cannot see the result" in pilot.told
    assert offline.keys == []


def test_without_a_card_none_is_offered(shipped: Library) -> None:
    pilot = Giving(shipped, MemorySession(MemoryPortal(fails={"portal": OfflineError()}))).steps("give", "adult")
    assert "card" not in pilot.ids


# -------------------------------------------------------------------------------------------------- what is shown


def test_a_campaign_tells_who_gets_what_and_as_of_when(shipped: Library) -> None:
    told = Giving(shipped, MemorySession(MemoryPortal())).steps("give", "adult", CARD).told
    for part in ("$635.00 of $1,400.00", "13 people", "1 November 2026, 12:00 UTC", "South-eastern Asia", "$960.00"):
        assert part in told
    for part in ("keeps nothing", "more nights", "Harbour Lantern Fund", "No. 1234567", "/about"):
        assert part in told


STEPS = ("give", "adult", CARD, "choose-amount", "amount:1")


@pytest.mark.parametrize("count", range(2, len(STEPS) + 1))
def test_every_page_about_money_says_who_answers_for_it(shipped: Library, count: int) -> None:
    pilot = Giving(shipped, MemorySession(MemoryPortal(source=StatusSource.NONE))).steps(*STEPS[:count])
    assert "Harbour Lantern Fund. Registration: No. 1234567." in pilot.told


@pytest.mark.parametrize("count", range(1, len(STEPS) + 1))
def test_every_page_says_that_it_is_practice(shipped: Library, count: int) -> None:
    pilot = Giving(shipped, MemorySession(MemoryPortal())).steps(*STEPS[:count])
    bands = [each for each in every(pilot.view) if isinstance(each, Artwork) and each.label.startswith("SANDBOX")]
    assert len(bands) == 1


@pytest.mark.parametrize("frame", every_frame(), ids=lambda frame: f"{frame.size}-{frame.theme.text_scale}")
def test_the_page_for_paying_fits_while_it_waits(shipped: Library, frame: object) -> None:
    pilot = paying(shipped, MemoryPortal())
    assert faults_of(pilot.runner.screen.view(frame), frame) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", SIZES)
def test_a_phone_reads_exactly_the_address_off_the_screen(
    shipped: Library, size: tuple[int, int], scale: float
) -> None:
    longest = ADDRESS + "/" + "x" * (299 - len(ADDRESS))
    for address in (ADDRESS, longest):
        pilot = paying(shipped, MemoryPortal(address=address), size=size, text_scale=scale)
        surface = pygame.Surface(size)
        paint_view(PygameCanvas(surface, Fonts()), pilot.view, Hand(), pilot.frame)
        found = zxingcpp.read_barcodes(
            memoryview(pygame.image.tobytes(surface, "RGB")).cast("B", (size[1], size[0], 3))
        )
        assert [each.text for each in found] == [address]
        assert HOST in pilot.told


def test_an_address_that_is_not_pinned_is_never_drawn(shipped: Library) -> None:
    pilot = paying(shipped, MemoryPortal(address="https://give.portal.example.evil.example/p/7F3K9Q2M"))
    assert "safety check" in pilot.told
    assert "evil" not in pilot.told
    assert not any(isinstance(each, Artwork) and "code" in each.label for each in every(pilot.view))


def test_the_browser_is_opened_only_where_the_computer_is_the_players_own(shipped: Library) -> None:
    pilot = paying(shipped, MemoryPortal())
    assert HOST in pilot.label("browse")
    pilot.tap("browse")
    _until(lambda: pilot.session.opened == [ADDRESS])
    public = Giving(shipped, MemorySession(MemoryPortal(), may_browse=False), mode=KIOSK).steps(*STEPS)
    assert "browse" not in public.ids


# ---------------------------------------------------------------------------------------------- what is claimed


CLAIMS = {
    PledgeStatus.AWAITING: "Waiting for you",
    PledgeStatus.PROCESSING: "under way",
    PledgeStatus.PAID: "Thank you",
    PledgeStatus.FAILED: "declined",
    PledgeStatus.CANCELLED: "called off",
    PledgeStatus.REFUNDED: "paid back",
}


@pytest.mark.parametrize("status", CLAIMS)
def test_what_is_claimed_is_what_the_portal_said(shipped: Library, status: PledgeStatus) -> None:
    pilot = paying(shipped, MemoryPortal([status]))
    assert CLAIMS[status] in pilot.told
    assert ("Thank you" in pilot.told) is (status is PledgeStatus.PAID)
    assert ("received" in pilot.told) is (status is PledgeStatus.PAID)


def test_a_provider_that_tells_nobody_is_not_spoken_for(shipped: Library) -> None:
    pilot = paying(shipped, MemoryPortal([PledgeStatus.PAID], source=StatusSource.NONE))
    assert "We cannot see the result" in pilot.told
    assert "Thank you" not in pilot.told


def test_a_portal_that_goes_silent_leaves_the_truth_to_the_phone(shipped: Library) -> None:
    pilot = paying(shipped, MemoryPortal(fails={"pledge": OfflineError()}), waits=9)
    assert "We cannot see the result" in pilot.told
    assert "Thank you" not in pilot.told


@pytest.mark.parametrize("name", ["portal", "campaigns", "campaign", "create_pledge"])
@pytest.mark.parametrize("error", [OfflineError(), WithdrawnError(), ClosedError(), UnsafeAddressError()], ids=repr)
def test_a_failure_is_told_kindly_and_trying_again_makes_no_second_pledge(
    shipped: Library, name: str, error: DonationError
) -> None:
    portal = MemoryPortal(fails={name: error})
    pilot = Giving(shipped, MemorySession(portal)).steps("give", "adult")
    for each in (CARD, "choose-amount", "amount:1"):
        if each in pilot.ids:
            pilot.choose(each)
    assert "You have paid nothing" in pilot.told
    assert ("again" in pilot.ids) is isinstance(error, OfflineError)
    del portal.fails[name]
    if "again" in pilot.ids:
        pilot.choose("again")
        assert "You have paid nothing" not in pilot.told
    assert len(set(portal.keys)) <= 1


def test_thanks_are_followed_by_nothing_but_fresh_figures(shipped: Library) -> None:
    pilot = paying(shipped, MemoryPortal([PledgeStatus.PAID]))
    asked = pilot.session.provider.asked.count("campaign")
    records = pilot.services.progress.current
    pilot.tap("no-thanks")
    assert isinstance(pilot.runner.screen, GivingCampaignScreen)
    assert pilot.view.widgets
    assert pilot.session.provider.asked.count("campaign") == asked + 1
    listed = pilot.session.provider.asked.count("campaigns")
    assert pilot.send(Back()).view.widgets
    assert pilot.session.provider.asked.count("campaigns") == listed + 1
    assert pilot.services.progress.current == records
    assert pilot.session.provider.cancelled == []


# --------------------------------------------------------------------------------------------------- leaving


@pytest.mark.parametrize("way", [Back(), Command.QUICK_EXIT], ids=repr)
def test_leaving_in_any_way_cancels_what_is_not_paid(shipped: Library, way: Back | Command) -> None:
    pilot = paying(shipped, MemoryPortal())
    pilot.send(way)
    assert pilot.session.provider.cancelled == ["plg_1"]
    assert not isinstance(pilot.runner.screen, GivingPledgeScreen)
    assert pilot.session.journal.open == {}


def test_a_quick_exit_ends_the_visit(shipped: Library) -> None:
    pilot = Giving(shipped, MemorySession(MemoryPortal())).steps("give", "adult")
    pilot.send(Command.QUICK_EXIT)
    assert isinstance(pilot.runner.screen, HiddenScreen)
    calls = pilot.session.calls[0]
    assert isinstance(calls, AtOnce)
    assert calls.has_left


def test_a_portal_that_hangs_holds_up_nobody(shipped: Library) -> None:
    let_go = threading.Event()

    class Hanging(MemoryPortal):
        def portal(self) -> object:  # type: ignore[override]
            let_go.wait(30)
            raise OfflineError

    session = MemorySession(Hanging())
    session.make_calls = Worker
    pilot = Giving(shipped, session).steps("give", "adult")
    try:
        assert "Asking" in pilot.told
        assert pilot.runner.wakes_s(pilot.now_s) == pilot.now_s + 0.2
        assert isinstance(pilot.send(Back()).runner.screen, TitleScreen)
    finally:
        let_go.set()


# --------------------------------------------------------------------------------------------------- after a story


def finished(pilot: Giving) -> ResultsScreen:
    level = next(iter(pilot.services.library().levels.values()))
    screen = pilot.routes.results(start_level(level, pilot.services.folder, 7), None, None)
    assert isinstance(screen, ResultsScreen)
    return screen


def test_a_story_offers_it_once_and_no_thanks_is_as_large_and_as_near(shipped: Library) -> None:
    pilot = Giving(shipped, MemorySession(MemoryPortal()))
    pilot.open(pilot.routes.title(), finished(pilot))
    sizes = {spot.id: spot.rect for spot in spots(pilot.view, {})}
    assert sizes["give"].size == sizes["no-thanks"].size
    assert sizes["give"].y == sizes["no-thanks"].y
    pilot.choose("no-thanks")
    assert "give" not in pilot.ids
    pilot.open(pilot.routes.title(), finished(pilot))
    assert "give" not in pilot.ids


# ------------------------------------------------------------------------------------------------- the real sandbox


def test_the_sandbox_is_started_when_it_is_needed_and_ends_with_the_session(shipped: Library, tmp_path: Path) -> None:
    place = SandboxPlace("desktop", tmp_path / "replies", SystemClock())
    session = Session(tmp_path, place, lambda _: None, may_browse=True)
    pilot = Giving(shipped, session)  # type: ignore[arg-type]
    try:
        pilot.steps("give", "adult")
        _until(lambda: any(each.startswith("campaign:") for each in pilot.ids))
        pilot.tap(next(each for each in pilot.ids if each.startswith("campaign:")))
        _until(lambda: "choose-amount" in pilot.ids)
        pilot.choose("choose-amount").tap("amount:0")
        _until(lambda: "127.0.0.1" in pilot.told)
        assert "on this computer only" in pilot.told
        assert isinstance(pilot.runner.screen, GivingPledgeScreen)
        pilot.send(Back(), Back(), Back())
        assert isinstance(pilot.runner.screen, TitleScreen)
    finally:
        session.close()


def _until(holds: Callable[[], bool]) -> None:
    """Wait for a condition, with a deadline."""
    moment, deadline = threading.Event(), 400
    while not holds():
        deadline -= 1
        assert deadline, "it never came"
        moment.wait(0.05)
