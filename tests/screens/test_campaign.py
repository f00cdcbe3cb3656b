"""Stories about the way through the campaign: chapters that open, and paths."""

from dataclasses import replace

import pytest

from game.content.campaign import Campaign, CampaignPath, Chapter
from game.content.library import Library
from game.modes import CLASSROOM, HOME, KIOSK, Mode
from game.records.progress import LevelProgress
from game.records.running import start_level
from game.screens.help import HelpScreen
from game.screens.stories.content_note import ContentNoteScreen
from game.screens.stories.level_select import LevelSelectScreen
from game.screens.stories.summary import SummaryScreen
from game.story.engine import actions, has_ended
from game.story.level import LevelId, PassageId
from game.ui.intents import Back
from game.ui.view import every
from game.ui.widgets import Artwork, ProgressDots, ScrollArea
from tests.fakes import RecordingCanvas
from tests.screens.pilot import Pilot
from tests.screens.reading import words_of

OFFER, DEBT, CONTRACT = map(LevelId, ("village-offer", "brokers-debt", "contract-and-departure"))
AT_HOME = Chapter("at-home", "At home", "What to ask.", None, (OFFER,))
LATER = Chapter("later", "Later", "What to do.", "at-home", (DEBT, CONTRACT))
PATH = CampaignPath("short", "Ten minutes", "For whoever has little time.", 10, (CONTRACT, OFFER))


@pytest.fixture
def library(shipped: Library) -> Library:
    """The levels of the game in two chapters, with a path that goes backwards."""
    return replace(shipped, campaign=Campaign((AT_HOME, LATER), (PATH,)))


def choosing(library: Library, mode: Mode = HOME) -> Pilot:
    pilot = Pilot(library, mode=mode)
    return pilot.open(pilot.routes.title(), pilot.routes.level_select())


def cards(pilot: Pilot) -> list[str]:
    return [name.removeprefix("level:") for name in pilot.ids if name.startswith("level:")]


def finish(pilot: Pilot, level: LevelId) -> None:
    progress = pilot.services.progress
    progress.change(progress.current.with_level(level, LevelProgress(frozenset([PassageId("an-ending")]))))


def test_a_closed_chapter_says_what_opens_it_and_opens_with_an_ending(library: Library) -> None:
    pilot = choosing(library)
    assert cards(pilot) == [OFFER]
    assert pilot.services.words("levels.opens", chapter=AT_HOME.title) in words_of(pilot.view)
    finish(pilot, OFFER)
    assert cards(pilot) == [OFFER, DEBT, CONTRACT]
    assert pilot.services.words("levels.opens", chapter=AT_HOME.title) not in words_of(pilot.view)


@pytest.mark.parametrize("way", ["read", "skip"])
def test_reading_instead_of_playing_opens_the_next_chapter(library: Library, way: str) -> None:
    pilot = choosing(library).tap(f"level:{OFFER}").tap(way)
    pilot.send(Back(), Back())
    assert cards(pilot) == [OFFER, DEBT, CONTRACT]


def test_nobody_is_locked_out_of_messages_or_help(library: Library) -> None:
    pilot = choosing(library).choose("listen:later")
    assert isinstance(pilot.runner.screen, HelpScreen)
    pilot.send(Back()).choose(f"read:{DEBT}")
    assert isinstance(pilot.runner.screen, SummaryScreen)
    assert pilot.services.progress.current.met >= set(library.levels[DEBT].messages)
    assert "play" not in pilot.ids
    pilot.choose("done")
    assert cards(pilot) == [OFFER, DEBT, CONTRACT]


@pytest.mark.parametrize("mode", [CLASSROOM, KIOSK], ids=lambda mode: mode.name)
def test_in_a_class_and_at_a_kiosk_everything_is_open(library: Library, mode: Mode) -> None:
    assert cards(choosing(library, mode)) == [OFFER, DEBT, CONTRACT]


def test_a_path_shows_its_stories_in_its_order_all_open_and_is_there_again(library: Library) -> None:
    pilot = choosing(library).choose("path:short")
    assert cards(pilot) == [CONTRACT, OFFER]
    assert _done(pilot) == (0, 2)
    pilot.choose(f"level:{CONTRACT}")
    assert isinstance(pilot.runner.screen, ContentNoteScreen)
    pilot.open(pilot.routes.title(), pilot.routes.level_select())
    finish(pilot, CONTRACT)
    assert cards(pilot) == [CONTRACT, OFFER]
    assert _done(pilot) == (1, 2)
    pilot.choose("path:")
    assert cards(pilot) == [OFFER, DEBT, CONTRACT]


@pytest.mark.parametrize(
    ("path", "level", "following"),
    [("", OFFER, DEBT), ("short", CONTRACT, OFFER), ("short", OFFER, None), ("short", DEBT, CONTRACT)],
)
def test_after_a_story_comes_the_next_one_of_the_way(
    library: Library, path: str, level: LevelId, following: LevelId | None
) -> None:
    pilot = choosing(library).choose(f"path:{path}")
    finish(pilot, level)
    running = start_level(library.levels[level], pilot.services.folder, 7)
    while not has_ended(running.level, running.state):
        running.take(actions(running.level, running.state)[0].id)
    pilot.open(pilot.routes.title(), pilot.routes.results(running, None, None))
    assert ("next-level" in pilot.ids) == (following is not None)
    if following:
        pilot.choose("next-level")
        assert isinstance(pilot.runner.screen, ContentNoteScreen)
        assert library.levels[following].title in words_of(pilot.view)


def test_the_list_begins_at_the_chapter_to_go_on_with(library: Library) -> None:
    pilot = choosing(library)
    assert _list(pilot).start == 0
    progress = pilot.services.progress
    progress.change(progress.current.with_level(OFFER, LevelProgress(frozenset([PassageId("an-ending")]), won=True)))
    assert pilot.view.default_focus == f"level:{DEBT}"
    assert _list(pilot).start > 0


def test_no_card_waits_for_the_picture_of_another(library: Library) -> None:
    pilot = choosing(library, CLASSROOM)
    canvas, steps = RecordingCanvas(pilot.size), 0
    shown = {_pictures(pilot)}
    while pilot.runner.prepare(canvas, pilot.frame):
        shown.add(_pictures(pilot))
        steps += 1
    assert steps == 3
    assert len(shown) == steps + 1, "each step shows one picture more"
    pilot.open(pilot.routes.title(), pilot.routes.level_select())
    assert _pictures(pilot) in shown
    assert not pilot.runner.prepare(canvas, pilot.frame), "what is painted stays for the next visit"


def _list(pilot: Pilot) -> ScrollArea:
    assert isinstance(pilot.runner.screen, LevelSelectScreen)
    return next(each for each in every(pilot.view) if isinstance(each, ScrollArea))


def _done(pilot: Pilot) -> tuple[int, int]:
    [dots] = [each for each in _list(pilot).children if isinstance(each, ProgressDots)]
    return dots.at, dots.count


def _pictures(pilot: Pilot) -> tuple[object, ...]:
    return tuple(each.key for each in _list(pilot).children if isinstance(each, Artwork))
