"""Three phones play alone, a teacher looks on, up to the report."""

from playwright.sync_api import expect

from game.classroom.server import Started
from tests.browser import DESK, Browsing
from tests.classroom.browser.people import Pupil, Teacher, press

STORY = "One place left"


def test_a_class_plays_at_its_own_pace_up_to_the_report(class_: Started, browsing: Browsing) -> None:
    teacher = Teacher.at(browsing(DESK), class_)
    teacher.open(STORY, "Own pace", with_checks=True)
    ada, ben, cleo = (Pupil(browsing(scripts=has_scripts), class_.base) for has_scripts in (True, True, False))
    for pupil in (ada, ben, cleo):
        pupil.join(teacher.code)
    teacher.press("Start the story")
    cleo.look_again()
    ada.page.locator("[name=answer]").first.wait_for()
    ada.answer_all()
    for pupil in (ben, cleo):
        pupil.press("Go on without the questions")
    ben.press("I need help")
    teacher.sees("needs help")
    teacher.press("I was there")
    expect(ben.page.get_by_role("button", name="I need help")).to_be_visible()

    teacher.press("Stop all, to talk")
    ada.sees("Look up, and talk")
    teacher.press("Let all go on")
    ada.choices.first.wait_for()
    cleo.look_again()
    press(cleo.choices.first)
    cleo.press("Step back one choice")
    play_on(ada)
    ada.sees("What this ending is made of")
    ada.press("Go on")
    ada.answer_all()
    ada.sees("Only this device shows it")
    teacher.sees("Over")

    teacher.end()
    ben.sees("This class is over")
    teacher.reads_the_report(STORY)


def play_on(pupil: Pupil) -> None:
    """Take what comes first, until the story ends."""
    for _ in range(60):
        page = pupil.page
        if page.get_by_text("What this ending is made of").count():
            return
        for group in page.locator(".picks").all():
            group.locator("input").first.check()
        press(page.locator("#judge, #keep, #go-on, button.choice").first)
    raise AssertionError("the story does not end")
