"""What a player has reached so far: endings seen, wins, messages met, and what the checks before and after showed."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final, Self

from game.records.folder import Folder, RecordsError
from game.story.answer import Answered
from game.story.ids import LevelId, MessageId, PassageId

_NAME: Final = "progress"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """How many of the questions asked were answered right."""

    right: int
    asked: int
    answers: tuple[Answered, ...] = ()
    """Each answer; of the present run only, the lasting record has the counts."""

    @classmethod
    def of(cls, answers: Iterable[Answered]) -> Self:
        """Return what answers show."""
        given = tuple(answers)
        return cls(sum(each.right for each in given), len(given), given)


@dataclass(frozen=True, slots=True)
class LevelProgress:
    """What happened in one level."""

    endings: frozenset[PassageId] = frozenset()
    won: bool = False
    before: CheckResult | None = None
    """The check before, of the latest time the level was played."""
    after: CheckResult | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """What happened in all levels."""

    levels: Mapping[LevelId, LevelProgress] = field(default_factory=dict)
    met: frozenset[MessageId] = frozenset()
    """Every message ever learned, in any run."""

    def of(self, level: LevelId) -> LevelProgress:
        """Return what happened in a level; nothing yet if it was never played."""
        return self.levels.get(level, LevelProgress())

    def with_level(self, level: LevelId, progress: LevelProgress) -> "Progress":
        """Return the progress with one level's part replaced."""
        return replace(self, levels={**self.levels, level: progress})

    def with_met(self, messages: frozenset[MessageId]) -> "Progress":
        """Return the progress with more messages met."""
        return replace(self, met=self.met | messages)


def load_progress(folder: Folder) -> Progress:
    """Return the kept progress; parts that cannot be understood count as not played."""
    kept = folder.read(_NAME)
    if not isinstance(kept, dict) or not isinstance(kept.get("levels"), dict):
        return Progress()
    levels = {LevelId(level): _level(value) for level, value in kept["levels"].items() if isinstance(value, dict)}
    return Progress(levels, frozenset(map(MessageId, _strings(kept.get("met")))))


def save_progress(folder: Folder, progress: Progress) -> None:
    """Keep the progress.

    Raises:
        RecordsError: it cannot be kept.

    """
    levels = {level: _to_json(each) for level, each in progress.levels.items()}
    folder.write(_NAME, {"levels": levels, "met": sorted(progress.met)})


def _to_json(progress: LevelProgress) -> dict[str, object]:
    checks = {"before": progress.before, "after": progress.after}
    return {
        "endings": sorted(progress.endings),
        "won": progress.won,
        **{name: [check.right, check.asked] for name, check in checks.items() if check},
    }


def _level(value: dict[str, object]) -> LevelProgress:
    endings = frozenset(map(PassageId, _strings(value.get("endings"))))
    return LevelProgress(endings, value.get("won") is True, _check(value.get("before")), _check(value.get("after")))


def _check(value: object) -> CheckResult | None:
    match value:
        case [int(right), int(asked)] if 0 <= right <= asked:
            return CheckResult(right, asked)
        case _:
            return None


def _strings(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


class ProgressKeeper:
    """The progress made so far, and its record."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._current = load_progress(folder)

    @property
    def current(self) -> Progress:
        """The progress made so far."""
        return self._current

    def change(self, progress: Progress) -> None:
        """Take progress into account; that it cannot be kept does not undo it for now."""
        self._current = progress
        with suppress(RecordsError):
            save_progress(self._folder, progress)
