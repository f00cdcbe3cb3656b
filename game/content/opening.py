"""Which chapters of the campaign are open: one after another, by stories that were played to an ending or read.

Whatever was open stays open, and every level can be reached: a chapter waits for any one story of the chapter before
it, and a story of its own opens it, too, for somebody who met it on a path or read it while it was closed.
"""

from collections.abc import Container

from game.content.campaign import Campaign, Chapter
from game.story.ids import LevelId


def awaited(campaign: Campaign, chapter: Chapter, known: Container[LevelId]) -> Chapter | None:
    """Return the chapter of which a story has to be known before this one opens; None if it is open."""
    before = next((each for each in campaign.chapters if each.id == chapter.after), None)
    if before is None or any(level in known for level in (*before.levels, *chapter.levels)):
        return None
    return before


def open_levels(campaign: Campaign, known: Container[LevelId]) -> frozenset[LevelId]:
    """Return the levels of all chapters that are open."""
    chapters = (each for each in campaign.chapters if awaited(campaign, each, known) is None)
    return frozenset(level for chapter in chapters for level in chapter.levels)
