"""Stories about the play screen, on the first level of the game."""

from dataclasses import replace

import pytest

from game.canvas.geometry import Point, Size
from game.content.library import Library
from game.records.folder import MemoryFolder
from game.records.running import RunningLevel, resume_level, start_level
from game.screens.play.pause import PauseScreen
from game.story.level import LevelId
from game.story.proof.graph import explore
from game.story.state import known, used
from game.ui.intents import Activate, Back, Command, Direction, Move, Number, Press, Release
from game.ui.view import spots
from game.ui.widgets import ScrollArea, Text
from tests.screens.pilot import Pilot, shipped_library
from tests.ui.view_faults import faults_of

LEVEL = LevelId("village-offer")


@pytest.fixture(scope="module")
def library() -> Library:
    return shipped_library()


def playing(library: Library, *actions: str, size: tuple[float, float] = (1280, 720)) -> tuple[Pilot, RunningLevel]:
    """Return a pilot at the play screen, after some choices, when all has been told."""
    pilot = Pilot(library, size=size)
    running = start_level(library.levels[LEVEL], pilot.services.folder, 7)
    pilot.open(pilot.routes.level_select(), pilot.routes.play(running, None)).listen()
    for action in actions:
        pilot.tap(f"choice:{action}").listen().tap("go-on").listen()
    return pilot, running


def words_shown(pilot: Pilot) -> str:
    def texts(widgets: object) -> str:
        found = []
        for widget in widgets if isinstance(widgets, tuple) else ():
            if isinstance(widget, Text):
                found.append(widget.text)
            found.append(texts(getattr(widget, "children", ())))
        return " ".join(found)

    return texts(pilot.view.widgets)


def scroll_areas(pilot: Pilot) -> set[str]:
    return {each.id for each in pilot.view.widgets if isinstance(each, ScrollArea)}


def spot_of(pilot: Pilot, control_id: str) -> Point:
    """Return the middle of a control."""
    return next(spot.rect.centre for spot in spots(pilot.view, {}) if spot.id == control_id)


def test_a_passage_is_told_beat_by_beat_and_then_asks(library: Library) -> None:
    pilot = Pilot(library)
    running = start_level(library.levels[LEVEL], pilot.services.folder, 7)
    pilot.open(pilot.routes.play(running, None))
    assert "next" in pilot.ids
    assert not any(each.startswith("choice:") for each in pilot.ids)
    pilot.listen()
    assert [each for each in pilot.ids if each.startswith("choice:")] == [
        "choice:say-yes",
        "choice:ask-agency",
        "choice:mother-first",
    ]


def test_a_choice_is_answered_and_explained_before_the_story_goes_on(library: Library) -> None:
    pilot, running = playing(library)
    pilot.tap("choice:say-yes").listen()
    choice = running.level.passages[running.level.start].choices[running.playthrough.actions[0]]  # type: ignore[index]
    assert choice.because in words_shown(pilot)
    assert running.state.place == choice.to
    pilot.tap("go-on").listen()
    assert choice.because not in words_shown(pilot)


def test_a_card_that_fits_is_played_and_counts(library: Library) -> None:
    pilot, running = playing(library, "say-yes")
    assert "card:rec-no-rush" in pilot.ids
    pilot.tap("card:rec-no-rush").tap("play-card")
    assert used(running.level, running.state) == ("rec-no-rush",)
    assert pilot.effects.sounds[-1] == "play-card"


def test_a_card_learned_by_a_choice_is_in_the_notebook_only_on_arriving(library: Library) -> None:
    pilot, running = playing(library)
    pilot.tap("choice:say-yes").listen()
    assert "rec-no-rush" in known(running.level, running.state)
    assert "card:rec-no-rush" not in pilot.ids
    pilot.tap("go-on").listen()
    assert "card:rec-no-rush" in pilot.ids
    assert "learn" in pilot.effects.sounds


def test_a_card_that_does_not_fit_is_kept_and_said_so(library: Library) -> None:
    pilot, running = playing(library, "say-yes", "give-copy")
    before = running.playthrough
    message = library.messages[known(running.level, running.state)[0]]
    if f"card:{message.id}" in pilot.ids and "play-card" not in pilot.ids:
        pilot.tap(f"card:{message.id}").tap("play-card")
    assert running.playthrough == before or used(running.level, running.state)


def test_a_number_key_takes_a_choice(library: Library) -> None:
    pilot, running = playing(library)
    pilot.wait(1).send(Number(2))
    assert running.playthrough.actions == ("ask-agency",)


def test_two_quick_taps_take_one_choice(library: Library) -> None:
    pilot, running = playing(library)
    pilot.wait(1)
    at = next(spot for spot in spots(pilot.view, {}) if spot.id == "choice:say-yes").rect.centre
    pilot.send(Press(at), Release(at), Press(at), Release(at))
    pilot.wait(0.1).send(Press(at), Release(at), Number(1))
    assert running.playthrough.actions == ("say-yes",)


def test_stepping_back_tells_the_passage_before_again(library: Library) -> None:
    pilot, running = playing(library, "say-yes")
    pilot.send(Command.STEP_BACK).listen()
    assert list(running.playthrough.actions) == []
    assert "choice:say-yes" in pilot.ids
    pilot.tap("choice:ask-agency")
    assert running.playthrough.actions == ("ask-agency",)


def test_every_choice_is_saved_at_once(library: Library) -> None:
    pilot, running = playing(library, "say-yes")
    resumed, told = resume_level(running.level, pilot.services.folder, 99)
    assert resumed.playthrough == running.playthrough
    assert told.was_resumed
    assert not told.was_shortened


def test_offers_are_marked_explained_and_then_decided(library: Library) -> None:
    level = library.levels[LEVEL]
    desk = next(passage for passage in level.passages.values() if passage.offers)
    graph = explore(level)
    at_desk = next(number for number, state in enumerate(graph.states) if state.place == desk.id)
    folder = MemoryFolder()
    running = start_level(level, folder, 7)
    for action in graph.run_to(at_desk):
        running.take(action)
    pilot = Pilot(library, folder=folder)
    pilot.open(pilot.routes.play(running, None)).listen()
    assert not any(each.startswith("choice:") for each in pilot.ids)
    pilot.tap("desk")
    marks = [each for each in pilot.ids if each.startswith("mark:")]
    assert len(marks) == 2 * sum(len(offer.lines) for offer in desk.offers.values())
    state = running.state
    pilot.tap(marks[0])
    assert len(running.marks) == 1
    pilot.tap(marks[0])
    assert not running.marks
    pages = scroll_areas(pilot)
    pilot.tap(marks[0])
    assert "desk-reveal" not in pilot.ids, "each offer has to be judged first"
    for offer in desk.offers:
        pilot.tap(f"judge:{offer}=stop")
    pilot.tap("desk-reveal")
    assert scroll_areas(pilot).isdisjoint(pages), "what the lines tell begins at its beginning"
    assert not any(each.startswith("mark:") for each in pilot.ids)
    pilot.tap("desk-decide").listen()
    assert any(each.startswith("choice:") for each in pilot.ids)
    assert running.state == state


def test_a_still_screen_sleeps_with_reduced_motion(library: Library) -> None:
    pilot, _ = playing(library)
    settings = pilot.services.settings
    settings.change(replace(settings.current, reduced_motion=True))
    assert pilot.runner.wakes_s(pilot.now_s) is None


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1080, 1920), (640, 480)])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_nothing_overlaps_or_is_cut_off(library: Library, size: tuple[float, float], text_scale: float) -> None:
    pilot = Pilot(library, size=size, text_scale=text_scale)
    running = start_level(library.levels[LEVEL], pilot.services.folder, 7)
    pilot.open(pilot.routes.play(running, None))
    for action in ("say-yes", "give-card", None):
        pilot.listen()
        assert faults_of(pilot.view, pilot.frame) == []
        if action:
            pilot.choose(f"choice:{action}").listen()
            assert faults_of(pilot.view, pilot.frame) == []
            pilot.choose("go-on")


def test_a_key_pressed_once_too_often_decides_nothing(library: Library) -> None:
    pilot, running = playing(library)
    for _ in range(5):
        pilot.wait(1).send(Activate())
    assert not running.playthrough.actions
    pilot.send(Move(Direction.DOWN)).wait(1).send(Activate())
    assert running.playthrough.actions == ("say-yes",)


def test_help_and_the_quick_exit_stay_within_reach_over_an_open_notebook(library: Library) -> None:
    pilot, _ = playing(library, size=(640, 480))
    pilot.choose("notebook")
    assert {"close-notebook", "help", "mute", "quick-exit"} <= set(pilot.ids)
    assert faults_of(pilot.view, pilot.frame) == []
    pilot.choose("close-notebook")
    assert "choice:say-yes" in pilot.ids


def test_the_source_of_a_card_opens_at_that_card(library: Library) -> None:
    pilot, running = playing(library, "ask-agency", "write-down")
    cards = known(running.level, running.state)
    assert len(cards) > 1
    for card in cards:
        pilot.tap(f"card:{card}").tap("card-source")
        assert library.messages[card].more in words_shown(pilot)
        pilot.wait(1.0).send(Back())


def test_a_notebook_in_sight_is_not_opened_again(library: Library) -> None:
    pilot, _ = playing(library, "say-yes")
    beside = pilot.ids
    pilot.wait(1.0).send(Command.NOTEBOOK)
    assert "card:rec-no-rush" in pilot.ids
    assert "pause" not in pilot.ids
    pilot.wait(1.0).send(Command.NOTEBOOK)
    assert pilot.ids == beside
    pilot.wait(1.0).send(Back())
    assert isinstance(pilot.runner.screen, PauseScreen)


def test_a_notebook_opened_in_a_small_window_is_closed_by_a_larger_one(library: Library) -> None:
    pilot, _ = playing(library, "say-yes", size=(640, 480))
    pilot.send(Command.NOTEBOOK)
    assert "close-notebook" in pilot.ids
    pilot.size = Size(1280, 720)
    assert "close-notebook" not in pilot.ids
    pilot.wait(1.0).send(Back())
    assert isinstance(pilot.runner.screen, PauseScreen)


def test_stepping_back_lets_go_of_the_chosen_card(library: Library) -> None:
    pilot, _ = playing(library, "ask-agency")
    pilot.tap("card:rec-no-rush")
    assert "play-card" in pilot.ids
    pilot.send(Command.STEP_BACK).listen()
    assert "play-card" not in pilot.ids


def test_the_settings_have_a_key_of_their_own(library: Library) -> None:
    pilot, _ = playing(library)
    story = pilot.ids
    pilot.wait(1.0).send(Command.SETTINGS)
    assert "text-size" in pilot.ids
    pilot.wait(1.0).send(Back())
    assert pilot.ids == story


def test_a_new_card_lies_on_top_of_the_notebook(library: Library) -> None:
    level = library.levels[LEVEL]
    graph = explore(level)
    late = next(number for number, state in enumerate(graph.states) if state.place == "suitcase")
    folder = MemoryFolder()
    running = start_level(level, folder, 7)
    for action in graph.run_to(late):
        running.take(action)
    pilot = Pilot(library, folder=folder)
    pilot.open(pilot.routes.play(running, None)).listen()
    first = next(each for each in pilot.ids if each.startswith("card:"))
    assert first == "card:help-never-too-late"


def test_pressing_on_through_the_story_chooses_nothing(library: Library) -> None:
    pilot = Pilot(library)
    running = start_level(library.levels[LEVEL], pilot.services.folder, 7)
    pilot.open(pilot.routes.play(running, None))
    while "next" in pilot.ids:
        pilot.wait(0.5).send(Press(at := spot_of(pilot, "next")), Release(at))
    rows = [each for each in pilot.ids if each.startswith("choice:")]
    pilot.wait(0.5).send(Press(at := spot_of(pilot, rows[-1])), Release(at))
    assert not running.playthrough.actions
    pilot.wait(0.5).send(Press(at), Release(at))
    assert running.playthrough.actions == (rows[-1].removeprefix("choice:"),)


def test_the_notebook_at_the_desk_is_closed_before_the_pause_opens(library: Library) -> None:
    level = library.levels[LEVEL]
    graph = explore(level)
    at_desk = next(number for number, state in enumerate(graph.states) if level.passages[state.place].offers)
    folder = MemoryFolder()
    running = start_level(level, folder, 7)
    for action in graph.run_to(at_desk):
        running.take(action)
    pilot = Pilot(library, size=(640, 480), folder=folder)
    pilot.open(pilot.routes.play(running, None)).listen().tap("desk")
    desk = pilot.ids
    pilot.wait(1.0).send(Command.NOTEBOOK)
    assert any(each.startswith("card:") for each in pilot.ids)
    pilot.wait(1.0).send(Command.NOTEBOOK)
    assert pilot.ids == desk
    pilot.wait(1.0).send(Back())
    assert isinstance(pilot.runner.screen, PauseScreen)
