"""Levels proved and measured, with everything found told as faults at their place in the file."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

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
    """Prove levels one after the other."""
    found: list[Found] = []
    proofs: list[tuple[Level, Proof]] = []
    for file in files:
        try:
            with _no_garbage_collection():
                proof = prover(file.level)
        except TooManyStatesError as error:
            hint = "use fewer flags, and meters with a smaller 'max'"
            found.append(_found(file, "too-many-states", TOP, str(error), hint))
            continue
        proofs.append((file.level, proof))
        found += (_of_breach(file, breach) for breach in proof.breaches)
        found += _of_chances(file, proof.chances)
    return Proved(tuple(found), tuple(proofs))


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
