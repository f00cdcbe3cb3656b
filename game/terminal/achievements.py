"""What has been reached, and what can be."""

from game.content.praise import what_for
from game.story.achievement import Achievement
from game.terminal.results import tell_reached
from game.terminal.terminal import Terminal


def tell_achievements(terminal: Terminal) -> None:
    """List all achievements: first those reached, then the others with what they are for."""
    tell_reached(terminal)
    known, reached = terminal.library.achievements, terminal.progress.current.achievements
    found = sum(each.id in reached for each in known)
    terminal.say_all(("", terminal.words("praise.title") + ":"))
    terminal.console.say(terminal.words("praise.count", found=found, count=len(known)))
    for each in sorted(known, key=lambda each: each.id not in reached):
        terminal.console.say(_line(terminal, each))


def _line(terminal: Terminal, each: Achievement) -> str:
    words, day = terminal.words, terminal.progress.current.achievements.get(each.id)
    if day is None:
        return words("terminal.achievement", title=each.title, text=what_for(words, each.rule))
    days = terminal.today() - day
    since = words("praise.ago", count=days) if days > 0 else words("praise.today")
    return words("terminal.achievement_reached", title=each.title, text=each.text, since=since)
