"""A pupil's game and its seat, on a class that is served for real: nothing is lost, and nothing counts twice."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from game.classroom.client.seat_link import HttpSeatLink
from game.classroom.client.states import Seen, Tie
from game.classroom.client.ticket import Tickets
from game.classroom.server import Options, Started, serving
from game.classroom.session.seat import Seat
from game.classroom.session.session import Session
from game.classroom.stage import Stage
from game.classroom.views.parts import Notice
from game.classroom.views.pupil import CheckPage, Goodbye, WaitPage
from game.content.library import Library
from game.records.folder import DiskFolder, MemoryFolder
from game.records.running import RunningLevel
from game.story.action import Choose
from game.story.answer import Confidence
from game.story.engine import actions, has_ended
from game.story.ids import LevelId
from tests.classroom.client.waiting import until
from tests.classroom.conftest import PIN
from tests.classroom.device import Teacher
from tests.classroom.test_lessons import kept

LEVEL = LevelId("village-offer")
Linked = Callable[..., HttpSeatLink]


@pytest.fixture
def linked() -> Iterator[Linked]:
    """Make links that are closed at the end."""
    with ExitStack() as links:

        def link(base: str, tickets: Tickets | None = None) -> HttpSeatLink:
            made = HttpSeatLink(base, tickets or Tickets(MemoryFolder()))
            links.callback(made.close)
            return made

        yield link


@pytest.fixture
def teacher(class_: Started) -> Teacher:
    return Teacher(class_.base).enter(PIN)


def seen(link: HttpSeatLink) -> Seen:
    """Return what the seat sees."""
    now = link.state.seen
    assert now is not None
    return now


def joined(link: HttpSeatLink, code: str) -> HttpSeatLink:
    """Take a seat."""
    link.join(code, 1)
    until(lambda: link.state.seen, "the seat")
    return link


def started(library: Library, link: HttpSeatLink) -> RunningLevel:
    """Begin the own story."""
    until(lambda: seen(link).stage is Stage.STORY and seen(link).story, "the story")
    story = seen(link).story
    assert story is not None
    return RunningLevel(library.levels[LEVEL], story, MemoryFolder())


def play_on(running: RunningLevel, link: HttpSeatLink, steps: int) -> None:
    """Take what stands first, so many times, and report each."""
    for _ in range(steps):
        if has_ended(running.level, running.state):
            return
        choices = [each for each in actions(running.level, running.state) if isinstance(each, Choose)]
        if choices:
            running.take(choices[0].id)
        elif running.go_on() is None:
            raise AssertionError("nothing can be done here")
        link.report(running.playthrough)


def known(link: HttpSeatLink, running: RunningLevel) -> bool:
    """Say whether the class knows all of a story."""
    return seen(link).story == running.playthrough


def only_seat(session: Session) -> Seat:
    (seat,) = session.seats.values()
    return seat


def test_a_pupil_joins_plays_a_level_to_its_end_and_goes_on(
    teacher: Teacher, class_: Started, linked: Linked, library: Library
) -> None:
    code = teacher.open(LEVEL, "own", checks=True)
    link = joined(linked(class_.base), code.lower())
    assert isinstance(seen(link).view, WaitPage)
    teacher.do("stage", to="story")
    until(lambda: isinstance(seen(link).view, CheckPage), "the first question")
    link.answer(0, Confidence.SURE)
    until(lambda: isinstance(seen(link).view, CheckPage) and seen(link).view.at == 2, "the second question")  # type: ignore[union-attr]
    link.skip()
    running = started(library, link)
    play_on(running, link, 200)
    assert has_ended(running.level, running.state)
    link.go_after()
    until(lambda: seen(link).stage is Stage.AFTER, "the questions after")
    link.answer(None, None)
    until(lambda: isinstance(seen(link).view, CheckPage) and seen(link).view.at == 2, "the next question")  # type: ignore[union-attr]
    link.skip()
    until(lambda: seen(link).stage is Stage.OVER, "the end")
    assert seen(link).story == running.playthrough


def test_what_is_done_while_the_server_is_gone_is_told_when_it_is_back(
    options: Options, linked: Linked, library: Library
) -> None:
    with serving(options) as first:
        port = int(first.base.rpartition(":")[2])
        teacher = Teacher(first.base).enter(PIN)
        code = teacher.open(LEVEL, "own")
        link = joined(linked(first.base), code)
        name = seen(link).nickname
        teacher.do("stage", to="story")
        running = started(library, link)
        play_on(running, link, 3)
        until(lambda: known(link, running), "the report")
    play_on(running, link, 2)
    running.step_back()
    play_on(running, link, 3)
    until(lambda: link.state.tie is Tie.AWAY, "the notice")
    assert not known(link, running)
    with serving(replace(options, port=port)):
        until(lambda: link.state.tie is Tie.THERE and known(link, running), "the report")
        assert seen(link).nickname == name
    assert only_seat(kept(options)).walk.playthrough == running.playthrough


def test_a_game_that_dies_has_the_same_seat_again(
    teacher: Teacher, class_: Started, linked: Linked, library: Library, tmp_path: Path
) -> None:
    tickets = Tickets(DiskFolder(tmp_path / "seat"))
    link = joined(linked(class_.base, tickets), teacher.open(LEVEL, "own"))
    teacher.do("stage", to="story")
    running = started(library, link)
    play_on(running, link, 2)
    until(lambda: known(link, running), "the report")
    link.close()
    again = linked(class_.base, tickets)
    until(lambda: again.state.seen, "the seat")
    assert seen(again).nickname == seen(link).nickname
    assert seen(again).story == running.playthrough
    assert teacher.shown()["seats"] == 1


def test_a_game_that_dies_while_it_joins_has_one_seat(teacher: Teacher, class_: Started, linked: Linked) -> None:
    folder = MemoryFolder()
    joined(linked(class_.base, Tickets(folder)), teacher.open(LEVEL, "own")).close()
    joined_again = linked(class_.base, Tickets(folder))  # as if the answer had never come: it asks with the same token
    until(lambda: joined_again.state.seen, "the seat")
    assert teacher.shown()["seats"] == 1


def test_while_the_class_talks_nothing_is_lost(
    teacher: Teacher, class_: Started, linked: Linked, library: Library
) -> None:
    link = joined(linked(class_.base), teacher.open(LEVEL, "own"))
    teacher.do("stage", to="story")
    running = started(library, link)
    teacher.do("freeze", frozen="yes", prompt="0")
    play_on(running, link, 2)
    until(lambda: seen(link).is_frozen, "the freeze")
    view = seen(link).view
    assert isinstance(view, WaitPage)
    assert view.prompt == running.level.discuss[0].ask
    link.raise_hand(up=True)
    until(lambda: seen(link).needs_help, "the hand")
    assert not known(link, running)
    teacher.do("freeze", frozen="no")
    until(lambda: known(link, running), "the report")


def test_a_wrong_code_is_told_and_another_can_be_tried(teacher: Teacher, class_: Started, linked: Linked) -> None:
    code = teacher.open(LEVEL, "own")
    link = linked(class_.base)
    link.join(code[::-1] if code != code[::-1] else "CDGH", 2)
    until(lambda: link.state.notice is Notice.WRONG_CODE, "the notice")
    assert link.state.seen is None
    link.join(code, 2)
    until(lambda: link.state.seen, "the seat")
    assert (seen(link).people, link.state.notice) == (2, None)


def test_a_seat_that_is_closed_or_left_is_told_so_and_forgotten(
    teacher: Teacher, class_: Started, linked: Linked
) -> None:
    folder = MemoryFolder()
    code = teacher.open(LEVEL, "own")
    link = joined(linked(class_.base, Tickets(folder)), code)
    teacher.look()
    (seat,) = teacher.page.split("/seats/")[1:2]
    teacher.do(f"seats/{seat.partition('/')[0]}/close")
    until(lambda: link.state.goodbye is Goodbye.CLOSED, "the farewell")
    assert Tickets(folder).kept(class_.base) is None
    joined(link, code).leave()
    until(lambda: link.state.goodbye is Goodbye.LEFT, "the farewell")


def test_when_the_class_is_over_its_ticket_is_forgotten_and_what_it_showed_stays(
    teacher: Teacher, class_: Started, linked: Linked
) -> None:
    folder = MemoryFolder()
    link = joined(linked(class_.base, Tickets(folder)), teacher.open(LEVEL, "own"))
    teacher.do("stage", to="story")
    teacher.do("stage", to="over")
    until(lambda: Tickets(folder).kept(class_.base) is None, "the end")
    assert seen(link).stage is Stage.OVER


def test_what_is_no_class_is_told_so(linked: Linked, hostile: str) -> None:
    link = linked(hostile)
    until(lambda: link.state.tie is Tie.FOREIGN, "the notice")
