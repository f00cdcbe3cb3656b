"""Plays in the terminal without one: lines go in, a transcript comes out."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from string import ascii_lowercase

from game.content.faults import FaultLog
from game.content.library import Library, load_library
from game.content.plays import Do, DoTask, Play, read_play
from game.content.words import Words, load_words
from game.modes import HOME, Mode
from game.options import PlayOptions
from game.paths import assets_dir, levels_dir
from game.records.folder import Folder, MemoryFolder
from game.records.progress import ProgressKeeper
from game.story.action import Action, ActionId, Chance, Choose, Continue, arrange
from game.story.engine import actions, apply, start
from game.story.level import Level, LevelId, Passage
from game.story.playthrough import begin, next_draw
from game.terminal.console import Console
from game.terminal.front import play_library
from game.terminal.terminal import Terminal
from tests.story.doing import arrangement_for

TODAY = date(2026, 11, 23)


@cache
def words() -> Words:
    return load_words(assets_dir() / "words" / "en")


@cache
def library() -> Library:
    return load_library(levels_dir(), TODAY)


def terminal(
    lines: Iterable[str], heard: list[str], *, seed: int = 0, folder: Folder | None = None, keeps_records: bool = True
) -> Terminal:
    """Return a terminal that reads the lines and adds what it says to `heard`."""
    folder = folder or MemoryFolder()
    console = Console(iter(lines), heard.append, echoes=True)
    return Terminal(
        console, words(), library(), folder, ProgressKeeper(folder), lambda: seed, keeps_records, TODAY.toordinal
    )


def play_game(data_dir: Path, lines: Iterable[str], *, level: str = "", mode: Mode = HOME) -> str:
    """Play the whole game with records in a folder, and return all that was said, as one line."""
    heard: list[str] = []
    options = PlayOptions(levels_dir(), LevelId(level) if level else None, mode, data_dir=data_dir)
    assert play_library(library(), options, words(), Console(iter(lines), heard.append, echoes=True)) == 0
    return flat(heard)


def flat(heard: Iterable[str]) -> str:
    """Return what was said without line breaks, so that a sentence is found wherever it was wrapped."""
    return " ".join("".join(heard).split())


def written_play(path: Path) -> Play:
    """Return a play of a level."""
    log = FaultLog(path.name)
    found = read_play(path, log)
    assert found, log.faults
    return found


def typed(level: Level, written: Play) -> tuple[list[str], list[ActionId]]:
    """Return what to type for a play from the first passage to the ending, and the actions it takes."""
    state, lines, taken = start(level), [], []
    for step in (step for step in written.steps if isinstance(step, Do | DoTask)):
        passage = level.passages[state.place]
        if passage.offers:
            lines.append("")  # looks at the explanation of the offers
        if passage.task and (isinstance(step, DoTask) or step.how == "choose"):
            picked = step.arrangement if isinstance(step, DoTask) else arrangement_for(passage, step.name)
            choice = passage.comes_to(picked)
            assert choice
            lines += [*_picks(passage, picked), ""]
            taken += [arrange(part, picked[part]).id for part in passage.task.parts] + [ActionId(choice.id)]
            state = apply(level, state, taken[-1]).state
            continue
        assert isinstance(step, Do)
        action = next(each for each in actions(level, state) if _is_meant(each, step))
        lines.append({"choose": step.name, "play": f"play {step.name}", "continue": ""}[step.how])
        taken.append(action.id)
        state = apply(level, state, action.id).state
    return lines, taken


def _picks(passage: Passage, arrangement: Mapping[str, str]) -> Iterator[str]:
    assert passage.task
    for number, part in enumerate(passage.task.parts.values(), start=1):
        letter = ascii_lowercase[list(part.options).index(arrangement[part.id])]
        yield f"pick {number} {letter}"


def seed_for(level: Level, taken: Iterable[ActionId]) -> int:
    """Return a seed by which every draw of a run falls as it has to."""
    wanted = tuple(taken)
    return next(seed for seed in range(100_000) if _falls_so(level, seed, wanted))


def _falls_so(level: Level, seed: int, wanted: tuple[ActionId, ...]) -> bool:
    state, playthrough = start(level), begin(level, seed)
    for action in wanted:
        drawn = next_draw(level, playthrough, state)
        if drawn and drawn.id != action:
            return False
        state, playthrough = apply(level, state, action).state, playthrough.then(action)
    return True


def _is_meant(action: Action, step: Do) -> bool:
    match action:
        case Choose(choice=choice):
            return (step.how, step.name) == ("choose", choice)
        case Continue(to=to) | Chance(to=to):
            return (step.how, step.name) == ("continue", to)
        case _:
            return (step.how, step.name) == ("play", action.message)
