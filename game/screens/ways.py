"""Which way through the campaign the player is on, and which stories are open there."""

from game.content.campaign import CampaignPath, Chapter
from game.content.opening import awaited, open_levels
from game.records.way import load_way
from game.screens.services import Services
from game.story.ids import LevelId


def chosen_path(services: Services) -> CampaignPath | None:
    """Return the path that was chosen; None for the whole campaign."""
    chosen = load_way(services.folder)
    return next((path for path in services.library().campaign.paths if path.id == chosen), None)


def awaited_chapter(services: Services, chapter: Chapter) -> Chapter | None:
    """Return the chapter that has to be begun before this one opens; None if it is open."""
    if services.mode.all_open:
        return None
    return awaited(services.library().campaign, chapter, services.progress.current.known_levels)


def is_open(services: Services, level: LevelId) -> bool:
    """Say whether a level can be played now; on a path all can, and so can those outside the campaign."""
    campaign, path = services.library().campaign, chosen_path(services)
    if services.mode.all_open or level not in campaign.levels or (path and level in path.levels):
        return True
    return level in open_levels(campaign, services.progress.current.known_levels)


def way_out(services: Services, to_stories: str) -> str:
    """Return what the way out of a story is called: by the text of this id where it leads to the stories."""
    return services.words(to_stories if services.mode.ends_in_stories else "levels.what_next")


def following(services: Services, level: LevelId) -> LevelId | None:
    """Return the level to play after this one: the next of the path it is on, or else of the campaign, if it is open.

    A path that is walked to its end leads on nowhere.
    """
    path = chosen_path(services)
    levels = path.levels if path and level in path.levels else services.library().campaign.levels
    later = levels[levels.index(level) + 1 :] if level in levels else ()
    return next((each for each in later if is_open(services, each)), None)
