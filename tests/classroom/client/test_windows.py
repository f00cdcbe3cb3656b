"""The windows of a class on servers that are real, and that hang: what is played arrives, and no picture waits."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from game.classroom.client.projector_link import ProjectorLink
from game.classroom.client.seat_link import HttpSeatLink
from game.classroom.client.ticket import Tickets
from game.classroom.server import Started
from game.classroom.stage import Stage
from game.content.asset_library import AssetLibrary
from game.content.library import Library
from game.modes import CLASSROOM
from game.paths import assets_dir
from game.records.folder import MemoryFolder
from game.screens.classroom.large import Large
from game.screens.classroom.projector import ProjectorScreen
from game.screens.classroom.seat import Place
from game.screens.classroom.seat_game import SeatGame
from game.story.engine import has_ended
from game.ui.text import Typesetter
from tests.classroom.client.waiting import until
from tests.classroom.conftest import PIN
from tests.classroom.device import Teacher
from tests.fakes import FakeMeasure, RecordingCanvas
from tests.screens.classroom.test_projector import words
from tests.screens.pilot import Pilot

FRAMES = 300
A_WAIT_S = 1.0


@pytest.fixture
def open_links() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def slowest_s(frame: Callable[[], object]) -> float:
    """Return how long the slowest of some frames takes. Work takes milliseconds, and waiting for a network seconds."""
    took = []
    for _ in range(FRAMES):
        began_s = time.perf_counter()
        frame()
        took.append(time.perf_counter() - began_s)
    return max(took)


def test_no_frame_of_a_pupils_game_waits_for_a_server_that_hangs(
    library: Library, hanging: str, open_links: ExitStack
) -> None:
    link = HttpSeatLink(hanging, Tickets(MemoryFolder()))
    open_links.callback(link.close)
    link.join("CDGH", 1)
    link.raise_hand(up=True)
    assert _frames_of_a_seat(library, link) < A_WAIT_S


def _frames_of_a_seat(library: Library, link: HttpSeatLink) -> float:
    pilot = Pilot(library, mode=CLASSROOM)
    assets, type_ = AssetLibrary(assets_dir()), Typesetter(FakeMeasure())
    game = SeatGame(pilot.services, assets, link, Place("here"), pilot.effects, type_)
    canvas = RecordingCanvas(pilot.size)

    def frame() -> None:
        pilot.now_s += 0.05
        shown = game.frame(pilot.size, pilot.now_s)
        game.paint(canvas, shown)
        game.wakes_s(pilot.now_s)
        canvas.calls.clear()

    return slowest_s(frame)


def test_no_frame_of_the_projector_waits_for_a_server_that_hangs(
    library: Library, hanging: str, open_links: ExitStack
) -> None:
    link = ProjectorLink(hanging, PIN)
    open_links.callback(link.close)
    pilot = Pilot(library, mode=CLASSROOM)
    screen = ProjectorScreen(pilot.services, pilot.routes, AssetLibrary(assets_dir()), link, "here")
    pilot.open(screen)
    large, canvas = Large(pilot.runner), RecordingCanvas(pilot.size)
    assert slowest_s(lambda: large.paint(canvas, large.frame(pilot.size, pilot.now_s))) < A_WAIT_S


def test_a_link_that_hangs_is_closed_at_once(hanging: str) -> None:
    link = HttpSeatLink(hanging, Tickets(MemoryFolder()))
    began_s = time.monotonic()
    link.close()
    assert link.has_ended(1.0)
    assert time.monotonic() - began_s < 1.0


def test_a_level_is_played_in_the_window_and_arrives_at_the_console(
    library: Library, class_: Started, open_links: ExitStack
) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    code = teacher.open("village-offer", "own")
    link = HttpSeatLink(class_.base, Tickets(MemoryFolder()))
    open_links.callback(link.close)
    pilot = Pilot(library, mode=CLASSROOM)
    where = Place(class_.base.removeprefix("http://"), code)
    type_ = Typesetter(FakeMeasure())
    game = SeatGame(pilot.services, AssetLibrary(assets_dir()), link, where, pilot.effects, type_)
    pilot._runner = game.runner  # noqa: SLF001 (a pilot flies any runner)

    def looks() -> str:
        return " | ".join(words(game.view(pilot.frame)))

    until(lambda: "The story begins when your teacher starts it" in looks(), "the seat")
    teacher.do("stage", to="story")
    until(lambda: looks() and "begin" in pilot.ids, "the story")
    pilot.tap("begin")
    story = game.story
    assert story is not None
    while not has_ended(story.level, story.state):
        looks()
        pilot.listen()
        settle(pilot)
        first = next(each for each in pilot.ids if each.startswith(("choice:", "go-on", "desk")))
        pilot.tap(first)
    looks()
    until(lambda: (seen := link.state.seen) is not None and seen.story == story.playthrough, "the report")
    state = link.state.seen
    assert state is not None
    assert state.stage is Stage.STORY


def settle(pilot: Pilot) -> None:
    """Judge the offers on the table, if there are any."""
    if "desk" not in pilot.ids:
        return
    pilot.tap("desk")
    for each in [each for each in pilot.ids if each.startswith("judge:") and each.endswith("stop")]:
        pilot.choose(each)
    if "desk-reveal" in pilot.ids:
        pilot.choose("desk-reveal")
    if "desk-decide" in pilot.ids:
        pilot.choose("desk-decide")
    pilot.listen()
