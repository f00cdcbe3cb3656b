"""The command `check`: every mistake in the content, every broken promise with a run that shows it, every measure."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

from game.content.asset_library import AssetLibrary
from game.content.assets import MOODS
from game.content.checking import Checked, check_paths
from game.content.faults import Fault, FaultLog, shown
from game.content.level_names import ArtNames
from game.content.words_file import check_words
from game.paths import assets_dir, levels_dir
from game.report.proving import Found, Proved, prove_all
from game.report.sentences import run_words
from game.report.table import measures_table
from game.story.level import Level
from game.story.proof.proof import Proof

Write = Callable[[str], object]


def check(paths: Sequence[Path], *, as_json: bool, write: Write) -> int:
    """Check files and folders, or everything the game comes with for none; write what was found.

    Returns 1 if there is an error, 0 if there is none. Warnings are no errors.
    """
    checked = _checked(paths, datetime.now(UTC).date())
    proved = prove_all(checked.levels)
    found = sorted((*map(Found, checked.faults), *proved.found), key=lambda each: each.fault)
    write(_as_json(found, proved) if as_json else _as_text(found, proved))
    return int(any(each.fault.severity == "error" for each in found))


def _checked(paths: Sequence[Path], today: date) -> Checked:
    assets = AssetLibrary(assets_dir())
    art = ArtNames(frozenset(assets.set_ids), frozenset(assets.figure_ids), frozenset(MOODS))
    if paths:
        return check_paths(paths, today, art)
    levels = check_paths([levels_dir()], today, art)
    return Checked((*_faults_in_assets(assets), *levels.faults), levels.levels)


def _faults_in_assets(assets: AssetLibrary) -> Iterator[Fault]:
    yield from assets.check()
    for path in sorted((assets_dir() / "words").glob("*/*.yaml")):
        log = FaultLog(shown(path))
        check_words(path, log)
        yield from log.faults


def _as_text(found: Iterable[Found], proved: Proved) -> str:
    lines = []
    severities = {"error": 0, "warning": 0}
    for each in found:
        severities[each.fault.severity] += 1
        lines.append(str(each.fault))
        if each.run is not None:
            lines.append(f"    run: {run_words(each.run)}")
    if proved.proofs:
        lines += ["", measures_table(proved.proofs), ""]
    counted = ", ".join(_count(number, name) for name, number in severities.items())
    lines.append(f"{_count(len(proved.proofs), 'level')} proved: {counted}")
    return "\n".join(lines) + "\n"


def _count(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _as_json(found: Iterable[Found], proved: Proved) -> str:
    document = {
        "faults": [_fault_value(each) for each in found],
        "levels": [_level_value(level, proof) for level, proof in proved.proofs],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _fault_value(each: Found) -> dict[str, object]:
    run = {} if each.run is None else {"run": list(each.run)}
    return {**each.fault.to_json(), **run}


def _level_value(level: Level, proof: Proof) -> dict[str, object]:
    return {
        "id": level.id,
        "version": level.version,
        "states": proof.states,
        "futures": proof.futures,
        "runs": proof.runs.count,
        "decisions": asdict(proof.runs.decisions),
        "minutes": {name: round(value, 1) for name, value in asdict(proof.runs.minutes).items()},
        "chances": asdict(proof.chances),
    }
