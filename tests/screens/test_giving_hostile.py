"""What a portal in wrong hands could send: nothing of it leads anybody astray or breaks a screen."""

from pathlib import Path

import pygame
import pytest
import trustme
import zxingcpp

from game.content.library import Library
from game.desktop.canvas import PygameCanvas
from game.desktop.fonts import Fonts
from game.giving.campaign import Environment
from game.giving.site import Site
from game.portal.hostile import CHECKOUT_ADDRESSES, TEXT
from game.ui.hand import Hand
from game.ui.intents import Back
from game.ui.paint import paint_view
from tests.giving.stub import Answer, Asked, campaign, pledge, portal, served
from tests.giving.test_tls import FALSE_CERTIFICATES, showing
from tests.portal.caller import Caller
from tests.screens.meeting import TO_THE_CAMPAIGN, TO_THE_CODE, Meeting, meeting, meeting_at, sandbox
from tests.screens.test_giving import Giving
from tests.ui.view_faults import every_frame, faults_of

SIZE = (1280, 720)
FRAMES = (every_frame()[0], every_frame()[3], every_frame()[6])
"""Usual, small, and tall with double text."""
MOST_CHARACTERS = 1_500
"""More in one reply than this in every field is refused as a whole; see the fault `huge_page`."""
TEXTS = {
    "cmp_aaaaaaa1": TEXT,
    "cmp_aaaaaaa2": "\N{RIGHT-TO-LEFT OVERRIDE}gnihtyna ot ecneserp a \N{LEFT-TO-RIGHT ISOLATE} " * 20,
    "cmp_aaaaaaa3": "a\x00b\x07c\x1b[31md\r\n\n\n\te\x7f\x9b " * 30,
    "cmp_aaaaaaa4": "<b>{raised}</b> %s {0} {{x}} [link](https://evil.example) &amp; $goal " * 10,
    "cmp_aaaaaaa5": "W" * 20_000,
    "cmp_aaaaaaa6": "Z\N{COMBINING ACUTE ACCENT}\N{COMBINING DIAERESIS}\N{COMBINING CARON}" * 60,
    "cmp_aaaaaaa7": "\N{FAMILY}\N{ZERO WIDTH JOINER}\N{GRINNING FACE}\N{PRIVATE USE ONE}\ufffe\ue000" * 40,
}
"""Every text of a campaign, by its id: changed directions, control characters, markup, one endless word, heaps of
accents, and letters that no typeface has."""
NEVER_SHOWN = "\u202e\u202d\u2066\u2067\x00\x07\x1b\r\x7f\x9b"


def codes(pilot: Giving) -> list[str]:
    """What a phone reads off the picture of the whole window."""
    surface = pygame.Surface(SIZE)
    paint_view(PygameCanvas(surface, Fonts()), pilot.view, Hand(), pilot.frame)
    pixels = memoryview(pygame.image.tobytes(surface, "RGB")).cast("B", (SIZE[1], SIZE[0], 3))
    return [each.text for each in zxingcpp.read_barcodes(pixels)]


def test_no_hostile_address_is_ever_drawn(shipped: Library, tmp_path: Path) -> None:
    with sandbox() as base, Caller(base) as caller, meeting_at(base, shipped, tmp_path) as here:
        here.use(*TO_THE_CAMPAIGN)
        for kind in CHECKOUT_ADDRESSES:
            caller.switch({"fault": "checkout_url", "address": kind})
            assert here.use(*TO_THE_CODE) == "unsafe_address", kind
            assert "browse" not in here.pilot.ids, kind
            assert codes(here.pilot) == [], kind
            assert "evil" not in here.pilot.told, kind
            here.leave()
            caller.switch()
            here.start_anew()
        assert here.use(*TO_THE_CODE) == "awaiting_payment"
        assert [each.startswith(base + "/p/") for each in codes(here.pilot)] == [True]
        here.leave()


@pytest.mark.parametrize("fault", FALSE_CERTIFICATES)
def test_a_portal_that_cannot_prove_itself_is_told_on_the_screen(shipped: Library, tmp_path: Path, fault: str) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    with served(_Portal(), showing(FALSE_CERTIFICATES[fault](authority))) as stub:
        site = Site(stub.address + "/api/v1", Environment.LIVE, "kiosk_key", ca_bundle=tmp_path / "authority.pem")
        with meeting(site, shipped, tmp_path) as here:
            assert here.use("give", "adult") == "insecure"
            assert "could not prove that it is genuine" in here.pilot.told
            assert "nothing was sent" in here.pilot.told
            assert "again" not in here.pilot.ids
            assert _faults(here) == []
        assert stub.asked == []


def test_hostile_texts_are_shown_harmlessly_on_every_screen(shipped: Library, tmp_path: Path) -> None:
    with served(_Portal()) as stub, meeting(stub.site(), shipped, tmp_path) as here:
        here.use("give", "adult")
        here.until(lambda: f"campaign:{min(TEXTS)}" in here.pilot.ids)
        assert _faults(here) == []
        for campaign_id in TEXTS:
            for control in (f"campaign:{campaign_id}", *TO_THE_CODE):
                here.use(control)
                assert _faults(here) == []
            assert here.says == "awaiting_payment"
            here.leave()
            here.pilot.send(Back())


def _faults(here: Meeting) -> list[str]:
    assert not set(NEVER_SHOWN) & set(here.pilot.told)
    return [fault for frame in FRAMES for fault in faults_of(here.pilot.runner.screen.view(frame), frame)]


class _Portal:
    """Tells the texts, and keeps the pledge that was made last."""

    def __init__(self) -> None:
        self.made = pledge()

    def __call__(self, asked: Asked) -> Answer:
        match asked.path.removeprefix("/api/v1").partition("?")[0].split("/")[1:]:
            case ["portal"]:
                return Answer(portal(name=TEXT[:MOST_CHARACTERS], operator=_operator(TEXT)))
            case ["campaigns"]:
                return Answer({"data": [_campaign(each) for each in TEXTS], "next_cursor": None})
            case ["campaigns", campaign_id]:
                return Answer(_campaign(campaign_id))
            case ["pledges"]:
                said = asked.json()
                wanted = {name: said[name] for name in ("campaign_id", "amount", "client_reference")}
                self.made = pledge(**wanted)
                return Answer(self.made, status=201)
            case [_, _, "cancel"]:
                self.made["status"] = "cancelled"
                return Answer(self.made)
            case _:
                return Answer(self.made)


def _campaign(campaign_id: str) -> dict[str, object]:
    text = TEXTS[campaign_id][:MOST_CHARACTERS]
    return campaign(
        id=campaign_id,
        **dict.fromkeys(("pseudonym", "title", "summary", "secondary_purpose"), text),
        story=[{"text": text, "region": "035", "content_notes": [text]}] * 2,
        needs=[{"label": text, "cost": {"amount_minor": 20000, "currency": "USD"}}] * 2,
        fees={"platform_basis_points": 0, "description": text},
        operator=_operator(text),
    )


def _operator(text: str) -> dict[str, str]:
    return dict.fromkeys(("name", "registration", "contact_url", "terms_url", "privacy_url"), text[:MOST_CHARACTERS])


def test_a_portal_that_fails_one_gift_does_not_stand_in_the_way_of_the_next(shipped: Library, tmp_path: Path) -> None:
    with sandbox() as base, Caller(base) as caller, meeting_at(base, shipped, tmp_path) as here:
        here.use(*TO_THE_CAMPAIGN)
        caller.switch({"fault": "wrong_type", "call": "POST /pledges", "times": 2})
        assert here.use(*TO_THE_CODE) == "bad_response"
        here.leave()
        assert here.use("choose-amount", "amount:0") == "awaiting_payment"
        caller.switch({"fault": "wrong_type", "call": "POST /pledges/{pledge_id}/cancel"})
        here.leave()
        caller.switch()
        assert here.use("choose-amount", "amount:0") == "awaiting_payment"
        here.leave()
        here.start_anew()
        assert caller.counts() == {"cancelled": 3}
