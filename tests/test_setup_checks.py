"""One run of the checks shows all faults, and says at its end which checks found any."""

from collections.abc import Sequence

import pytest

from checks import COMMANDS, run_all, summary, unknown


def test_a_failing_check_does_not_hide_the_next_one(capsys: pytest.CaptureFixture[str]) -> None:
    ran: list[Sequence[str]] = []

    def run(command: Sequence[str]) -> int:
        ran.append(command)
        return int(command == COMMANDS["lint"])

    passed = run_all(COMMANDS, run)
    assert ran == list(COMMANDS.values())
    assert [name for name, has_passed in passed.items() if not has_passed] == ["lint"]
    assert "lint: FAILED" in capsys.readouterr().out


def test_the_summary_is_one_line_with_every_check() -> None:
    assert summary({"format": True, "lint": False}) == "Checks: format passed, lint FAILED"


def test_a_check_that_does_not_exist_is_told_with_those_that_do() -> None:
    assert unknown(COMMANDS) is None
    fault = unknown(["lint", "spelling"])
    assert fault is not None
    assert "'spelling'" in fault
    assert all(name in fault for name in COMMANDS)
