"""Stories of a search field: which keys write, which command, and how one gets in and out."""

from dataclasses import replace

import pytest

from game.canvas.geometry import Point, Rect
from game.ui.arrange import column
from game.ui.hand import Activated, Hand, handled, resting
from game.ui.intents import (
    Activate,
    Back,
    Clear,
    Command,
    Direction,
    Intent,
    Move,
    Next,
    PointerMove,
    Press,
    Release,
    Typed,
)
from game.ui.looks.field import cross
from game.ui.search_field import MOST_LETTERS, SearchField
from game.ui.view import View
from game.ui.widgets import Button
from game.ui.writing import Wrote
from tests.fakes import plain_frame

FRAME = plain_frame()
N_KEY = Typed("n", Command.NOTEBOOK)


def page(value: str = "") -> View:
    field = SearchField(id="search", label="Search", value=value, hint="Type a word")
    items = (Button(id="first", label="First"), field, Button(id="last", label="Last"))
    return View(column(items, Rect(100, 100, 600, 400), FRAME), default_focus="first")


def place_of(name: str) -> Rect:
    return next(widget.rect for widget in page().widgets if getattr(widget, "id", "") == name)


def focus_after(*intents: Intent, start: str = "first") -> str:
    hand = Hand(focus=start)
    for intent in intents:
        hand = handled(intent, page(), hand, FRAME).hand
    return resting(page(), hand).focus


def asked(intent: Intent, value: str = "", focus: str = "search") -> object:
    return handled(intent, page(value), Hand(focus=focus), FRAME).request


@pytest.mark.parametrize(
    ("value", "intent", "text"),
    [
        ("pa", Typed("y"), "pay"),
        ("", N_KEY, "n"),
        ("rest", Typed(" ", Activate()), "rest "),
        ("", Typed(" ", Activate()), ""),
        ("pay", Command.STEP_BACK, "pa"),
        ("", Command.STEP_BACK, ""),
        ("pay", Clear(), ""),
        ("a" * MOST_LETTERS, Typed("b"), "a" * MOST_LETTERS),
    ],
    ids=str,
)
def test_keys_write_where_the_focus_is_on_the_field(value: str, intent: Intent, text: str) -> None:
    assert asked(intent, value) == Wrote("search", text)


def test_everywhere_else_the_same_keys_mean_what_they_mean() -> None:
    assert asked(N_KEY, focus="first") is Command.NOTEBOOK
    assert asked(Command.STEP_BACK, focus="first") is Command.STEP_BACK
    assert asked(Typed(" ", Activate()), focus="first") == Activated("first")
    assert asked(Typed("q"), focus="first") is None
    assert asked(Clear(), focus="first") is None


def test_keys_without_a_letter_are_commands_while_writing() -> None:
    assert asked(Command.QUICK_EXIT) is Command.QUICK_EXIT
    assert asked(Command.HELP) is Command.HELP


def test_a_stroke_leads_into_the_field_and_escape_or_enter_out_of_it() -> None:
    assert focus_after(Typed("/")) == "search"
    for leaving in (Back(), Activate()):
        assert focus_after(Typed("/"), leaving) == "first"
        assert asked(leaving) is None
    assert asked(Back(), focus="first") == Back()
    assert focus_after(Next(), start="search") == focus_after(Move(Direction.DOWN), start="search") == "last"


def test_a_press_leads_into_the_field_but_a_mouse_that_passes_neither_in_nor_out() -> None:
    middle = place_of("search").centre
    assert focus_after(Press(middle), Release(middle)) == "search"
    assert focus_after(PointerMove(middle)) == "first"
    assert focus_after(PointerMove(place_of("last").centre), start="search") == "search"


def test_the_cross_at_its_end_empties_it() -> None:
    at = cross(place_of("search"), FRAME).centre
    pressed = handled(Press(at), page("pay"), Hand(), FRAME).hand
    later = replace(FRAME, now_s=1.0)
    assert handled(Release(at), page("pay"), pressed, later).request == Wrote("search", "")
    elsewhere = Point(place_of("search").x + 5, at.y)
    pressed = handled(Press(elsewhere), page("pay"), Hand(), FRAME).hand
    assert handled(Release(elsewhere), page("pay"), pressed, later).request is None
