"""The command `report`: the measures of levels as a table, and the story of each as a map to look at."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from game.content.checking import check_paths
from game.content.faults import shown
from game.report.proving import prove_all
from game.report.story_map import story_map
from game.report.table import measures_table


def report(levels_dir: Path, only: Sequence[str], out: Path, write: Callable[[str], object]) -> int:
    """Write the table, and one SVG file a level into a folder; `only` names the levels, none stands for all.

    Returns 1 if one of them has errors and is left out, 0 otherwise.
    """
    names = only or sorted(path.parent.name for path in levels_dir.glob("*/level.yaml"))
    checked = check_paths([levels_dir / name for name in names], datetime.now(UTC).date())
    errors = [fault for fault in checked.faults if fault.severity == "error"]
    for fault in errors:
        write(f"{fault}\n")
    proved = prove_all(checked.levels)
    write(measures_table(proved.proofs) + "\n")
    out.mkdir(parents=True, exist_ok=True)
    for level in (file.level for file in checked.levels):
        path = out / f"{level.id}.svg"
        path.write_text(story_map(level), encoding="utf-8", newline="\n")
        write(f"wrote {shown(path)}\n")
    return int(bool(errors))
