"""Stories about messages that come back: before a level, and in the two minutes to remember."""

from itertools import pairwise

import pytest

from game.content.library import Library
from game.records.progress import load_progress
from game.screens.questions.check_before import CheckBeforeScreen
from game.screens.questions.recall_opening import RecallOpeningScreen
from game.story.checkup import Asked, to_recall
from game.story.level import LevelId
from game.ui.intents import Back
from tests.screens.pilot import Pilot, shipped_library
from tests.screens.reading import words_of

EARLIER, LEVEL = LevelId("village-offer"), LevelId("passport-kept")
LONG_AGO = 30


@pytest.fixture(scope="module")
def library() -> Library:
    return shipped_library()


def remembering(library: Library, count: int = 3) -> Pilot:
    """A player who met messages a month ago: as many as given, of those that `LEVEL` does not tell."""
    pilot = Pilot(library)
    level = library.levels[LEVEL]
    own = {*level.messages, *level.asks}
    met = [each for each in library.levels[EARLIER].messages if each not in own][:count]
    progress = pilot.services.progress
    progress.change(progress.current.with_met(frozenset(met)).on(pilot.today - LONG_AGO))
    return pilot


def due(pilot: Pilot) -> tuple[Asked, ...]:
    progress = pilot.services.progress.current
    return to_recall(pilot.services.library().messages, progress.memories, pilot.today, 7, most=8)


def place(asked: Asked, *, right: bool) -> int:
    return next(place for place in range(len(asked.answers)) if asked.is_right(place) == right)


def test_a_level_opens_with_two_messages_of_earlier_ones_and_explains_each_at_once(library: Library) -> None:
    pilot = remembering(library)
    pilot.open(pilot.routes.level_select(), pilot.routes.check_before(library.levels[LEVEL]))
    for asked in due(pilot)[:2]:
        assert asked.question.ask in words_of(pilot.view)
        assert asked.question.because not in words_of(pilot.view)
        pilot.answer(place(asked, right=True), "sure")
        assert asked.question.because in words_of(pilot.view)
        pilot.choose("go-on")
    assert isinstance(pilot.runner.screen, CheckBeforeScreen)


def test_one_press_skips_to_the_questions_of_the_level(library: Library) -> None:
    pilot = remembering(library)
    pilot.open(pilot.routes.level_select(), pilot.routes.check_before(library.levels[LEVEL]))
    assert isinstance(pilot.runner.screen, RecallOpeningScreen)
    before = pilot.services.progress.current
    pilot.tap("skip")
    assert isinstance(pilot.runner.screen, CheckBeforeScreen)
    assert pilot.services.progress.current == before, "what was skipped stays due"


def test_a_level_never_opens_with_what_it_is_about_to_tell(library: Library) -> None:
    pilot = Pilot(library)
    progress = pilot.services.progress
    told = frozenset(library.levels[LEVEL].messages)
    progress.change(progress.current.with_met(told).on(pilot.today - LONG_AGO))
    assert isinstance(pilot.routes.check_before(library.levels[LEVEL]), CheckBeforeScreen)


def test_a_right_answer_lengthens_the_pause_and_a_wrong_one_starts_over(library: Library) -> None:
    pilot = remembering(library)
    pilot.open(pilot.routes.title(), pilot.routes.refresher())
    known, guessed, wrong = due(pilot)
    pilot.answer(place(known, right=True), "think_so").choose("go-on")
    pilot.answer(place(guessed, right=True), "guess").choose("go-on")
    pilot.answer(place(wrong, right=False), "sure")
    assert pilot.services.words("check.sure_not_quite") in words_of(pilot.view)
    pilot.choose("go-on")
    memories = load_progress(pilot.services.folder).memories
    waits = [memories[each.message].due - pilot.today for each in (known, guessed, wrong)]
    assert waits == [3, 1, 1]
    shown = words_of(pilot.view)
    assert pilot.services.words("recall.done", count=2, asked=3) in shown
    assert pilot.services.words("recall.days", count=3) in shown


def test_leaving_early_keeps_what_was_answered(library: Library) -> None:
    pilot = remembering(library)
    pilot.open(pilot.routes.title(), pilot.routes.refresher())
    first = due(pilot)[0]
    pilot.answer(None).choose("go-on").choose("enough")
    assert pilot.services.words("recall.done", count=0, asked=1) in words_of(pilot.view)
    assert load_progress(pilot.services.folder).memories[first.message].due == pilot.today + 1
    assert first.message not in {each.message for each in due(pilot)}
    pilot.choose("done")
    assert "play" in pilot.ids


def test_an_answer_can_be_taken_back_before_saying_how_sure(library: Library) -> None:
    pilot = remembering(library)
    pilot.open(pilot.routes.title(), pilot.routes.refresher())
    before = pilot.services.progress.current
    pilot.choose("answer:1:0").send(Back())
    assert "answer:1:0" in pilot.ids
    assert pilot.services.progress.current == before


def test_the_next_time_a_message_is_asked_for_in_other_words(library: Library) -> None:
    pilot = remembering(library, count=1)
    questions = []
    for _ in range(3):
        pilot.open(pilot.routes.title(), pilot.routes.refresher())
        questions.append(due(pilot)[0].question.id)
        pilot.answer(None).choose("go-on")
        pilot.today += 1
    assert all(one != other for one, other in pairwise(questions))


def test_without_anything_due_the_day_of_the_next_is_told(library: Library) -> None:
    pilot = Pilot(library)
    pilot.open(pilot.routes.title(), pilot.routes.refresher())
    words = pilot.services.words
    assert words("recall.nothing_yet") in words_of(pilot.view)
    progress = pilot.services.progress
    progress.change(progress.current.with_met(frozenset(library.levels[EARLIER].messages[:1])))
    pilot.open(pilot.routes.title(), pilot.routes.refresher())
    assert words("recall.next", when=words("recall.days", count=1)) in words_of(pilot.view)
