"""What happened in one level, and its lasting record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from game.records.parts import parts, strings
from game.story.ids import FlagId, PassageId

if TYPE_CHECKING:
    from game.story.answer import Answered


@dataclass(frozen=True, slots=True)
class CheckResult:
    """How many of the questions asked were answered right."""

    right: int
    asked: int
    answers: "tuple[Answered, ...]" = ()
    """Each answer; of the present run only, the lasting record has the counts."""

    @classmethod
    def of(cls, answers: "Iterable[Answered]") -> Self:
        """Return what answers show."""
        given = tuple(answers)
        return cls(sum(each.right for each in given), len(given), given)


@dataclass(frozen=True, slots=True)
class Judged:
    """The first verdict on an offer, before its lines were explained."""

    genuine: bool
    """What the offer is. Kept with the verdict, for an offer may leave the game."""
    stopped: bool


@dataclass(frozen=True, slots=True)
class LevelProgress:
    """What happened in one level."""

    endings: frozenset[PassageId] = frozenset()
    won: bool = False
    before: CheckResult | None = None
    """The check before, of the latest time the level was played."""
    after: CheckResult | None = None
    verdicts: Mapping[str, Judged] = field(default_factory=dict)
    """The first verdict on each offer, by the offer's id."""
    kept_flags: frozenset[FlagId] | None = None
    """The flags set at the end of the last finished run; None if there was none since flags are kept."""
    read: bool = False
    """Whether its messages were read instead of playing it."""

    @property
    def is_known(self) -> bool:
        """Whether it was played to an ending or read."""
        return bool(self.endings) or self.read

    @property
    def improved(self) -> bool:
        """Whether more was known after the level than before, the last time it was played."""
        if not self.before or not self.after:
            return False
        return self.after.right * self.before.asked > self.before.right * self.after.asked


def level_json(progress: LevelProgress) -> dict[str, object]:
    """Return the lasting record of a level."""
    checks = {"before": progress.before, "after": progress.after}
    flags = {} if progress.kept_flags is None else {"kept_flags": sorted(progress.kept_flags)}
    return {
        "endings": sorted(progress.endings),
        "won": progress.won,
        **{name: [check.right, check.asked] for name, check in checks.items() if check},
        "verdicts": {offer: [one.genuine, one.stopped] for offer, one in progress.verdicts.items()},
        **flags,
        **({"read": True} if progress.read else {}),
    }


def level_progress(value: object) -> LevelProgress | None:
    """Return what `level_json` made this of; parts that cannot be understood count as not played."""
    if not isinstance(value, dict):
        return None
    flags = value.get("kept_flags")
    return LevelProgress(
        endings=frozenset(map(PassageId, strings(value.get("endings")))),
        won=value.get("won") is True,
        before=_check(value.get("before")),
        after=_check(value.get("after")),
        verdicts=parts(value.get("verdicts"), _judged),
        kept_flags=frozenset(map(FlagId, strings(flags))) if isinstance(flags, list) else None,
        read=value.get("read") is True,
    )


def _check(value: object) -> CheckResult | None:
    match value:
        case [int(right), int(asked)] if 0 <= right <= asked:
            return CheckResult(right, asked)
        case _:
            return None


def _judged(value: object) -> Judged | None:
    match value:
        case [bool(genuine), bool(stopped)]:
            return Judged(genuine, stopped)
        case _:
            return None
