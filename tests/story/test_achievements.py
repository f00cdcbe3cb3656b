"""Laws of achievements: they are for learning and helping, each can be reached, and what is reached stays."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.achievements import read_achievements
from game.content.faults import FaultLog
from game.content.library import Library
from game.paths import levels_dir
from game.records.progress import CheckResult, Judged, LevelProgress, Progress
from game.records.tally import earned, tally
from game.story.achievement import Achievement, Deed, Feat, Rule, Tally, holds, reached
from game.story.level import LevelId, MessageId, PassageId
from game.story.recall import Memory
from game.story.sensitivity import Verdicts

_FEW = st.integers(0, 30)
COUNTED = [feat for feat in Feat if feat not in (Feat.TOLD_APART, Feat.DID)]
RULES = st.one_of(
    st.builds(Rule, st.sampled_from(COUNTED), st.integers(1, 30)),
    st.builds(Rule, st.just(Feat.TOLD_APART), st.integers(2, 30), least=st.floats(0.1, 3.0)),
    st.builds(Rule, st.just(Feat.DID), deed=st.sampled_from(Deed)),
)
TALLIES = st.builds(
    Tally,
    st.dictionaries(st.sampled_from(COUNTED), _FEW),
    st.builds(Verdicts, _FEW, _FEW, _FEW, _FEW),
    st.frozensets(st.sampled_from([deed.value for deed in Deed])),
)
NOTHING = Tally({}, Verdicts(), frozenset())


def _shipped() -> tuple[Achievement, ...]:
    log = FaultLog("achievements.yaml")
    found = read_achievements(levels_dir() / "achievements.yaml", log)
    assert log.faults == []
    return found


@given(rule=RULES, tally=TALLIES, more=_FEW)
def test_doing_more_of_what_is_counted_never_takes_an_achievement_away(rule: Rule, tally: Tally, more: int) -> None:
    counts = {feat: count + more for feat, count in tally.counts.items()}
    assert holds(rule, replace(tally, counts=counts, did=frozenset(Deed))) or not holds(rule, tally)


@given(rule=RULES)
def test_nothing_is_reached_by_doing_nothing(rule: Rule) -> None:
    assert not holds(rule, NOTHING)


@pytest.mark.parametrize("feat", COUNTED)
@given(count=st.integers(1, 30))
def test_a_count_is_reached_at_its_number_and_not_before(feat: Feat, count: int) -> None:
    for done in (count - 1, count, count + 1):
        assert holds(Rule(feat, count), replace(NOTHING, counts={feat: done})) == (done >= count)


@given(least=st.floats(0.1, 3.0), false=st.integers(0, 60))
def test_no_achievement_for_turning_everything_down(least: float, false: int) -> None:
    for verdicts in (Verdicts(hits=false), Verdicts(hits=false, false_alarms=false)):
        assert not holds(Rule(Feat.TOLD_APART, 2, least), replace(NOTHING, verdicts=verdicts))


def test_telling_both_kinds_apart_is_an_achievement_once_there_were_enough_offers() -> None:
    rule = Rule(Feat.TOLD_APART, 4, 1.2)
    assert holds(rule, replace(NOTHING, verdicts=Verdicts(hits=2, correct_rejections=2)))
    assert not holds(rule, replace(NOTHING, verdicts=Verdicts(hits=2, correct_rejections=1)))
    assert not holds(rule, replace(NOTHING, verdicts=Verdicts(hits=2, false_alarms=1, correct_rejections=1)))


@given(tally=TALLIES)
def test_what_is_reached_once_is_not_reached_again_and_the_order_is_that_of_the_file(tally: Tally) -> None:
    shipped = _shipped()
    now = reached(shipped, tally)
    assert [each for each in shipped if each in now] == list(now)
    assert reached(shipped, tally, {each.id for each in now}) == ()


def test_everything_that_counts_can_be_told_from_the_progress() -> None:
    """A progress in which every feat has been done once; each rule for one of it holds, none for two."""
    judged = {
        "heron": Judged(genuine=True, stopped=False),
        "direct": Judged(genuine=False, stopped=True),
    }
    level = LevelProgress(frozenset({PassageId("home")}), True, CheckResult(1, 5), CheckResult(2, 5), judged)  # noqa: FBT003
    progress = Progress(
        {LevelId("one"): level},
        frozenset({MessageId("one")}),
        {MessageId("one"): Memory(1, 739_944)},
        did=frozenset({Deed.SOURCE_READ}),
    )
    counted_up = tally(progress)
    assert all(holds(Rule(feat, 1), counted_up) for feat in COUNTED)
    assert not any(holds(Rule(feat, 2), counted_up) for feat in COUNTED)
    assert holds(Rule(Feat.TOLD_APART, 2, 0.5), counted_up)
    assert holds(Rule(Feat.DID, deed=Deed.SOURCE_READ), counted_up)
    assert not holds(Rule(Feat.DID, deed=Deed.LEVEL_READ), counted_up)


def test_what_is_new_is_told_once_and_the_day_it_was_reached_stays() -> None:
    ten = [MessageId(f"message-{number}") for number in range(10)]
    one, new = earned(Progress(met=frozenset(ten[:1])), _shipped(), 739_944)
    assert [each.id for each in new] == ["first-card"]
    assert earned(one, _shipped(), 739_945) == (one, ())
    two, new = earned(one.with_met(frozenset(ten)), _shipped(), 739_950)
    assert [each.id for each in new] == ["ten-cards"]
    assert two.achievements == {"first-card": 739_944, "ten-cards": 739_950}


def test_every_shipped_achievement_can_be_reached_with_the_shipped_levels(library: Library) -> None:
    levels = [library.levels[level] for level in library.campaign.levels]
    offers = [offer for level in levels for passage in level.passages.values() for offer in passage.offers.values()]
    genuine = sum(offer.genuine for offer in offers)
    most = dict.fromkeys((Feat.WON, Feat.IMPROVED), len(levels))
    most |= dict.fromkeys((Feat.MET, Feat.RECALLED), len({each for level in levels for each in level.messages}))
    most[Feat.ENDINGS] = sum(len(level.endings) for level in levels)
    best = Verdicts(hits=len(offers) - genuine, correct_rejections=genuine)
    everything = Tally(most, best, frozenset(Deed))
    assert [each.id for each in _shipped() if not holds(each.rule, everything)] == []


def test_a_file_with_a_fault_gives_no_achievements_and_says_why(tmp_path: Path) -> None:
    file = tmp_path / "achievements.yaml"
    for rule, code in (("{met: 0}", "out-of-range"), ("{money: 5}", "unknown-field"), ("{did: help}", "not-one-of")):
        file.write_text(f"one:\n  title: One\n  text: Two.\n  for: {rule}\n", encoding="utf-8")
        log = FaultLog("achievements.yaml")
        assert read_achievements(file, log) == ()
        assert code in {fault.code for fault in log.faults}
