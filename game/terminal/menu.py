"""The list of levels, and what else can be done from there."""

from collections.abc import Collection

from game.content.campaign import Chapter
from game.content.opening import awaited, open_levels
from game.records.saves import load_save
from game.story.level import Level, LevelId
from game.terminal.recall import has_due
from game.terminal.terminal import Terminal, numbered


def pick_wish(terminal: Terminal, ways: Collection[str], *, tells: bool) -> Level | str:
    """Return the level the player picks, or which of the other ways; with `tells`, the levels are listed at once.

    A level of a closed chapter can only be read.

    Raises:
        LeftError, InputEndedError: the player stops.

    """
    words, levels = terminal.words, {level.id: level for level in listed(terminal)}
    if tells:
        _tell(terminal)
    else:
        terminal.say_all(("", words("terminal.at_stories")))
    prompt, ids = words("terminal.pick", last=len(levels)), list(levels)
    while True:
        answer = terminal.ask(prompt, words("terminal.help_menu"))
        found = numbered(answer, ids)
        if found is not None:
            return levels[LevelId(found)]
        if answer.lower() in ways:
            return answer.lower()
        if answer:
            terminal.console.say(words("terminal.menu_again", last=len(ids)))
        else:
            _tell(terminal)


def listed(terminal: Terminal) -> tuple[Level, ...]:
    """Return the levels of the campaign in its order; all there are in a folder of somebody's own without one."""
    levels = terminal.library.levels
    return tuple(levels[each] for each in terminal.library.campaign.levels or levels)


def is_open(terminal: Terminal, level: Level) -> bool:
    """Say whether a level can be played now; one outside the campaign always can."""
    campaign = terminal.library.campaign
    if terminal.all_open or level.id not in campaign.levels:
        return True
    return level.id in open_levels(campaign, terminal.progress.current.known_levels)


def _tell(terminal: Terminal) -> None:
    """List the levels by chapter, and say what else can be typed."""
    words, chapters = terminal.words, terminal.library.campaign.chapters
    terminal.say_all(("", words("levels.title")))
    opening = {level: chapter for chapter in chapters for level in chapter.levels[:1]}
    for number, level in enumerate(listed(terminal), start=1):
        if level.id in opening:
            chapter = opening[level.id]
            terminal.say_all(("", chapter.title, *_about(terminal, chapter)))
        terminal.console.say(_line(terminal, level), hang=f"{number}. ")
    terminal.console.say()
    if has_due(terminal):
        terminal.console.say(words("terminal.due"))
    terminal.console.say(words("terminal.ways"))
    if terminal.records:
        terminal.console.say(words("records.way", name=terminal.records.name))


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
