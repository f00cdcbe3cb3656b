"""Reads levels/campaign.yaml: which levels players are offered, in which order, and shorter paths through them."""

from collections.abc import Collection, Container
from dataclasses import dataclass, replace
from pathlib import Path

from game.content.check import check_shape
from game.content.faults import FaultLog, quoted
from game.content.nodes import Entries
from game.content.parse import read_nodes
from game.content.shape import ID, Field, File, ListOf, Record, Text, Whole, optional
from game.story.level import LevelId

_LEVELS = ListOf(ID, least=1, most=40, unique=True)
_CHAPTER = Record(
    {
        "id": Field(ID, "an id that stays when the title changes"),
        "title": Field(Text(60), "what players read above the levels"),
        "about": optional(Text(160), "what the chapter is about, in a sentence"),
        "after": optional(ID, "the chapter before it: one of its stories has to be finished or read first"),
        "levels": Field(_LEVELS, "the folders of the levels, in playing order"),
    }
)
_PATH = Record(
    {
        "id": Field(ID, "an id that stays when the title changes"),
        "title": Field(Text(60), "what players read"),
        "about": Field(Text(160), "for whom it is, in a sentence"),
        "minutes": Field(Whole(1, 240), "how long it takes"),
        "levels": Field(_LEVELS, "the levels, in playing order"),
    }
)

CAMPAIGN_FILE = File(
    "Campaign",
    "Which levels players are offered, in which order, and shorter paths through them.",
    Record(
        {
            "format": Field(Whole(1, 1), "the version of this file's format: 1"),
            "chapters": Field(ListOf(_CHAPTER, least=1, most=40), "groups of levels"),
            "paths": optional(ListOf(_PATH, least=1, most=8), "shorter ways through the campaign"),
        }
    ),
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A group of levels that belong together."""

    id: str
    title: str
    about: str
    after: str | None
    """The chapter of which a story has to be finished or read before this one opens; None for open from the start."""
    levels: tuple[LevelId, ...]


@dataclass(frozen=True, slots=True)
class CampaignPath:
    """A shorter way through the campaign. On a path every level is open."""

    id: str
    title: str
    about: str
    minutes: int
    levels: tuple[LevelId, ...]


@dataclass(frozen=True, slots=True)
class Campaign:
    """The chapters in playing order. Every level is in at most one of them."""

    chapters: tuple[Chapter, ...]
    paths: tuple[CampaignPath, ...] = ()

    @property
    def levels(self) -> tuple[LevelId, ...]:
        """All levels in playing order."""
        return tuple(level for chapter in self.chapters for level in chapter.levels)

    def only(self, levels: Container[LevelId]) -> "Campaign":
        """Return the campaign with these levels alone; chapters and paths without any are gone."""
        chapters = (
            replace(each, levels=tuple(level for level in each.levels if level in levels)) for each in self.chapters
        )
        paths = (replace(each, levels=tuple(level for level in each.levels if level in levels)) for each in self.paths)
        return Campaign(tuple(each for each in chapters if each.levels), tuple(each for each in paths if each.levels))


def read_campaign(path: Path, folders: Collection[str], log: FaultLog) -> Campaign:
    """Return the campaign in a file, without the levels that have no folder; those are faults."""
    root = read_nodes(path, log)
    if root is None:
        return Campaign(())
    check_shape(CAMPAIGN_FILE.shape, root, log, "the campaign")
    if not isinstance(root, Entries):
        return Campaign(())
    seen: set[str] = set()
    opened: list[str] = []
    chapters = []
    for chapter in (each for each in root.items("chapters") if isinstance(each, Entries)):
        chapters.append(_chapter(chapter, folders, seen, opened, log))
        opened.append(chapter.text("id"))
    paths = [_path(each, seen, log) for each in root.items("paths") if isinstance(each, Entries)]
    return Campaign(tuple(chapters), tuple(paths))


def _chapter(
    chapter: Entries, folders: Collection[str], seen: set[str], opened: Collection[str], log: FaultLog
) -> Chapter:
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
    after = chapter.scalar("after")
    if after and after.text not in opened:
        message = f"{quoted(after.text)} is not a chapter above this one"
        log.add_unknown("unknown-chapter", after.at, after.text, message, opened)
    name, title, about = chapter.text("id"), chapter.prose("title"), chapter.prose("about")
    return Chapter(name, title, about, after.text if after else None, tuple(levels))


def _path(path: Entries, listed: Collection[str], log: FaultLog) -> CampaignPath:
    for scalar in path.scalars("levels"):
        if scalar.text not in listed:
            message = f"{quoted(scalar.text)} is in no chapter"
            log.add_unknown("unknown-level", scalar.at, scalar.text, message, listed)
    levels = tuple(LevelId(scalar.text) for scalar in path.scalars("levels") if scalar.text in listed)
    return CampaignPath(path.text("id"), path.prose("title"), path.prose("about"), path.whole("minutes"), levels)
