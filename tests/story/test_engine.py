"""Stories about playing small levels."""

import pytest

from game.story.action import ActionId, Chance, Choose, Continue, Play
from game.story.engine import NotOpenError, actions, apply, fitting, has_won, start
from game.story.event import Arrived, ChoiceTaken, Ended, MessageLearned, MessageUsed, MeterMoved
from game.story.level import ChoiceId, Comparison, FlagId, FlagIs, MessageId, MeterId, MeterIs, PassageId
from game.story.playthrough import begin, from_json, next_draw, replay, step_back, to_json
from tests.story.build import branch, choice, ending, level, passage

RICH = MeterIs(MeterId("savings"), Comparison.AT_LEAST, 3)
FORK = level(
    {
        "door": passage(
            teaches=["ask-first"],
            save=choice("road", savings=1),
            ask=choice("road", uses="ask-first", sets=["asked"]),
        ),
        "road": passage(
            branches=[branch("home", when=[RICH]), branch("home", chance=1), branch("shelter", chance=3)],
        ),
    },
    {"home": ending(), "shelter": ending("help")},
    meters={"savings": (2, 5)},
    flags=["asked"],
)


def test_a_choice_tells_all_that_happened() -> None:
    step = apply(FORK, start(FORK), ActionId("save"))
    assert step.events == (
        ChoiceTaken(PassageId("door"), ChoiceId("save")),
        MeterMoved(MeterId("savings"), 1, 3),
        Arrived(PassageId("road")),
    )


def test_messages_of_the_first_passage_are_known_from_the_start() -> None:
    assert fitting(FORK, start(FORK), MessageId("ask-first")) == Play(
        ActionId("ask"), ChoiceId("ask"), MessageId("ask-first")
    )


def test_playing_a_message_counts_towards_winning() -> None:
    state = apply(FORK, start(FORK), ActionId("ask")).state
    step = apply(FORK, state, ActionId(">shelter"))
    assert step.events[-1] == Ended(PassageId("shelter"))
    assert has_won(FORK, step.state)


def test_the_first_branch_whose_conditions_hold_is_taken() -> None:
    state = apply(FORK, start(FORK), ActionId("save")).state
    assert actions(FORK, state) == (Continue(ActionId(">home"), PassageId("home")),)
    assert apply(FORK, state, ActionId(">home")).state.place == "home"
    with pytest.raises(NotOpenError, match="'>shelter' cannot be taken at 'road'"):
        apply(FORK, state, ActionId(">shelter"))


def test_otherwise_chance_decides_by_weight() -> None:
    state = apply(FORK, start(FORK), ActionId("ask")).state
    assert actions(FORK, state) == (
        Chance(ActionId(">home"), PassageId("home"), 1),
        Chance(ActionId(">shelter"), PassageId("shelter"), 3),
    )
    asked = begin(FORK, 0).then(ActionId("ask"))
    drawn = [next_draw(FORK, begin(FORK, seed).then(ActionId("ask")), state) for seed in range(400)]
    assert 240 < sum(each is not None and each.to == "shelter" for each in drawn) < 360
    assert next_draw(FORK, asked, state) == next_draw(FORK, asked, state)


def test_a_condition_can_ask_for_a_flag_that_is_not_set() -> None:
    once = [FlagIs(FlagId("rested"), wanted=False)]
    built = level(
        {"bench": passage(rest=choice("bench", when=once, sets=["rested"]), go=choice("home"))},
        {"home": ending()},
        flags=["rested"],
    )
    assert [each.id for each in actions(built, start(built))] == ["rest", "go"]
    rested = apply(built, start(built), ActionId("rest")).state
    assert actions(built, rested) == (Choose(ActionId("go"), ChoiceId("go")),)


def test_a_message_is_learned_once() -> None:
    built = level(
        {
            "door": passage(teaches=["ask-first"], on=choice("yard")),
            "yard": passage(teaches=["ask-first"], go=choice("home")),
        },
        {"home": ending()},
    )
    events = apply(built, start(built), ActionId("on")).events
    assert not any(isinstance(event, MessageLearned) for event in events)


def test_stepping_back_takes_back_one_decision_and_the_marks_after_it() -> None:
    played = begin(FORK, 7).then(ActionId("ask"))
    assert step_back(FORK, played) == begin(FORK, 7)
    assert step_back(FORK, begin(FORK, 7)) == begin(FORK, 7)


def test_a_changed_level_is_replayed_as_far_as_it_goes() -> None:
    played = from_json(to_json(begin(FORK, 1).then(ActionId("ask")).then(ActionId(">mountain"))))
    replayed = replay(FORK, played)
    assert (replayed.state.place, replayed.stopped_at) == ("road", ">mountain")
    assert isinstance(replayed.steps[0].events[0], MessageUsed)
