"""What levels remember of one another: flags that come in at the start, and proofs that know them all."""

from dataclasses import replace

from game.story.engine import actions, start
from game.story.level import FlagId, FlagIs, Level, LevelId, Remembered
from game.story.playthrough import begin, from_json, replay, to_json
from game.story.proof.future import merge
from game.story.proof.graph import explore
from game.story.proof.promises import Promise, breaches
from game.story.state import flags_set
from tests.story.build import choice, ending, level, passage

KEPT, TOLD = FlagId("kept"), FlagId("told")


def remembering(*, alone: bool) -> Level:
    """A level in which one choice is open only to who kept the card, and one only to who told nobody."""
    here = passage(
        show=choice("home", when=[FlagIs(KEPT, wanted=True)]),
        tell=choice("home", when=[FlagIs(TOLD, wanted=False)]),
        wait=choice("help"),
    )
    built = level({"gate": here}, {"home": ending(), "help": ending("help")}, flags=[KEPT, TOLD])
    source = LevelId("before")
    memory = {KEPT: Remembered(source, KEPT, alone), TOLD: Remembered(source, TOLD, not alone)}
    return replace(built, remembers=memory)


def test_a_level_played_on_its_own_begins_with_what_its_author_said() -> None:
    assert flags_set(remembering(alone=True), start(remembering(alone=True))) == {KEPT}
    assert flags_set(remembering(alone=False), start(remembering(alone=False))) == {TOLD}


def test_what_is_remembered_comes_in_and_nothing_else_does() -> None:
    story = remembering(alone=True)
    state = start(story, frozenset({TOLD, FlagId("unknown")}))
    assert flags_set(story, state) == {TOLD}
    assert [action.id for action in actions(story, state)] == ["wait"]


def test_a_playthrough_remembers_what_it_began_with() -> None:
    story = remembering(alone=True)
    begun = begin(story, 1, frozenset({TOLD}))
    assert replay(story, from_json(to_json(begun))).state == start(story, frozenset({TOLD}))
    assert from_json({**to_json(begun), "memory": None}).memory == frozenset()


def test_a_proof_tries_everything_that_can_be_remembered() -> None:
    story = remembering(alone=True)
    graph = explore(story)
    starts = {state.bits for state in graph.states if state.place == story.start}
    assert len(starts) == 4
    assert graph.states[0] == start(story)
    assert graph.run_to(0) == ()
    assert not [each for each in breaches(merge(graph)) if each.promise is Promise.CHOICE_OPENS]
