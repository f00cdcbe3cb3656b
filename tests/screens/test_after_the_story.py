"""Stories about what comes before and after a level: the questions, the ending, the results and the notebook."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from game.content.faults import FaultLog
from game.content.library import Library
from game.content.plays import Do, read_play
from game.paths import levels_dir
from game.records.change import Change, changes
from game.records.progress import CheckResult
from game.records.running import RunningLevel, resume_level, start_level
from game.records.saves import load_save
from game.screens.after.results import ResultsScreen
from game.screens.play.journey import journey
from game.screens.questions.check_after import CheckAfterScreen
from game.screens.screen import Push, Screen
from game.story.action import ActionId
from game.story.answer import Confidence
from game.story.checkup import ASKED, Asked, Moment, questions
from game.story.engine import fitting, has_won
from game.story.level import LevelId, MessageId
from game.story.state import learned, used
from game.story.unmet import could_have_said, still_to_learn
from game.ui.intents import Activate, Back, Command, Next, Number, Press, Release
from game.ui.view import spots
from game.ui.widgets import Text
from tests.screens.pilot import Pilot, shipped_library
from tests.ui.view_faults import faults_of

LEVEL = LevelId("village-offer")
SAFE = "papers-in-your-own-bag"
UNWON = "a-card-with-the-driver"
WINDOWS = [(1280, 720), (1080, 1920), (640, 480)]


@pytest.fixture(scope="module")
def library() -> Library:
    return shipped_library()


@dataclass(frozen=True)
class Run:
    """A level played to its end, and a pilot to show screens with."""

    pilot: Pilot
    running: RunningLevel

    def asked(self, moment: Moment) -> tuple[Asked, ...]:
        library = self.pilot.services.library()
        return questions(self.running.level.asks, library.messages, self.running.playthrough.seed, moment)

    def result(self, moment: Moment, marks: str) -> CheckResult:
        """Return a check whose questions were answered right (+) or not (-), in turn."""
        asked = self.asked(moment)
        return CheckResult.of(
            each.answered(answer(each, right=mark == "+")) for each, mark in zip(asked, marks, strict=True)
        )

    def at(self, screen: Screen) -> Pilot:
        """Show a screen until everything has appeared on it."""
        return seen(self.pilot.open(self.pilot.routes.level_select(), screen))

    def answered(self, marks: str) -> Pilot:
        """Answer the questions after the story right (+) or not (-), and read every explanation."""
        for asked, mark in zip(self.asked(Moment.AFTER), marks, strict=True):
            self.pilot.answer(answer(asked, right=mark == "+")).tap("go-on")
        return self.pilot


def seen(pilot: Pilot) -> Pilot:
    """Look at what has just come up, until everything has appeared: time counts from the first picture on."""
    assert pilot.view.widgets
    return pilot.wait()


def answer(asked: Asked, *, right: bool) -> int:
    """Return the place of a right or a wrong answer."""
    return next(place for place in range(len(asked.answers)) if asked.is_right(place) == right)


def played(library: Library, play: str, *, size: tuple[float, float] = (1280, 720), text_scale: float = 1.0) -> Run:
    """Return a run of one of the plays that are written down beside the level."""
    pilot = Pilot(library, size=size, text_scale=text_scale)
    level = library.levels[LEVEL]
    running = start_level(level, pilot.services.folder, 7)
    written = read_play(levels_dir() / LEVEL / "plays" / f"{play}.yaml", FaultLog(play))
    assert written is not None
    for step in written.steps:
        if isinstance(step, Do):
            card = fitting(level, running.state, MessageId(step.name)) if step.how == "play" else None
            name = f">{step.name}" if step.how == "continue" else step.name
            running.take(card.id if card else ActionId(name))
    return Run(pilot, running)


def words_shown(pilot: Pilot) -> str:
    def texts(widgets: tuple[object, ...]) -> str:
        return " ".join(
            [each.text if isinstance(each, Text) else "" for each in widgets]
            + [texts(getattr(each, "children", ())) for each in widgets]
        )

    return texts(pilot.view.widgets)


# -------------------------------------------------------------------------------------------------------- the questions


def test_the_question_after_is_never_the_question_before(library: Library) -> None:
    for level in library.levels.values():
        for seed in range(50):
            before = questions(level.asks, library.messages, seed, Moment.BEFORE)
            after = questions(level.asks, library.messages, seed, Moment.AFTER)
            assert len(before) == len(after) == min(ASKED, len(level.asks))
            pairs = zip(before, after, strict=True)
            assert all(one.message == other.message and one.question != other.question for one, other in pairs)


def test_before_the_story_nothing_says_whether_an_answer_is_right(library: Library) -> None:
    pilot = Pilot(library)
    pilot.open(pilot.routes.level_select(), pilot.routes.check_before(library.levels[LEVEL]))
    asked = questions(library.levels[LEVEL].asks, library.messages, 7, Moment.BEFORE)
    for each in asked:
        assert each.question.ask in words_shown(pilot)
        pilot.answer(0)
        assert each.question.because not in words_shown(pilot)
    assert pilot.services.words("check.before_done") in words_shown(pilot)
    pilot.tap("begin")
    assert "next" in pilot.ids


def test_the_answers_before_and_how_sure_they_were_are_there_when_the_level_is_taken_up_again(library: Library) -> None:
    pilot, level = Pilot(library), library.levels[LEVEL]
    pilot.open(pilot.routes.level_select(), pilot.routes.check_before(level))
    asked = questions(level.asks, library.messages, 7, Moment.BEFORE)
    answers = [answer(each, right=place == 0) for place, each in enumerate(asked)]
    sure = [Confidence.GUESS, Confidence.SURE, Confidence.THINK_SO, Confidence.SURE, Confidence.GUESS]
    for each, confidence in zip(answers, sure, strict=True):
        pilot.answer(each, confidence.name.lower())
    pilot.tap("begin")
    resumed, how = resume_level(level, pilot.services.folder, 99)
    assert how.was_resumed
    given = (one.answered(each, confidence) for one, each, confidence in zip(asked, answers, sure, strict=True))
    assert resumed.before == CheckResult.of(given)


def test_the_questions_before_can_be_skipped_at_once(library: Library) -> None:
    pilot = Pilot(library)
    pilot.open(pilot.routes.level_select(), pilot.routes.check_before(library.levels[LEVEL])).tap("skip")
    assert "next" in pilot.ids


def test_going_back_takes_an_answer_back_and_then_leaves(library: Library) -> None:
    pilot = Pilot(library)
    pilot.open(pilot.routes.level_select(), pilot.routes.check_before(library.levels[LEVEL]))
    first = words_shown(pilot)
    pilot.answer(1)
    assert words_shown(pilot) != first
    pilot.send(Back())
    assert words_shown(pilot) == first
    pilot.answer(1)
    assert words_shown(pilot) != first, "the question can be answered anew"
    pilot.send(Back(), Back())
    assert "skip" not in pilot.ids


def test_an_answer_can_be_changed_before_saying_how_sure(library: Library) -> None:
    run = played(library, SAFE)
    pilot = run.at(run.pilot.routes.check_after(run.running, None))
    wrong, right = (answer(run.asked(Moment.AFTER)[0], right=each) for each in (False, True))
    pilot.tap(f"answer:1:{wrong}").tap("another-answer")
    pilot.tap(f"answer:1:{wrong}").send(Back())
    pilot.answer(right, "sure")
    assert pilot.services.words("check.right") in words_shown(pilot)


@pytest.mark.parametrize("picked", [2, None])
def test_a_new_question_is_answered_by_nobody_who_presses_on(library: Library, picked: int | None) -> None:
    pilot = Pilot(library)
    pilot.open(pilot.routes.level_select(), pilot.routes.check_before(library.levels[LEVEL])).answer(picked)
    second = words_shown(pilot)
    assert pilot.runner.focus(pilot.frame) == ""
    pilot.wait(0.6).send(Number(1), Next(), Activate())
    assert words_shown(pilot) == second, "nobody can have read the question yet"
    pilot.wait(0.6).send(Number(1))
    assert words_shown(pilot) != second


def test_two_quick_taps_answer_one_question(library: Library) -> None:
    pilot = Pilot(library)
    pilot.open(pilot.routes.check_before(library.levels[LEVEL])).wait()
    second = questions(library.levels[LEVEL].asks, library.messages, 7, Moment.BEFORE)[1]
    at = next(spot for spot in spots(pilot.view, {}) if spot.id.startswith("not-sure")).rect.centre
    pilot.send(Press(at), Release(at), Press(at), Release(at))
    assert second.question.ask in words_shown(pilot)


@pytest.mark.parametrize("right", [True, False])
def test_after_the_story_every_answer_is_explained(library: Library, *, right: bool) -> None:
    run = played(library, SAFE)
    pilot = run.at(run.pilot.routes.check_after(run.running, None))
    asked = run.asked(Moment.AFTER)[0]
    pilot.answer(answer(asked, right=right))
    shown = words_shown(pilot)
    assert asked.question.right in shown
    assert asked.question.because in shown
    assert (pilot.services.words("check.not_quite") in shown) != right


def test_not_being_sure_is_an_answer_and_is_explained_too(library: Library) -> None:
    run = played(library, SAFE)
    pilot = run.at(run.pilot.routes.check_after(run.running, None)).answer(None)
    assert pilot.services.words("check.unsure") in words_shown(pilot)
    assert run.asked(Moment.AFTER)[0].question.because in words_shown(pilot)


# ----------------------------------------------------------------------------------------------------------- the change


def test_a_worse_answer_after_is_shown_as_such(library: Library) -> None:
    run = played(library, SAFE)
    before = run.result(Moment.BEFORE, "+++--")
    pilot = run.at(run.pilot.routes.check_after(run.running, before))
    run.answered("-++--")
    words = pilot.services.words
    assert words("check.change_down") in words_shown(pilot)
    pilot.tap("go-on")
    shown = words_shown(pilot)
    assert words("check.before", right=3, asked=5) in shown
    assert words("check.after", right=2, asked=5) in shown
    lost = library.messages[run.asked(Moment.AFTER)[0].message].title
    assert words("results.change_line", title=lost, change=words("results.change_lost")) in shown


def test_no_change_is_shown_as_no_change(library: Library) -> None:
    run = played(library, SAFE)
    before = run.result(Moment.BEFORE, "+----")
    pilot = run.at(run.pilot.routes.check_after(run.running, before))
    run.answered("-+---")
    assert pilot.services.words("check.change_none") in words_shown(pilot)


def test_without_questions_before_nothing_is_compared(library: Library) -> None:
    run = played(library, SAFE)
    after = run.result(Moment.AFTER, "++-++")
    assert {change for _, change in changes(None, after)} == {Change.RIGHT, Change.NOT_YET}
    pilot = run.at(run.pilot.routes.results(run.running, None, after))
    assert pilot.services.words("check.change_alone") in words_shown(pilot)


def test_skipped_questions_leave_no_trace_in_the_results(library: Library) -> None:
    run = played(library, SAFE)
    pilot = run.at(run.pilot.routes.check_after(run.running, None)).tap("skip")
    assert pilot.services.words("results.questions") not in words_shown(pilot)
    assert pilot.services.progress.current.of(LEVEL).after is None


# --------------------------------------------------------------------------------------- from the ending to the stories


def test_from_the_ending_to_the_results_all_is_told_and_kept(library: Library) -> None:
    run = played(library, SAFE)
    before = run.result(Moment.BEFORE, "--+--")
    pilot = run.at(run.pilot.routes.ending(run.running, before))
    level, ending = run.running.level, run.running.level.endings[run.running.state.place]
    assert ending.title in words_shown(pilot)
    pilot.tap("go-on")
    assert all(part in words_shown(pilot) for part in (ending.debrief.choice, ending.debrief.system))
    assert ending.debrief.chance in words_shown(pilot)
    seen(pilot.tap("go-on"))
    said = [stop.said for stop in journey(level, run.running.history) if stop.said]
    assert all(each in words_shown(pilot) for each in said)
    pilot.tap("go-on")
    assert isinstance(pilot.runner.screen, CheckAfterScreen)
    run.answered("+++++").tap("go-on")
    kept = pilot.services.progress.current
    assert kept.of(level.id).endings == {ending.id}
    assert kept.of(level.id).won
    assert kept.of(level.id).after is not None
    assert kept.met >= set(learned(level, run.running.state))
    assert load_save(pilot.services.folder, level.id) is not None
    pilot.tap("levels")
    assert load_save(pilot.services.folder, level.id) is None


def test_an_impatient_press_brings_the_words_and_no_more(library: Library) -> None:
    run = played(library, SAFE)
    title = run.running.level.endings[run.running.state.place].title
    run.pilot.open(run.pilot.routes.ending(run.running, None))
    assert title not in words_shown(run.pilot)
    run.pilot.tap("go-on")
    assert title in words_shown(run.pilot)


def test_parts_of_the_ending_can_be_read_again(library: Library) -> None:
    run = played(library, SAFE)
    pilot = run.at(run.pilot.routes.ending(run.running, None))
    title = words_shown(pilot)
    pilot.tap("go-on").tap("go-on").tap("part-back").send(Back())
    assert words_shown(pilot) == title


def test_the_path_grows_stop_by_stop_unless_motion_is_reduced(library: Library) -> None:
    run = played(library, SAFE)
    stops = journey(run.running.level, run.running.history)
    pilot = run.at(run.pilot.routes.ending(run.running, None)).tap("go-on").tap("go-on")
    last = run.running.level.endings[run.running.state.place].title
    assert last not in words_shown(pilot)
    wakes_s = pilot.runner.wakes_s(pilot.now_s)
    assert wakes_s is not None
    assert wakes_s - pilot.now_s < len(stops)
    pilot.wait()
    assert last in words_shown(pilot)


def test_an_ending_with_help_can_be_won_by_insight(library: Library) -> None:
    wins = [name for name in _plays() if _is_won_with_help(library, name)]
    assert wins, "the shipped level has such a play"
    run = played(library, wins[0])
    pilot = run.at(run.pilot.routes.results(run.running, None, None))
    assert pilot.services.words("results.won") in words_shown(pilot)


def test_results_without_a_win_say_what_is_missing(library: Library) -> None:
    run = played(library, UNWON)
    level, state = run.running.level, run.running.state
    pilot = run.at(run.pilot.routes.results(run.running, None, None))
    words, shown = pilot.services.words, words_shown(pilot)
    assert not has_won(level, state)
    assert words("results.not_yet") in shown
    assert f"Needed: {level.wins.use}" in shown


def test_what_else_could_have_helped_was_really_open(library: Library) -> None:
    for name in _plays():
        running = played(library, name).running
        level, state = running.level, running.state
        have = set(learned(level, state)) | level.carries
        assert not {hint.message for hint in still_to_learn(level, running.history)} & have
        for hint in could_have_said(level, running.history):
            assert hint.message in have
            assert hint.message not in used(level, state)
            assert any(
                choice.uses == hint.message and choice.text == hint.sentence
                for passage in level.passages.values()
                for choice in passage.choices.values()
            )


def test_playing_again_and_the_next_story_begin_anew(library: Library) -> None:
    for control_id, wanted in (("play-again", "answer:1:0"), ("next-level", "play")):
        run = played(library, SAFE)
        pilot = run.at(run.pilot.routes.results(run.running, None, None)).tap(control_id)
        assert wanted in pilot.ids
        assert load_save(pilot.services.folder, LEVEL) is None


def test_who_can_listen_is_one_press_away_from_the_results(library: Library) -> None:
    run = played(library, SAFE)
    pilot = run.at(run.pilot.routes.results(run.running, None, None))
    assert isinstance(pilot.runner.screen.use("who-can-listen", 0), Push)
    pilot.send(Command.HELP, Back())
    assert isinstance(pilot.runner.screen, ResultsScreen)


# --------------------------------------------------------------------------------------------------------- the notebook


def test_the_notebook_of_a_run_shows_what_is_known_with_its_source(library: Library) -> None:
    run = played(library, SAFE)
    pilot = run.at(run.pilot.routes.notebook(run.running))
    cards = [each.removeprefix("card:") for each in pilot.ids if each.startswith("card:")]
    assert set(cards) == set(learned(run.running.level, run.running.state))
    for card in cards[:3]:
        message = library.messages[MessageId(card)]
        pilot.runner.screen.use(f"card:{card}", 0)
        shown = words_shown(pilot)
        assert message.text in shown
        assert message.source.url in shown
        assert str(message.as_of) in shown


def test_the_notebook_is_empty_at_first_and_fills_with_what_was_met(library: Library) -> None:
    run = played(library, SAFE)
    pilot = run.at(run.pilot.routes.notebook(None))
    assert pilot.services.words("notebook.empty") in words_shown(pilot)
    pilot.routes.ending(run.running, None)
    pilot = run.at(run.pilot.routes.notebook(None))
    assert len([each for each in pilot.ids if each.startswith("card:")]) == len(pilot.services.progress.current.met)


def test_every_topic_of_the_messages_has_a_name(library: Library) -> None:
    words = Pilot(library).services.words
    assert all(f"topics.{message.topic}" in words for message in library.messages.values())


# ------------------------------------------------------------------------------------------------------------- the laws

Steps = Callable[[Run], None]


def _checks_before(run: Run) -> None:
    run.at(run.pilot.routes.check_before(run.running.level))
    _lawful(run.pilot)
    for number in range(1, len(run.asked(Moment.BEFORE)) + 1):
        run.pilot.runner.screen.use(f"answer:{number}:1", 0)
        _lawful(run.pilot)
        run.pilot.runner.screen.use("sure:guess", 0)
    _lawful(run.pilot)


def _checks_after(run: Run) -> None:
    run.at(run.pilot.routes.check_after(run.running, run.result(Moment.BEFORE, "+-+-+")))
    screen = run.pilot.runner.screen
    for number, asked in enumerate(run.asked(Moment.AFTER), start=1):
        _lawful(run.pilot)
        screen.use(f"answer:{number}:{answer(asked, right=number % 2 == 0)}", 0)
        screen.use("sure:sure", 0)
        _lawful(run.pilot)
        screen.use("go-on", 0)
    _lawful(run.pilot)


def _ending(run: Run) -> None:
    run.pilot.open(run.pilot.routes.ending(run.running, None))
    _lawful(run.pilot)
    run.pilot.wait()
    for _ in range(3):
        _lawful(run.pilot)
        run.pilot.runner.screen.use("go-on", 0)
        _lawful(run.pilot)
        run.pilot.wait()


def _results(run: Run) -> None:
    before = run.result(Moment.BEFORE, "++--+")
    run.at(run.pilot.routes.results(run.running, before, run.result(Moment.AFTER, "-++-+")))
    _lawful(run.pilot)


def _notebook(run: Run) -> None:
    run.at(run.pilot.routes.notebook(run.running))
    _lawful(run.pilot)
    run.pilot.runner.screen.use(f"card:{learned(run.running.level, run.running.state)[-1]}", 0)
    _lawful(run.pilot)


def _lawful(pilot: Pilot) -> None:
    assert faults_of(pilot.view, pilot.frame) == []


@pytest.mark.parametrize("size", WINDOWS)
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("steps", [_checks_before, _checks_after, _ending, _results, _notebook])
def test_nothing_overlaps_or_is_cut_off(
    library: Library, steps: Steps, size: tuple[float, float], text_scale: float
) -> None:
    steps(played(library, SAFE, size=size, text_scale=text_scale))


def _plays() -> list[str]:
    return sorted(path.stem for path in (levels_dir() / LEVEL / "plays").glob("*.yaml"))


def _is_won_with_help(library: Library, play: str) -> bool:
    running = played(library, play).running
    return has_won(running.level, running.state) and not running.level.endings[running.state.place].outcome.is_safe
