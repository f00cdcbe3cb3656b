"""What a player has reached so far: endings, messages met and remembered, offers told apart, and what checks showed."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from game.records.folder import Folder, RecordsError
from game.records.level_progress import CheckResult, Judged, LevelProgress, level_json, level_progress
from game.records.parts import day, memory, memory_json, parts, strings
from game.story.ids import FlagId, LevelId, MessageId
from game.story.recall import Memory, scheduled

if TYPE_CHECKING:
    from game.story.level import Level

__all__ = [
    "CheckResult",
    "Judged",
    "LevelProgress",
    "Progress",
    "ProgressKeeper",
    "load_progress",
    "remembered",
    "save_progress",
]
_NAME: Final = "progress"


@dataclass(frozen=True, slots=True)
class Progress:
    """What happened in all levels."""

    levels: Mapping[LevelId, LevelProgress] = field(default_factory=dict)
    met: frozenset[MessageId] = frozenset()
    """Every message ever learned, in any run."""
    memories: Mapping[MessageId, Memory] = field(default_factory=dict)
    """When each message comes back to be recalled."""
    achievements: Mapping[str, int] = field(default_factory=dict)
    """The day each achievement was reached, as an ordinal."""
    did: frozenset[str] = frozenset()
    """The helping things done: values of `Deed`. Nothing about looking for help is among them."""

    def of(self, level: LevelId) -> LevelProgress:
        """Return what happened in a level; nothing yet if it was never played."""
        return self.levels.get(level, LevelProgress())

    def with_level(self, level: LevelId, progress: LevelProgress) -> "Progress":
        """Return the progress with one level's part replaced."""
        return replace(self, levels={**self.levels, level: progress})

    @property
    def known_levels(self) -> frozenset[LevelId]:
        """The levels that were played to an ending or read."""
        return frozenset(level for level, progress in self.levels.items() if progress.is_known)

    def with_read(self, level: "Level") -> "Progress":
        """Return the progress with a level's messages met by reading them."""
        read = replace(self.of(level.id), read=True)
        return self.with_level(level.id, read).with_met(frozenset(level.messages))

    def with_met(self, messages: frozenset[MessageId]) -> "Progress":
        """Return the progress with more messages met."""
        return replace(self, met=self.met | messages)

    def with_deed(self, deed: str) -> "Progress":
        """Return the progress with a helping thing done."""
        return replace(self, did=self.did | {deed})

    def with_achievements(self, achievements: Iterable[str], today: int) -> "Progress":
        """Return the progress with achievements reached today; those had already keep their day."""
        return replace(self, achievements={**dict.fromkeys(achievements, today), **self.achievements})

    def on(self, today: int) -> "Progress":
        """Return the progress as a day finds it: with a day for all that was met, none of them too far off."""
        return replace(self, memories=scheduled(self.memories, self.met, today))


def remembered(progress: Progress, level: "Level") -> frozenset[FlagId]:
    """Return the flags a level begins with because of how other levels ended the last time.

    Where the other level was never finished, or before flags were kept, it is as if this one were played alone.
    """
    ended = {flag: progress.of(source.level).kept_flags for flag, source in level.remembers.items()}
    return frozenset(
        flag
        for flag, source in level.remembers.items()
        if (source.alone if (kept := ended[flag]) is None else source.flag in kept)
    )


def load_progress(folder: Folder) -> Progress:
    """Return the kept progress; parts that cannot be understood count as not played."""
    kept = folder.read(_NAME)
    if not isinstance(kept, dict) or not isinstance(kept.get("levels"), dict):
        return Progress()
    return Progress(
        levels={LevelId(level): each for level, each in parts(kept["levels"], level_progress).items()},
        met=frozenset(map(MessageId, strings(kept.get("met")))),
        memories={MessageId(message): each for message, each in parts(kept.get("memories"), memory).items()},
        achievements=parts(kept.get("achievements"), day),
        did=frozenset(strings(kept.get("did"))),
    )


def save_progress(folder: Folder, progress: Progress) -> None:
    """Keep the progress.

    Raises:
        RecordsError: it cannot be kept.

    """
    value = {
        "levels": {level: level_json(each) for level, each in progress.levels.items()},
        "met": sorted(progress.met),
        "memories": {message: memory_json(each) for message, each in progress.memories.items()},
        "achievements": dict(progress.achievements),
        "did": sorted(progress.did),
    }
    folder.write(_NAME, value)


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
