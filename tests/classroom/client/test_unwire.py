"""What is read from the wire is what was put on it, and nothing else is taken."""

import copy
import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.classroom.client.unwire import NotAViewError, read, read_one_of
from game.classroom.ids import SeatId
from game.classroom.present.address import Address
from game.classroom.present.projector import projector_page
from game.classroom.present.pupil import pupil_page
from game.classroom.session.commands import GoTo, Reveal, ShowAnswers, Vote
from game.classroom.session.polls import polls_of
from game.classroom.stage import Pace, Stage
from game.classroom.views.projector import ProjectorPage
from game.classroom.views.pupil import PupilPage
from game.classroom.views.wire import as_json
from game.content.library import Library
from game.content.words import Words
from game.story.checkup import Moment
from tests.classroom.lesson import Lesson

HERE = Address("http://127.0.0.1:8470")
SEATS = ("a", "b", "c", "d", "e", "f")


def pages(library: Library, words: Words, pace: Pace) -> Iterator[tuple[object, object]]:
    """Yield projector and pupil pages of a lesson as it goes."""
    lesson = Lesson(library, "village-offer", pace)
    lesson.join(*SEATS)
    for stage in (Stage.LOBBY, Stage.BEFORE, Stage.STORY, Stage.AFTER, Stage.OVER):
        if stage is not Stage.LOBBY and not (pace is Pace.OWN and stage in (Stage.BEFORE, Stage.AFTER)):
            lesson.do(GoTo(lesson.session.turn, stage))
        if pace is Pace.TOGETHER and stage is Stage.STORY:
            for seat in SEATS:
                picks = {poll.field: poll.values[0] for poll in polls_of(lesson.session.together.walk)}
                lesson.do(Vote(SeatId(seat), lesson.session.together.round, picks))
            lesson.do(Reveal(lesson.session.turn))
        if stage is Stage.BEFORE:
            lesson.do(ShowAnswers(Moment.BEFORE, shown=True))
        yield projector_page(lesson.session, words, HERE), pupil_page(lesson.session, lesson.seat("a"), words, "")


@pytest.mark.parametrize("pace", list(Pace))
def test_every_page_comes_back_as_it_went(library: Library, words: Words, pace: Pace) -> None:
    for shown, own in pages(library, words, pace):
        assert read(ProjectorPage, json.loads(json.dumps(as_json(shown)))) == shown
        assert read_one_of(PupilPage, json.loads(json.dumps(as_json(own)))) == own


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_page_with_one_thing_wrong_is_refused_or_still_a_page(data: st.DataObject) -> None:
    said = copy.deepcopy(_EMPTY)
    name = data.draw(st.sampled_from(sorted(said)))
    said[name] = data.draw(st.one_of(st.none(), st.integers(), st.text(), st.lists(st.integers()), st.just({})))
    try:
        page = read(ProjectorPage, said)
    except NotAViewError:
        return
    assert as_json(page) == {"page": "ProjectorPage", **said}


_EMPTY: dict[str, object] = {
    "version": "none",
    "session": None,
    "title": "",
    "level": "",
    "content_note": "",
    "pace": "own",
    "stage": "over",
    "code": "",
    "address": "",
    "join_url": "",
    "seats": 0,
    "people": 0,
    "finished": 0,
    "is_frozen": False,
    "prompt": "",
    "story": None,
    "checks": [],
    "ways": [],
}


def test_what_names_no_page_is_none() -> None:
    for said in (None, [], {}, {"page": "ConsolePage"}, {"page": 3}):
        with pytest.raises(NotAViewError):
            read_one_of(PupilPage, said)
