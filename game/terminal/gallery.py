"""The endings of each story: those seen, what they were made of, and a way back to a choice."""

from collections.abc import Iterator

from game.content.words import Words
from game.records.gallery import Seen, load_gallery
from game.records.running import RunningLevel, has_open_place, take_up
from game.story.level import Level, LevelId, PassageId
from game.story.playthrough import Replay, before_step, replay
from game.story.turning import Turning, choices_taken, turning
from game.story.unmet import CouldHaveSaid, StillToLearn, first_help
from game.terminal.ending import debrief_lines
from game.terminal.menu import listed
from game.terminal.terminal import Terminal
from game.terminal.visit import play_on

_LEAVE, _REPLAY = "back", "replay"


def look_at_endings(terminal: Terminal) -> None:
    """Let the player look at stories and their endings, and play on from a choice that led to one.

    Raises:
        LeftError, InputEndedError: the player stops.

    """
    terminal.say_all(("", terminal.words("gallery.title") + ":"))
    stories = {level.id: level for level in listed(terminal)}
    options = [(level.id, _story(terminal, level)) for level in stories.values()]
    picked = terminal.pick((*options, (_LEAVE, terminal.words("terminal.back_to_stories"))))
    running = None if picked == _LEAVE else _look_at(terminal, stories[LevelId(picked)])
    if running:
        play_on(terminal, running)


def _story(terminal: Terminal, level: Level) -> str:
    found, count = len(_seen(terminal, level)), len(level.endings)
    return f"“{level.title}”. {terminal.words('levels.endings', found=found, count=count)}."


def _seen(terminal: Terminal, level: Level) -> frozenset[PassageId]:
    return terminal.progress.current.of(level.id).endings & level.endings.keys()


def _look_at(terminal: Terminal, level: Level) -> RunningLevel | None:
    """Let the player look back at endings of a story; return it at the choice to play on from, if one was picked."""
    words, seen = terminal.words, _seen(terminal, level)
    terminal.say_all(("", f"{words('gallery.list')}:"))
    for ending in (each for each in level.endings.values() if each.id not in seen):
        hint = words(f"gallery.hint_{ending.outcome.name.lower()}")
        terminal.console.say(words("terminal.ending_hidden", hidden=words("gallery.hidden"), hint=hint))
    endings = [(each.id, each.title) for each in level.endings.values() if each.id in seen]
    options = (*endings, (_LEAVE, words("terminal.back_to_stories")))
    while endings and (picked := terminal.pick(options, (level.origin, level.destination))) != _LEAVE:
        running = _look_back(terminal, level, PassageId(picked))
        if running:
            return running
        terminal.say_all(("", f"{words('gallery.list')}:"))
    return None


def _look_back(terminal: Terminal, level: Level, ending: PassageId) -> RunningLevel | None:
    """Tell an ending in short; return the level at the choice to play on from, if one was picked."""
    words, kept = terminal.words, load_gallery(terminal.folder, level.id).get(ending)
    way = replay(level, kept.playthrough) if kept else None
    fork = turning(level, way) if way else None
    told = level.endings[ending]
    terminal.say_all(("", words("terminal.ending", title=told.title), *debrief_lines(words, told.debrief)))
    terminal.say_all(_changed(terminal, level, ending, way, fork))
    if kept is None or way is None or not choices_taken(level, way):
        terminal.console.say(words("gallery.no_replay"))
        return None
    options = ((_REPLAY, words("gallery.replay")), (_LEAVE, words("terminal.back_to_endings")))
    if terminal.pick(options, (level.origin, level.destination)) == _LEAVE:
        return None
    return _from_choice(terminal, level, kept, way, fork)


def _changed(
    terminal: Terminal, level: Level, ending: PassageId, way: Replay | None, fork: Turning | None
) -> Iterator[str]:
    """Yield what would have changed an ending."""
    words = terminal.words
    if level.endings[ending].outcome.is_safe:
        yield from ("", words("gallery.changed_safe"))
        return
    told = [*_fork(terminal, fork), *_card(terminal, level, way, fork)]
    if told:
        yield from ("", words("gallery.changed") + ":", *told)


def _fork(terminal: Terminal, fork: Turning | None) -> Iterator[str]:
    if fork is None:
        return
    words, messages = terminal.words, terminal.library.messages
    yield f"{words('gallery.changed_fork')} {fork.said.text}"
    opened = words("gallery.changed_instead")
    if fork.message is not None:
        opened = words("gallery.changed_card", title=messages[fork.message].title)
    yield f"{opened} {fork.instead.text}"


def _card(terminal: Terminal, level: Level, way: Replay | None, fork: Turning | None) -> Iterator[str]:
    words, messages = terminal.words, terminal.library.messages
    match first_help(level, way, fork) if way else None:
        case CouldHaveSaid(message, sentence):
            yield f"{words('gallery.could_say', title=messages[message].title)} {sentence}"
        case StillToLearn(message, whom):
            yield words("gallery.learn", title=messages[message].title, whom=whom)
        case None:
            pass


def _from_choice(
    terminal: Terminal, level: Level, kept: Seen, way: Replay, fork: Turning | None
) -> RunningLevel | None:
    """Let the player pick a choice to go back to, and ask before an open place is lost."""
    words, countries = terminal.words, (level.origin, level.destination)
    terminal.say_all(("", words("gallery.replay_title"), words("gallery.replay_hint")))
    taken = choices_taken(level, way)
    choices = [(str(at), _choice(words, choice.text, step, fork)) for at, (step, choice) in enumerate(taken, start=1)]
    picked = terminal.pick((*choices, (_LEAVE, words("terminal.back_to_endings"))), countries)
    if picked == _LEAVE or not _may_lose_place(terminal, level):
        return None
    step, _ = taken[int(picked) - 1]
    way_back = before_step(level, kept.playthrough, step)
    running = take_up(level, way_back, terminal.folder, listener=terminal.records)
    running.note_before(None)
    return running


def _choice(words: Words, text: str, step: int, fork: Turning | None) -> str:
    return f"{text} ({words('gallery.replay_fork')})" if fork and fork.step == step else text


def _may_lose_place(terminal: Terminal, level: Level) -> bool:
    words = terminal.words
    if not has_open_place(terminal.folder, level):
        return True
    terminal.say_all(("", words("gallery.open_ask")))
    options = (("keep", words("gallery.open_keep")), ("leave", words("gallery.open_leave")))
    return terminal.pick(options, (level.origin, level.destination)) == "leave"
