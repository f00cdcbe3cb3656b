"""One level from its content note to what was learned in it."""

from game.records.progress import remembered
from game.records.running import RunningLevel, resume_level, start_level
from game.records.saves import load_save
from game.story.achievement import Deed
from game.story.level import Level
from game.terminal.console import InputEndedError
from game.terminal.ending import tell_ending
from game.terminal.questions import check_after, check_before
from game.terminal.recall import recall_before
from game.terminal.results import tell_results
from game.terminal.story import Story
from game.terminal.terminal import LeftError, Terminal


def visit(terminal: Terminal, level: Level, *, may_play: bool = True) -> None:
    """Let the player play, read or skip a level; one that is closed can only be read.

    Raises:
        LeftError, InputEndedError: the player stops; where the level was open, it is saved.

    """
    terminal.say_all(("", level.title))
    running = _resumed(terminal, level)
    if running is None:
        if not _wants_to_play(terminal, level, may_play=may_play):
            return
        recall_before(terminal, level)
        memory = remembered(terminal.progress.current, level)
        running = start_level(level, terminal.folder, terminal.new_seed(), memory, terminal.records)
        check_before(terminal, running)
    play_on(terminal, running)


def play_on(terminal: Terminal, running: RunningLevel) -> None:
    """Let the player play from where a level stands to what was learned in it.

    Raises:
        LeftError, InputEndedError: the player stops; it is saved.

    """
    level = running.level
    try:
        Story(terminal, running).run()
        tell_ending(terminal, running)
        tell_results(terminal, running, check_after(terminal, running))
    except (LeftError, InputEndedError, KeyboardInterrupt):
        is_kept = terminal.keeps_records and running.is_saved
        terminal.say_all(("", terminal.words("terminal.saved" if is_kept else "terminal.not_saved", title=level.title)))
        raise
    running.close()


def _resumed(terminal: Terminal, level: Level) -> RunningLevel | None:
    """Return the level as it was left, if it was and the player wants to go on with it."""
    if load_save(terminal.folder, level.id) is None:
        return None
    terminal.console.say(terminal.words("terminal.resume"))
    options = (("go-on", terminal.words("levels.continue")), ("anew", terminal.words("pause.restart")))
    if terminal.pick(options, (level.origin, level.destination)) == "anew":
        return None
    running, resumed = resume_level(level, terminal.folder, terminal.new_seed(), listener=terminal.records)
    if resumed.was_shortened:
        terminal.console.say(terminal.words("resume.text"))
    return running


def _wants_to_play(terminal: Terminal, level: Level, *, may_play: bool) -> bool:
    words = terminal.words
    terminal.say_all((words("terminal.note", text=level.content_note), words("note.calm"), words("note.free"), ""))
    options = [("summary", words("note.read")), ("skip", words("note.skip"))]
    if may_play:
        options.insert(0, ("play", words("note.play")))
    countries = (level.origin, level.destination)
    wish = terminal.pick(options, countries)
    if wish == "summary":
        terminal.say_all(("", words("summary.title"), level.summary))
        _tell_messages(terminal, level)
        terminal.progress.change(terminal.progress.current.with_deed(Deed.LEVEL_READ))
        wish = terminal.pick((("play", words("summary.play")), ("skip", words("summary.done"))), countries)
    elif wish == "skip":
        terminal.say_all(("", words("summary.skipped")))
        _tell_messages(terminal, level)
    return wish == "play"


def _tell_messages(terminal: Terminal, level: Level) -> None:
    """Say what the story would have told, and keep that it was met."""
    terminal.progress.change(terminal.progress.current.with_read(level))
    terminal.say_all(("", terminal.words("summary.messages")))
    for message in (terminal.library.messages[each] for each in level.messages):
        terminal.console.say(terminal.words("terminal.card_text", title=message.title, text=message.text))
    terminal.console.say()
