"""Reads levels/campaign.yaml: which levels players are offered, in which order."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from game.content.check import check_shape
from game.content.faults import FaultLog, quoted
from game.content.nodes import Entries
from game.content.parse import read_nodes
from game.content.shape import ID, Field, File, ListOf, Record, Text, Whole
from game.story.level import LevelId

_CHAPTER = Record(
    {
        "id": Field(ID, "an id that stays when the title changes"),
        "title": Field(Text(60), "what players read above the levels"),
        "levels": Field(ListOf(ID, least=1, most=40, unique=True), "the folders of the levels, in playing order"),
    }
)

CAMPAIGN_FILE = File(
    "Campaign",
    "Which levels players are offered, in which order.",
    Record(
        {
            "format": Field(Whole(1, 1), "the version of this file's format: 1"),
            "chapters": Field(ListOf(_CHAPTER, least=1, most=40), "groups of levels"),
        }
    ),
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A group of levels that belong together."""

    id: str
    title: str
    levels: tuple[LevelId, ...]


@dataclass(frozen=True, slots=True)
class Campaign:
    """The chapters in playing order. Every level is in at most one of them."""

    chapters: tuple[Chapter, ...]

    @property
    def levels(self) -> tuple[LevelId, ...]:
        """All levels in playing order."""
        return tuple(level for chapter in self.chapters for level in chapter.levels)


def read_campaign(path: Path, folders: Collection[str], log: FaultLog) -> Campaign:
    """Return the campaign in a file, without the levels that have no folder; those are faults."""
    root = read_nodes(path, log)
    if root is None:
        return Campaign(())
    check_shape(CAMPAIGN_FILE.shape, root, log, "the campaign")
    if not isinstance(root, Entries):
        return Campaign(())
    seen: set[str] = set()
    chapters = [chapter for chapter in root.items("chapters") if isinstance(chapter, Entries)]
    return Campaign(tuple(_chapter(chapter, folders, seen, log) for chapter in chapters))


def _chapter(chapter: Entries, folders: Collection[str], seen: set[str], log: FaultLog) -> Chapter:
    levels = []
    for scalar in chapter.scalars("levels"):
        if scalar.text not in folders:
            message = f"there is no level {quoted(scalar.text)}"
            log.add_unknown("unknown-level", scalar.at, scalar.text, message, folders)
        elif scalar.text in seen:
            message = f"the level {quoted(scalar.text)} is in an earlier chapter already"
            log.add("listed-twice", scalar.at, message, "delete one of them")
        else:
            levels.append(LevelId(scalar.text))
        seen.add(scalar.text)
    return Chapter(chapter.text("id"), chapter.prose("title"), tuple(levels))
