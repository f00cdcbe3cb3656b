"""Laws of playing, held on the levels of the game: whatever somebody does, in whatever order, with whatever luck."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.library import Library, load_library
from game.paths import levels_dir
from game.records.folder import DiskFolder
from game.records.saves import load_save, save
from game.story.action import Play, Verdict
from game.story.engine import actions, apply, fitting, has_ended, has_won, start
from game.story.event import LineMarked, MessageLearned, MessageUsed, MeterMoved, Noted, OfferJudged, PartArranged
from game.story.level import Choice, Level, LevelId, Line, Passage, PassageId, Sign
from game.story.playthrough import Playthrough, from_json, next_draw, replay, shortened, step_back, to_json
from game.story.state import State, known, learned, used
from game.story.version import version_of
from tests.story.conftest import WRITTEN
from tests.story.walks import PICKS, SEEDS, Walk, walk, walk_to_an_ending

LAW = settings(max_examples=20)
"""Each law is tried on every level."""


@pytest.fixture(scope="session")
def other_reading() -> Mapping[LevelId, Level]:
    """The same levels, read from their files once more: nothing of the first reading is shared."""
    return load_library(levels_dir(), WRITTEN).levels


@LAW
@given(seed=SEEDS, picks=PICKS)
def test_the_same_actions_lead_to_the_same_states_and_tell_the_same(
    level: Level, other_reading: Mapping[LevelId, Level], seed: int, picks: list[int]
) -> None:
    again = walk(other_reading[level.id], seed, picks)
    assert again == walk(level, seed, picks)


@LAW
@given(seed=SEEDS, picks=PICKS)
def test_a_replay_goes_the_way_that_was_played(level: Level, seed: int, picks: list[int]) -> None:
    played = walk(level, seed, picks)
    replayed = replay(level, played.playthrough)
    assert (replayed.states, replayed.steps, replayed.stopped_at) == (played.states, played.steps, None)


@LAW
@given(seed=SEEDS, picks=PICKS, cut=st.integers(0, 70))
def test_a_playthrough_cut_anywhere_leads_to_where_it_was_then(
    level: Level, seed: int, picks: list[int], cut: int
) -> None:
    played = walk(level, seed, picks)
    prefix = replace(played.playthrough, actions=played.playthrough.actions[:cut])
    assert replay(level, prefix).states == played.states[: cut + 1]


@LAW
@given(seed=SEEDS, picks=PICKS)
def test_every_moment_survives_its_json_form(level: Level, seed: int, picks: list[int]) -> None:
    played = walk(level, seed, picks)
    for count, state in enumerate(played.states):
        so_far = replace(played.playthrough, actions=played.playthrough.actions[:count])
        kept = from_json(json.loads(json.dumps(to_json(so_far))))
        assert kept == so_far
        assert replay(level, kept).state == state


@settings(max_examples=20)
@given(seed=SEEDS, picks=PICKS)
def test_a_save_on_the_disk_comes_back_as_it_was(level: Level, seed: int, picks: list[int]) -> None:
    played = walk(level, seed, picks).playthrough
    with TemporaryDirectory() as place:
        save(DiskFolder(Path(place)), played)
        assert load_save(DiskFolder(Path(place)), level.id) == played


@LAW
@given(seed=SEEDS, picks=PICKS)
def test_stepping_back_takes_back_one_move_and_the_notes_after_it(level: Level, seed: int, picks: list[int]) -> None:
    played = walk(level, seed, picks)
    moves = [number for number, step in enumerate(played.steps) if not isinstance(step.events[0], Noted)]
    kept = moves[-1] if moves else 0
    back = step_back(level, played.playthrough)
    assert back == replace(played.playthrough, actions=played.playthrough.actions[:kept])
    assert replay(level, back).state == played.states[kept]


@LAW
@given(seed=SEEDS, picks=PICKS)
def test_meters_stay_in_bounds_and_say_how_they_moved(level: Level, seed: int, picks: list[int]) -> None:
    played = walk(level, seed, picks)
    for state in played.states:
        assert all(0 <= value <= meter.max for meter, value in zip(level.meters, state.meters, strict=True))
    for before, step in zip(played.states, played.steps, strict=False):
        told = {event.meter: (event.by, event.now) for event in step.events if isinstance(event, MeterMoved)}
        pairs = zip(level.meters, before.meters, step.state.meters, strict=True)
        assert told == {meter.id: (new - old, new) for meter, old, new in pairs if new != old}


@LAW
@given(seed=SEEDS, picks=PICKS)
def test_what_is_known_or_used_stays_so(level: Level, seed: int, picks: list[int]) -> None:
    states = walk(level, seed, picks).states
    for before, after in pairwise(states):
        assert set(known(level, before)) <= set(known(level, after))
        assert set(used(level, before)) <= set(used(level, after))
        assert set(used(level, after)) <= set(known(level, after))


@LAW
@given(seed=SEEDS, picks=PICKS)
def test_notes_leave_the_story_where_it_is_and_the_last_one_counts(level: Level, seed: int, picks: list[int]) -> None:
    played = walk(level, seed, picks)
    marks: dict[tuple[str, str], Sign | None] = {}
    verdicts: dict[str, Verdict | None] = {}
    arranged: dict[PassageId, dict[str, str]] = {}
    for before, step in zip(played.states, played.steps, strict=False):
        first = step.events[0]
        if isinstance(first, Noted):
            assert step == (before, (first,))
        match first:
            case LineMarked(offer, line, sign):
                marks[offer, line] = sign
            case OfferJudged(offer, verdict):
                verdicts[offer] = verdict
            case PartArranged(passage, part, option):
                arranged.setdefault(passage, {})[part] = option
            case _:
                pass  # the story moved
    replayed = replay(level, played.playthrough)
    assert replayed.marks == {line: sign for line, sign in marks.items() if sign}
    assert replayed.verdicts == {offer: verdict for offer, verdict in verdicts.items() if verdict}
    assert all(replayed.arrangement(passage) == arranged.get(passage, {}) for passage in level.passages)


@LAW
@given(seed=SEEDS, picks=PICKS)
def test_what_can_be_done_can_be_done(level: Level, seed: int, picks: list[int]) -> None:
    state = walk(level, seed, picks).state
    assert bool(actions(level, state)) != has_ended(level, state)
    for action in actions(level, state):
        after = apply(level, state, action.id).state
        assert after.place in level.passages or after.place in level.endings
        if isinstance(action, Play):
            assert fitting(level, state, action.message) == action
            assert action.message in known(level, state)


@LAW
@given(seed=SEEDS, plays_messages=st.booleans())
def test_play_by_chance_alone_always_ends(level: Level, seed: int, plays_messages: bool) -> None:
    played = walk_to_an_ending(level, seed, plays_messages=plays_messages)
    assert has_ended(level, played.state)
    assert next_draw(level, played.playthrough, played.state) is None
    assert has_won(level, played.state) == _meets_the_rule(level, played)


@LAW
@given(seed=SEEDS, picks=PICKS)
def test_nothing_is_won_before_the_end_and_nothing_without_messages(level: Level, seed: int, picks: list[int]) -> None:
    played = walk(level, seed, picks)
    assert not has_won(level, played.state) or (has_ended(level, played.state) and used(level, played.state))
    assert has_won(level, played.state) == (has_ended(level, played.state) and _meets_the_rule(level, played))


def _meets_the_rule(level: Level, played: Walk) -> bool:
    """Count what was told on the way, not what the state says."""
    events = [event for step in played.steps for event in step.events]
    told = [event.message for event in events if isinstance(event, MessageLearned)]
    lessons = {*told, *level.passages[level.start].teaches} - level.carries
    assert len(told) == len(set(told)), "a message was learned twice"
    assert lessons == set(learned(level, played.state))
    played_messages = {event.message for event in events if isinstance(event, MessageUsed)}
    return len(lessons) >= level.wins.learn and len(played_messages) >= level.wins.use


@LAW
@given(seed=SEEDS, picks=PICKS)
def test_editing_texts_keeps_every_save(level: Level, seed: int, picks: list[int]) -> None:
    edited = _with_other_texts(level)
    assert edited.version == level.version
    played = walk(level, seed, picks)
    assert replay(edited, played.playthrough).states == played.states


@LAW
@given(seed=SEEDS)
def test_a_playthrough_of_a_changed_level_goes_as_far_as_it_can_and_says_so(level: Level, seed: int) -> None:
    """The way out that was taken to the last ending is gone; all before it still stands."""
    played = walk_to_an_ending(level, seed, plays_messages=True)
    changed = _without_ending_moves(level, played.states[-2].place)
    replayed = replay(changed, played.playthrough)
    gone = played.playthrough.actions[len(replayed.steps)]
    assert changed.version != level.version
    assert replayed.stopped_at == gone
    assert replayed.states == played.states[: len(replayed.states)]
    kept = shortened(played.playthrough, replayed)
    assert replay(changed, kept).stopped_at is None
    assert gone not in {action.id for action in actions(changed, replay(changed, kept).state)}


def test_a_level_starts_with_what_it_carries_and_what_its_first_passage_teaches(level: Level) -> None:
    first: State = start(level)
    assert set(known(level, first)) == {*level.carries, *level.passages[level.start].teaches}
    assert used(level, first) == ()


def test_the_levels_carry_only_what_an_earlier_one_teaches(library: Library) -> None:
    taught = set[str]()
    for name in library.campaign.levels:
        level = library.levels[LevelId(name)]
        assert level.carries <= taught
        taught |= {message for passage in level.passages.values() for message in passage.teaches}


@LAW
@given(playthrough=st.builds(Playthrough, st.text(), st.text(), SEEDS, st.lists(st.text()).map(tuple)))
def test_any_playthrough_at_all_can_be_replayed(level: Level, playthrough: Playthrough) -> None:
    replayed = replay(level, playthrough)
    assert len(replayed.states) == len(replayed.steps) + 1
    assert replay(level, shortened(playthrough, replayed)).stopped_at is None


@cache
def _with_other_texts(level: Level) -> Level:
    passages = {name: _reworded(passage) for name, passage in level.passages.items()}
    endings = {name: replace(ending, title="Otherwise") for name, ending in level.endings.items()}
    edited = replace(level, title="Otherwise", summary="Otherwise", passages=passages, endings=endings)
    return replace(edited, version=version_of(edited))


def _reworded(passage: Passage) -> Passage:
    choices = {
        name: replace(choice, text="Otherwise", because="Otherwise", reply=())
        for name, choice in passage.choices.items()
    }
    branches = tuple(replace(branch, because="Otherwise") for branch in passage.branches)
    stage = replace(passage.stage, time="night")
    return replace(passage, text=(Line(None, "Otherwise"),), stage=stage, choices=choices, branches=branches)


def _without_ending_moves(level: Level, place: PassageId) -> Level:
    """Return the level with other choices and other targets at one passage."""
    passage = level.passages[place]
    choices = {name: _renamed(choice) for name, choice in passage.choices.items()}
    branches = tuple(replace(branch, to=level.start) for branch in passage.branches)
    other = replace(passage, choices={choice.id: choice for choice in choices.values()}, branches=branches)
    changed = replace(level, passages={**level.passages, place: other})
    return replace(changed, version=version_of(changed))


def _renamed(choice: Choice) -> Choice:
    return replace(choice, id=type(choice.id)(f"{choice.id}-otherwise"))
