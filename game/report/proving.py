"""Levels proved and measured, with everything found told as faults at their place in the file."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from game.content.faults import TOP, At, Fault, FaultLog
from game.content.levels import LevelFile
from game.report.sentences import sentences
from game.story.action import ActionId
from game.story.level import Level
from game.story.proof.chances import Chances
from game.story.proof.graph import TooManyStatesError
from game.story.proof.promises import Breach, Promise
from game.story.proof.proof import Proof, prove

MOST_BLIND, MOST_CAREFUL, LEAST_INFORMED = 0.45, 0.75, 0.90
"""Chances of a safe ending between which a level has something at stake, and knowing helps."""


_WORTH_PROCESSES = 2
"""For one level at a time a process of its own only costs."""


@dataclass(frozen=True, slots=True)
class Found:
    """A fault, and the run that shows it where there is one."""

    fault: Fault
    run: tuple[ActionId, ...] | None = None


@dataclass(frozen=True, slots=True)
class Proved:
    """What was found in some levels."""

    found: tuple[Found, ...]
    proofs: tuple[tuple[Level, Proof], ...]
    """Without the levels that are too large to be proved."""


def prove_all(files: Iterable[LevelFile], prover: Callable[[Level], Proof] = prove) -> Proved:
    """Prove levels, several at a time where there are several processors."""
    files = tuple(files)
    found: list[Found] = []
    proofs: list[tuple[Level, Proof]] = []
    for file, proof in zip(files, _proofs([file.level for file in files], prover), strict=True):
        if isinstance(proof, TooManyStatesError):
            hint = "use fewer flags, and meters with a smaller 'max'"
            found.append(_found(file, "too-many-states", TOP, str(proof), hint))
            continue
        proofs.append((file.level, proof))
        found += (_of_breach(file, breach) for breach in proof.breaches)
        found += _of_chances(file, proof.chances)
    return Proved(tuple(found), tuple(proofs))


def _proofs(levels: Sequence[Level], prover: Callable[[Level], Proof]) -> Iterator[Proof | TooManyStatesError]:
    at_once = min(os.cpu_count() or 1, len(levels))
    proving = partial(_prove, prover=prover)
    if at_once < _WORTH_PROCESSES:
        yield from map(proving, levels)
        return
    with ProcessPoolExecutor(at_once) as processes:
        yield from processes.map(proving, levels)


def _prove(level: Level, prover: Callable[[Level], Proof]) -> Proof | TooManyStatesError:
    try:
        with _no_garbage_collection():
            return prover(level)
    except TooManyStatesError as error:
        return error


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Keep the collector from looking at the states of a proof again and again.

    There are hundreds of thousands of small tuples, none of them in a circle, and all live until the proof ends.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _of_breach(file: LevelFile, breach: Breach) -> Found:
    message, hint = sentences(breach)
    return _found(file, breach.promise.value, _where(file, breach), message, hint, breach.run)


def _where(file: LevelFile, breach: Breach) -> At:
    if breach.promise in (Promise.CAN_BE_WON, Promise.WON_BY_MESSAGES):
        return file.root.place("wins")
    return file.where(breach.place, breach.part)


def _of_chances(file: LevelFile, chances: Chances) -> Iterator[Found]:
    at = file.root.place("wins")
    if chances.blind > MOST_BLIND:
        message = f"picking blindly ends safely in {chances.blind:.0%} of runs; expected are at most {MOST_BLIND:.0%}"
        yield _found(file, "blind-too-safe", at, message, "let more choices matter")
    if chances.careful > MOST_CAREFUL:
        message = (
            f"the best choices without any message end safely in {chances.careful:.0%} of runs; "
            f"expected are at most {MOST_CAREFUL:.0%}"
        )
        yield _found(file, "careful-is-enough", at, message, "let messages open what care alone cannot")
    if chances.informed < LEAST_INFORMED:
        message = (
            f"who knows and plays the messages ends safely in {chances.informed:.0%} of runs; "
            f"expected are at least {LEAST_INFORMED:.0%}"
        )
        yield _found(file, "informed-not-safe", at, message, "let knowing help more, and luck less")


def _found(
    file: LevelFile, code: str, at: At, message: str, hint: str, run: tuple[ActionId, ...] | None = None
) -> Found:
    log = FaultLog(file.file)
    log.add(code, at, message, hint)
    return Found(log.faults[0], run)
