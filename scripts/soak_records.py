"""Kills the sender of learning records fifty times while it sends a class to a real store, and counts what arrived.

`.venv/bin/python scripts/soak_records.py [KILLS]` needs Ralph (`python3 scripts/tools.py` installs it).
"""

from __future__ import annotations

import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from random import Random

_ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(_ROOT))

from game.learning.outbox import Fate, Outbox  # noqa: E402 (the project is found first)
from tests.learning.judges import KEY, ids_in, ralph_store  # noqa: E402
from tests.learning.killed import killed_after, sender  # noqa: E402
from tests.learning.runs import all_levels, play, records  # noqa: E402
from tools import RALPH, python_in, toolbox  # noqa: E402

_SEATS = 30
_LATEST_S = 0.25
_PATIENCE_S = 60.0


def main() -> None:
    """Play as a class would, kill, send the rest, and compare."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    lack = toolbox().lack(RALPH)
    if lack:
        sys.exit(lack)
    with tempfile.TemporaryDirectory() as folder:
        _soak(Path(folder), python_in(str(toolbox().folder(RALPH))), kills)


def _soak(folder: Path, python: str, kills: int) -> None:
    path, chance = folder / "outbox.sqlite", Random(2026)
    levels = list(all_levels())
    began = time.monotonic()
    listener = records(path)
    for seat in range(_SEATS):
        play(listener, levels[seat % len(levels)].id, seat)
    with closing(Outbox(path)) as outbox, ralph_store(folder, python) as address:
        ids = [each.id for each in outbox.all()]
        print(f"{_SEATS} seats: {len(ids)} statements, written in {time.monotonic() - began:.1f} s")
        began, amid = time.monotonic(), 0
        for _ in range(kills):
            killed_after(path, address, KEY, chance.uniform(0.0, _LATEST_S))
            left = outbox.counts()[Fate.PENDING]
            amid += 0 < left < len(ids)
            if left == 0:  # all were sent: the same once more, as after a crash before it was written down
                outbox.settle(tuple(outbox.all()), Fate.PENDING)
        with sender(path, address, KEY):
            while outbox.counts()[Fate.PENDING] and time.monotonic() - began < _PATIENCE_S:
                time.sleep(0.05)
        counts, arrived = outbox.counts(), ids_in(folder)
    print(f"{kills} kills in {time.monotonic() - began:.0f} s, {amid} of them with some sent and some not")
    print(f"in the store: {len(arrived)}, different ones: {len(set(arrived))}")
    print(f"in the outbox: {', '.join(f'{count} {fate.name.lower()}' for fate, count in counts.items())}")
    is_good = sorted(arrived) == sorted(ids) and counts[Fate.SENT] == len(ids)
    print("every statement is there exactly once" if is_good else "NOT every statement is there exactly once")
    sys.exit(not is_good)


if __name__ == "__main__":
    main()
