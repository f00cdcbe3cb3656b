"""What an operator is told about a configuration: without the network, and with it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from game.cli import main
from game.content.words import load_words
from game.giving.check_config import check_config
from game.paths import assets_dir
from tests.giving.stub import Answer, Asked, StillClock, portal, served
from tests.giving.stub import campaign as told_campaign
from tests.giving.written import (
    CARD,
    DONORDRIVE,
    EVERYORG,
    OPENCOLLECTIVE,
    OPERATOR,
    PORTAL,
    SANDBOX,
    STATIC,
    Desk,
    desk_at,
)

WORDS = load_words(assets_dir() / "words" / "en")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_at(tmp_path)
    made.write(CARD, "card.yaml")
    return made


def told(desk: Desk, text: str, *, is_signed: bool = True, is_online: bool = False) -> tuple[bool, str]:
    """Return whether all works, and what the operator reads."""
    path = desk.write(text, is_signed=is_signed)
    lines: list[str] = []
    keys = desk.folder / "operator.key.pub"
    works = check_config(path, keys, WORDS, lines.append, is_online=is_online, clock=StillClock())
    return works, "".join(lines)


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.mark.parametrize("text", [PORTAL, EVERYORG, OPENCOLLECTIVE, DONORDRIVE, STATIC])
def test_a_good_configuration_is_told_line_by_line(desk: Desk, text: str) -> None:
    works, lines = told(desk, text)
    assert works
    assert desk.trusted[0].fingerprint in lines
    assert "Example Trust, registered as no. 1234567" in lines
    assert WORDS("giving_check.fails") not in lines
    assert "pk_public" not in lines
    is_tracked = text is PORTAL
    assert (WORDS("giving_check.tracks") in lines) is is_tracked
    assert (WORDS("giving_check.untracked") in lines) is not is_tracked


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("2027-06-30", "2026-11-20", "our-trust/winter has not been shown since 2026-11-21"),
        ("amounts:", "card: other.yaml\namounts:", "other.yaml:1:1: error[unreadable-file]"),
        ("provider: everyorg", "provider: stripe", "giving.yaml:2:11: error[not-one-of]"),
    ],
)
def test_what_does_not_work_is_told(desk: Desk, old: str, new: str, message: str) -> None:
    works, lines = told(desk, EVERYORG.replace(old, new))
    assert not works
    assert message in lines


def sandbox(address: str) -> str:
    return SANDBOX.replace("http://127.0.0.1:8089", address).replace(
        OPERATOR, OPERATOR.replace("Example Trust", "Sandbox Trust").replace("no. 1234567", '"0000"')
    )


def test_a_portal_is_asked_and_no_pledge_is_made(desk: Desk) -> None:
    def behaviour(asked: Asked) -> Answer:
        return Answer(portal() if asked.path.endswith("/portal") else {"data": [told_campaign()], "next_cursor": None})

    with served(behaviour) as stub:
        works, lines = told(desk, sandbox(stub.address), is_signed=False, is_online=True)
        assert {asked.method for asked in stub.asked} == {"GET"}
    assert works, lines
    assert "“A sewing course”: $635.00 raised" in lines
    assert "amounts from $2.00 to $5,000.00 are taken" in lines


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(portal(environment="live")), "sandbox and live do not go together"),
        (Answer(status=503), "the portal answered 503"),
        (
            Answer(portal() | {"operator": {"name": "Other", "contact_url": "https://x.example/"}}),
            "names another operator",
        ),
    ],
)
def test_a_portal_that_does_not_fit_is_told(desk: Desk, answer: Answer, message: str) -> None:
    def behaviour(asked: Asked) -> Answer:
        return answer if asked.path.endswith("/portal") else Answer({"data": [], "next_cursor": None})

    with served(behaviour) as stub:
        works, lines = told(desk, sandbox(stub.address), is_signed=False, is_online=True)
    assert not works
    assert [line for line in lines.split("\n") if line.startswith(WORDS("giving_check.fails")) and message in line]


@pytest.mark.parametrize(("raised", "works"), [(123400, True), ("much", False)])
def test_a_public_provider_is_asked_and_the_link_is_tried(desk: Desk, raised: object, works: bool) -> None:
    said = {"currency": "USD", "raised": raised, "supporters": 17, "goalAmount": 200000, "goalType": "CUSTOM"}
    with served(lambda _: Answer(said)) as stub:
        text = EVERYORG.replace("live", "sandbox").replace("www.every", "staging.every")
        told_works, lines = told(desk, text + f"address: {stub.address}/v0.2\n", is_online=True)
        assert all("pk_public_1234" in asked.path for asked in stub.asked)
    assert told_works is works
    assert ("has its donate page at staging.every.org" in lines) is works
    assert ("our-trust/winter cannot be shown" in lines) is not works
    assert "pk_public" not in lines


def test_an_operator_makes_a_key_signs_and_checks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "giving.key").write_text("pk_public_1234")
    (tmp_path / "giving.yaml").write_text(PORTAL)
    check = ("giving", "check", "giving.yaml", "--trust", "operator.key.pub")
    assert run("giving", "keygen", "operator.key") == 0
    assert run(*check) == 1
    assert "is not signed" in capsys.readouterr().out
    assert run("giving", "sign", "giving.yaml", "--key", "operator.key") == 0
    assert run(*check) == 0
    assert run("giving", "check", "giving.yaml") == 1  # the game as it is shipped trusts nobody
    assert "not trusted" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["keygen", "there.key"],
        ["sign", "giving.yaml", "--key", "none.key"],
        ["sign", "none.yaml", "--key", "there.key"],
    ],
)
def test_a_slip_of_the_operator_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: Sequence[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    desk_at(tmp_path)
    (tmp_path / "operator.key").rename("there.key")
    (tmp_path / "giving.yaml").write_text(PORTAL)
    assert run("giving", *arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1
