"""The projector of a class that is served for real."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.classroom.client.projector_link import ProjectorLink
from game.classroom.client.states import Tie
from game.classroom.server import Options, Started, serving
from game.classroom.stage import Stage
from game.classroom.views.parts import Notice
from game.classroom.views.projector import ProjectorPage
from tests.classroom.client.waiting import until
from tests.classroom.conftest import PIN
from tests.classroom.device import Phone, Teacher


@pytest.fixture
def link(class_: Started) -> Iterator[ProjectorLink]:
    made = ProjectorLink(class_.base, PIN)
    yield made
    made.close()


def page(link: ProjectorLink) -> ProjectorPage:
    until(lambda: link.state.page, "the page")
    shown = link.state.page
    assert shown is not None
    return shown


def test_the_projector_follows_the_console_and_the_votes(class_: Started, link: ProjectorLink) -> None:
    assert page(link).session is None
    teacher = Teacher(class_.base).enter(PIN)
    code = teacher.open("village-offer", "together")
    until(lambda: page(link).code == code, "the code")
    phones = [Phone(class_.base).join(code) for _ in range(2)]
    until(lambda: page(link).seats == 2, "the pupils")
    teacher.do("stage", to="story")
    until(lambda: page(link).stage is Stage.STORY, "the story")
    phones[0].vote()
    until(lambda: (story := page(link).story) is not None and story.voted == 1, "the vote")
    teacher.do("reveal")
    until(lambda: (story := page(link).story) is not None and story.is_revealed, "the votes")


def test_without_the_pin_nothing_is_shown(class_: Started) -> None:
    link = ProjectorLink(class_.base)
    try:
        until(lambda: link.state.tie is Tie.THERE and link.state.wants_pin, "the question")
        link.enter("000000" if PIN != "000000" else "111111")
        until(lambda: link.state.notice is Notice.WRONG_PIN, "the notice")
        assert link.state.page is None
        link.enter(PIN)
        until(lambda: link.state.page and not link.state.wants_pin, "the page")
    finally:
        link.close()


def test_the_last_picture_stays_while_the_server_is_gone(options: Options) -> None:
    with serving(options) as first:
        port = int(first.base.rpartition(":")[2])
        code = Teacher(first.base).enter(PIN).open("village-offer", "together")
        link = ProjectorLink(first.base, PIN)
        until(lambda: page(link).code == code, "the code")
    until(lambda: link.state.tie is Tie.AWAY, "the notice")
    assert page(link).code == code
    with serving(replace(options, port=port)):
        until(lambda: link.state.tie is Tie.THERE, "the class")
        assert page(link).code == code
        link.close()
