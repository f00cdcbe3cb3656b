"""What is kept of a level while it is played, at its end, and for the levels after it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from game.content.library import Library
from game.records.finish import checked, finished, reach_ending
from game.records.folder import DiskFolder, Folder, MemoryFolder
from game.records.gallery import load_gallery
from game.records.progress import CheckResult, Judged, Progress, ProgressKeeper, load_progress, remembered
from game.records.recalling import recalled
from game.records.running import RunningLevel, resume_level, start_level
from game.records.tally import verdicts_of
from game.story.action import ActionId, Verdict, judge
from game.story.answer import Answered, Confidence
from game.story.level import FlagId, Level, LevelId, MessageId, Offer, OfferLine, PassageId, Remembered, Sign
from game.story.playthrough import replay
from game.story.recall import GAPS, due
from game.story.sensitivity import Verdicts
from tests.story.build import choice, ending, level, passage

TODAY = 739_944
HOME, SIGNED = PassageId("home"), FlagId("signed")
BEFORE = CheckResult.of(
    [
        Answered(MessageId("one"), right=False, confidence=Confidence.SURE, question="a"),
        Answered(MessageId("two"), right=True, confidence=Confidence.GUESS, question="b"),
        Answered(MessageId("three"), right=False, question="a"),
    ]
)


def _offer(name: str, *, genuine: bool) -> Offer:
    lines = {sign.value: OfferLine(sign.value, "…", sign, "…", None) for sign in Sign}
    return Offer(name, "somebody", genuine, lines)


DESK = level(
    {
        "desk": passage(
            teaches=["one"],
            offers=[_offer("heron", genuine=True), _offer("direct", genuine=False)],
            sign=choice("home", sets=["signed"]),
            ask=choice("home"),
        )
    },
    {"home": ending()},
    flags=["signed"],
)


def _played(folder: Folder, *actions: str) -> RunningLevel:
    running = start_level(DESK, folder, seed=1)
    for action in actions:
        running.take(ActionId(action))
    return running


def _verdicts(heron: Verdict | None, direct: Verdict | None) -> Sequence[str]:
    return judge("heron", heron).id, judge("direct", direct).id


# ------------------------------------------------------------------------------------------------ the check before


def test_the_answers_before_are_there_again_after_the_game_was_closed(tmp_path: Path) -> None:
    running = start_level(DESK, DiskFolder(tmp_path), seed=1)
    running.note_before(BEFORE)
    assert resume_level(DESK, DiskFolder(tmp_path), seed=2)[0].before == BEFORE
    running.take(judge("heron", Verdict.STOP).id)
    running.step_back()
    resumed, how = resume_level(DESK, DiskFolder(tmp_path), seed=2)
    assert resumed.before == BEFORE
    assert how.was_resumed
    assert resumed.playthrough == running.playthrough


def test_skipped_questions_are_none_after_the_game_was_closed() -> None:
    folder = MemoryFolder()
    start_level(DESK, folder, seed=1).note_before(None)
    resumed, how = resume_level(DESK, folder, seed=2)
    assert (resumed.before, how.was_resumed) == (None, True)


# ------------------------------------------------------------------------------------------------------- at the end


def test_the_first_verdicts_and_the_flags_of_the_last_finished_run_are_kept() -> None:
    folder = MemoryFolder()
    first = _played(folder, *_verdicts(Verdict.STOP, Verdict.STOP), "sign")
    progress = finished(Progress(), first, TODAY)
    kept = progress.of(DESK.id)
    assert kept.kept_flags == frozenset({SIGNED})
    assert kept.verdicts == {
        "heron": Judged(genuine=True, stopped=True),
        "direct": Judged(genuine=False, stopped=True),
    }
    assert verdicts_of(progress) == Verdicts(hits=1, false_alarms=1)
    again = finished(progress, _played(folder, *_verdicts(Verdict.GO_ON, None), "ask"), TODAY)
    assert again.of(DESK.id).kept_flags == frozenset()
    assert verdicts_of(again) == Verdicts(hits=1, false_alarms=1), "by now the lines are explained"


def test_verdicts_are_summed_over_levels() -> None:
    played = finished(Progress(), _played(MemoryFolder(), *_verdicts(Verdict.GO_ON, Verdict.GO_ON), "ask"), TODAY)
    two = played.with_level(LevelId("other"), played.of(DESK.id))
    assert verdicts_of(two) == Verdicts(misses=2, correct_rejections=2)


def test_reaching_an_ending_keeps_the_way_there_and_reading_it_again_changes_nothing(tmp_path: Path) -> None:
    keeper = ProgressKeeper(DiskFolder(tmp_path))
    running = _played(DiskFolder(tmp_path), "ask")
    for _ in range(2):
        reach_ending(keeper, running, TODAY)
    seen = load_gallery(DiskFolder(tmp_path), DESK.id)[HOME]
    assert (seen.first, seen.playthrough) == (TODAY, running.playthrough)
    assert replay(DESK, seen.playthrough).state == running.state
    assert load_progress(DiskFolder(tmp_path)) == keeper.current == finished(Progress(), running, TODAY)


def test_the_gallery_keeps_the_latest_way_and_the_first_day() -> None:
    folder = MemoryFolder()
    keeper = ProgressKeeper(folder)
    reach_ending(keeper, _played(folder, "ask"), TODAY)
    reach_ending(keeper, _played(folder, "sign"), TODAY + 9)
    seen = load_gallery(folder, DESK.id)[HOME]
    assert (seen.first, seen.playthrough.actions) == (TODAY, ("sign",))


def test_where_the_gallery_cannot_be_kept_the_ending_still_counts(tmp_path: Path) -> None:
    (tmp_path / "endings").write_text("in the way")
    keeper = ProgressKeeper(DiskFolder(tmp_path))
    reach_ending(keeper, _played(DiskFolder(tmp_path), "ask"), TODAY)
    assert keeper.current.of(DESK.id).endings == {"home"}
    assert load_progress(DiskFolder(tmp_path)).of(DESK.id).endings == {"home"}


# ---------------------------------------------------------------------------------------------------------- recall


def test_what_was_met_is_due_tomorrow_and_records_from_before_there_were_days_get_one() -> None:
    progress = finished(Progress(met=frozenset({MessageId("old")})), _played(MemoryFolder(), "ask"), TODAY)
    assert due(progress.memories, TODAY) == ()
    assert due(progress.memories, TODAY + 1) == ("old", "one")


def test_the_questions_of_a_check_are_not_the_next_to_be_recalled_with(library: Library) -> None:
    progress = finished(Progress(), _played(MemoryFolder(), "ask"), TODAY)
    after = CheckResult.of([Answered(MessageId("one"), right=True, confidence=Confidence.SURE, question="c")])
    memory = checked(progress, _played(MemoryFolder(), "ask"), BEFORE, after, TODAY).memories[MessageId("one")]
    assert memory.asked == ("a", "c")
    assert (memory.stage, memory.due) == (0, TODAY + 1), "right after the story, it is fresh"


def test_a_skipped_check_after_leaves_everything_as_it_was() -> None:
    assert checked(Progress(), _played(MemoryFolder(), "ask"), BEFORE, None, TODAY) == Progress()


@pytest.mark.parametrize(
    ("confidence", "stage"), [(Confidence.GUESS, 0), (Confidence.THINK_SO, 1), (Confidence.SURE, 1), (None, 1)]
)
def test_a_message_recalled_when_due_comes_back_later_unless_it_was_a_guess(
    confidence: Confidence | None, stage: int
) -> None:
    progress = Progress(met=frozenset({MessageId("one")})).on(TODAY)
    answer = Answered(MessageId("one"), right=True, confidence=confidence, question="a")
    memory = recalled(progress, [answer], TODAY + 1).memories[MessageId("one")]
    assert (memory.stage, memory.due) == (stage, TODAY + 1 + GAPS[stage])


# ------------------------------------------------------------------------------------------------ levels after it


def _later(*, alone: bool) -> Level:
    source = Remembered(DESK.id, SIGNED, alone)
    return replace(DESK, id=LevelId("later"), remembers={SIGNED: source})


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize("last", ["sign", "ask"])
def test_a_level_remembers_how_the_last_finished_run_ended(last: str, alone: bool) -> None:
    progress = finished(Progress(), _played(MemoryFolder(), last), TODAY)
    memory = remembered(progress, _later(alone=alone))
    assert memory == ({"signed"} if last == "sign" else frozenset())
    running = start_level(_later(alone=alone), MemoryFolder(), 1, memory)
    assert running.playthrough.memory == memory


@pytest.mark.parametrize("alone", [True, False])
def test_a_level_played_alone_remembers_what_its_author_says(alone: bool) -> None:
    later = _later(alone=alone)
    memory = remembered(Progress(), later)
    assert memory == ({"signed"} if alone else frozenset())
    assert memory == start_level(later, MemoryFolder(), 1).playthrough.memory


def test_a_level_finished_before_flags_were_kept_counts_as_not_finished() -> None:
    progress = finished(Progress(), _played(MemoryFolder(), "sign"), TODAY)
    old = progress.with_level(DESK.id, replace(progress.of(DESK.id), kept_flags=None))
    assert remembered(old, _later(alone=False)) == frozenset()
    assert remembered(old, _later(alone=True)) == {"signed"}
