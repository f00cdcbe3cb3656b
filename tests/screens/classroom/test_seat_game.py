"""A pupil's own game in a class: joined, played, frozen, left, and never lost."""

from dataclasses import replace

import pytest

from game.classroom.client.states import Tie
from game.classroom.session.commands import Freeze
from game.classroom.stage import Pace, Stage
from game.classroom.views.parts import Notice
from game.classroom.views.pupil import Goodbye
from game.content.asset_library import AssetLibrary
from game.content.library import Library
from game.modes import CLASSROOM
from game.paths import assets_dir
from game.records.folder import Folder, MemoryFolder
from game.screens.classroom.seat import Place
from game.screens.classroom.seat_game import SeatGame
from game.story.action import Choose
from game.story.engine import actions, has_ended
from game.ui.intents import Activate, Command, Typed
from game.ui.text import Typesetter
from tests.classroom.lesson import CODE
from tests.fakes import FakeMeasure, RecordingCanvas
from tests.screens.classroom.fakes import NAME, FakeSeat
from tests.screens.classroom.test_projector import words
from tests.screens.pilot import Pilot

HERE = "192.168.1.20:8470"


class Desk:
    """A pupil's computer."""

    def __init__(self, shipped: Library, link: FakeSeat, folder: Folder, code: str = "") -> None:
        self.link = link
        self.pilot = Pilot(shipped, mode=CLASSROOM, folder=folder)
        self.game = SeatGame(
            self.pilot.services,
            AssetLibrary(assets_dir()),
            link,
            Place(HERE, code),
            self.pilot.effects,
            Typesetter(FakeMeasure()),
        )
        self.pilot._runner = self.game.runner  # noqa: SLF001 (a pilot flies any runner)

    def see(self) -> str:
        """Look, and return what there is to be read."""
        view = self.game.view(self.pilot.frame)
        return " | ".join(words(view))

    def tap(self, control_id: str) -> "Desk":
        """Touch a control, and let the class know."""
        self.see()
        self.pilot.tap(control_id)
        self.see()
        return self

    def choose_on(self) -> bool:
        """Go on by what stands first; return False at an ending."""
        self.see()
        self.pilot.listen()
        ids = self.pilot.ids
        for prefix in ("choice:", "go-on"):
            first = next((each for each in ids if each.startswith(prefix)), None)
            if first:
                self.tap(first)
                return True
        return False


@pytest.fixture
def link(shipped: Library) -> FakeSeat:
    return FakeSeat(shipped, Pilot(shipped).services.words)


@pytest.fixture
def folder() -> Folder:
    return MemoryFolder()


@pytest.fixture
def desk(shipped: Library, link: FakeSeat, folder: Folder) -> Desk:
    return Desk(shipped, link, folder)


def begun(desk: Desk) -> Desk:
    """Join, and begin the story."""
    desk.link.lesson.join(NAME)
    desk.link.go_to(Stage.STORY)
    return desk.tap("begin")


def play_to_the_end(desk: Desk) -> None:
    """Take what stands first, without looking."""
    story = desk.game.story
    assert story is not None
    while not has_ended(story.level, story.state):
        choices = [each for each in actions(story.level, story.state) if isinstance(each, Choose)]
        if choices:
            story.take(choices[0].id)
        else:
            story.go_on()


def test_a_code_is_typed_or_pressed_and_says_who_one_is(desk: Desk) -> None:
    desk.see()
    desk.pilot.send(*(Typed(letter.lower()) for letter in CODE[:2]))
    for letter in CODE[2:]:
        desk.tap(f"letter:{letter}")
    desk.tap("two").tap("join")
    assert desk.link.codes == [(CODE, 2)]
    name = desk.link.lesson.seat(NAME).nickname
    said = desk.see()
    assert f"{name.number}" in said
    assert desk.pilot.services.words(f"nickname_animal.{name.animal}") in said


def test_whoever_types_the_code_and_enter_is_in(desk: Desk) -> None:
    about = desk.link.state.about
    desk.link.changes["about"] = None  # the class has not answered yet when the window opens
    desk.see()
    desk.pilot.runner.paint(RecordingCanvas(desk.pilot.size), desk.pilot.frame)
    desk.link.changes["about"] = about
    desk.see()
    for letter in CODE.lower():
        desk.pilot.runner.paint(RecordingCanvas(desk.pilot.size), desk.pilot.frame)
        desk.pilot.wait(1).send(Typed(letter))
    desk.pilot.wait(1).send(Activate())
    assert desk.link.codes == [(CODE, 1)]


def test_a_code_that_was_given_is_tried_at_once(shipped: Library, link: FakeSeat, folder: Folder) -> None:
    Desk(shipped, link, folder, CODE).see()
    assert link.codes == [(CODE, 1)]


def test_a_wrong_code_is_told_kindly(desk: Desk) -> None:
    desk.link.changes["notice"] = Notice.WRONG_CODE
    assert desk.pilot.services.words("class_notice.wrong-code") in desk.see()


def test_the_story_is_played_and_every_action_is_told(desk: Desk) -> None:
    begun(desk)
    for _ in range(4):
        assert desk.choose_on()
    walk = desk.link.lesson.seat(NAME).walk
    assert walk.playthrough.actions
    assert desk.game.story is not None
    assert walk.playthrough == desk.game.story.playthrough


def test_what_was_not_told_when_the_game_died_is_told_by_the_next_one(
    shipped: Library, desk: Desk, folder: Folder
) -> None:
    begun(desk)
    desk.choose_on()
    desk.link.tie = Tie.AWAY
    for _ in range(4):
        desk.choose_on()
    assert desk.pilot.services.words("class_seat.away") in desk.see()
    told, played = desk.link.lesson.seat(NAME).walk.playthrough, desk.game.story
    assert played is not None
    assert len(told.actions) < len(played.playthrough.actions)
    desk.link.tie = Tie.THERE
    again = Desk(shipped, desk.link, folder).tap("begin")
    assert again.game.story is not None
    assert again.game.story.playthrough == played.playthrough
    assert desk.link.lesson.seat(NAME).walk.playthrough == played.playthrough


def test_a_freeze_covers_everything_and_takes_no_press(desk: Desk) -> None:
    begun(desk)
    desk.tap("pause")
    desk.link.lesson.do(Freeze(frozen=True, prompt=0))
    prompt = desk.link.lesson.session.level.discuss[0].ask
    assert prompt in desk.see()
    assert set(desk.pilot.ids) <= {"help", "mute", "quick-exit"}
    desk.pilot.tap("help")
    desk.link.lesson.do(Freeze(frozen=False, prompt=None))
    desk.see()
    desk.tap("back")
    assert prompt not in desk.see()
    assert "resume" in desk.pilot.ids


def test_help_is_asked_for_from_the_pause(desk: Desk) -> None:
    begun(desk).tap("pause").tap("hand")
    assert desk.link.hands == [True]


def test_the_class_is_left_only_when_it_is_meant(desk: Desk) -> None:
    begun(desk).tap("pause").tap("leave").tap("leave-no")
    assert not desk.link.has_left
    desk.tap("leave").tap("leave-yes")
    assert desk.link.has_left


def test_whoever_is_closed_out_is_told_so_wherever_they_are(desk: Desk) -> None:
    begun(desk).tap("pause")
    desk.link.changes.update(seen=None, goodbye=Goodbye.CLOSED)
    assert desk.pilot.services.words("class_goodbye.closed") in desk.see()
    assert desk.game.story is None


def test_questions_are_asked_before_and_after(shipped: Library, folder: Folder) -> None:
    link = FakeSeat(shipped, Pilot(shipped).services.words, has_checks=True)
    desk = Desk(shipped, link, folder)
    link.lesson.join(NAME)
    link.go_to(Stage.STORY)
    desk.see()
    desk.pilot.wait(2)
    desk.pilot.answer(0)
    desk.see()
    assert len(link.lesson.seat(NAME).given) == 1
    desk.tap("skip")
    desk.tap("begin")
    play_to_the_end(desk)
    desk = Desk(shipped, link, folder).tap("begin")  # opened again, the story shows its ending
    for _ in range(4):
        desk.tap("go-on")
        if link.lesson.session.stage_of(link.lesson.seat(NAME)) is not Stage.STORY:
            break
    assert link.lesson.session.stage_of(link.lesson.seat(NAME)) is Stage.AFTER
    assert any(each.startswith("answer:") for each in desk.pilot.ids)


def test_a_class_that_plays_together_is_joined_in_a_browser(shipped: Library, folder: Folder) -> None:
    link = FakeSeat(shipped, Pilot(shipped).services.words, Pace.TOGETHER)
    desk = Desk(shipped, link, folder, CODE)
    assert HERE in desk.see()
    assert link.codes == []


def test_another_edition_of_the_story_is_said_before_a_seat_is_taken(desk: Desk, shipped: Library) -> None:
    about = desk.link.state.about
    assert about is not None
    desk.link.changes["about"] = replace(about, level_version="another")
    assert "another edition" in desk.see()
    assert "join" not in desk.pilot.ids


def test_whoever_hides_the_game_stays_hidden_whatever_the_class_does(desk: Desk) -> None:
    begun(desk)
    desk.pilot.send(Command.QUICK_EXIT)
    hidden = desk.pilot.runner.screen
    desk.link.lesson.do(Freeze(frozen=True, prompt=0))
    desk.see()
    desk.link.lesson.do(Freeze(frozen=False, prompt=None))
    desk.see()
    assert desk.pilot.runner.screen is hidden
    assert not desk.game.is_over
