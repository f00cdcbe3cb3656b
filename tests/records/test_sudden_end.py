"""However suddenly the game ends, each record is there, whole, and one that was written."""

import json
import sys
from pathlib import Path
from random import Random
from subprocess import PIPE, Popen

from game.records.folder import DiskFolder

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("settings", "progress", "saves/village-offer", "endings/village-offer")
KILLS = 30
READS = 400
"""Enough to meet a record that is not whole many times, if it were written where it is read."""
WRITER = """
import sys
from itertools import count
from pathlib import Path
from game.records.folder import DiskFolder
folder = DiskFolder(Path(sys.argv[1]))
for number in count(int(sys.argv[2])):
    for name in sys.argv[3:]:
        folder.write(name, {"number": number, "name": name, "more": [number] * 6000})
    print(number, flush=True)
"""


def test_a_game_killed_at_any_moment_leaves_whole_records(tmp_path: Path) -> None:
    chance = Random(7)
    written = 0
    for _ in range(KILLS):
        written = _write_until_killed(tmp_path, written + 1, rounds=chance.randint(1, 5), spin=chance.randint(0, 4000))
        for name in NAMES:
            record = DiskFolder(tmp_path).read(name)
            assert isinstance(record, dict), f"{name} is gone after round {written}"
            number = record["number"]
            assert record == {"number": number, "name": name, "more": [number] * 6000}
            assert number in (written, written + 1), "an older record came back"
        assert not list(tmp_path.rglob("*.broken"))


def test_another_program_sees_a_record_whole_at_any_moment(tmp_path: Path) -> None:
    with _writer(tmp_path, 1) as writer:
        assert writer.stdout
        writer.stdout.readline()
        for _ in range(READS):
            record = DiskFolder(tmp_path).read("progress")
            assert isinstance(record, dict)
            assert len(record["more"]) == 6000
        writer.kill()


def _write_until_killed(place: Path, first: int, *, rounds: int, spin: int) -> int:
    """Let another process write until some rounds are done, kill it, and return the last round it told of.

    `spin` spreads the moment of the kill over the next round: that many digits are put together first.
    """
    with _writer(place, first) as writer:
        assert writer.stdout
        told = [int(writer.stdout.readline()) for _ in range(rounds)]
        json.dumps(list(range(spin)))
        writer.kill()
        told += [int(line) for line in writer.stdout.read().split()]
    return told[-1]


def _writer(place: Path, first: int) -> Popen[bytes]:
    return Popen([sys.executable, "-c", WRITER, str(place), str(first), *NAMES], cwd=ROOT, stdout=PIPE)
