"""A teacher and pupils as they sit at real browsers: they read labels and press what they see."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from game.classroom.server import Started


def press(button: Locator) -> None:
    """Press what sends a form, and wait for the page that answers it."""
    with button.page.expect_navigation(wait_until="domcontentloaded"):
        button.click()


@dataclass(frozen=True, slots=True)
class Teacher:
    """At the console."""

    page: Page
    base: str

    @classmethod
    def at(cls, page: Page, started: Started) -> "Teacher":
        """Come in by the link that the command opens."""
        page.goto(started.key)
        return cls(page, started.base)

    def open(self, title: str, pace: str, *, with_checks: bool) -> None:
        """Start a class."""
        self.page.get_by_role("radio", name=re.compile(f"^{title}")).check()
        self.page.get_by_role("radio", name=re.compile(f"^{pace}")).check()
        self.page.get_by_role("checkbox").set_checked(with_checks)
        self.press("Open the class")

    @property
    def code(self) -> str:
        return self.page.locator(".join-code").inner_text()

    def press(self, name: str) -> None:
        press(self.page.get_by_role("button", name=name).first)

    def end(self) -> None:
        """End the class."""
        self.reveal("End the class")
        press(self.page.locator("#end button"))

    def reads_the_report(self, title: str) -> None:
        self.page.get_by_role("link", name="Report").first.click()
        expect(self.page.locator("h1")).to_contain_text(title)

    def reveal(self, name: str) -> None:
        """Open what is folded away."""
        self.page.locator("summary", has_text=name).first.click()

    def sees(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text)


@dataclass(frozen=True, slots=True)
class Pupil:
    """At a phone."""

    page: Page
    base: str

    def join(self, code: str, *, by_hand: bool = True) -> str:
        """Join, and return the nickname. By hand the code is typed, otherwise it came with the QR."""
        self.page.goto(self.base if by_hand else f"{self.base}/join/{code}")
        if by_hand:
            self.page.get_by_label("The four letters").fill(code.lower())
        self.press("Join")
        return self.nickname

    @property
    def nickname(self) -> str:
        return self.page.locator(".who").inner_text().strip()

    def look_again(self) -> None:
        """Ask for the page, as a phone without script does."""
        self.page.goto(f"{self.base}/seat")

    @property
    def choices(self) -> Locator:
        return self.page.locator("button.choice")

    def press(self, name: str) -> None:
        press(self.page.get_by_role("button", name=name).first)

    def answer(self) -> None:
        """Answer a question: with the first answer, and quite sure."""
        self.page.locator("[name=answer]").first.check()
        self.page.locator("[name=sure]").last.check()
        self.press("This is my answer")

    def answer_all(self) -> None:
        while self.page.locator("[name=answer]").count():
            self.answer()

    def sees(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text)
