"""Stories about visitors of a kiosk: how they are invited, led, asked and forgotten."""

from dataclasses import replace
from datetime import datetime

import pytest

from game.canvas.geometry import Point
from game.kiosk.counting import Counted
from game.kiosk.hours import WEEKDAYS, OpeningHours, Span
from game.records.settings import Settings
from game.screens.hidden import HiddenScreen
from game.screens.kiosk.invitation import InvitationScreen
from game.screens.kiosk.languages import LanguagesScreen
from game.screens.kiosk.place import Station
from game.screens.kiosk.still_there import StillThereScreen
from game.screens.kiosk.what_next import WhatNextScreen
from game.screens.play.play import PlayScreen
from game.screens.stories.content_note import ContentNoteScreen
from game.ui.intents import Activate, Back, Command, Direction, Intent, Move, PointerMove, Press, Release, Typed
from game.ui.view import every
from game.ui.widgets import Gauge, Text
from kiosk_at_work import PIN, KioskAtWork
from showcase_giving import CAMPAIGN_ID, MemorySession
from tests.screens.kiosk.conftest import USUAL, Opened

PLEDGE = ("adult", f"campaign:{CAMPAIGN_ID}", "choose-amount", "amount:1")
MIDDLE = Point(640, 360)


def station(kiosk: KioskAtWork) -> Station:
    """What it is doing now."""
    return kiosk.kiosk.station


def to_what_next(kiosk: KioskAtWork) -> KioskAtWork:
    """From the first page of the path to what can be done next."""
    return kiosk.begin().tap("back")


def plays_to_the_end(kiosk: KioskAtWork) -> KioskAtWork:
    """With the first choice each time, and every question left out."""
    kiosk.tap("play", "skip")
    ways = ("next", "go-on", "choice:", "skip", "levels", "not-sure:", "desk-decide", "judge:", "desk", "pick:")
    for _ in range(400):
        _ = kiosk.view  # much begins when it is first seen
        kiosk.wait(9)
        if isinstance(kiosk.kiosk.runner.screen, WhatNextScreen):
            return kiosk
        kiosk.tap(next(each for way in ways for each in kiosk.ids if each.startswith(way)))
    raise AssertionError("the story never ends")


@pytest.mark.parametrize(
    "intent", [Press(MIDDLE), Activate(), Move(Direction.LEFT), Back(), Typed("a"), Command.HELP], ids=str
)
def test_any_touch_or_key_begins_the_path(opened: Opened, intent: Intent) -> None:
    kiosk = opened().send(intent)
    assert isinstance(kiosk.kiosk.runner.screen, ContentNoteScreen)
    assert kiosk.counters.sums[Counted.SESSIONS] == 1


def test_a_mouse_that_only_moves_begins_nothing(opened: Opened) -> None:
    assert opened().send(PointerMove(MIDDLE)).kiosk.station is Station.INVITING


def test_the_touch_that_begins_presses_nothing_on_the_next_page(opened: Opened) -> None:
    kiosk = opened().send(Press(MIDDLE), Release(MIDDLE))
    begun = kiosk.view
    places = [Point(x, y) for x in range(0, 1280, 40) for y in range(0, 720, 40)]
    for place in places:
        kiosk.send(Press(place), Release(place))
    assert kiosk.view == begun


def test_with_several_languages_that_is_asked_first(opened: Opened) -> None:
    kiosk = opened(languages=("en", "id")).begin()
    assert isinstance(kiosk.kiosk.runner.screen, LanguagesScreen)
    kiosk.tap("language:id")
    assert isinstance(kiosk.kiosk.runner.screen, ContentNoteScreen)


def test_the_story_leads_to_what_can_be_done_next_and_being_done_forgets_it(opened: Opened) -> None:
    kiosk = plays_to_the_end(opened().begin())
    assert kiosk.kiosk.belongings.services.progress.current.met
    kiosk.tap("done")
    assert station(kiosk) is Station.INVITING
    assert kiosk.counters.sums[Counted.COMPLETIONS] == 1
    assert not to_what_next(kiosk).kiosk.belongings.services.progress.current.met


def test_another_path_can_be_played(opened: Opened) -> None:
    kiosk = to_what_next(opened()).tap("path:fifteen-minutes")
    assert isinstance(kiosk.kiosk.runner.screen, ContentNoteScreen)


def test_a_visitor_is_asked_before_they_are_forgotten(opened: Opened) -> None:
    kiosk = to_what_next(opened())
    kiosk.wait(USUAL.idle_s - 2)
    assert isinstance(kiosk.kiosk.runner.screen, WhatNextScreen)
    kiosk.wait(3)
    assert isinstance(kiosk.kiosk.runner.screen, StillThereScreen)
    kiosk.wait(USUAL.countdown_s - 3)
    assert isinstance(kiosk.kiosk.runner.screen, StillThereScreen)
    kiosk.wait(3)
    assert station(kiosk) is Station.INVITING


def test_the_countdown_is_seen(opened: Opened) -> None:
    kiosk = to_what_next(opened()).wait(USUAL.idle_s)
    seen = []
    for _ in range(3):
        seen.append([each.value for each in every(kiosk.view) if isinstance(each, Gauge)])
        kiosk.wait(1)
    assert seen == [[20], [19], [18]]


@pytest.mark.parametrize("intent", [Press(MIDDLE), PointerMove(MIDDLE), Activate(), Back(), Command.MUTE], ids=str)
def test_anything_answers_the_question_and_does_nothing_else(opened: Opened, intent: Intent) -> None:
    kiosk = to_what_next(opened())
    before, muted = kiosk.view, kiosk.kiosk.belongings.services.settings.current.muted
    kiosk.wait(USUAL.idle_s + 5).send(intent)
    assert kiosk.kiosk.belongings.services.settings.current.muted is muted
    assert [each for each in every(kiosk.view) if isinstance(each, Text)] == [
        each for each in every(before) if isinstance(each, Text)
    ]
    assert isinstance(kiosk.wait(USUAL.idle_s - 2).kiosk.runner.screen, WhatNextScreen)


def test_who_reads_has_more_time(opened: Opened) -> None:
    kiosk = opened().begin().wait(USUAL.reading_idle_s - 5)
    assert isinstance(kiosk.kiosk.runner.screen, ContentNoteScreen)
    assert isinstance(kiosk.wait(6).kiosk.runner.screen, StillThereScreen)


def test_hiding_shows_plain_paper_until_the_next_visitor_and_asks_nothing(opened: Opened) -> None:
    kiosk = opened().begin().send(Command.QUICK_EXIT)
    assert kiosk.device.volume == 0.0
    kiosk.wait(USUAL.idle_s + USUAL.countdown_s - 1)
    assert isinstance(kiosk.kiosk.runner.screen, HiddenScreen)
    assert (kiosk.device.titles, kiosk.device.was_resized) == ([], False)
    assert isinstance(kiosk.wait(2).kiosk.runner.screen, InvitationScreen)


def test_settings_go_with_their_visitor(opened: Opened) -> None:
    kiosk = to_what_next(opened())
    settings = kiosk.kiosk.belongings.services.settings
    fresh = settings.current
    settings.change(Settings(2.0, high_contrast=True, reduced_motion=True, volume=0.1, muted=True))
    kiosk.wait(200).begin()
    assert kiosk.kiosk.belongings.services.settings.current == fresh
    assert kiosk.frame.theme.text_scale == 1.0


def test_it_is_never_louder_than_the_operator_allows(opened: Opened) -> None:
    kiosk = to_what_next(opened(volume_most=0.4))
    settings = kiosk.kiosk.belongings.services.settings
    settings.change(replace(settings.current, volume=1.0))
    kiosk.kiosk.runner.use_volume()
    assert kiosk.device.volume == pytest.approx(0.4)


def test_an_open_pledge_is_cancelled_when_its_visitor_has_gone(opened: Opened, session: MemorySession) -> None:
    kiosk = to_what_next(opened()).tap("give", *PLEDGE)
    kiosk.wait(USUAL.idle_s + USUAL.countdown_s + 1)
    assert station(kiosk) is Station.VISITED, "paying on a phone takes a while"
    kiosk.wait(USUAL.reading_idle_s + USUAL.countdown_s)
    assert station(kiosk) is Station.INVITING
    assert all(calls.has_left for calls in session.calls)  # type: ignore[attr-defined]
    assert not session.journal.open
    assert kiosk.counters.sums[Counted.GIVING_OPENED] == 1


def test_without_giving_there_is_no_way_to_it(opened: Opened) -> None:
    assert "give" in to_what_next(opened()).ids
    assert "give" not in to_what_next(opened(giving=False)).ids


def test_no_wish_of_a_visitor_ends_the_game_or_leaves_full_screen(opened: Opened) -> None:
    kiosk = to_what_next(opened())
    for _ in range(20):
        kiosk.send(Back(), Command.FULLSCREEN, Command.AUTHOR)
    assert not kiosk.kiosk.is_over
    assert not kiosk.device.was_resized


def test_the_system_ends_it_and_cancels_what_is_open(opened: Opened, session: MemorySession) -> None:
    kiosk = to_what_next(opened()).tap("give", *PLEDGE)
    kiosk.kiosk.stop()
    kiosk.wait(1)
    assert kiosk.kiosk.is_over
    assert not kiosk.kiosk.is_closed_by_staff
    assert not session.journal.open
    assert kiosk.kiosk.wakes_s(kiosk.now_s) == kiosk.now_s


# --------------------------------------------------------------------------------------------------------- the hours

MORNING = OpeningHours(tuple((Span(9 * 60, 12 * 60),) if day == "monday" else () for day in WEEKDAYS))
LATE = OpeningHours(tuple((Span(0, 60), Span(20 * 60, 1440)) for _ in WEEKDAYS))


def at(kiosk: KioskAtWork, local: datetime) -> Station:
    kiosk.local = local
    return kiosk.wait(15).kiosk.station


def test_it_rests_outside_its_hours_and_wakes_by_itself(opened: Opened) -> None:
    kiosk = opened(hours=MORNING)
    monday = datetime(2026, 11, 30)  # noqa: DTZ001 (by the clock on the wall)
    assert at(kiosk, monday.replace(hour=8, minute=59)) is Station.CLOSED
    kiosk.send(Press(MIDDLE), Release(MIDDLE), Activate())
    assert at(kiosk, monday.replace(hour=9)) is Station.INVITING
    assert at(kiosk, monday.replace(hour=12)) is Station.CLOSED
    assert at(kiosk, monday.replace(hour=11)) is Station.INVITING, "a clock that is set back is believed"


def test_midnight_is_a_time_like_any_other(opened: Opened) -> None:
    kiosk = opened(hours=LATE)
    midnight = datetime(2027, 3, 28)  # noqa: DTZ001 (clocks go forward on this night in Europe)
    assert at(kiosk, midnight.replace(day=27, hour=23, minute=59)) is Station.INVITING
    assert at(kiosk, midnight) is Station.INVITING
    assert at(kiosk, midnight.replace(hour=3)) is Station.CLOSED


def test_nobody_is_put_out_at_closing_time(opened: Opened) -> None:
    kiosk = opened(hours=MORNING)
    kiosk.local = datetime(2026, 11, 30, 11, 59)  # noqa: DTZ001
    to_what_next(kiosk).tap(f"path:{USUAL.path}", "play")
    assert at(kiosk, datetime(2026, 11, 30, 12, 5)) is Station.VISITED  # noqa: DTZ001
    kiosk.tap("skip")
    assert isinstance(kiosk.kiosk.runner.screen, PlayScreen)
    assert kiosk.wait(300).kiosk.station is Station.CLOSED


# -------------------------------------------------------------------------------------------------------- the staff


def types(kiosk: KioskAtWork, pin: str) -> KioskAtWork:
    return kiosk.tap(*(f"digit:{digit}" for digit in pin), "enter")


def test_staff_get_in_and_leave_the_visitor_where_they_were(opened: Opened) -> None:
    kiosk = to_what_next(opened()).tap("stories")
    screen = kiosk.kiosk.runner.screen
    kiosk.hold_corner()
    assert station(kiosk) is Station.STAFFED
    types(kiosk, PIN).tap("muted")
    assert kiosk.device.volume == 0.0
    kiosk.tap("return")
    assert kiosk.kiosk.runner.screen is screen
    assert kiosk.device.volume == 0.0


def test_staff_begin_anew_and_end_the_game(opened: Opened) -> None:
    kiosk = types(to_what_next(opened()).hold_corner(), PIN).tap("restart")
    assert station(kiosk) is Station.INVITING
    types(kiosk.hold_corner(), PIN).tap("end", "end-no", "end", "end-yes")
    assert kiosk.kiosk.is_over
    assert kiosk.kiosk.is_closed_by_staff


def test_staff_get_in_while_it_invites_rests_or_hides(opened: Opened) -> None:
    assert opened().hold_corner().kiosk.station is Station.STAFFED
    assert opened().begin().send(Command.QUICK_EXIT).hold_corner().kiosk.station is Station.STAFFED
    resting = opened(hours=OpeningHours(((),) * 7)).wait(1)
    assert resting.kiosk.station is Station.CLOSED
    assert resting.hold_corner().kiosk.station is Station.STAFFED


def test_a_short_touch_of_the_corner_is_a_touch(opened: Opened) -> None:
    assert opened().hold_corner(1.0).kiosk.station is Station.VISITED


def test_a_finger_that_leaves_the_corner_opens_nothing(opened: Opened) -> None:
    kiosk = opened().begin()
    kiosk.send(Press(Point(5, 715)), PointerMove(MIDDLE)).wait(10)
    assert station(kiosk) is Station.VISITED


def test_wrong_pins_take_longer_and_longer(opened: Opened) -> None:
    kiosk = opened().hold_corner()
    for _ in range(3):
        types(kiosk, "111222")
    types(kiosk, PIN)
    assert "digit:1" in kiosk.ids, "while it is shut, not even the right one opens"
    kiosk.tap("back")
    types(kiosk.hold_corner(), PIN)
    assert "digit:1" in kiosk.ids, "going away does not help"
    for _ in range(7):
        kiosk.tap("erase").wait(4)
    types(kiosk, "111222")
    for _ in range(9):
        kiosk.tap("erase").wait(4)
    types(kiosk, PIN)
    assert "digit:1" in kiosk.ids, "the second delay is longer"
    for _ in range(9):
        kiosk.tap("erase").wait(4)
    assert "end" in types(kiosk, PIN).ids


def test_the_typed_pin_is_nowhere_to_be_seen(opened: Opened) -> None:
    kiosk = opened().hold_corner()
    kiosk.tap(*(f"digit:{digit}" for digit in PIN))
    shown = [str(each) for each in every(kiosk.view) if not getattr(each, "id", "").startswith("digit:")]
    assert not any(PIN in each for each in shown)


def test_a_page_that_staff_have_left_open_closes(opened: Opened) -> None:
    kiosk = types(to_what_next(opened()).hold_corner(), PIN)
    assert kiosk.wait(USUAL.idle_s + USUAL.countdown_s + 1).kiosk.station is Station.INVITING


def test_without_a_pin_the_corner_is_a_corner(opened: Opened) -> None:
    assert opened(pin=None).begin().hold_corner(20).kiosk.station is Station.VISITED


def test_no_place_is_promised_to_be_saved(opened: Opened) -> None:
    kiosk = opened().begin().tap("play", "skip", "pause")
    told = " ".join(each.text for each in every(kiosk.view) if isinstance(each, Text))
    assert "saved" not in told
    assert "until you are done" in told
