"""What the room sees, as the console moves the class on. No server: a session, and the screen on it."""

import pytest

from game.classroom.client.states import Tie
from game.classroom.ids import SeatId
from game.classroom.session.commands import ClassStepBack, Freeze, GoOn, Reveal, ShowAnswers, Take, Vote
from game.classroom.session.polls import polls_of
from game.classroom.session.walk import Need
from game.classroom.stage import Pace, Stage
from game.content.asset_library import AssetLibrary
from game.content.library import Library
from game.modes import CLASSROOM
from game.paths import assets_dir
from game.screens.classroom.large import Large
from game.screens.classroom.projector import ProjectorScreen
from game.story.checkup import Moment
from game.ui.intents import Back, Command
from game.ui.view import View
from game.ui.widgets import Artwork, ScrollArea, Text, Widget
from tests.classroom.lesson import CODE, Lesson
from tests.fakes import RecordingCanvas
from tests.screens.classroom.fakes import HERE, FakeFeed
from tests.screens.pilot import Pilot

SEATS = ("a", "b", "c", "d", "e", "f")


class Room:
    """A projector, and the class that it shows."""

    def __init__(self, shipped: Library, pace: Pace = Pace.TOGETHER) -> None:
        self.lesson = Lesson(shipped, "village-offer", pace)
        self.pilot = Pilot(shipped, mode=CLASSROOM, size=(1920, 1080), text_scale=1.5)
        self.feed = FakeFeed(self.lesson, self.pilot.services.words)
        screen = ProjectorScreen(
            self.pilot.services, self.pilot.routes, AssetLibrary(assets_dir()), self.feed, "127.0.0.1:8470"
        )
        self.pilot.open(screen)

    @property
    def said(self) -> str:
        """All words to be seen."""
        return " | ".join(words(self.pilot.view))

    def see(self, seconds: float = 0.0) -> str:
        """Let the picture be looked at, and time pass; return what it says then."""
        self.pilot.wait(seconds)
        return self.said

    def story(self) -> None:
        self.lesson.join(*SEATS)
        self.lesson.go_to(Stage.BEFORE)
        self.lesson.go_to(Stage.STORY)

    def play_to(self, need: Need) -> None:
        """Take what stands first until the story needs this."""
        while self.lesson.session.together.walk.need is not need:
            if self.lesson.polls:
                self.lesson.take(*(poll.values[0] for poll in self.lesson.polls))
            else:
                self.lesson.do(GoOn(self.lesson.session.turn))

    def vote(self, *seats: str, place: int = 0) -> None:
        for seat in seats:
            picks = {poll.field: poll.values[place] for poll in polls_of(self.lesson.session.together.walk)}
            self.lesson.do(Vote(SeatId(seat), self.lesson.session.together.round, picks))


def words(view: View) -> list[str]:
    """Return the words of a view, pictures with their descriptions included."""
    found: list[str] = []

    def look(widgets: tuple[Widget, ...]) -> None:
        for each in widgets:
            if isinstance(each, ScrollArea):
                look(each.children)
            elif isinstance(each, Text):
                found.append(each.text)
            elif isinstance(each, Artwork):
                found.append(each.label)

    look(view.widgets)
    return found


@pytest.fixture
def room(shipped: Library) -> Room:
    return Room(shipped)


def test_the_lobby_says_how_to_join_and_grows_with_the_class(room: Room) -> None:
    said = room.see()
    assert " ".join(CODE) in said
    assert HERE.base.removeprefix("http://") in said
    room.lesson.join(*SEATS)
    assert f"{len(SEATS)} are here" in room.see()


def test_the_story_is_told_by_itself_and_shows_what_can_be_chosen(room: Room) -> None:
    room.story()
    passage = room.lesson.session.together.walk.passage
    assert passage is not None
    assert passage.text[0].text in room.see()
    for _ in range(20):
        room.see(30)
    room.play_to(Need.CHOICE)
    for _ in range(20):
        room.see(30)
    here = room.lesson.session.together.walk.passage
    assert here is not None
    for choice in room.lesson.choices:
        assert here.choices[choice].text in room.said  # type: ignore[index]


def test_votes_are_counted_in_secret_until_they_are_revealed(room: Room) -> None:
    room.story()
    room.play_to(Need.CHOICE)
    room.vote(*SEATS[:4])
    said = room.see()
    assert "4 of 6 bricks" in said
    assert "votes" not in said
    room.vote(SEATS[4], place=1)
    room.lesson.do(Reveal(room.lesson.session.turn))
    said = room.see()
    assert "4 votes" in said
    assert "1 vote" in said
    assert "bricks" not in said


def test_nothing_is_broken_down_for_a_group_that_is_too_small(room: Room) -> None:
    room.story()
    room.play_to(Need.CHOICE)
    room.vote(*SEATS[:2])
    room.lesson.do(Reveal(room.lesson.session.turn))
    assert "2 votes" not in room.see()
    assert "Too few took part" in room.said


def test_the_taken_choice_is_told_and_a_step_back_is_followed(room: Room) -> None:
    room.story()
    room.play_to(Need.CHOICE)
    room.see()
    passage = room.lesson.session.together.walk.passage
    assert passage is not None
    choice = passage.choices[room.lesson.choices[0]]  # type: ignore[index]
    room.lesson.take(choice.id)
    said = room.see()
    assert choice.text in said
    assert choice.reply[0].text in said
    for _ in range(10):
        room.see(60)
    after = room.lesson.session.together.walk.passage
    assert after is not None
    assert choice.reply[0].text not in room.said
    room.lesson.do(ClassStepBack(room.lesson.session.turn))
    room.vote(SEATS[0])
    assert choice.text in room.see()


def test_a_talk_lies_large_over_the_story(room: Room) -> None:
    room.story()
    room.see()
    room.lesson.do(Freeze(frozen=True, prompt=0))
    prompt = room.lesson.session.level.discuss[0].ask
    assert prompt in room.see()
    view = room.pilot.view
    assert view.below is not None
    room.lesson.do(Freeze(frozen=False, prompt=None))
    assert prompt not in room.see()


def test_the_ending_is_told_and_then_what_it_was_made_of(room: Room) -> None:
    room.story()
    room.play_to(Need.NOTHING)
    ending = room.lesson.session.together.walk.ending
    assert ending is not None
    room.see(5)
    assert ending.title in room.said
    room.see(120)
    assert ending.debrief.choice in room.see()


def test_what_changed_is_shown_at_the_end(room: Room) -> None:
    room.lesson.join(*SEATS)
    room.lesson.go_to(Stage.BEFORE)
    room.lesson.answer_all(Moment.BEFORE, is_right=False)
    room.lesson.go_to(Stage.STORY)
    room.lesson.go_to(Stage.AFTER)
    room.lesson.answer_all(Moment.AFTER, is_right=True)
    for moment in Moment:
        room.lesson.do(ShowAnswers(moment, shown=True))
    room.lesson.go_to(Stage.OVER)
    said = room.see()
    assert "Right before the story: 0 of" in said
    asked = len(SEATS) * len(room.lesson.session.asked(room.lesson.seat("a"), Moment.AFTER))
    assert f"Right after the story: {asked} of {asked}" in said


def test_when_the_server_is_gone_the_picture_stays_with_a_kind_word(room: Room) -> None:
    room.story()
    room.see()
    room.feed.tie = Tie.AWAY
    said = room.see()
    assert room.pilot.services.words("class_wall.away") in said
    passage = room.lesson.session.together.walk.passage
    assert passage is not None
    assert passage.text[0].text in said


def test_the_pin_is_typed_on_the_screen(room: Room) -> None:
    room.feed.wants_pin = True
    for digit in "271828":
        room.pilot.tap(f"digit:{digit}")
    room.pilot.tap("enter")
    assert room.feed.pins == ["271828"]


def test_the_room_does_not_lose_its_picture_by_one_key(room: Room) -> None:
    room.story()
    room.see()
    room.pilot.send(Back())
    assert not room.pilot.runner.is_over
    room.pilot.tap("stay").send(Back()).tap("leave")
    assert room.pilot.runner.is_over


def test_nobody_chooses_at_the_projector(room: Room) -> None:
    room.story()
    room.play_to(Need.CHOICE)
    before = room.lesson.session.together.walk.playthrough
    for _ in range(20):
        room.see(30)
    assert not [each for each in room.pilot.ids if each.startswith(("choice:", "card:"))]
    room.pilot.send(Command.STEP_BACK, Command.PLAY_CARD)
    assert room.lesson.session.together.walk.playthrough == before


@pytest.mark.parametrize("size", [(1920.0, 1080.0), (1280.0, 720.0), (1080.0, 1920.0)])
def test_all_of_a_vote_is_seen_without_scrolling(shipped: Library, size: tuple[float, float]) -> None:
    room = Room(shipped)
    room.pilot.size = type(room.pilot.size)(*size)
    room.story()
    room.play_to(Need.CHOICE)
    room.see()
    room.vote(*SEATS)
    room.lesson.do(Reveal(room.lesson.session.turn))
    large = Large(room.pilot.runner)
    frame = large.frame(room.pilot.size, room.pilot.now_s)
    assert not [each for each in large.view(frame).widgets if isinstance(each, ScrollArea)]
    assert large.paint(RecordingCanvas(room.pilot.size), frame) is None


def test_at_their_own_pace_the_room_sees_how_many_are_done(shipped: Library) -> None:
    room = Room(shipped, Pace.OWN)
    room.lesson.join(*SEATS)
    room.lesson.go_to(Stage.STORY)
    assert f"0 of {len(SEATS)} are done" in room.see()


def test_a_class_takes_a_whole_level_to_an_ending_before_the_room(room: Room) -> None:
    room.story()
    steps = 0
    while room.lesson.session.together.walk.need is not Need.NOTHING:
        room.see(0.5)
        polls = room.lesson.polls
        if polls:
            for seat in SEATS:
                room.vote(seat)
            room.see(0.5)
            room.lesson.do(Reveal(room.lesson.session.turn))
            room.see(0.5)
            room.lesson.do(Take(room.lesson.session.turn, {poll.field: poll.values[0] for poll in polls}))
        else:
            room.lesson.do(GoOn(room.lesson.session.turn))
        steps += 1
    assert steps > 5
    assert room.see(10)
