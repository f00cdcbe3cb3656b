"""Stories of players at a terminal who look back at endings, and go on from a choice."""

from dataclasses import replace

import pytest

from game.paths import levels_dir
from game.records.finish import reach_ending
from game.records.folder import Folder, MemoryFolder
from game.records.running import RunningLevel, start_level
from game.records.saves import load_save
from game.story.level import LevelId
from game.story.playthrough import begin
from game.story.turning import choices_taken
from game.terminal.console import InputEndedError
from game.terminal.gallery import look_at_endings
from tests.terminal.typed import TODAY, flat, library, seed_for, terminal, typed, words, written_play

LEVEL = library().levels[LevelId("village-offer")]
SEED = 7


def finished(play: str) -> tuple[Folder, RunningLevel]:
    """Return the records of somebody who came to the ending of a play."""
    folder = MemoryFolder()
    _, taken = typed(LEVEL, written_play(levels_dir() / LEVEL.id / "plays" / f"{play}.yaml"))
    running = RunningLevel(LEVEL, replace(begin(LEVEL, seed_for(LEVEL, taken)), actions=tuple(taken)), folder)
    at = terminal([], [], folder=folder)
    reach_ending(at.progress, running, TODAY.toordinal())
    return folder, running


def test_an_ending_tells_what_made_it_and_what_would_have_changed_it() -> None:
    folder, running = finished("help-on-the-way")
    ending = LEVEL.endings[running.state.place]
    heard: list[str] = []
    look_at_endings(terminal([LEVEL.id, ending.id, "back", "back"], heard, folder=folder))
    told = flat(heard)
    assert words()("levels.endings", found=1, count=len(LEVEL.endings)) in told
    assert told.count(words()("gallery.hidden")) == len(LEVEL.endings) - 1
    assert flat([ending.debrief.system]) in told
    assert words()("gallery.changed_fork") in told
    assert all(each.title not in told for each in LEVEL.endings.values() if each is not ending)


def test_a_story_without_endings_seen_gives_hints_and_leads_back() -> None:
    heard: list[str] = []
    look_at_endings(terminal([LEVEL.id], heard))
    assert flat(heard).count(words()("gallery.hidden")) == len(LEVEL.endings)


def test_going_back_to_a_choice_plays_on_from_there() -> None:
    folder, running = finished("help-on-the-way")
    number = 2
    step, choice = choices_taken(LEVEL, running.history)[number - 1]
    heard: list[str] = []
    with pytest.raises(InputEndedError):
        look_at_endings(terminal([LEVEL.id, running.state.place, "replay", str(number)], heard, folder=folder))
    saved = load_save(folder, LEVEL.id)
    assert saved
    assert saved.actions == running.playthrough.actions[: len(saved.actions)]
    assert len(saved.actions) <= step
    assert flat([choice.text]) in flat(heard).rsplit(words()("gallery.replay_hint"), 1)[1]


@pytest.mark.parametrize(("answer", "is_lost"), [("keep", False), ("leave", True)])
def test_an_open_place_is_lost_only_after_asking(answer: str, *, is_lost: bool) -> None:
    folder, running = finished("help-on-the-way")
    start_level(LEVEL, folder, SEED).note_before(None)
    heard: list[str] = []
    lines = [LEVEL.id, running.state.place, "replay", "1", answer, *([] if is_lost else ["back"])]
    at = terminal(lines, heard, folder=folder)
    if is_lost:
        with pytest.raises(InputEndedError):
            look_at_endings(at)
    else:
        look_at_endings(at)
    assert words()("gallery.open_ask") in flat(heard)
    saved = load_save(folder, LEVEL.id)
    assert saved
    assert (saved.seed != SEED) == is_lost


def test_an_ending_whose_way_was_not_kept_says_so() -> None:
    _, running = finished("help-on-the-way")
    folder, heard = MemoryFolder(), list[str]()
    at = terminal([LEVEL.id, running.state.place, "back"], heard, folder=folder)
    reach_ending(at.progress, RunningLevel(LEVEL, running.playthrough, MemoryFolder()), TODAY.toordinal())
    look_at_endings(at)
    assert words()("gallery.no_replay") in flat(heard)
