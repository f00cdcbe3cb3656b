"""What becomes of a seat: a reload, a dropped network, the quick exit, a teacher who closes it."""

import re

import pytest
from playwright.sync_api import expect

from game.classroom.server import Started
from tests.browser import DESK, Browsing
from tests.classroom.browser.people import Pupil, Teacher


@pytest.fixture
def teacher(class_: Started, browsing: Browsing) -> Teacher:
    teacher = Teacher.at(browsing(DESK), class_)
    teacher.open("The offer in the village", "Together", with_checks=False)
    return teacher


@pytest.fixture
def pupil(teacher: Teacher, browsing: Browsing) -> Pupil:
    pupil = Pupil(browsing(), teacher.base)
    pupil.join(teacher.code)
    return pupil


def test_a_reload_and_the_door_lead_to_the_same_seat(teacher: Teacher, pupil: Pupil) -> None:
    nickname = pupil.nickname
    pupil.page.reload()
    assert pupil.nickname == nickname
    pupil.page.goto(f"{teacher.base}/join/{teacher.code}")
    assert pupil.nickname == nickname
    teacher.sees("1 of 1 are here")


def test_a_dropped_network_is_told_and_made_up_for(teacher: Teacher, pupil: Pupil) -> None:
    pupil.page.route("**/events", lambda route: route.abort())
    pupil.page.reload()
    pupil.sees("cannot be reached")
    teacher.press("Start the story")
    pupil.page.unroute("**/events")
    pupil.choices.first.wait_for()
    expect(pupil.page.locator("#away")).to_be_hidden()


def test_three_times_escape_put_a_harmless_page_in_the_place_of_this_one(pupil: Pupil) -> None:
    pages = pupil.page.evaluate("history.length")
    for _ in range(3):
        pupil.page.keyboard.press("Escape")
    expect(pupil.page).to_have_title("12 × 12")
    assert "Before You Go" not in pupil.page.content()
    assert pupil.page.evaluate("history.length") == pages


def test_the_quick_exit_needs_no_script(teacher: Teacher, browsing: Browsing) -> None:
    pupil = Pupil(browsing(scripts=False), teacher.base)
    pupil.join(teacher.code)
    pupil.page.get_by_role("link", name=re.compile("^Hide")).click()
    expect(pupil.page).to_have_title("12 × 12")


def test_a_closed_seat_is_told_so(teacher: Teacher, pupil: Pupil) -> None:
    teacher.sees(pupil.nickname)
    teacher.page.locator(".tile summary").click()
    teacher.press(f"Close {pupil.nickname}")
    pupil.sees("Your teacher has closed this seat")
    teacher.sees("Nobody yet")


def test_deleting_asks_once_and_deletes(teacher: Teacher, pupil: Pupil) -> None:
    teacher.reveal("Delete")
    teacher.press("Delete this class")
    teacher.sees("No class yet")
    pupil.sees("Nothing that says who you are was kept")
