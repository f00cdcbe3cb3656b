"""Where people give: the sandbox if nobody set anything up, what an operator set up, and never one for the other."""

from pathlib import Path

import pytest

from game.giving.errors import NotSetUpError
from game.giving.places import ConfiguredPlace, RefusedPlace, SandboxPlace, place_for
from game.giving.provider import StatusSource
from tests.giving.stub import StillClock
from tests.giving.written import CARD, GLOBALGIVING, PORTAL, SANDBOX, STATIC, Desk, desk_at


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    found = desk_at(tmp_path)
    found.write(CARD, "card.yaml")
    (tmp_path / "trusted.txt").write_text(f"{found.trusted[0]}\n")
    return found


def place(desk: Desk, text: str | None, *, is_signed: bool = True) -> tuple[object, str]:
    told: list[str] = []
    config = None if text is None else desk.write(text, is_signed=is_signed)
    keys = desk.folder / "trusted.txt"
    found = place_for(config, keys, "desktop", desk.folder / "replies", StillClock(), told.append)
    return found, "".join(told)


def test_without_a_configuration_it_is_the_sandbox(desk: Desk) -> None:
    found, told = place(desk, None)
    assert isinstance(found, SandboxPlace)
    assert (found.is_sandbox, told) == (True, "")


@pytest.mark.parametrize(("text", "is_sandbox"), [(PORTAL, False), (SANDBOX, True), (GLOBALGIVING, False)])
def test_what_an_operator_set_up_is_used(desk: Desk, text: str, is_sandbox: bool) -> None:
    found, _ = place(desk, text)
    assert isinstance(found, ConfiguredPlace)
    assert found.is_sandbox is is_sandbox
    assert found.card() is None


def test_a_card_is_shown_beside_a_portal_or_alone(desk: Desk) -> None:
    beside, _ = place(desk, PORTAL.replace("/p/}", "/p/, give.example: /}") + "card: card.yaml\n")
    assert isinstance(beside, ConfiguredPlace)
    assert beside.card() is not None
    alone, _ = place(desk, STATIC)
    assert isinstance(alone, ConfiguredPlace)
    provider = alone.provider(alone.address())
    assert provider.caps.pledge_status is StatusSource.NONE
    assert [campaign.title for campaign in provider.campaigns().items] == ["A sewing course"]
    assert alone.card() is None, "it is what is shown anyway"


@pytest.mark.parametrize("text", [PORTAL.replace("live", "lively"), "format: 1\n", ""])
def test_a_refused_configuration_is_told_and_the_sandbox_does_not_take_its_place(desk: Desk, text: str) -> None:
    found, told = place(desk, text)
    assert isinstance(found, RefusedPlace)
    assert "giving.yaml" in told
    with pytest.raises(NotSetUpError):
        found.address()


def test_an_unsigned_live_configuration_is_refused(desk: Desk) -> None:
    found, told = place(desk, PORTAL, is_signed=False)
    assert isinstance(found, RefusedPlace)
    assert "not signed" in told


def test_an_unsigned_sandbox_sends_nothing_through_another_computer(desk: Desk) -> None:
    found, told = place(desk, SANDBOX + "proxy: http://proxy.example:8080\n", is_signed=False)
    assert isinstance(found, RefusedPlace)
    assert "not signed" in told
