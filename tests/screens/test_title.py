"""Stories about the first page of the game."""

from dataclasses import replace

from game.content.asset_library import AssetLibrary
from game.content.library import Library
from game.modes import HOME, KIOSK
from game.paths import assets_dir
from game.records.folder import MemoryFolder
from game.records.latest import load_latest, note_latest
from game.records.running import start_level
from game.screens.after.ending import EndingScreen
from game.screens.play.play import PlayScreen
from game.screens.play.resume_notice import ResumeNoticeScreen
from game.screens.questions.refresher import RefresherScreen
from game.screens.routing import build_routes
from game.screens.screen import Home
from game.screens.stories.level_select import LevelSelectScreen
from game.story.engine import actions, has_ended
from game.story.level import LevelId
from game.story.recall import GAPS
from game.ui.intents import Activate, Back
from tests.screens.pilot import Pilot
from tests.screens.reading import words_of

LEVEL = LevelId("village-offer")


def begun(library: Library, folder: MemoryFolder) -> None:
    """Leave a level after its first choice."""
    level = library.levels[LEVEL]
    running = start_level(level, folder, 7)
    note_latest(folder, level)
    running.take(actions(level, running.state)[0].id)


def titled(library: Library, folder: MemoryFolder | None = None) -> Pilot:
    pilot = Pilot(library, folder=folder or MemoryFolder())
    return pilot.open(pilot.routes.title())


def test_a_first_time_player_is_offered_to_play_and_nothing_to_continue(shipped: Library) -> None:
    pilot = titled(shipped)
    assert "continue" not in pilot.ids
    assert pilot.view.default_focus == "play"
    pilot.send(Activate())
    assert isinstance(pilot.runner.screen, LevelSelectScreen)


def test_the_first_picture_waits_for_no_level(shipped: Library) -> None:
    def still_reading() -> Library:
        raise AssertionError("the title asked for the levels")

    pilot = Pilot(shipped)
    services = replace(pilot.services, library=still_reading)
    routes = build_routes(services, AssetLibrary(assets_dir()))
    assert pilot.open(routes.title()).view.widgets


def test_continue_names_the_level_and_resumes_it(shipped: Library) -> None:
    folder = MemoryFolder()
    begun(shipped, folder)
    pilot = titled(shipped, folder)
    assert shipped.levels[LEVEL].title in words_of(pilot.view)
    assert pilot.view.default_focus == "continue"
    pilot.tap("continue")
    assert isinstance(pilot.runner.screen, PlayScreen)


def test_continue_leads_to_the_ending_of_a_story_that_was_left_there(shipped: Library) -> None:
    folder = MemoryFolder()
    level = shipped.levels[LEVEL]
    running = start_level(level, folder, 7)
    note_latest(folder, level)
    while not has_ended(level, running.state):
        running.go_on() or running.take(actions(level, running.state)[0].id)
    pilot = titled(shipped, folder).tap("continue")
    assert isinstance(pilot.runner.screen, EndingScreen)


def test_continue_tells_when_a_save_had_to_be_shortened(shipped: Library) -> None:
    folder = MemoryFolder()
    begun(shipped, folder)
    kept = folder.read(f"saves/{LEVEL}")
    assert isinstance(kept, dict)
    folder.write(f"saves/{LEVEL}", {**kept, "actions": [*kept["actions"], "a-choice-that-was-removed"]})
    pilot = titled(shipped, folder)
    pilot.tap("continue")
    assert isinstance(pilot.runner.screen, ResumeNoticeScreen)
    pilot.tap("go-on")
    assert isinstance(pilot.runner.screen, PlayScreen)


def test_what_can_be_continued_is_looked_up_again_after_playing(shipped: Library) -> None:
    folder = MemoryFolder()
    pilot = titled(shipped, folder)
    assert "continue" not in pilot.ids
    pilot.tap("play")
    begun(shipped, folder)
    pilot.send(Back())
    assert "continue" in pilot.ids


def test_a_level_that_was_finished_is_not_continued(shipped: Library) -> None:
    folder = MemoryFolder()
    begun(shipped, folder)
    start_level(shipped.levels[LEVEL], folder, 7).close()
    assert load_latest(folder) is None
    assert "continue" not in titled(shipped, folder).ids


def test_looking_into_a_story_does_not_lose_the_place_in_another(shipped: Library) -> None:
    folder = MemoryFolder()
    begun(shipped, folder)
    note_latest(folder, shipped.levels[LevelId("one-place-left")])
    latest = load_latest(folder)
    assert latest
    assert latest.level == LEVEL


def test_a_kiosk_cannot_be_quit_and_escape_closes_nothing(shipped: Library) -> None:
    for mode in (HOME, KIOSK):
        pilot = Pilot(shipped, mode=mode)
        pilot.open(pilot.routes.title())
        assert ("quit" in pilot.ids) == mode.may_quit
        pilot.send(Back())
        assert not pilot.runner.is_over


def test_quitting_ends_the_game(shipped: Library) -> None:
    pilot = titled(shipped)
    pilot.tap("quit")
    assert pilot.runner.is_over


def test_what_is_due_can_be_remembered_and_is_not_offered_again_when_it_was(shipped: Library) -> None:
    pilot = titled(shipped)
    progress = pilot.services.progress
    progress.change(progress.current.with_read(shipped.levels[LEVEL]).on(pilot.today))
    assert "remember" not in titled(shipped).ids
    assert "remember" not in pilot.ids
    pilot.today += GAPS[0]
    pilot.open(pilot.routes.title()).tap("remember")
    assert isinstance(pilot.runner.screen, RefresherScreen)
    later = {name: replace(memory, due=pilot.today + 1) for name, memory in progress.current.memories.items()}
    progress.change(replace(progress.current, memories=later))
    pilot.runner._follow(Home())  # noqa: SLF001 (as if all questions had been answered)
    assert "remember" not in pilot.ids


def test_the_village_lives_unless_motion_is_reduced(shipped: Library) -> None:
    pilot = titled(shipped)
    assert pilot.runner.wakes_s(pilot.now_s) is not None
    settings = pilot.services.settings
    settings.change(replace(settings.current, reduced_motion=True))
    assert pilot.runner.wakes_s(pilot.now_s) is None
