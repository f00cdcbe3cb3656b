"""Every promise of `check`: a level that keeps it, and a level that breaks it and the run that shows it."""

from collections.abc import Mapping, Sequence

import pytest

from game.story.action import ActionId
from game.story.engine import apply, start
from game.story.level import (
    Comparison,
    Ending,
    FlagId,
    FlagIs,
    Knows,
    Level,
    MessageId,
    MeterId,
    MeterIs,
    Offer,
    Passage,
)
from game.story.proof.future import merge
from game.story.proof.graph import TooManyStatesError, explore
from game.story.proof.promises import Breach, Promise, breaches
from tests.story.build import branch, choice, ending, level, passage

KEEPS_ALL: dict[str, Passage] = {
    "door": passage(teaches=["ask-first"], wait=choice("table"), ask=choice("table", uses="ask-first", trust=1)),
    "table": passage(go=choice("home")),
}
HOME = {"home": ending()}
TRUST = {"trust": (2, 5)}


def broken(
    passages: Mapping[str, Passage],
    endings: Mapping[str, Ending] = HOME,
    *,
    meters: Mapping[str, tuple[int, int]] = TRUST,
    flags: Sequence[str] = (),
    wins: tuple[int, int] = (1, 1),
) -> dict[Promise, Breach]:
    """Return the first breach of each promise a level breaks."""
    built = level(passages, endings, meters=meters, flags=flags, wins=wins)
    return {breach.promise: breach for breach in reversed(breaches(merge(explore(built))))}


def test_a_sound_level_breaks_no_promise() -> None:
    assert broken(KEEPS_ALL) == {}


def test_a_passage_nothing_leads_to_is_found() -> None:
    found = broken({**KEEPS_ALL, "attic": passage(down=choice("home"))})
    assert found[Promise.PASSAGE_REACHED].place == "attic"


def test_an_ending_nothing_leads_to_is_found() -> None:
    assert broken(KEEPS_ALL, {**HOME, "sea": ending()})[Promise.PASSAGE_REACHED].place == "sea"


def test_a_choice_that_never_opens_is_found() -> None:
    rich = MeterIs(MeterId("trust"), Comparison.AT_LEAST, 5)
    found = broken({**KEEPS_ALL, "table": passage(go=choice("home"), fly=choice("home", when=[rich]))})
    assert (found[Promise.CHOICE_OPENS].place, found[Promise.CHOICE_OPENS].part) == ("table", "fly")


def test_a_choice_whose_conditions_exclude_each_other_never_opens() -> None:
    both = [FlagIs(FlagId("lit"), wanted=True), FlagIs(FlagId("lit"), wanted=False)]
    passages = {**KEEPS_ALL, "table": passage(go=choice("home", sets=["lit"]), fly=choice("home", when=both))}
    assert broken(passages, flags=["lit"])[Promise.CHOICE_OPENS].part == "fly"


def test_a_branch_that_is_never_taken_is_found() -> None:
    never = [Knows(MessageId("ask-first"), wanted=False)]
    found = broken({**KEEPS_ALL, "table": passage(branches=[branch("sea", when=never), branch("home")])}, SHORE)
    assert found[Promise.BRANCH_TAKEN].part == "sea"


SHORE = {**HOME, "sea": ending()}


def test_a_message_that_nobody_teaches_is_found() -> None:
    asks = passage(go=choice("home"), tell=choice("home", uses="nobody-told"))
    assert broken({**KEEPS_ALL, "table": asks})[Promise.MESSAGE_LEARNED].part == "nobody-told"


def test_a_dead_end_is_found_with_the_run_into_it() -> None:
    tired = MeterIs(MeterId("trust"), Comparison.AT_MOST, 2)
    found = broken({**KEEPS_ALL, "table": passage(go=choice("home", when=[tired]))})
    assert found[Promise.NO_DEAD_END].place == "table"
    assert found[Promise.NO_DEAD_END].run == ("ask",)


def test_a_passage_that_only_a_message_opens_is_found() -> None:
    found = broken({**KEEPS_ALL, "table": passage(tell=choice("home", uses="ask-first"))})
    assert found[Promise.PLAIN_CHOICE_OPEN].place == "table"


def test_a_circle_without_a_way_out_is_found() -> None:
    passages = {
        **KEEPS_ALL,
        "table": passage(go=choice("home"), hide=choice("cellar")),
        "cellar": passage(deeper=choice("tunnel")),
        "tunnel": passage(back=choice("cellar")),
    }
    found = broken(passages)
    assert found[Promise.WAY_OUT].place in {"cellar", "tunnel"}
    assert found[Promise.WAY_OUT].run is not None


def test_a_circle_with_a_way_out_is_fine() -> None:
    passages = {
        "door": passage(teaches=["ask-first"], wait=choice("table"), ask=choice("table", uses="ask-first")),
        "table": passage(go=choice("home"), back=choice("door")),
    }
    assert broken(passages) == {}


def test_an_effect_beyond_a_meter_is_found_with_the_run() -> None:
    found = broken({**KEEPS_ALL, "table": passage(go=choice("home", trust=-3))})
    assert found[Promise.METERS_IN_BOUNDS].run == ("wait", "go")
    assert found[Promise.METERS_IN_BOUNDS].detail == "trust -1"


def test_a_state_without_help_is_found() -> None:
    passages = {**KEEPS_ALL, "table": passage(go=choice("home"), drift=choice("sea")), "sea": passage(on=choice("far"))}
    found = broken(passages, {**HOME, "far": ending("help-on-the-way")})
    assert found[Promise.HELP_FROM_EVERYWHERE].place == "sea"
    assert found[Promise.HELP_FROM_EVERYWHERE].run == ("wait", "drift")


def test_a_level_that_cannot_be_won_is_found() -> None:
    assert Promise.CAN_BE_WON in broken(KEEPS_ALL, wins=(2, 1))


def test_a_win_without_messages_is_found() -> None:
    found = broken(KEEPS_ALL, wins=(1, 0))
    assert found[Promise.WON_BY_MESSAGES].run == ("wait", "go")


def test_a_win_lost_at_the_first_choice_is_found() -> None:
    passages = {
        "door": passage(leave=choice("road"), stay=choice("hall")),
        "road": passage(on=choice("inn")),
        "inn": passage(on=choice("bridge")),
        "bridge": passage(on=choice("home")),
        "hall": passage(teaches=["ask-first"], on=choice("yard"), ask=choice("yard", uses="ask-first")),
        "yard": passage(on=choice("gate")),
        "gate": passage(on=choice("home")),
    }
    found = broken(passages)
    assert found[Promise.WIN_LASTS].run == ("leave",)


def test_a_message_that_helps_nobody_to_win_is_found() -> None:
    passages = {**KEEPS_ALL, "table": passage(teaches=["keep-copies"], go=choice("home"))}
    assert broken(passages)[Promise.MESSAGE_HELPS_TO_WIN].part == "keep-copies"


def test_an_ending_that_names_no_system_cause_is_found() -> None:
    assert broken(KEEPS_ALL, {"home": ending(system=" ")})[Promise.SYSTEM_NAMED].place == "home"


@pytest.mark.parametrize(("genuine", "is_broken"), [([True, False], False), ([False, False], True), ([True], True)])
def test_offers_are_about_half_genuine(genuine: list[bool], *, is_broken: bool) -> None:
    offers = [Offer(f"offer-{number}", "…", each, {}) for number, each in enumerate(genuine)]
    found = broken({**KEEPS_ALL, "table": passage(offers=offers, go=choice("home"))})
    assert (Promise.OFFERS_BALANCED in found) is is_broken


def test_every_run_shown_can_be_played() -> None:
    tired = MeterIs(MeterId("trust"), Comparison.AT_MOST, 2)
    built = level({**KEEPS_ALL, "table": passage(go=choice("home", trust=-3, when=[tired]))}, HOME, meters=TRUST)
    shown = [breach.run for breach in breaches(merge(explore(built))) if breach.run is not None]
    assert len(shown) >= 2
    for run in shown:
        _play(built, run)


def _play(built: Level, run: Sequence[ActionId]) -> None:
    state = start(built)
    for action in run:
        state = apply(built, state, action).state


def test_a_level_too_large_to_prove_is_refused() -> None:
    with pytest.raises(TooManyStatesError, match="more than 3 states"):
        explore(level(KEEPS_ALL, HOME, meters=TRUST), most=3)
