"""Stories about what the results say: what changed and what did not, offers told apart, and what was reached."""

import pytest

from game.content.library import Library
from game.content.praise import what_for
from game.records.finish import judged
from game.records.progress import CheckResult, Judged, LevelProgress, load_progress
from game.records.running import RunningLevel, start_level
from game.story.action import ActionId, Verdict, judge
from game.story.answer import Answered, Confidence
from game.story.engine import has_ended, has_won
from game.story.level import Level, LevelId
from game.story.state import known
from tests.screens.pilot import Pilot, shipped_library
from tests.screens.reading import words_of
from visit import way_to

LEVEL = LevelId("village-offer")


@pytest.fixture(scope="module")
def library() -> Library:
    return shipped_library()


def ended(pilot: Pilot, level: Level) -> RunningLevel:
    running = start_level(level, pilot.services.folder, 7)
    for action in way_to(level, lambda state: has_ended(level, state) and has_won(level, state)):
        running.take(action)
    return running


def shown(
    pilot: Pilot, running: RunningLevel, before: CheckResult | None = None, after: CheckResult | None = None
) -> str:
    pilot.open(pilot.routes.level_select(), pilot.routes.results(running, before, after))
    return words_of(pilot.view)


def test_each_question_says_how_sure_the_player_was_before_and_after(library: Library) -> None:
    pilot, level = Pilot(library), library.levels[LEVEL]
    one, two = level.asks[:2]
    before = CheckResult.of([Answered(one, right=False, confidence=Confidence.GUESS), Answered(two, right=False)])
    wrong = Answered(two, right=False, confidence=Confidence.SURE)
    after = CheckResult.of([Answered(one, right=True, confidence=Confidence.SURE), wrong])
    words, told = pilot.services.words, shown(pilot, ended(pilot, level), before, after)
    guess, sure, unsure = (words(f"results.sure_{each}") for each in ("guess", "sure", "unsure"))
    assert words("results.sure_both", before=guess, after=sure) in told
    assert words("results.sure_both", before=unsure, after=sure) in told
    title = f"“{library.messages[two].title}”"
    assert words("results.sure_and_wrong", count=1, titles=title) in told


def test_an_answer_nobody_was_asked_about_is_not_called_unsure(library: Library) -> None:
    pilot, level = Pilot(library), library.levels[LEVEL]
    after = CheckResult.of([Answered(level.asks[0], right=True)])
    told = shown(pilot, ended(pilot, level), None, after)
    assert pilot.services.words("results.sure_unsure") not in told


@pytest.mark.parametrize(
    ("stopped", "kind", "lean"),
    [("++++", "coin", "stop"), ("----", "coin", "go"), ("++--", "well", "none"), ("--++", "mistaken", "none")],
)
def test_whoever_turns_everything_down_does_no_better_than_a_coin(
    library: Library, stopped: str, kind: str, lean: str
) -> None:
    """The first two offers are false, the others genuine."""
    pilot, level = Pilot(library), library.levels[LEVEL]
    verdicts = {str(place): Judged(genuine=place > 1, stopped=sign == "+") for place, sign in enumerate(stopped)}
    progress = pilot.services.progress
    progress.change(progress.current.with_level(LevelId("other"), LevelProgress(verdicts=verdicts)))
    told = shown(pilot, ended(pilot, level))
    assert pilot.services.words(f"results.apart_{kind}") in told
    assert pilot.services.words(f"results.lean_{lean}") in told


def test_few_verdicts_are_counted_and_not_interpreted(library: Library) -> None:
    pilot, level = Pilot(library), library.levels[LEVEL]
    verdicts = {"a": Judged(genuine=False, stopped=True), "b": Judged(genuine=True, stopped=True)}
    progress = pilot.services.progress
    progress.change(progress.current.with_level(LevelId("other"), LevelProgress(verdicts=verdicts)))
    told, words = shown(pilot, ended(pilot, level)), pilot.services.words
    assert words("results.apart_stopped", found=1, count=1) in told
    assert words("results.apart_kept", found=0, count=1) in told
    assert words("results.apart_few") in told


def test_the_first_verdict_is_kept_as_soon_as_the_lines_are_explained(library: Library) -> None:
    pilot, level = Pilot(library), library.levels[LEVEL]
    running = start_level(level, pilot.services.folder, 7)
    for action in way_to(
        level, lambda state: bool(state.place in level.passages and level.passages[state.place].offers)
    ):
        running.take(action)
    offers = level.passages[running.state.place].offers
    pilot.open(pilot.routes.level_select(), pilot.routes.play(running, None)).listen().choose("desk")
    for offer in offers:
        pilot.choose(f"judge:{judge(offer, Verdict.STOP).id}")
    assert not load_progress(pilot.services.folder).of(LEVEL).verdicts
    pilot.choose("desk-reveal")
    first = {name: Judged(genuine=offer.genuine, stopped=True) for name, offer in offers.items()}
    assert load_progress(pilot.services.folder).of(LEVEL).verdicts == first
    running.take(ActionId(judge(next(iter(offers)), Verdict.GO_ON).id))
    assert judged(pilot.services.progress.current, running).of(LEVEL).verdicts == first


def test_what_is_reached_is_said_once_and_stays_on_its_page(library: Library) -> None:
    pilot, level = Pilot(library), library.levels[LEVEL]
    running = ended(pilot, level)
    pilot.open(pilot.routes.level_select(), pilot.routes.ending(running, None))
    words = pilot.services.words
    met, won = (next(each for each in library.achievements if each.id == name) for name in ("first-card", "by-insight"))
    told = shown(pilot, running)
    assert met.title in told
    assert won.title in told
    assert met.title not in shown(pilot, running), "it is not new any more"
    pilot.today += 2
    pilot.open(pilot.routes.title(), pilot.routes.achievements())
    page = words_of(pilot.view)
    assert met.text in page
    assert words("praise.ago", count=2) in page
    assert {each.title for each in library.achievements if each.title not in page} == set()
    later = next(each for each in library.achievements if each.id == "ten-cards")
    assert later.text not in page
    assert what_for(words, later.rule) in page


def test_everything_that_can_be_reached_says_by_what(library: Library) -> None:
    words = Pilot(library).services.words
    told = [what_for(words, each.rule) for each in library.achievements]
    assert len(set(told)) == len(told)


def test_reading_a_story_and_looking_up_a_source_are_praised(library: Library) -> None:
    pilot, level = Pilot(library), library.levels[LEVEL]
    pilot.open(pilot.routes.title(), pilot.routes.messages(level))
    assert not pilot.services.progress.current.did, "skipping is no deed, and costs nothing"
    pilot.open(pilot.routes.title(), pilot.routes.summary(level))
    running = start_level(level, pilot.services.folder, 7)
    for action in way_to(level, lambda state: bool(known(level, state)) and state.place in level.passages):
        running.take(action)
    pilot.open(pilot.routes.level_select(), pilot.routes.play(running, None)).listen()
    pilot.choose(next(each for each in pilot.ids if each.startswith("card:"))).choose("card-source")
    pilot.open(pilot.routes.title(), pilot.routes.achievements())
    page = words_of(pilot.view)
    for name in ("read-it-instead", "who-says-so"):
        assert next(each.text for each in library.achievements if each.id == name) in page
