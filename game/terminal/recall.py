"""Recalling messages of earlier stories: a few before a level, more of them in a refresher."""

from collections.abc import Sequence

from game.records.recalling import questions_before, questions_today, recalled
from game.story.answer import Answered
from game.story.checkup import Asked
from game.story.level import Level, MessageId
from game.story.recall import due
from game.terminal.questions import answers
from game.terminal.terminal import Terminal


def recall_before(terminal: Terminal, level: Level) -> None:
    """Ask for what is due of earlier stories; nothing is said where nothing is.

    Raises:
        LeftError, InputEndedError: the player stops.

    """
    progress, messages = terminal.progress.current, terminal.library.messages
    asked = questions_before(progress, messages, level, terminal.today(), terminal.new_seed())
    if asked:
        terminal.say_all(("", terminal.words("terminal.recall_before", count=len(asked))))
        _ask(terminal, asked, (level.origin, level.destination))


def has_due(terminal: Terminal) -> bool:
    """Say whether there is something to recall today."""
    today = terminal.today()
    memories = terminal.progress.current.on(today).memories
    return any(message in terminal.library.messages for message in due(memories, today))


def refresh(terminal: Terminal) -> None:
    """Ask for what is due today, and say what comes back when.

    Raises:
        LeftError, InputEndedError: the player stops.

    """
    words, today = terminal.words, terminal.today()
    terminal.progress.change(terminal.progress.current.on(today))
    asked = questions_today(terminal.progress.current, terminal.library.messages, today, terminal.new_seed())
    terminal.say_all(("", words("recall.title")))
    if not asked:
        terminal.say_all((words("recall.nothing"), _next(terminal)))
        return
    terminal.say_all((words("recall.hint"), words("terminal.recall_skip")))
    given = _ask(terminal, asked)
    if given:
        right = sum(each.right for each in given)
        terminal.say_all(("", words("recall.done", count=right, asked=len(given)), words("recall.done_why")))
    for message in (each.message for each in given):
        title = terminal.library.messages[message].title
        terminal.console.say(words("recall.back", title=title, when=_when(terminal, message)))


def _ask(terminal: Terminal, asked: Sequence[Asked], countries: Sequence[str] = ()) -> list[Answered]:
    """Return the answers given; each is kept as soon as it is, so that nothing is lost by stopping."""
    given, progress = [], terminal.progress
    for answer in answers(terminal, asked, countries, verdicts=True):
        progress.change(recalled(progress.current, (answer,), terminal.today()))
        given.append(answer)
    return given


def _next(terminal: Terminal) -> str:
    memories = terminal.progress.current.memories
    known = [message for message in memories if message in terminal.library.messages]
    if not known:
        return terminal.words("recall.nothing_yet")
    soonest = min(known, key=lambda message: memories[message].due)
    return terminal.words("recall.next", when=_when(terminal, soonest))


def _when(terminal: Terminal, message: MessageId) -> str:
    days = terminal.progress.current.memories[message].due - terminal.today()
    return terminal.words("recall.days", count=max(1, days))
