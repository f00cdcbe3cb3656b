"""A teacher and three phones play a story together, up to the report. One of the phones has script switched off."""

from playwright.sync_api import expect

from game.classroom.server import Started
from tests.browser import DESK, Browsing
from tests.classroom.browser.people import Pupil, Teacher, press

STORY = "One place left"


def test_a_class_plays_together_up_to_the_report(class_: Started, browsing: Browsing) -> None:
    teacher = Teacher.at(browsing(DESK), class_)
    teacher.open(STORY, "Together", with_checks=True)
    ada, ben, cleo = (Pupil(browsing(scripts=has_scripts), class_.base) for has_scripts in (True, True, False))
    nicknames = [ada.join(teacher.code), ben.join(teacher.code, by_hand=False), cleo.join(teacher.code)]
    assert len(set(nicknames)) == 3
    for nickname in nicknames:
        teacher.sees(nickname)

    teacher.press("Start with the questions")
    ada.page.locator("[name=answer]").first.wait_for()  # the page goes on by itself
    cleo.look_again()
    cleo.answer()
    cleo.sees("Question 2")
    ada.answer_all()
    ada.sees("All answered")
    teacher.sees("1 has answered all")

    teacher.press("Start the story")
    vote(teacher, ada, ben, cleo)
    teacher.press("Go with the majority")
    teacher.press("Stop all, to talk")
    ada.sees("Look up, and talk")
    teacher.press("Let all go on")
    go_to_an_ending(teacher)

    teacher.press("Go to the questions after")
    ada.page.locator("[name=answer]").first.wait_for()
    ada.answer_all()
    ada.sees("After the story:")
    teacher.end()
    ben.sees("This class is over")
    teacher.reads_the_report(STORY)


def vote(teacher: Teacher, ada: Pupil, ben: Pupil, cleo: Pupil) -> None:
    """Let phones vote for the first, the second and the second choice, and four hands for the third."""
    ada.choices.first.wait_for()
    press(ada.choices.nth(0))
    ada.sees("Your brick is in")
    expect(ada.choices).to_have_count(0)  # it counts once
    press(ben.choices.nth(1))
    cleo.look_again()
    press(cleo.choices.nth(1))
    cleo.sees("Your brick is in")
    teacher.sees("3 of 3 have voted")
    expect(teacher.page.locator(".pile")).to_have_count(0)
    teacher.reveal("Enter raised hands")
    teacher.page.locator("[name^='hands.']").nth(2).fill("4")
    teacher.press("Enter the hands")
    teacher.sees("4 raised hands")
    teacher.press("Open the votes")
    piles = teacher.page.locator(".towers .votes")
    for place, count in enumerate(("1", "2", "4")):
        expect(piles.nth(place)).to_contain_text(count)
    ada.sees("The votes are open")


def test_a_vote_does_not_disturb_who_counts_hands(class_: Started, browsing: Browsing) -> None:
    teacher = Teacher.at(browsing(DESK), class_)
    teacher.open(STORY, "Together", with_checks=False)
    pupil = Pupil(browsing(), class_.base)
    pupil.join(teacher.code)
    teacher.sees(pupil.nickname)
    teacher.press("Start the story")
    teacher.reveal("Enter raised hands")
    hands = teacher.page.locator("[name^='hands.']")
    hands.nth(0).fill("3")
    hands.nth(1).fill("5")
    press(pupil.choices.first)
    teacher.sees("1 of 1 have voted")
    assert [hands.nth(at).input_value() for at in (0, 1)] == ["3", "5"]
    expect(hands.nth(1)).to_be_focused()


def go_to_an_ending(teacher: Teacher) -> None:
    """Let the teacher take what comes first, until the story ends."""
    for _ in range(60):
        if teacher.page.get_by_text("The story has come to an end").count():
            return
        go_on = teacher.page.locator("#go-on, #pick-all > button, .towers button").first
        for group in teacher.page.locator("#pick-all .picks").all():
            group.locator("input").first.check()
        press(go_on)
    raise AssertionError("the story does not end")
