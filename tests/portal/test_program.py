"""The portal as a program: how it starts, how it ends, and what is left when it is killed."""

import multiprocessing
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random

import pytest
import requests

from game.cli import main
from game.cli.common import MISUSED
from game.paths import assets_dir
from game.portal.access import Limits
from game.portal.app import Options
from game.portal.server import serving
from tests.portal.caller import Caller, problem, wish

MAIN = Path(__file__).resolve().parents[2] / "main.py"
_PATIENCE_S = 30
_KILLS = 24


@contextmanager
def started(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the program as the game does, and give its address."""
    program = subprocess.Popen(
        [sys.executable, str(MAIN), "portal", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with program:
        try:
            assert program.stdout is not None
            told = re.fullmatch(r"listening on (http://127\.0\.0\.1:\d+)\n", program.stdout.readline())
            assert told
            yield program, told[1]
        finally:
            program.kill()


def test_it_says_where_it_listens_and_ends_with_its_input(tmp_path: Path) -> None:
    with started("--data", str(tmp_path / "portal.sqlite")) as (program, base), Caller(base) as caller:
        pledge = caller.pledged()
        assert caller.status(pledge["id"]) == "awaiting_payment"
        assert caller.call("GET", "/sandbox/faults").status_code == 404
        _output, log = program.communicate(timeout=_PATIENCE_S)  # closes the input
        assert program.returncode == 0
    lines = log.splitlines()
    assert any(re.fullmatch(r"POST /pledges 201 \d+ ms req_\w+", line) for line in lines)
    assert any(line.startswith("GET /pledges/{pledge_id} 200") for line in lines)
    assert pledge["id"] not in log
    assert pledge["checkout_url"].rpartition("/")[2] not in log
    assert "kiosk_" not in log


def test_what_it_cannot_open_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (no_file := tmp_path / "portal.sqlite").write_text("Dear diary, " * 100)
    with serving(Options(assets_dir() / "portal")) as base:
        for wrong in (["--port", base.rpartition(":")[2]], ["--data", str(no_file)], ["--port", "70000"]):
            with pytest.raises(SystemExit) as ended:
                main(["portal", *wrong])
            assert ended.value.code == MISUSED
            assert capsys.readouterr().err.startswith("before-you-go: ")


def test_what_was_kept_is_there_after_the_end(options: Options, tmp_path: Path) -> None:
    kept = replace(options, data=str(tmp_path / "portal.sqlite"))
    with serving(kept) as base, Caller(base) as caller:
        pledge, cursor = caller.pledged(), caller.get("/campaigns?limit=1").json()["next_cursor"]
        caller.do(pledge["id"], "pay")
    with serving(kept) as base, Caller(base) as caller:
        assert caller.status(pledge["id"]) == "paid"
        assert caller.get("/campaigns", params={"cursor": cursor}).status_code == 200, "cursors are good for a day"


def serve(options: Options, line: Connection) -> None:
    """Serve in a process of its own, until it is killed."""
    with serving(options) as base:
        line.send(base)
        threading.Event().wait()


@contextmanager
def killable(options: Options) -> Iterator[tuple[str, BaseProcess]]:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    ours, theirs = context.Pipe()
    program = context.Process(target=serve, args=(options, theirs))
    program.start()
    try:
        assert ours.poll(_PATIENCE_S)
        yield ours.recv(), program
    finally:
        program.kill()
        program.join(_PATIENCE_S)
        program.close()
        ours.close()
        theirs.close()


@pytest.mark.skipif(sys.platform == "win32", reason="this starts many processes, which only fork makes fast")
def test_whenever_it_is_killed_a_key_makes_one_pledge(options: Options, tmp_path: Path) -> None:
    """Kill it at some moment of taking a pledge, start it again, and ask once more with the same key.

    The moment is looked for where it matters: earlier if the pledge had been taken, and later if it had not.
    """
    unlimited = Limits(reads=10**6, pledges=10**6, open_pledges=10**6)
    kept = replace(options, data=str(tmp_path / "portal.sqlite"), limits=unlimited)
    chance, keys, taken, delay_s = Random(4), [f"intent-{number:012}" for number in range(_KILLS)], [], 0.004
    for number, key in enumerate(keys):
        with killable(kept) as (base, program), Caller(base) as caller:
            if number:
                again = caller.pledge(key=keys[number - 1])
                assert again.status_code == 201
                assert caller.counts() == {"awaiting_payment": number}, f"after the kill of {keys[number - 1]}"
                taken.append("Idempotency-Replayed" in again.headers)
                delay_s *= chance.uniform(0.5, 1) if taken[-1] else chance.uniform(1, 2)
            killer = threading.Timer(delay_s, program.kill)
            killer.start()
            with suppress(requests.RequestException):  # killed before it could answer
                caller.pledge(key=key)
            killer.join()
            program.join(_PATIENCE_S)
    assert set(taken) == {True, False}, "some were killed before, and some after the pledge was written"
    with serving(kept) as base, Caller(base) as caller:
        assert len({caller.pledge(key=key).json()["id"] for key in keys}) == _KILLS
        assert caller.counts() == {"awaiting_payment": _KILLS}
        assert problem(caller.pledge(wish(amount=1600), key=keys[0])) == "idempotency-key-reused"
