"""What whoever looks after learning records can do from the command line."""

import csv
import json
import re
from contextlib import closing
from pathlib import Path

import pytest

from game.cli import main
from game.content.words import load_words
from game.learning.export import COLUMNS
from game.learning.outbox import Fate, Outbox
from game.learning.outbox_file import outbox_path
from game.learning.sending_lock import SendingLock
from game.paths import assets_dir
from game.story.level import LevelId
from tests.giving.stub import Answer, Asked, served
from tests.learning.runs import kept, play, records
from tests.learning.test_config import GOOD

ROOT = Path(__file__).resolve().parents[2]
WORDS = load_words(assets_dir() / "words" / "en")
LEVEL = LevelId("village-offer")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with what one run was written down as."""
    listener = records(outbox_path(tmp_path))
    play(listener, LEVEL)
    listener.stop()
    return tmp_path


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(each) for each in arguments])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def config(folder: Path, address: str) -> Path:
    (folder / "records.key").write_text("teacher:secret")
    path = folder / "records.yaml"
    path.write_text(GOOD.replace("https://lrs.example.org/xAPI", address))
    return path


def ids(asked: Asked) -> list[str]:
    return [each["id"] for each in json.loads(asked.body)]


def test_the_table_has_a_line_for_every_statement(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("records", "export", "--data", data) == 0
    head, *lines = csv.reader(capsys.readouterr().out.splitlines())
    assert tuple(head) == COLUMNS
    assert [line[1] for line in lines] == [each.id for each in kept(outbox_path(data))]
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    assert {row["level"] for row in rows} <= {LEVEL, ""}
    assert {row["sending"] for row in rows} == {"pending"}
    assert {row["actor_kind"] for row in rows} == {"agent"}
    answered = [row for row in rows if row["part_of"].endswith("checks/after")]
    assert answered
    assert {row["success"] for row in answered} <= {"yes", "no"}
    assert [row["outcome"] for row in rows if row["verb"] == "completed"] != [""]


def test_lines_of_json_are_the_statements(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.jsonl"
    assert run("records", "export", "--format", "jsonl", "--out", out, "--data", data) == 0
    assert out.read_text("utf-8").splitlines() == [each.body for each in kept(outbox_path(data))]
    assert str(out) in capsys.readouterr().out


def test_a_reason_is_no_formula_of_a_spreadsheet(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(Outbox(outbox_path(data))) as outbox:
        outbox.settle(outbox.pending(1, 10_000), Fate.QUARANTINED, "=cmd()")
    run("records", "export", "--data", data)
    assert next(iter(csv.DictReader(capsys.readouterr().out.splitlines())))["reason"] == "'=cmd()"


def test_everything_is_sent_once_and_that_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    count = len(kept(outbox_path(data)))
    with served(lambda asked: Answer(ids(asked))) as stub:
        where = config(data, stub.address)
        assert run("records", "send", where, "--data", data) == 0
        assert run("records", "send", where, "--data", data) == 0
        assert sum(len(ids(asked)) for asked in stub.asked) == count
    assert WORDS("records.status_sent", count=count) in capsys.readouterr().out
    assert run("records", "status", "--data", data) == 0
    assert WORDS("records.status_pending", count=0) in capsys.readouterr().out


def test_what_was_refused_is_told_and_can_be_tried_again(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = kept(outbox_path(data))[3].id
    with served(lambda asked: Answer("no", 400) if bad in ids(asked) else Answer(ids(asked))) as stub:
        where = config(data, stub.address)
        assert run("records", "send", where, "--data", data) == 0
        told = capsys.readouterr().out
        assert WORDS("records.status_quarantined", count=1) in told
        assert WORDS("records.refused", id=bad, reason='400 "no"') in told
        stub.behaviour = lambda asked: Answer(ids(asked))
        assert run("records", "send", where, "--again", "--data", data) == 0
    assert {each.fate for each in kept(outbox_path(data))} == {Fate.SENT}


@pytest.mark.parametrize(("status", "text"), [(401, "records.key_refused"), (503, "records.not_now")])
def test_what_could_not_be_sent_is_told(data: Path, status: int, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with served(lambda _: Answer("no", status)) as stub:
        assert run("records", "send", config(data, stub.address), "--data", data) == 1
    assert WORDS(text, why=f'{status} "no"') in capsys.readouterr().out
    assert {each.fate for each in kept(outbox_path(data))} == {Fate.PENDING}


def test_sending_needs_an_address_and_nobody_else_who_sends(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    local = data / "local.yaml"
    local.write_text("format: 1\nname: X\n")
    assert run("records", "send", local, "--data", data) == 1
    assert WORDS("records.nowhere", config=local) in capsys.readouterr().out
    with SendingLock(outbox_path(data)) as lock:
        assert lock.take()
        assert run("records", "send", config(data, "http://127.0.0.1:9"), "--data", data) == 1
    assert WORDS("records.sending_elsewhere") in capsys.readouterr().out


def test_everything_can_be_deleted(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("records", "delete", "--data", data) == 0
    assert kept(outbox_path(data)) == ()
    assert str(data) in capsys.readouterr().out


def test_where_nothing_was_recorded_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("status", "export", "delete"):
        assert run("records", command, "--data", tmp_path) == 0
    assert list(tmp_path.iterdir()) == []
    assert WORDS("records.status_none", path=outbox_path(tmp_path)) in capsys.readouterr().out


def test_a_file_that_cannot_be_used_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outbox_path(tmp_path).mkdir(parents=True)
    assert run("records", "status", "--data", tmp_path) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    ("about", "statements", "code", "text"),
    [
        (Answer({"version": ["1.0.3"]}), Answer({"statements": []}), 0, "records.check_key"),
        (Answer("no", 404), Answer({"statements": []}), 0, "records.check_silent"),
        (Answer({"version": ["0.9"]}), Answer({"statements": []}), 1, "records.check_key"),
        (Answer({"version": ["1.0.3"]}), Answer("no", 401), 1, "records.key_refused"),
        (Answer("no", 500), Answer("no", 500), 1, "records.not_now"),
    ],
)
def test_a_check_asks_the_receiver_when_it_is_told_to(
    tmp_path: Path, about: Answer, statements: Answer, code: int, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with served(lambda asked: about if asked.path == "/about" else statements) as stub:
        where = config(tmp_path, stub.address)
        assert run("records", "check", where) == 0
        assert stub.asked == []
        assert run("records", "check", where, "--online") == code
    beginning = re.split(r"\{|%", WORDS(text, **({"why": "%"} if text.endswith(("refused", "now")) else {})))[0]
    assert beginning in capsys.readouterr().out


def test_a_check_tells_faults_with_their_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = config(tmp_path, "http://lrs.example.org/xAPI")
    assert run("records", "check", path) == 1
    assert "records.yaml:3:10: error[bad-form]" in capsys.readouterr().out
    assert run("play", "--terminal", "--records", path) == 1
    assert "records.yaml:3:10: error[bad-form]" in capsys.readouterr().err


def test_a_kiosk_keeps_no_statements(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = config(tmp_path, "http://127.0.0.1:9")
    assert run("play", "--mode", "kiosk", "--records", path) == 2
    assert WORDS("cli.no_records_here") in capsys.readouterr().err


def test_the_code_book_tells_of_every_column() -> None:
    page = (ROOT / "docs" / "records.md").read_text("utf-8")
    assert [column for column in COLUMNS if f"| `{column}` |" not in page] == []
