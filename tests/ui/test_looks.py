"""What is painted: every widget inside its place in every kind of window, and nothing lost."""

import pytest

from game.canvas.geometry import Rect
from game.ui.arrange import Gap, Item, column, dialog, line, panel, pill
from game.ui.frame import Frame, Shape
from game.ui.hand import Hand, handled, resting
from game.ui.icons import DRAWINGS, paint_icon
from game.ui.intents import Press
from game.ui.paint import paint_view
from game.ui.search_field import SearchField
from game.ui.task_widgets import Bin, Bubble, Pick, Thing
from game.ui.view import View, control, spots
from game.ui.widgets import (
    Artwork,
    Backdrop,
    Button,
    CardState,
    ChoiceRow,
    Gauge,
    Icon,
    LineMark,
    MarkButton,
    MessageCard,
    Panel,
    ProgressDots,
    ScrollArea,
    Sign,
    Stepper,
    Tag,
    Text,
    Toggle,
    Tone,
)
from tests.fakes import RecordingCanvas, plain_frame
from tests.ui.view_faults import every_frame, faults_of

LONG = "A legal agency has a licence number you can look up before you pay or sign anything at all."


def offer_line(name: str, verdict: str = "") -> LineMark:
    good = MarkButton(id=f"{name}=good", label="good", word="Looks good", sign=Sign.GOOD, on=bool(verdict))
    warning = MarkButton(id=f"{name}=warning", label="warning", word="Warning", sign=Sign.WARNING)
    return LineMark(text=LONG, good=good, warning=warning, verdict=verdict, right=bool(verdict) or None)


RIGHT = (None, True, False)


def every_widget() -> list[Item]:
    return [
        Text(text="Settings", role="title"),
        Text(text=LONG, role="narration", ink="soft"),
        line(Tag(label="The agent"), Icon(name="star")),
        ProgressDots(label="Question 2 of 5", at=2, count=5),
        line(*(Gauge(label=f"Meter {n}", value=n, most=10, fill=n, change=n - 1) for n in range(4)), gap_steps=3),
        Gap(2),
        *(ChoiceRow(id=f"choice-{n}", number=n, label=LONG, note="Needs a message" * (n % 2)) for n in range(1, 4)),
        ChoiceRow(id="closed", number=4, label=LONG, note=LONG, enabled=False),
        *(MessageCard(id=state, label="Check the licence", text=LONG, state=state, badge=state) for state in CardState),
        MessageCard(id="long", label=LONG, text=LONG, badge="Can be played here"),
        Toggle(id="motion", label="Reduced motion", on=True, word="On"),
        Toggle(id="contrast", label="High contrast, for rooms with much light", on=False, word="Off"),
        Stepper(id="size", label="Text size", value="125 %", share=0.25),
        Stepper(id="language", label="Language", value="English"),
        offer_line("permit"),
        offer_line("fee", verdict=LONG),
        *(Pick(id=f"pick-{right}", label=LONG, on=right is not None, note=LONG, right=right) for right in RIGHT),
        Pick(id="contract-line", label=LONG, on=True, note=LONG, right=False, is_line=True),
        line(*(Pick(id=f"place-{n}", label=f"Place {n}", on=n == 1, enabled=n < 2) for n in range(3))),
        Bin(label=LONG, things=(Thing(LONG, right=True), Thing("A jacket", right=False), Thing("Rice")), empty="Empty"),
        Bin(label="At home", things=(), empty=LONG, fill=1),
        Bubble(text=LONG, side="left"),
        Bubble(text="Yes", side="right"),
        SearchField(id="search", label="Search", value="", hint="Type a word, or press /"),
        SearchField(id="searched", label="Search in all of your cards", value=LONG, hint="Type a word"),
        line(*(Button(id=tone, label=tone, tone=tone, icon="play", key="Space") for tone in Tone)),
        line(Button(id="off", label="Off", enabled=False), Button(id="help", label="Help", icon="help", bare=True)),
        line(Button(id="stay", label="Stay"), Button(id="leave", label="Leave"), share=True),
        Button(id="wide", label=LONG, tone=Tone.GOLD),
    ]


def gallery(frame: Frame) -> View:
    paper = panel("all", "All widgets", every_widget(), frame.page, frame)
    return View((Backdrop(rect=frame.area), *paper), default_focus="motion")


@pytest.mark.parametrize(
    "frame", every_frame(), ids=lambda frame: f"{frame.size.w}x{frame.size.h}-{frame.theme.text_scale}"
)
def test_every_widget_shows_all_its_words_in_every_window(frame: Frame) -> None:
    assert faults_of(gallery(frame), frame) == []


def test_every_control_wears_the_focus_ring_when_it_has_the_focus_and_no_other_does() -> None:
    frame = plain_frame()
    view = gallery(frame)
    for spot in spots(view, {}):
        if spot.shown != spot.rect:
            continue
        canvas = RecordingCanvas(frame.size)
        paint_view(canvas, view, Hand(focus=spot.id), frame)
        rings = [call.rect for call in canvas.calls if call.colour == frame.theme.colours.ring_dark]
        assert len(rings) == 1
        assert rings[0].holds(spot.rect)
        assert frame.area.holds(rings[0])


def test_a_pressed_button_sinks() -> None:
    frame = plain_frame()
    view = View(column([Button(id="stay", label="Stay")], frame.page, frame))
    up, down = RecordingCanvas(frame.size), RecordingCanvas(frame.size)
    hand = handled(Press(frame.page.origin.shifted(20, 20)), view, Hand(), frame).hand
    paint_view(up, view, resting(view, Hand()), frame)
    paint_view(down, view, hand, frame)
    assert up.calls[-1].text == down.calls[-1].text == "Stay"
    assert down.calls[-1].rect.y > up.calls[-1].rect.y


def test_what_is_scrolled_out_of_sight_is_not_painted() -> None:
    frame = plain_frame()
    view = gallery(frame)
    canvas = RecordingCanvas(frame.size)
    paint_view(canvas, view, Hand(), frame)
    assert "Settings" in canvas.words
    assert "Reduced motion" not in canvas.words
    scrolled = RecordingCanvas(frame.size)
    paint_view(scrolled, view, Hand(scroll={"all": 10000.0}), frame)
    assert "Settings" not in scrolled.words


def test_a_panel_hugs_what_it_holds_and_scrolls_only_when_it_has_to() -> None:
    frame = plain_frame()
    short = panel("p", "P", [Text(text="Short")], frame.page, frame, anchor="bottom")
    assert short[0].rect.bottom == frame.page.bottom
    assert short[0].rect.h < frame.page.h / 4
    full = panel("p", "P", every_widget(), frame.page, frame)
    assert isinstance(full[1], ScrollArea)
    assert full[0].rect.h == frame.page.h
    assert full[1].reach > 0


def test_a_pill_holds_its_words_and_keeps_to_its_side() -> None:
    frame = plain_frame()
    paper, *inside = pill([Text(text="The offer", role="button")], frame.page, frame, side="right")
    assert isinstance(paper, Panel)
    assert paper.rect.right == frame.page.right
    assert all(paper.rect.holds(widget.rect) for widget in inside)


def test_kept_artwork_is_painted_from_its_own_corner() -> None:
    frame = plain_frame()
    seen: list[Rect] = []
    art = Artwork(paint=lambda canvas, rect, now_s: seen.append(rect), key="tree", rect=Rect(50, 60, 70, 80))
    paint_view(RecordingCanvas(frame.size), View((art,)), Hand(), frame)
    assert seen == [Rect(0, 0, 70, 80)]


def test_a_view_below_a_dialog_is_painted_first_and_without_focus() -> None:
    frame = plain_frame()
    below = View(column([Button(id="below", label="Below")], frame.page, frame))
    view = dialog(below, panel("d", "D", [Button(id="stay", label="Stay")], frame.page, frame, anchor="centre"), frame)
    canvas = RecordingCanvas(frame.size)
    paint_view(canvas, view, Hand(focus="below"), frame)
    assert canvas.words == "Below Stay"
    assert not any(call.colour == frame.theme.colours.ring_dark for call in canvas.calls)


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_icon_stays_in_its_square(name: str) -> None:
    frame = plain_frame()
    canvas = RecordingCanvas(frame.size)
    square = Rect(100, 100, 48, 48)
    paint_icon(canvas, name, square, (0, 0, 0), (255, 255, 255))  # type: ignore[arg-type]
    assert canvas.calls
    assert all(square.holds(call.rect, slack=1) for call in canvas.calls)


def test_the_shape_of_the_window_decides_the_layout() -> None:
    assert plain_frame().shape is Shape.WIDE
    assert plain_frame(1080, 1920).shape is Shape.TALL
    assert plain_frame(1280, 720, 2.0).shape is Shape.TIGHT


def test_an_unknown_control_is_named_with_those_there_are() -> None:
    view = View(column([Button(id="stay", label="Stay")], Rect(0, 0, 200, 100), plain_frame()))
    with pytest.raises(KeyError, match="stay"):
        control(view, "leave")
