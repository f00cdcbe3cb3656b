"""A visitor leaves marks wherever a visitor can; when they have gone, none of them is anywhere in memory."""

import gc
import weakref
from collections.abc import Iterator, Sequence
from random import Random

import pytest

from game.giving.session import Visit as GivingVisit
from game.records.running import RunningLevel
from game.screens.kiosk.place import Station
from game.screens.play.play import PlayScreen
from game.ui.intents import Press, Typed
from kiosk_at_work import KioskAtWork, Marks, random_intents
from showcase_giving import CAMPAIGN_ID, MemorySession
from soak_kiosk import soak
from tests.screens.kiosk.conftest import USUAL, Opened

WRITTEN = "zqxmark"
"""What this visitor writes; it stands nowhere else."""


def leaves_marks(kiosk: KioskAtWork) -> None:
    """Play, learn, change every setting, pledge, and be in the middle of pressing something."""
    kiosk.begin().tap("play", "skip")
    for _ in range(6):
        _ = kiosk.view
        kiosk.wait(9)
        kiosk.tap(next(each for way in ("next", "go-on", "choice:") for each in kiosk.ids if each.startswith(way)))
    kiosk.tap("pause", "settings", "text-size", "text-size", "contrast", "motion", "text-speed", "volume", "back")
    kiosk.tap(
        "leave",
        "stories",
        "path:",
        "level:village-offer",
        "skip",
        "done",
        "give",
        "adult",
        f"campaign:{CAMPAIGN_ID}",
        "choose-amount",
        "amount:1",
    )
    kiosk.send(Press(kiosk.frame.area.centre))


def owned(kiosk: KioskAtWork, calls: Sequence[object] = ()) -> Iterator[object]:
    """Everything in memory that belongs to the visitor who is there; `calls` are those of their visits to giving."""
    services = kiosk.kiosk.belongings.services
    yield from (kiosk.kiosk.runner, services.settings, services.progress, services.folder, kiosk.frame.type)
    gc.collect()  # what other tests have left
    for each in gc.get_objects():
        # Only what is private to them tells whose they are.
        is_theirs = isinstance(each, PlayScreen) and each._services is services  # noqa: SLF001
        is_played = isinstance(each, RunningLevel) and each.folder is services.folder
        is_giving = isinstance(each, GivingVisit) and each._calls in calls  # noqa: SLF001
        if is_theirs or is_played or is_giving:
            yield each


def written_anywhere() -> bool:
    """Say whether what the visitor wrote is anywhere in memory, our own copy of it aside."""
    gc.collect()
    ahead, seen = gc.get_objects(), set[int]()
    while ahead:
        for part in gc.get_referents(ahead.pop()):
            if isinstance(part, str):
                if part == WRITTEN and part is not WRITTEN:
                    return True
            elif isinstance(part, (tuple, dict)) and not gc.is_tracked(part) and id(part) not in seen:
                seen.add(id(part))
                ahead.append(part)
    return False


def test_no_mark_of_a_visitor_is_anywhere_in_memory(opened: Opened, session: MemorySession) -> None:
    kiosk = opened()
    leaves_marks(kiosk)
    marks = [weakref.ref(each) for each in owned(kiosk, session.calls)]
    assert len(marks) == 6
    session.calls.clear()
    kiosk.wait(2 * (USUAL.reading_idle_s + USUAL.countdown_s))
    assert kiosk.kiosk.station is Station.INVITING
    assert kiosk.device.forgot == 1
    gc.collect()
    assert [mark() for mark in marks if mark() is not None] == []


def test_what_a_visitor_wrote_is_nowhere_in_memory(opened: Opened) -> None:
    kiosk = opened().begin().tap("skip", "done", "notebook")
    kiosk.send(Typed("/"), *(Typed(letter) for letter in WRITTEN))
    assert any(WRITTEN in str(each) for each in kiosk.view.widgets)
    assert written_anywhere()
    kiosk.wait(USUAL.reading_idle_s + USUAL.countdown_s + 1)
    assert not written_anywhere()


def test_a_story_that_is_left_in_the_middle_is_forgotten(opened: Opened) -> None:
    kiosk = opened().begin().tap("play", "skip").wait(9).tap("next").wait(9)
    kiosk.send(Press(kiosk.frame.area.centre))
    marks = [weakref.ref(each) for each in owned(kiosk)]
    assert {type(mark()) for mark in marks} >= {PlayScreen, RunningLevel}
    kiosk.wait(USUAL.idle_s + USUAL.countdown_s + 1)
    gc.collect()
    assert [mark() for mark in marks if mark() is not None] == []


def test_the_next_visitor_begins_as_the_first_did(opened: Opened) -> None:
    kiosk, untouched = opened(), opened()
    leaves_marks(kiosk)
    kiosk.wait(2 * (USUAL.reading_idle_s + USUAL.countdown_s)).begin()
    untouched.begin()
    before, after = untouched.kiosk.belongings.services, kiosk.kiosk.belongings.services
    assert after.settings.current == before.settings.current
    assert after.progress.current == before.progress.current
    assert vars(after.folder) == vars(before.folder)
    assert kiosk.view.widgets[1:] == untouched.view.widgets[1:]
    assert after.giving is not None
    assert not after.giving.was_offered


def test_being_done_forgets_at_once(opened: Opened) -> None:
    kiosk = opened().begin().tap("back")
    mark = weakref.ref(kiosk.kiosk.belongings.services.settings)
    kiosk.tap("done")
    gc.collect()
    assert mark() is None


@pytest.mark.parametrize("seed", range(3))
def test_whatever_visitors_do_nothing_of_them_is_left(opened: Opened, seed: int) -> None:
    kiosk, marks, luck = opened(), Marks(), Random(seed)
    for _ in range(4):
        kiosk.begin()
        for _ in range(120):
            for intent in random_intents(kiosk, luck):
                kiosk.send(intent)
            if kiosk.kiosk.station is Station.VISITED:
                marks.mark(kiosk.kiosk)
            kiosk.now_s += luck.expovariate(2.0)
        kiosk.wait(USUAL.reading_idle_s + USUAL.countdown_s + 1)
        assert marks.visitors > 0
        assert marks.left(kiosk.kiosk) == []


def test_a_short_soak() -> None:
    assert soak(3_000, seed=2, hours_s=600.0) == 0
