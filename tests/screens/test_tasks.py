"""Stories at the table: what is moved, what is missed, and who is listened to."""

from dataclasses import replace

import pytest

from game.content.library import Library
from game.records.folder import MemoryFolder
from game.records.running import RunningLevel, start_level
from game.screens.tables.task_desk import REVEAL
from game.screens.tables.task_talk import mood_of
from game.story.level import Passage
from game.story.task import ASK, TaskKind
from game.ui.task_widgets import Bin, Pick
from game.ui.view import View, controls
from game.ui.widgets import ScrollArea, Widget
from tests.screens.pilot import Pilot, shipped_library


@pytest.fixture(scope="module")
def library() -> Library:
    return shipped_library()


def at_table(library: Library, kind: TaskKind) -> tuple[Pilot, Passage, RunningLevel]:
    """A pilot before the first task of a kind; the way there does not matter."""
    found = ((level, each) for level in library.levels.values() for each in level.passages.values())
    level, passage = next((level, each) for level, each in found if each.task and each.task.kind is kind)
    running = start_level(replace(level, start=passage.id), MemoryFolder(), 1)
    pilot = Pilot(library)
    pilot.open(pilot.routes.play(running, None)).listen().choose("desk")
    return pilot, passage, running


def picks(pilot: Pilot) -> dict[str, Pick]:
    return {each.id: each for each in controls(pilot.view.widgets) if isinstance(each, Pick)}


def bins(view: View) -> list[Bin]:
    def inside(widgets: tuple[Widget, ...]) -> list[Bin]:
        found = [each for each in widgets if isinstance(each, Bin)]
        return found + [each for area in widgets if isinstance(area, ScrollArea) for each in inside(area.children)]

    return inside(view.widgets)


def test_an_activity_planned_again_moves_with_one_press(library: Library) -> None:
    pilot, passage, running = at_table(library, TaskKind.REST_DAY)
    assert passage.task
    slots = list(passage.task.parts.values())
    first, second, shared = next(
        (one.id, other.id, option)
        for one in slots
        for other in slots
        for option in one.options
        if one is not other and option in other.options
    )
    pilot.choose(f"pick:{first}:{shared}").choose(f"pick:{second}:{shared}")
    assert running.arrangement == {second: shared}
    assert [each for each, pick in picks(pilot).items() if pick.on] == [f"pick:{second}:{shared}"]


def test_a_thing_lies_in_the_place_it_was_put(library: Library) -> None:
    pilot, passage, _ = at_table(library, TaskKind.PACKING)
    assert passage.task
    thing = next(iter(passage.task.parts.values()))
    for place in thing.options.values():
        pilot.choose(f"pick:{thing.id}:{place.id}")
        assert [(each.label, [one.label for one in each.things]) for each in bins(pilot.view) if each.things] == [
            (place.text, [thing.text])
        ]


def test_a_line_that_was_worth_asking_about_is_signed_although_it_was_not(library: Library) -> None:
    pilot, passage, _ = at_table(library, TaskKind.CONTRACT)
    assert passage.task
    pilot.choose("desk-reveal")
    for part in passage.task.parts.values():
        line = picks(pilot)[f"ask:{part.id}"]
        assert not line.on
        assert line.right is not part.options[ASK].is_right


def test_whoever_is_heard_looks_relieved_and_whoever_is_not_looks_worried(library: Library) -> None:
    _, passage, _ = at_table(library, TaskKind.LISTENING)
    assert passage.task
    parts = passage.task.parts.values()
    heard, missed = (
        {part.id: next(each.id for each in part.options.values() if each.is_right is right) for part in parts}
        for right in (True, False)
    )
    assert mood_of(passage.task, {}) == "calm"
    assert mood_of(passage.task, heard) == "relieved"
    assert mood_of(passage.task, missed) == "worried"


def test_after_the_last_reply_the_next_press_puts_the_phone_away(library: Library) -> None:
    pilot, passage, _ = at_table(library, TaskKind.PHONE)
    assert passage.task
    assert pilot.runner.focus(pilot.frame) == ""
    for part in passage.task.parts.values():
        pilot.choose(f"pick:{part.id}:{next(iter(part.options))}")
    assert pilot.runner.focus(pilot.frame) == REVEAL


@pytest.mark.parametrize("kind", [kind for kind in TaskKind if not kind.is_told_turn_by_turn])
def test_the_focus_stays_on_what_was_picked(library: Library, kind: TaskKind) -> None:
    pilot, _, _ = at_table(library, kind)
    last = list(picks(pilot))[-1]
    pilot.choose(last)
    assert pilot.runner.focus(pilot.frame) == last
