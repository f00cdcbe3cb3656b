"""The list of levels."""

from game.content.campaign import Chapter
from game.content.opening import awaited, open_levels
from game.records.saves import load_save
from game.story.level import Level, LevelId
from game.terminal.terminal import Terminal


def pick_level(terminal: Terminal) -> Level:
    """List the levels by chapter and return the one the player picks; one of a closed chapter can only be read.

    Raises:
        LeftError, InputEndedError: the player stops.

    """
    library, words = terminal.library, terminal.words
    terminal.say_all(("", words("levels.title")))
    ids: list[str] = []
    for chapter in library.campaign.chapters:
        terminal.say_all(("", chapter.title, *_about(terminal, chapter)))
        for level in (library.levels[each] for each in chapter.levels):
            ids.append(level.id)
            terminal.console.say(_line(terminal, level), hang=f"{len(ids)}. ")
    if not ids:  # a folder of somebody's own levels, without a campaign
        ids = list(library.levels)
        for number, level in enumerate(library.levels.values(), start=1):
            terminal.console.say(_line(terminal, level), hang=f"{number}. ")
    return library.levels[LevelId(terminal.choose(ids))]


def is_open(terminal: Terminal, level: Level) -> bool:
    """Say whether a level can be played now; one outside the campaign always can."""
    campaign = terminal.library.campaign
    if terminal.all_open or level.id not in campaign.levels:
        return True
    return level.id in open_levels(campaign, terminal.progress.current.known_levels)


def _about(terminal: Terminal, chapter: Chapter) -> list[str]:
    """What a chapter is about and, while it is closed, what opens it."""
    about, words = [chapter.about] if chapter.about else [], terminal.words
    before = awaited(terminal.library.campaign, chapter, terminal.progress.current.known_levels)
    if terminal.all_open or before is None:
        return about
    return [*about, words("levels.opens", chapter=before.title), words("levels.read_now")]


def _line(terminal: Terminal, level: Level) -> str:
    words, progress = terminal.words, terminal.progress.current.of(level.id)
    route = words(
        "levels.route", origin=words(f"countries.{level.origin}"), destination=words(f"countries.{level.destination}")
    )
    facts = [
        words("terminal.level", title=level.title, route=route, minutes=level.minutes, ages=level.ages),
        words("levels.endings", found=len(progress.endings), count=len(level.endings)) if progress.endings else "",
        words("levels.won") if progress.won else "",
        words("levels.saved") if load_save(terminal.folder, level.id) else "",
    ]
    return ". ".join(filter(None, facts)) + "."
