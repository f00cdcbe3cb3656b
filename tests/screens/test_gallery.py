"""Stories about looking back: the gallery of endings, and the way back to a choice."""

from dataclasses import dataclass

import pytest

from game.content.library import Library
from game.records.finish import reach_ending
from game.records.progress import LevelProgress, Progress
from game.records.running import RunningLevel, start_level
from game.records.saves import load_save
from game.screens.play.play import PlayScreen
from game.story.engine import actions
from game.story.level import Level, LevelId, PassageId
from game.ui.intents import Activate, Back, Press, Release
from game.ui.view import control, spots
from tests.screens.pilot import Pilot, shipped_library
from tests.screens.reading import words_of
from visit import way_to_place

LEVEL = LevelId("village-offer")


@pytest.fixture(scope="module")
def library() -> Library:
    return shipped_library()


@dataclass(frozen=True)
class Seen:
    """Somebody who saw one ending of a level."""

    pilot: Pilot
    level: Level
    ending: PassageId
    running: RunningLevel

    def look_back(self) -> Pilot:
        self.pilot.open(self.pilot.routes.title(), self.pilot.routes.gallery(self.level))
        return self.pilot.choose(f"ending:{self.ending}")


def seen(library: Library, place: int = -1) -> Seen:
    pilot, level = Pilot(library), library.levels[LEVEL]
    ending = list(level.endings)[place]
    running = start_level(level, pilot.services.folder, 7)
    for action in way_to_place(level, ending):
        running.take(action)
    reach_ending(pilot.services.progress, running, pilot.today)
    running.close()
    return Seen(pilot, level, ending, running)


def test_endings_not_seen_are_closed_and_name_nothing(library: Library) -> None:
    one = seen(library)
    one.pilot.open(one.pilot.routes.title(), one.pilot.routes.gallery(None))
    shown = words_of(one.pilot.view)
    for ending in one.level.endings.values():
        assert (ending.title in shown) == (ending.id == one.ending)
        assert (f"ending:{ending.id}" in one.pilot.ids) == (ending.id == one.ending)


def test_every_story_can_be_turned_to(library: Library) -> None:
    pilot = Pilot(library)
    pilot.open(pilot.routes.title(), pilot.routes.gallery(None))
    titles = []
    for _ in library.campaign.levels:
        titles.append(control(pilot.view, "story").value)
        pilot.runner.screen.use("story", 1)
    assert titles == [library.levels[level].title for level in library.campaign.levels]


def test_looking_back_tells_what_the_ending_was_made_of_and_the_last_fork(library: Library) -> None:
    one = seen(library)
    pilot = one.look_back()
    debrief = one.level.endings[one.ending].debrief
    shown = words_of(pilot.view)
    assert debrief.choice in shown
    assert debrief.system in shown
    assert pilot.services.words("gallery.changed_fork") in shown


def test_a_safe_ending_is_told_as_one(library: Library) -> None:
    one = seen(library, 0)
    assert one.level.endings[one.ending].outcome.is_safe
    assert one.pilot.services.words("gallery.changed_safe") in words_of(one.look_back().view)


def test_the_story_goes_on_from_the_choice_that_was_pressed(library: Library) -> None:
    one = seen(library)
    pilot = one.look_back().choose("replay")
    rows = [each for each in pilot.ids if each.startswith("from:")]
    step = int(rows[1].removeprefix("from:"))
    pilot.choose(rows[1])
    screen = pilot.runner.screen
    assert isinstance(screen, PlayScreen)
    assert load_save(pilot.services.folder, LEVEL) is None, "nothing is saved before something is decided"
    pilot.listen()
    chosen = one.running.playthrough.actions[step]
    assert chosen in {each.id for each in actions(one.level, one.running.history.states[step])}
    pilot.choose(next(each for each in pilot.ids if each.startswith("choice:")))
    saved = load_save(pilot.services.folder, LEVEL)
    assert saved is not None
    assert saved.actions[:step] == one.running.playthrough.actions[:step]
    assert saved.seed == one.running.playthrough.seed


def test_two_quick_taps_do_not_begin_anything(library: Library) -> None:
    pilot = seen(library).look_back()
    at = next(spot for spot in spots(pilot.wait(1).view, {}) if spot.id == "replay").rect.centre
    pilot.send(Press(at), Release(at), Press(at), Release(at), Activate())
    assert not isinstance(pilot.runner.screen, PlayScreen)
    assert any(each.startswith("from:") for each in pilot.ids)


def test_an_open_place_is_not_given_up_without_asking(library: Library) -> None:
    one = seen(library)
    folder = one.pilot.services.folder
    started = start_level(one.level, folder, 3)
    started.take(next(iter(actions(one.level, started.state))).id)
    saved = load_save(folder, LEVEL)
    pilot = one.look_back().choose("replay")
    first = next(each for each in pilot.ids if each.startswith("from:"))
    pilot.choose(first)
    assert pilot.services.words("gallery.open_ask") in words_of(pilot.view)
    pilot.choose("keep")
    assert first in pilot.ids
    assert load_save(folder, LEVEL) == saved
    pilot.choose(first).choose("leave")
    assert isinstance(pilot.runner.screen, PlayScreen)


def test_an_ending_seen_before_ways_were_kept_can_be_looked_at_all_the_same(library: Library) -> None:
    pilot, level = Pilot(library), library.levels[LEVEL]
    ending = next(iter(level.endings))
    pilot.services.progress.change(Progress({LEVEL: LevelProgress(frozenset({ending}))}))
    pilot.open(pilot.routes.title(), pilot.routes.gallery(level)).choose(f"ending:{ending}")
    assert pilot.services.words("gallery.no_replay") in words_of(pilot.view)
    assert "replay" not in pilot.ids
    pilot.send(Back(), Back())
    assert "play" in pilot.ids


def test_the_gallery_opens_from_the_end_of_a_story(library: Library) -> None:
    one = seen(library)
    pilot = one.pilot.open(one.pilot.routes.level_select(), one.pilot.routes.ending(one.running, None)).wait()
    assert pilot.view.widgets
    pilot.wait()
    for _ in range(2):
        pilot.choose("go-on").wait()
    pilot.choose("gallery")
    assert f"ending:{one.ending}" in pilot.ids
    pilot.send(Back())
    assert "go-on" in pilot.ids
