"""Stands in for the game: beats, crashes or falls silent as it is told. Started as a program of its own.

Its arguments are the file of its heartbeat and a file with a word for each start still to come.
"""

import sys
import time
from pathlib import Path

from game.kiosk.heartbeat import Pulse, written

BEAT_S = 0.05


def main() -> None:
    heartbeat, plan = Path(sys.argv[1]), Path(sys.argv[2])
    first, _, rest = plan.read_text().partition("\n")
    plan.write_text(rest)
    match first:
        case "crash":
            raise ValueError("Sari typed her telephone number 081234567")
        case "crash-late":
            _beat(heartbeat, times=4)
            raise ValueError("Sari typed her telephone number 081234567")
        case "silent":
            _beat(heartbeat, times=4)
            time.sleep(600)
        case "closed":
            _beat(heartbeat, times=4)
            sys.exit(10)
        case _:
            _beat(heartbeat, times=12_000)


def _beat(heartbeat: Path, *, times: int) -> None:
    for beat in range(times):
        with heartbeat.open("r+b", buffering=0) as file:
            file.write(written(Pulse(beat, None, counters_kept=True)))
        time.sleep(BEAT_S)


if __name__ == "__main__":
    main()
