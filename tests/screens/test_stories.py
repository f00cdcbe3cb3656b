"""Stories about choosing a story: play it, read it, or leave it out."""

from dataclasses import replace

from game.content.faults import Fault
from game.content.library import Library
from game.modes import CLASSROOM, HOME, Mode
from game.records.progress import LevelProgress
from game.records.running import start_level
from game.screens.play.play import PlayScreen
from game.screens.questions.check_before import CheckBeforeScreen
from game.screens.stories.content_note import ContentNoteScreen
from game.screens.stories.level_select import LevelSelectScreen
from game.story.engine import actions
from game.story.level import LevelId
from game.ui.intents import Back
from game.ui.view import control
from tests.screens.pilot import Pilot
from tests.screens.reading import words_of

LEVEL = LevelId("village-offer")


def choosing(library: Library, mode: Mode = HOME) -> Pilot:
    pilot = Pilot(library, mode=mode)
    return pilot.open(pilot.routes.title(), pilot.routes.level_select())


def at_the_note(library: Library) -> Pilot:
    return choosing(library).tap(f"level:{LEVEL}")


def test_every_level_of_the_campaign_has_a_card_with_its_content_note(shipped: Library) -> None:
    pilot = choosing(shipped, CLASSROOM)
    said = words_of(pilot.view)
    for name in shipped.campaign.levels:
        level = shipped.levels[name]
        assert f"level:{name}" in pilot.ids
        assert level.title in said
        assert level.content_note in said


def test_a_card_tells_how_far_one_has_come(shipped: Library) -> None:
    pilot = choosing(shipped)
    endings = frozenset(list(shipped.levels[LEVEL].endings)[:2])
    progress = pilot.services.progress
    progress.change(progress.current.with_level(LEVEL, LevelProgress(endings, won=True)))
    said = words_of(pilot.view)
    assert pilot.services.words("levels.endings", found=2, count=len(shipped.levels[LEVEL].endings)) in said
    assert pilot.services.words("levels.won") in said


def test_content_with_mistakes_is_mentioned_in_one_quiet_line(shipped: Library) -> None:
    fault = Fault("levels/x/level.yaml", 1, 1, "bad-form", "error", "something is wrong")
    pilot = choosing(replace(shipped, faults=(fault, fault)))
    assert pilot.services.words("levels.faults", count=1) in words_of(pilot.view)
    assert pilot.services.words("levels.faults", count=1) not in words_of(choosing(shipped).view)


def test_a_new_story_begins_with_its_content_note_and_three_equal_ways(shipped: Library) -> None:
    pilot = at_the_note(shipped)
    assert isinstance(pilot.runner.screen, ContentNoteScreen)
    assert shipped.levels[LEVEL].content_note in words_of(pilot.view)
    ways = [control(pilot.view, name) for name in ("play", "read", "skip")]
    assert len({way.rect.size for way in ways}) == 1
    assert len({getattr(way, "tone", None) for way in ways}) == 1


def test_play_asks_first_and_then_plays(shipped: Library) -> None:
    pilot = at_the_note(shipped).tap("play")
    assert isinstance(pilot.runner.screen, CheckBeforeScreen)


def test_the_summary_tells_the_story_and_its_messages(shipped: Library) -> None:
    pilot = at_the_note(shipped).tap("read")
    said = words_of(pilot.view)
    assert " ".join(shipped.levels[LEVEL].summary.split()) in said
    _assert_all_messages(pilot, shipped, said)


def test_skip_gives_the_reading_list_without_the_story(shipped: Library) -> None:
    pilot = at_the_note(shipped).tap("skip")
    said = words_of(pilot.view)
    assert " ".join(shipped.levels[LEVEL].summary.split()) not in said
    _assert_all_messages(pilot, shipped, said)


def _assert_all_messages(pilot: Pilot, library: Library, said: str) -> None:
    level = library.levels[LEVEL]
    for name in level.messages:
        message = library.messages[name]
        if name not in level.carries:
            assert message.text in said
            assert str(message.source.year) in said
    assert pilot.services.progress.current.met >= frozenset(level.messages)


def test_reading_leads_back_to_the_note_or_on_to_the_stories(shipped: Library) -> None:
    pilot = at_the_note(shipped).tap("skip").send(Back())
    assert isinstance(pilot.runner.screen, ContentNoteScreen)
    pilot.runner.screen.use("skip", 0)
    done = pilot.routes.messages(shipped.levels[LEVEL])
    pilot.open(pilot.routes.title(), pilot.routes.level_select(), done)
    pilot.runner._follow(done.use("done", 0))  # noqa: SLF001 (the button may be scrolled out of the window)
    assert isinstance(pilot.runner.screen, LevelSelectScreen)


def test_a_saved_story_goes_on_without_questions(shipped: Library) -> None:
    pilot = choosing(shipped)
    running = start_level(shipped.levels[LEVEL], pilot.services.folder, 7)
    running.take(actions(running.level, running.state)[0].id)
    pilot.open(pilot.routes.title(), pilot.routes.level_select())
    assert pilot.label(f"level:{LEVEL}") == pilot.services.words("levels.continue")
    assert pilot.view.default_focus == f"level:{LEVEL}"
    pilot.tap(f"level:{LEVEL}")
    assert isinstance(pilot.runner.screen, PlayScreen)
