"""The daily sums: right by any clock, whole at any moment, and nothing lost to a full disk."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.words import load_words
from game.kiosk.counters import DailyCounters, Sums, read_counters, replace_file
from game.kiosk.counters_table import counters_table
from game.kiosk.counting import Counted

ROOT = Path(__file__).resolve().parents[2]
KILLS = 8
DAYS = st.dates(date(1970, 1, 1), date(2099, 12, 31))
COUNT = st.tuples(DAYS, st.sampled_from(Counted), st.integers(0, 9), st.booleans())
"""A day the clock shows, what is counted, how much, and whether the disk takes it."""
WRITER = """
import sys
from datetime import date
from itertools import count
from pathlib import Path
from game.kiosk.counters import DailyCounters
from game.kiosk.counting import Counted
counters = DailyCounters(Path(sys.argv[1]), lambda: date(2026, 11, 30))
for number in count(1):
    counters.count({Counted.SESSIONS: 1})
    print(number, flush=True)
"""
FULL_DISK = """
import resource, signal, sys
from datetime import date
from pathlib import Path
from game.kiosk.counters import DailyCounters
from game.kiosk.counting import Counted
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
counters = DailyCounters(Path(sys.argv[1]), lambda: date(2026, 11, 30))
counters.count({Counted.SESSIONS: 1})
resource.setrlimit(resource.RLIMIT_FSIZE, (20, resource.RLIM_INFINITY))
counters.count({Counted.SESSIONS: 1})
assert not counters.is_kept
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
counters.count({Counted.COMPLETIONS: 1})
assert counters.is_kept
"""


def total(sums: Sums) -> Counter[Counted]:
    added: Counter[Counted] = Counter()
    for row in sums.values():
        added.update(row)
    return +added


@settings(max_examples=50)
@given(st.lists(COUNT, max_size=30))
def test_the_sums_are_right_by_any_clock_and_on_any_disk(counts: list[tuple[date, Counted, int, bool]]) -> None:
    takes = True
    day = date(2026, 11, 30)

    def write(file: Path, data: bytes) -> None:
        if not takes:
            raise OSError(28, "No space left on device")
        file.write_bytes(data)

    with TemporaryDirectory() as folder:
        file = Path(folder) / "counters.csv"
        counters = DailyCounters(file, lambda: day, write)
        expected: Counter[tuple[str, Counted]] = Counter()
        for day, what, amount, takes in counts:  # the clock and the disk read them
            counters.count({what: amount})
            expected[day.isoformat(), what] += amount
            assert counters.is_kept or not takes
        takes = True
        counters.keep()
        sums = read_counters(file)
        assert counters.is_kept
        assert {(day, what): n for day, row in sums.items() for what, n in row.items() if n} == dict(+expected)
        assert list(sums) == sorted(sums)
        lines = file.read_text().splitlines() if sums else []
        assert len(lines) == len(sums) + bool(sums), "a day has one row"


def test_a_game_killed_at_any_moment_leaves_a_whole_file_with_all_that_was_counted(tmp_path: Path) -> None:
    chance, file = Random(5), tmp_path / "counters.csv"
    counted = 0
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(file)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as game:
            assert game.stdout
            told = [int(game.stdout.readline()) for _ in range(chance.randint(1, 40))]
            sum(range(chance.randint(0, 20_000)))  # spreads the moment of the kill over the next count
            game.kill()
            told += [int(line) for line in game.stdout]
        now = total(read_counters(file))[Counted.SESSIONS]
        assert now - counted in (told[-1], told[-1] + 1)
        counted = now
    assert {path.name for path in tmp_path.iterdir()} <= {"counters.csv", "counters.csv.new"}


@pytest.mark.skipif(os.name != "posix", reason="a limit of file sizes is needed")
def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    file = tmp_path / "counters.csv"
    subprocess.run([sys.executable, "-c", FULL_DISK, str(file)], cwd=ROOT, check=True)
    assert total(read_counters(file)) == {Counted.SESSIONS: 2, Counted.COMPLETIONS: 1}


def test_a_folder_that_is_not_there_is_made_and_one_that_cannot_be_is_waited_for(tmp_path: Path) -> None:
    way = tmp_path / "not" / "yet"
    (tmp_path / "not").write_text("a file where a folder should be")
    counters = DailyCounters(way / "counters.csv", lambda: date(2026, 11, 30))
    counters.count({Counted.SESSIONS: 1})
    assert not counters.is_kept
    (tmp_path / "not").unlink()
    counters.keep()
    assert total(read_counters(way / "counters.csv")) == {Counted.SESSIONS: 1}


def test_a_file_taken_away_or_changed_meanwhile_is_added_to_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "counters.csv"
    counters = DailyCounters(file, lambda: date(2026, 11, 30))
    counters.count({Counted.SESSIONS: 5})
    file.unlink()
    counters.count({Counted.SESSIONS: 1})
    assert total(read_counters(file)) == {Counted.SESSIONS: 1}


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "day;sessions\n",
        "\ufeffday,sessions\n",
        "{head}\n2026-11-30,1,2\n",
        "{head}\n2026-11-30,1,2,3,4,5,6,7,8\n",
        "{head}\n2026-11-31,1,2,3,4,5,6,7\n",
        "{head}\n2026-11-30,1,2,3,4,5,6,-7\n",
        "{head}\n2026-11-30,1,2,3,4,5,6,7\n2026-11-30,1,2,3,4,5,6,7\n",
        '{head}\n"2026-11-30,1,2\n',
        "\x00\x00\x00",
    ],
)
def test_a_file_changed_into_something_else_is_set_aside_and_not_lost(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "counters.csv"
    damaged = damage.format(head=",".join(("day", *Counted))).encode()
    for place in (1, 2):
        file.write_bytes(damaged)
        with pytest.raises(ValueError):  # noqa: PT011 (whatever is wrong with it)
            read_counters(file)
        DailyCounters(file, lambda: date(2026, 11, 30)).count({Counted.SESSIONS: 1})
        assert total(read_counters(file)) == {Counted.SESSIONS: 1}
        assert (tmp_path / f"counters.broken-{place}.csv").read_bytes() == damaged


def test_a_spreadsheet_may_change_the_ends_of_lines(tmp_path: Path) -> None:
    file = tmp_path / "counters.csv"
    counters = DailyCounters(file, lambda: date(2026, 11, 30))
    counters.count({Counted.SESSIONS: 5})
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    counters.count({Counted.SESSIONS: 1})
    assert total(read_counters(file)) == {Counted.SESSIONS: 6}


def test_the_table_has_a_row_a_day_and_shares_of_sums(tmp_path: Path) -> None:
    file = tmp_path / "counters.csv"
    words = load_words(ROOT / "assets" / "words" / "en")
    assert "Nothing has been counted" in "\n".join(counters_table(file, words))
    days: Iterator[date] = iter([date(2026, 11, 30)] * 3 + [date(2026, 12, 1)] * 2)
    counters = DailyCounters(file, lambda: next(days))
    for what, amount in (
        (Counted.SESSIONS, 12),
        (Counted.AFTER_ASKED, 8),
        (Counted.AFTER_RIGHT, 6),
        (Counted.SESSIONS, 1),
        (Counted.AFTER_ASKED, 2),
    ):
        counters.count({what: amount})
    rows = [line.split("  ") for line in counters_table(file, words)]
    cells = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    assert cells[1:] == [
        ["2026-11-30", "12", "0", "-", "75 % of 8", "0"],
        ["2026-12-01", "1", "0", "-", "0 % of 2", "0"],
        ["total", "13", "0", "-", "60 % of 10", "0"],
    ]
    replace_file(file, b"changed")
    assert "changed into something else" in "\n".join(counters_table(file, words))
