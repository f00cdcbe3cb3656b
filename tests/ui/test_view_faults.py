"""The search for layout faults finds them."""

import pytest

from game.canvas.geometry import Rect
from game.ui.view import View
from game.ui.widgets import Button, Panel, ScrollArea, Text, Widget
from tests.fakes import plain_frame
from tests.ui.view_faults import faults_of


def button(name: str, rect: Rect) -> Button:
    return Button(id=name, label="Stay", rect=rect)


@pytest.mark.parametrize(
    ("fault", "widgets"),
    [
        ("overlap", (button("a", Rect(0, 0, 200, 50)), button("b", Rect(100, 0, 200, 50)))),
        ("is the id of 2 controls", (button("a", Rect(0, 0, 200, 50)), button("a", Rect(300, 0, 200, 50)))),
        ("smaller than a finger", (button("a", Rect(0, 0, 200, 20)),)),
        ("out of the window", (button("a", Rect(1200, 0, 200, 50)),)),
        ("hangs over its panel", (Panel(rect=Rect(0, 0, 90, 90)), Text(text="Stay", rect=Rect(5, 5, 200, 50)))),
        ("spills", (Text(text="Stay here", rect=Rect(5, 5, 50, 10)),)),
        (
            "cannot be scrolled into sight",
            (
                ScrollArea(
                    id="s",
                    label="",
                    children=(button("a", Rect(0, 500, 200, 50)),),
                    content_height=100,
                    rect=Rect(0, 0, 300, 90),
                ),
            ),
        ),
    ],
)
def test_a_fault_is_found(fault: str, widgets: tuple[Widget, ...]) -> None:
    faults = faults_of(View(widgets), plain_frame())
    assert any(fault in sentence for sentence in faults), faults


def test_a_default_focus_that_does_not_exist_is_found() -> None:
    assert faults_of(View((), default_focus="gone"), plain_frame()) == ["the default focus gone is no control"]
