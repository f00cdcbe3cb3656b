"""The telling states of every screen, each reached by a visit: for pictures and for tests of all screens.

The story parts are found in the first level of the campaign by what they are like, so they outlive a rewritten level.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from game.records.finish import reach_ending
from game.records.progress import CheckResult, Judged, LevelProgress, Progress
from game.records.running import RunningLevel
from game.records.settings import Settings, TextSpeed
from game.screens.screen import Screen
from game.story.action import ActionId, Choose, Play
from game.story.answer import Answered, Confidence
from game.story.checkup import ASKED
from game.story.engine import actions, has_ended, has_won
from game.story.level import Level, MessageId, Outcome, Passage
from game.story.recall import Memory
from game.story.state import State, known
from game.ui.intents import Command, Typed
from showcase_class import class_shots
from showcase_giving import giving_shots
from showcase_kiosk import kiosk_shots
from showcase_practice import practice_shots
from showcase_tasks import task_shots
from visit import BETWEEN_ACTIONS_S, Visit, way_to, way_to_place

KNOWN = Settings(knows_quick_exit=True, text_speed=TextSpeed.INSTANT)
"""Of somebody who has played before, and who need not wait for letters."""
TOLD = Settings(knows_quick_exit=True)
STILL = replace(KNOWN, reduced_motion=True)
HIGH_CONTRAST = replace(KNOWN, high_contrast=True)

HALF_A_PASSAGE_S = 0.9
"""After so long props are still falling and letters still coming."""
HALF_A_FLIGHT_S = 0.35


@dataclass(frozen=True, slots=True)
class Shot:
    """One telling state of a screen."""

    name: str
    show: Callable[[Visit], object]
    """Brings a fresh visit there."""
    settings: Settings = KNOWN
    rests: bool = True
    """Whether it stands still where nothing moves; what plays by itself does not."""


def shots() -> Iterator[Shot]:
    """Yield all of them, in the order in which players meet them."""
    yield from _before_a_story()
    yield from _in_a_story()
    yield from (Shot(name, show) for name, show in task_shots())
    yield from _beside_a_story()
    yield from (Shot(name, show) for name, show in practice_shots())
    yield from _after_a_story()
    yield from (Shot(name, show) for name, show in giving_shots())
    yield from (
        Shot(name, show, settings or KNOWN, rests=settings is None) for name, show, settings in kiosk_shots(TOLD)
    )
    # What shows a class looks for news all the time.
    yield from (Shot(name, show, settings or KNOWN, rests=False) for name, show, settings in class_shots(TOLD))


def _before_a_story() -> Iterator[Shot]:
    yield Shot("title-first-start", Visit.look, Settings())
    yield Shot("title", _title)
    yield Shot("title-with-something-due", _title_with_something_due)
    yield Shot("levels-fresh", lambda visit: visit.open(visit.routes.level_select()))
    yield Shot("levels-with-progress", _levels_with_progress)
    yield Shot("levels-on-a-path", _levels_on_a_path)
    yield Shot("levels-farther-on", _levels_farther_on)
    yield Shot("content-note", lambda visit: visit.open(visit.routes.content_note(visit.level)))
    yield Shot("summary", lambda visit: visit.open(visit.routes.summary(visit.level)))
    yield Shot("messages-of-a-skipped-level", lambda visit: visit.open(visit.routes.messages(visit.level)))
    yield Shot("recall-opening", _recall_opening)
    yield Shot("check-before", lambda visit: visit.open(visit.routes.check_before(visit.level)))
    yield Shot("check-before-sure", _check_before_sure)
    yield Shot("check-before-done", _check_before_done)


def _in_a_story() -> Iterator[Shot]:
    yield Shot("play-building", lambda visit: _play(visit, HALF_A_PASSAGE_S, passage=_has_choices), TOLD)
    yield Shot("play-choosing", lambda visit: _choosing(visit, _can_play_a_card))
    yield Shot("play-card-selected", _card_selected)
    yield Shot("play-answered", _answered)
    yield Shot("play-learned", _learned)
    yield Shot("play-card-flying", _card_flying, TOLD)
    yield Shot("play-misfit", _misfit)
    yield Shot("play-notebook", _notebook_opened)
    yield Shot("desk-marked", _desk_marked)
    yield Shot("desk-explained", _desk_explained)
    yield Shot("play-reduced-motion", lambda visit: _choosing(visit, _can_play_a_card), STILL)
    yield Shot("play-high-contrast", lambda visit: _choosing(visit, _can_play_a_card), HIGH_CONTRAST)


def _beside_a_story() -> Iterator[Shot]:
    yield Shot("notebook", lambda visit: _over_play(visit, visit.routes.notebook))
    yield Shot("notebook-of-all", _notebook_of_all)
    yield Shot("notebook-many", _notebook_of_many)
    yield Shot("notebook-searched", _notebook_searched)
    yield Shot("notebook-none-found", _notebook_none_found)
    yield Shot("handbook", _handbook)
    yield Shot("handbook-saved", _handbook_saved)
    yield Shot("history", lambda visit: _over_play(visit, visit.routes.history))
    yield Shot("pause", lambda visit: _over_play(visit, visit.routes.pause))
    yield Shot("refresher-sure", lambda visit: _refresher(visit, ()))
    yield Shot("refresher-told", lambda visit: _refresher(visit, ("sure",)))
    yield Shot("refresher-done", _refresher_done)
    yield Shot("refresher-nothing-due", lambda visit: visit.open(visit.routes.refresher()))
    yield Shot("achievements", _achievements)
    yield Shot("settings", lambda visit: visit.open(visit.routes.settings()))
    yield Shot("help", lambda visit: visit.open(visit.routes.help()))


def _after_a_story() -> Iterator[Shot]:
    yield Shot("ending", lambda visit: _ending(visit, turns=0))
    yield Shot("ending-debrief", lambda visit: _ending(visit, turns=1))
    yield Shot("ending-journey", lambda visit: _ending(visit, turns=2))
    yield Shot("gallery", _gallery)
    yield Shot("gallery-look-back", _look_back)
    yield Shot("gallery-from-which-choice", lambda visit: _look_back(visit, "replay"))
    yield Shot("gallery-open-place", _open_place)
    yield Shot("check-after", lambda visit: visit.open(visit.routes.check_after(_won(visit), _checked(visit, 2))))
    yield Shot("check-after-explained", _check_after_explained)
    yield Shot("check-after-change", _check_after_change)
    yield Shot("results-won", lambda visit: _results(visit, _won(visit)))
    yield Shot("results-not-won", lambda visit: _results(visit, _not_won(visit)))
    yield Shot("hidden", lambda visit: visit.command(Command.QUICK_EXIT))


# ----------------------------------------------------------------------------------------------------- before a story


def _title(visit: Visit) -> None:
    way = _way(visit, _can_play_a_card)
    running = visit.running(visit.level, way[:-1])
    running.take(way[-1])
    visit.routes.play(running, None)  # whoever played comes back to a title that offers to go on
    visit.open()


def _title_with_something_due(visit: Visit) -> None:
    progress, today = visit.services.progress, visit.services.today()
    long_ago = {message: Memory(0, today) for message in visit.level.messages}
    progress.change(replace(progress.current, met=frozenset(long_ago), memories=long_ago))
    _title(visit)


def _levels_with_progress(visit: Visit) -> None:
    first, second, *_ = visit.library.campaign.levels
    level = visit.library.levels[first]
    played = LevelProgress(
        frozenset(list(level.endings)[:2]), won=True, before=CheckResult(2, 5), after=CheckResult(5, 5)
    )
    visit.services.progress.change(Progress({first: played}, frozenset(level.messages)))
    opening = _first_choice(visit.library.levels[second])
    visit.running(visit.library.levels[second], ()).take(opening)
    visit.open(visit.routes.level_select())


def _levels_on_a_path(visit: Visit) -> None:
    _levels_with_progress(visit)
    visit.use(f"path:{visit.library.campaign.paths[-1].id}")


def _levels_farther_on(visit: Visit) -> None:
    """Everything of the first chapter is won, so that the list begins at the second one."""
    levels = visit.library.campaign.chapters[0].levels
    won = {name: LevelProgress(frozenset(list(visit.library.levels[name].endings)[:1]), won=True) for name in levels}
    visit.services.progress.change(Progress(won))
    visit.open(visit.routes.level_select())


def _check_before_sure(visit: Visit) -> None:
    visit.open(visit.routes.check_before(visit.level))
    _answer(visit, 2)


def _check_before_done(visit: Visit) -> None:
    visit.open(visit.routes.check_before(visit.level))
    for number in range(min(ASKED, len(visit.level.asks))):
        _answer(visit, number % 2, "think_so")


def _answer(visit: Visit, nth: int, *sure: str) -> None:
    visit.wait()
    visit.use_one_of("answer:", nth)
    for each in sure:
        visit.use(f"sure:{each}")


def _recall_opening(visit: Visit) -> None:
    first, second, *_ = (visit.library.levels[level] for level in visit.library.campaign.levels)
    _remembering(visit, first)
    visit.open(visit.routes.check_before(second))


# -------------------------------------------------------------------------------------------------------- in a story


def _play(visit: Visit, seconds: float, *, passage: Callable[[Level, State], bool]) -> None:
    visit.open(visit.routes.play(visit.running(visit.level, _way(visit, passage)), None))
    visit.wait(seconds)


def _choosing(visit: Visit, wanted: Callable[[Level, State], bool]) -> RunningLevel:
    running = visit.running(visit.level, _way(visit, wanted))
    visit.open(visit.routes.play(running, None))
    visit.wait()
    visit.use_while_there("next")
    return running


def _card_selected(visit: Visit) -> None:
    running = _choosing(visit, _can_play_a_card)
    _select(visit, _fitting(running)[0].message)


def _answered(visit: Visit) -> None:
    running = _choosing(visit, _can_play_a_card)
    visit.use(f"choice:{_best_explained(running)}")
    visit.use_while_there("next")


def _learned(visit: Visit) -> None:
    _choosing(visit, _taught_on_arriving)


def _card_flying(visit: Visit) -> None:
    _play(visit, BETWEEN_ACTIONS_S, passage=_taught_on_arriving)
    while "next" in visit.control_ids:
        visit.use_now("next")
        if "next" in visit.control_ids:
            visit.wait()
    visit.wait(HALF_A_FLIGHT_S)  # it began when the end of the passage was looked at


def _misfit(visit: Visit) -> None:
    running = _choosing(visit, _knows_what_does_not_fit)
    fits = {play.message for play in _fitting(running)}
    _select(visit, next(message for message in known(running.level, running.state) if message not in fits))
    visit.command(Command.PLAY_CARD)


def _notebook_opened(visit: Visit) -> None:
    _choosing(visit, _can_play_a_card)
    visit.command(Command.NOTEBOOK)


def _desk_marked(visit: Visit) -> None:
    _choosing(visit, _has_offers)
    visit.use("desk")
    marks = [each for each in visit.control_ids if each.startswith("mark:")]
    for number, each in enumerate(marks[::2]):
        visit.use(each if number % 3 else each.replace("=good", "=warning"))
    visit.settle()
    for each in [each for each in visit.control_ids if each.startswith("judge:") and each.endswith("=stop")]:
        visit.use(each)
    visit.focus(marks[0])


def _desk_explained(visit: Visit) -> None:
    _desk_marked(visit)
    visit.use("desk-reveal")


def _select(visit: Visit, message: str) -> None:
    if f"card:{message}" not in visit.control_ids:
        visit.command(Command.NOTEBOOK)
    visit.use(f"card:{message}")


# ---------------------------------------------------------------------------------------------------- beside a story


def _over_play(visit: Visit, screen: Callable[[RunningLevel], Screen]) -> None:
    running = visit.running(visit.level, _way(visit, _is_far_on))
    visit.open(visit.routes.play(running, None), screen(running))


def _notebook_of_all(visit: Visit) -> None:
    _levels_with_progress(visit)
    visit.open(visit.routes.notebook(None))


def _refresher(visit: Visit, sure: tuple[str, ...]) -> None:
    """The first question answered, and told how sure that is."""
    _remembering(visit, visit.level)
    visit.open(visit.routes.refresher())
    _answer(visit, 0, *sure)


def _refresher_done(visit: Visit) -> None:
    _refresher(visit, ("sure",))
    visit.use("go-on")
    while "done" not in visit.control_ids:
        visit.use_one_of("not-sure:")
        visit.use("go-on")


def _achievements(visit: Visit) -> None:
    first, *others = visit.library.achievements
    progress, today = visit.services.progress, visit.services.today()
    now = progress.current.with_achievements([first.id], today - 4).with_achievements([others[3].id], today)
    progress.change(now)
    visit.open(visit.routes.achievements())


def _remembering(visit: Visit, level: Level) -> None:
    """Everything a level tells was met long ago, and is due today."""
    progress, today = visit.services.progress, visit.services.today()
    progress.change(progress.current.with_met(frozenset(level.messages)).on(today - 10))


def _notebook_of_many(visit: Visit) -> None:
    visit.services.progress.change(Progress(met=frozenset(visit.library.messages)))
    visit.open(visit.routes.notebook(None))


def _notebook_searched(visit: Visit) -> None:
    _notebook_of_many(visit)
    for letter in "/passport":
        visit.press(Typed(letter))


def _notebook_none_found(visit: Visit) -> None:
    _notebook_searched(visit)
    visit.press(Typed("q"))


def _handbook(visit: Visit) -> None:
    _levels_with_progress(visit)
    visit.routes.content_note(visit.level)  # whoever was in a story sees its countries first
    visit.services.progress.change(visit.services.progress.current.with_met(frozenset(visit.library.messages)))
    visit.open(visit.routes.handbook())


def _handbook_saved(visit: Visit) -> None:
    _handbook(visit)
    visit.use("save")


# ----------------------------------------------------------------------------------------------------- after a story


def _ending(visit: Visit, turns: int) -> None:
    visit.open(visit.routes.ending(_won(visit), _checked(visit, 2)))
    visit.wait()
    for _ in range(turns):
        visit.use("go-on")


def _gallery(visit: Visit) -> Level:
    """Two endings of the first story were seen, the least safe one among them."""
    level, progress = visit.level, visit.services.progress
    safe, *_, hard = sorted(level.endings.values(), key=lambda ending: list(Outcome).index(ending.outcome))
    for ending in (safe, hard):
        way = way_to_place(level, ending.id)
        reach_ending(progress, visit.running(level, way), visit.services.today())
    visit.open(visit.routes.gallery(level))
    return level


def _look_back(visit: Visit, *pressed: str) -> None:
    level = _gallery(visit)
    hard = next(ending.id for ending in level.endings.values() if ending.outcome is Outcome.HELP_ON_THE_WAY)
    for control in (f"ending:{hard}", *pressed):
        visit.use(control)


def _open_place(visit: Visit) -> None:
    visit.running(visit.level, ()).take(_first_choice(visit.level))
    _look_back(visit, "replay")
    visit.use_one_of("from:")


def _won(visit: Visit) -> RunningLevel:
    return visit.running(visit.level, _way(visit, has_won))


def _not_won(visit: Visit) -> RunningLevel:
    return visit.running(
        visit.level, _way(visit, lambda level, state: has_ended(level, state) and not has_won(level, state))
    )


def _checked(visit: Visit, right: int) -> CheckResult:
    return CheckResult.of(Answered(message, place < right) for place, message in enumerate(visit.level.asks[:ASKED]))


def _answers(asked: Sequence[MessageId], right: Sequence[bool], sure: Sequence[int | None]) -> Iterator[Answered]:
    for message, is_right, how in zip(asked, right, sure, strict=True):
        yield Answered(message, is_right, None if how is None else Confidence(how))


def _check_after_explained(visit: Visit) -> None:
    visit.open(visit.routes.check_after(_won(visit), _checked(visit, 2)))
    _answer(visit, 0, "sure")


def _check_after_change(visit: Visit) -> None:
    visit.open(visit.routes.check_after(_won(visit), _checked(visit, 2)))
    for _ in visit.level.asks[:ASKED]:
        _answer(visit, 0, "think_so")
        visit.use("go-on")


def _results(visit: Visit, running: RunningLevel) -> None:
    """With every change there can be, all kinds of sureness, and a few offers judged."""
    asked = visit.level.asks[:ASKED]
    before = CheckResult.of(_answers(asked, (False, True, False, True, False), (None, 2, 0, 1, 2)))
    after = CheckResult.of(_answers(asked, (True, True, False, False, True), (1, 2, 2, None, 0)))
    judged = {"one": Judged(genuine=False, stopped=True), "two": Judged(genuine=True, stopped=True)}
    more = {"three": Judged(genuine=False, stopped=True), "four": Judged(genuine=True, stopped=False)}
    progress = visit.services.progress
    progress.change(progress.current.with_level(visit.level.id, LevelProgress(verdicts={**judged, **more})))
    reach_ending(progress, running, visit.services.today())
    visit.open(visit.routes.results(running, before, after))


# -------------------------------------------------------------------------------------------- places worth looking at


def _way(visit: Visit, wanted: Callable[[Level, State], bool]) -> tuple[ActionId, ...]:
    level = visit.level
    return way_to(level, lambda state: wanted(level, state))


def _passage(level: Level, state: State) -> Passage | None:
    return level.passages.get(state.place)


def _first_choice(level: Level) -> ActionId:
    return ActionId(next(iter(level.passages[level.start].choices)))


def _has_choices(level: Level, state: State) -> bool:
    passage = _passage(level, state)
    return bool(passage and passage.choices)


def _has_offers(level: Level, state: State) -> bool:
    passage = _passage(level, state)
    return bool(passage and passage.offers)


def _taught_on_arriving(level: Level, state: State) -> bool:
    passage = _passage(level, state)
    return bool(passage and passage.teaches and not passage.offers)


def _can_play_a_card(level: Level, state: State) -> bool:
    kinds = [type(action) for action in actions(level, state)]
    return Play in kinds and kinds.count(Choose) > 1 and len(known(level, state)) > 1 and not _has_offers(level, state)


def _knows_what_does_not_fit(level: Level, state: State) -> bool:
    fits = {action.message for action in actions(level, state) if isinstance(action, Play)}
    return _has_choices(level, state) and not _has_offers(level, state) and bool(set(known(level, state)) - fits)


def _is_far_on(level: Level, state: State) -> bool:
    return len(known(level, state)) >= level.wins.learn and _has_choices(level, state)


def _fitting(running: RunningLevel) -> list[Play]:
    return [action for action in actions(running.level, running.state) if isinstance(action, Play)]


def _best_explained(running: RunningLevel) -> str:
    choices = running.level.passages[running.state.place].choices
    plain = [action.choice for action in actions(running.level, running.state) if isinstance(action, Choose)]
    return max(plain, key=lambda choice: len(choices[choice].because))
