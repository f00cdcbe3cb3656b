"""Stories of a hand: keys, fingers, wheels, and taps that come too soon."""

from dataclasses import replace
from math import ceil

from game.canvas.geometry import Point, Rect
from game.ui.arrange import Item, column, dialog, scroll
from game.ui.hand import Activated, Hand, Reaction, handled, resting
from game.ui.intents import (
    Activate,
    Back,
    Command,
    Direction,
    Intent,
    Move,
    Next,
    Number,
    PointerMove,
    Press,
    Previous,
    Release,
    Scroll,
)
from game.ui.view import View, scroll_areas
from game.ui.widgets import Button, ChoiceRow, Stepper, Text
from tests.fakes import plain_frame

FRAME = plain_frame()
LATER = replace(FRAME, now_s=10.0)
AREA = Rect(100, 100, 600, 400)
CHOICES = tuple(ChoiceRow(id=name, number=at + 1, label=name) for at, name in enumerate(("ask", "agree", "wait")))


def story(turn: int | None = 0) -> View:
    return View(column(CHOICES, AREA, FRAME), turn=turn)


def tall() -> View:
    buttons = [Button(id=f"b{n}", label=f"b{n}") for n in range(30)]
    return View((scroll("area", "List", buttons, AREA, FRAME),))


def tapped(view: View, hand: Hand, at: Point, now_s: float = 0.0) -> Reaction:
    frame = replace(FRAME, now_s=now_s)
    return handled(Release(at), view, handled(Press(at), view, hand, frame).hand, frame)


def after(view: View, hand: Hand, *intents: Intent) -> Hand:
    for intent in intents:
        hand = handled(intent, view, hand, FRAME).hand
    return hand


def middle(view: View, name: str) -> Point:
    return next(widget.rect.centre for widget in view.widgets if getattr(widget, "id", "") == name)


def test_the_first_control_has_the_focus_unless_the_view_names_another() -> None:
    assert resting(story(), Hand()).focus == "ask"
    assert resting(replace(story(), default_focus="wait"), Hand()).focus == "wait"


def test_keys_move_the_focus_and_use_the_control() -> None:
    hand = after(story(), Hand(), Move(Direction.DOWN), Next(), Previous())
    assert hand.focus == "agree"
    assert handled(Activate(), story(), hand, FRAME).request == Activated("agree")


def test_a_tap_chooses_on_release() -> None:
    view = story()
    at = middle(view, "wait")
    down = handled(Press(at), view, Hand(), FRAME)
    assert down.request is None
    assert down.hand.pressed == "wait"
    assert handled(Release(at), view, down.hand, FRAME).request == Activated("wait")


def test_a_finger_that_leaves_the_control_chooses_nothing() -> None:
    view = story()
    hand = after(view, Hand(), Press(middle(view, "wait")))
    assert handled(Release(middle(view, "ask")), view, hand, FRAME).request is None


def test_a_second_tap_in_quick_succession_chooses_nothing_even_in_the_next_view() -> None:
    first = tapped(story(), Hand(), middle(story(), "ask"))
    assert first.request == Activated("ask")
    following = story(turn=1)
    soon = tapped(following, first.hand, middle(following, "ask"), FRAME.theme.accept_s * 0.9)
    assert soon.request is None
    assert tapped(following, soon.hand, middle(following, "ask"), 10.0).request == Activated("ask")


def test_nothing_is_decided_before_it_can_have_been_seen() -> None:
    view = replace(story(), decides_s=LATER.now_s)
    early = handled(Number(2), view, Hand(), FRAME)
    assert early.request is None
    assert handled(Number(2), view, early.hand, LATER).request == Activated("agree")


def test_one_turn_has_one_choice_however_long_the_story_takes_to_go_on() -> None:
    view = story(turn=3)
    chosen = handled(Number(1), view, Hand(), FRAME)
    assert chosen.request == Activated("ask")
    assert handled(Number(2), view, chosen.hand, LATER).request is None
    again = handled(Number(2), story(turn=4), chosen.hand, LATER)
    assert again.request == Activated("agree")
    back = replace(FRAME, now_s=20.0)
    assert handled(Number(2), view, again.hand, back).request == Activated("agree"), "after stepping back"


def test_a_new_turn_begins_with_the_focus_of_its_view_and_a_turn_keeps_that_of_the_player() -> None:
    moved = handled(Next(), story(turn=3), Hand(), FRAME).hand
    assert moved.focus != Hand().focus
    first = resting(story(turn=3), Hand()).focus
    assert moved.focus != first
    assert resting(story(turn=3), moved).focus == moved.focus
    assert resting(story(turn=4), moved).focus == first


def test_a_number_key_takes_the_choice_with_that_number() -> None:
    assert handled(Number(3), story(), Hand(), FRAME).request == Activated("wait")
    assert handled(Number(9), story(), Hand(), FRAME).request is None


def test_a_mouse_that_hovers_takes_the_focus_along() -> None:
    view = story()
    assert after(view, Hand(), PointerMove(middle(view, "agree"))).focus == "agree"
    assert after(view, Hand(focus="ask"), PointerMove(Point(1, 1))).focus == "ask"


def test_commands_and_back_reach_the_screen_whatever_has_the_focus() -> None:
    assert handled(Command.QUICK_EXIT, story(), Hand(), FRAME).request is Command.QUICK_EXIT
    assert handled(Back(), View(()), Hand(), FRAME).request == Back()


def test_a_stepper_changes_with_left_and_right_and_by_its_two_ends() -> None:
    stepper = Stepper(id="size", label="Text size", value="100 %")
    view = View(column([stepper, *CHOICES], AREA, FRAME))
    rect = view.widgets[0].rect
    assert handled(Move(Direction.LEFT), view, Hand(), FRAME).request == Activated("size", -1)
    assert handled(Move(Direction.RIGHT), view, Hand(), FRAME).request == Activated("size", 1)
    assert tapped(view, Hand(), Point(rect.x + 5, rect.centre.y)).request == Activated("size", -1)
    assert tapped(view, Hand(), Point(rect.right - 5, rect.centre.y)).request == Activated("size", 1)
    assert after(view, Hand(), Move(Direction.DOWN)).focus == "ask"


def test_enter_on_a_text_turns_its_pages_and_behind_the_last_comes_what_follows() -> None:
    text = Text(text=" ".join(["word"] * 2000))
    view = View((scroll("text", "Summary", [text], AREA, FRAME), *column(CHOICES, Rect(800, 100, 300, 300), FRAME)))
    hand = handled(Activate(), view, Hand(), FRAME).hand
    assert (hand.focus, hand.scroll["text"] > FRAME.theme.scroll_step) == ("text", True)
    reach = scroll_areas(view)[0].reach
    assert after(view, hand, *[Activate()] * ceil(reach / hand.scroll["text"])).focus == "ask"


def test_a_text_between_things_that_can_no_longer_be_moved_is_still_read_with_the_keys() -> None:
    items: list[Item] = [Button(id="moved", label="Moved", enabled=False), Text(text=" ".join(["word"] * 2000))]
    view = View((scroll("text", "Explained", items, AREA, FRAME), *column(CHOICES, Rect(800, 100, 300, 300), FRAME)))
    hand = resting(view, Hand())
    assert hand.focus == "text"
    assert after(view, hand, Move(Direction.DOWN)).scroll["text"] > 0


def test_the_focus_scrolls_into_sight() -> None:
    view = tall()
    hand = after(view, Hand(), *[Next()] * 20)
    assert hand.focus == "b20"
    area = view.widgets[0].rect
    child = view.widgets[0].children[20]  # type: ignore[union-attr]
    assert area.holds(child.rect.shifted(0, -hand.scroll["area"]))
    assert after(view, hand, *[Previous()] * 20).scroll["area"] == 0


def test_a_wheel_scrolls_only_what_is_under_it() -> None:
    view = tall()
    assert after(view, Hand(), Scroll(2, AREA.centre)).scroll["area"] == 2 * FRAME.theme.scroll_step
    assert after(view, Hand(), Scroll(2, Point(5, 5))).scroll.get("area", 0.0) == 0
    assert after(view, Hand(), Scroll(-5, AREA.centre)).scroll.get("area", 0.0) == 0
    assert after(view, Hand(), Scroll(6)).scroll["area"] > 0


def test_a_finger_that_drags_scrolls_and_presses_nothing() -> None:
    view = tall()
    start = AREA.centre
    hand = after(view, Hand(), Press(start), PointerMove(start.shifted(0, -90)))
    assert hand.scroll["area"] == 90
    assert hand.pressed == ""
    assert handled(Release(start.shifted(0, -90)), view, hand, FRAME).request is None


def test_a_long_text_without_controls_can_be_read_with_the_keys() -> None:
    text = Text(text="Bring your papers. " * 300)
    view = View((scroll("text", "Summary", [text], AREA, FRAME),))
    hand = resting(view, Hand())
    assert hand.focus == "text"
    assert after(view, hand, Move(Direction.DOWN)).scroll["text"] == FRAME.theme.scroll_step


def test_arrows_read_the_text_after_the_last_control_before_they_leave_it() -> None:
    items: list[Item] = [Button(id="b", label="b"), Text(text="Bring your papers. " * 300)]
    view = View((scroll("area", "Both", items, AREA, FRAME), *column(CHOICES, Rect(800, 100, 300, 300), FRAME)))
    hand = after(view, resting(view, Hand()), Move(Direction.DOWN))
    assert hand.focus == "b"
    assert hand.scroll["area"] > 0


def test_when_the_text_grows_shorter_nothing_stays_scrolled_beyond_its_end() -> None:
    hand = Hand(scroll={"area": 100000.0, "gone": 5.0})
    view = tall()
    assert resting(view, hand).scroll == {"area": view.widgets[0].reach}  # type: ignore[union-attr]


def test_a_dialog_keeps_the_hand_off_the_view_below() -> None:
    below = story()
    view = dialog(below, column([Button(id="stay", label="Stay")], Rect(800, 100, 200, 100), FRAME), FRAME)
    assert tapped(view, Hand(), middle(below, "ask")).request is None
    assert handled(Number(1), view, Hand(), FRAME).request is None
    assert after(view, Hand(), *[Next()] * 3).focus == "stay"
