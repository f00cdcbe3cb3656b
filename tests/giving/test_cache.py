"""What is kept of replies, and how surely it goes away again."""

import json
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.giving.checkout import CheckoutRules
from game.giving.errors import BadResponseError, OfflineError, WithdrawnError
from game.giving.portal_provider import PortalProvider
from game.giving.reply_cache import Kept, ReplyCache
from tests.giving.stub import CAMPAIGN_ID, NOW, Answer, Asked, StillClock, Stub, campaign, portal, problem, served

ETAG = {"ETag": '"one"', "Cache-Control": "private, max-age=60"}
ONE = f"GET /campaigns/{CAMPAIGN_ID}"


class Portal:
    """Serves one campaign, alone and in a list, with its ETag, until it is withdrawn."""

    def __init__(self, **changes: object) -> None:
        self.changes = changes
        self.headers = ETAG
        self.is_withdrawn = False

    def __call__(self, asked: Asked) -> Answer:
        path = asked.path.partition("?")[0]
        if path.endswith("/portal"):
            return Answer(portal())
        if self.is_withdrawn and path.endswith(CAMPAIGN_ID):
            return problem("campaign-withdrawn", 410)
        if asked.headers.get("if-none-match", "none") == self.headers.get("ETag"):
            return Answer(status=304, headers=self.headers)
        one = campaign(**self.changes)
        alone = path.endswith(CAMPAIGN_ID)
        listed = [] if self.is_withdrawn else [one]
        return Answer(one if alone else {"data": listed, "next_cursor": None}, headers=self.headers)


def provider(stub: Stub, folder: Path, clock: StillClock) -> PortalProvider:
    rules = CheckoutRules({"pay.portal.example": "/p/"}, is_sandbox=True)
    return PortalProvider(stub.site(), rules, "desktop", ReplyCache(folder), clock, Random(1))


def kept(folder: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in folder.iterdir()) if folder.is_dir() else ""


def test_what_is_fresh_is_not_asked_for_again_and_what_has_not_changed_is_not_sent_again(tmp_path: Path) -> None:
    clock = StillClock()
    with served(Portal()) as stub:
        giving = provider(stub, tmp_path, clock)
        first = giving.campaign(CAMPAIGN_ID)
        clock.passed = 59
        assert giving.campaign(CAMPAIGN_ID) == first
        assert stub.paths == ["GET /portal", ONE]
        clock.passed = 61
        again = giving.campaign(CAMPAIGN_ID)
    assert stub.paths == ["GET /portal", ONE, ONE]
    assert stub.asked[-1].headers["if-none-match"] == '"one"'
    assert (first.title, first.raised) == (again.title, again.raised)
    assert again.checked_at == NOW  # the Date of the 304


def test_another_visit_uses_what_the_first_kept(tmp_path: Path) -> None:
    with served(Portal()) as stub:
        provider(stub, tmp_path, StillClock()).campaign(CAMPAIGN_ID)
        provider(stub, tmp_path, StillClock()).campaign(CAMPAIGN_ID)
    assert stub.paths == ["GET /portal", ONE, "GET /portal"]


def test_the_key_of_the_device_is_not_on_the_disk(tmp_path: Path) -> None:
    with served(Portal()) as stub:
        provider(stub, tmp_path, StillClock()).campaign(CAMPAIGN_ID)
    assert "Mala" in kept(tmp_path)
    assert "kiosk_secret" not in kept(tmp_path) + "".join(file.name for file in tmp_path.iterdir())


def test_when_consent_is_withdrawn_every_copy_goes(tmp_path: Path) -> None:
    behaviour, clock = Portal(), StillClock()
    with served(behaviour) as stub:
        giving = provider(stub, tmp_path, clock)
        giving.campaigns()
        giving.campaign(CAMPAIGN_ID)
        assert len(list(tmp_path.iterdir())) == 2
        behaviour.is_withdrawn = True
        clock.passed = 61
        with pytest.raises(WithdrawnError):
            giving.campaign(CAMPAIGN_ID)
        assert kept(tmp_path) == ""
        behaviour.headers = {**ETAG, "ETag": '"two"'}
        assert giving.campaigns().items == ()


def test_nothing_is_kept_longer_than_a_person_allows(tmp_path: Path) -> None:
    clock = StillClock()
    changes = {"consent": {"expires_at": "2027-06-30T00:00:00Z", "max_cache_seconds": 10}}
    with served(Portal(**changes)) as stub:
        provider(stub, tmp_path, clock).campaign(CAMPAIGN_ID)
    assert "Mala" in kept(tmp_path)
    ReplyCache(tmp_path).sweep(NOW + timedelta(seconds=9))
    assert "Mala" in kept(tmp_path)
    ReplyCache(tmp_path).sweep(NOW + timedelta(seconds=10))
    assert kept(tmp_path) == ""


@pytest.mark.parametrize(
    ("changes", "headers"),
    [
        ({"consent": {"expires_at": "2027-06-30T00:00:00Z", "max_cache_seconds": 0}}, ETAG),
        ({}, {**ETAG, "Cache-Control": "no-store"}),
        ({}, {"Cache-Control": "max-age=60"}),
        ({}, {**ETAG, "ETag": "no tag"}),
    ],
)
def test_what_nobody_may_keep_is_not_kept(tmp_path: Path, changes: dict[str, object], headers: dict[str, str]) -> None:
    behaviour = Portal(**changes)
    behaviour.headers = headers
    with served(behaviour) as stub:
        giving = provider(stub, tmp_path, StillClock())
        giving.campaign(CAMPAIGN_ID)
        giving.campaigns()
    assert kept(tmp_path) == ""


def test_consent_that_has_run_out_is_not_shown(tmp_path: Path) -> None:
    with served(Portal(consent={"expires_at": "2026-11-23T11:59:59Z", "max_cache_seconds": 60})) as stub:
        giving = provider(stub, tmp_path, StillClock())
        assert giving.campaigns().items == ()
        with pytest.raises(WithdrawnError):
            giving.campaign(CAMPAIGN_ID)
    assert kept(tmp_path) == ""


def test_a_list_with_a_campaign_that_cannot_be_read_is_not_kept(tmp_path: Path) -> None:
    listed = {"data": [campaign(), campaign(goal=None)], "next_cursor": None}
    with served(lambda asked: Answer(portal() if asked.path.endswith("/portal") else listed, headers=ETAG)) as stub:
        assert len(provider(stub, tmp_path, StillClock()).campaigns().items) == 1
    assert kept(tmp_path) == ""


def test_when_the_portal_is_gone_nothing_old_is_shown(tmp_path: Path) -> None:
    clock = StillClock()
    with served(Portal()) as stub:
        giving = provider(stub, tmp_path, clock)
        giving.campaign(CAMPAIGN_ID)
    clock.passed = 61
    with pytest.raises(OfflineError):
        giving.campaign(CAMPAIGN_ID)


def test_not_modified_means_nothing_where_nothing_is_kept(tmp_path: Path) -> None:
    with served(lambda asked: Answer(portal()) if asked.path.endswith("/portal") else Answer(status=304)) as stub:
        giving = provider(stub, tmp_path, StillClock())
        for ask in (giving.campaigns, lambda: giving.campaign(CAMPAIGN_ID), lambda: giving.pledge("plg_" + "0" * 22)):
            with pytest.raises(BadResponseError):
                ask()


def test_a_clock_set_back_keeps_nothing_for_ever(tmp_path: Path) -> None:
    cache = ReplyCache(tmp_path)
    cache.keep("a", Kept('"x"', "{}", (), NOW, NOW + timedelta(minutes=1), NOW + timedelta(hours=24)))
    assert cache.find("a", NOW)
    assert cache.find("a", NOW - timedelta(days=2)) is None
    assert kept(tmp_path) == ""


@given(st.text(max_size=40) | st.just("[]") | st.just(json.dumps({"etag": 1, "marks": 3})))
def test_a_damaged_copy_counts_as_none(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("kept")
    cache = ReplyCache(folder)
    cache.keep("a", Kept('"x"', "{}", (), NOW, NOW, NOW + timedelta(hours=1)))
    next(folder.iterdir()).write_text(text, encoding="utf-8", errors="surrogatepass")
    assert cache.find("a", NOW) is None
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with served(Portal()) as stub:
        assert provider(stub, tmp_path / "file", StillClock()).campaign(CAMPAIGN_ID).title == "A sewing course"
