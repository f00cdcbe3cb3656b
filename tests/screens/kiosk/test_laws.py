"""Whatever anybody does at a kiosk, whenever: it goes on, and who has gone might as well not have come."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.canvas.geometry import Point
from game.kiosk.pin import PinHash
from game.screens.kiosk.idle import IdleWatch, Stage
from game.screens.kiosk.pin_gate import LONGEST_DELAY_S, PinGate
from game.screens.kiosk.place import Station
from game.screens.screen import Pace
from game.ui.intents import (
    Activate,
    Back,
    Clear,
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
    Typed,
)
from game.ui.view import spots
from kiosk_at_work import KioskAtWork
from tests.fakes import FakeMeasure
from tests.screens.kiosk.conftest import USUAL, exhibits

POINTS = st.builds(Point, st.floats(-50, 1400), st.floats(-50, 800))
INTENTS: st.SearchStrategy[Intent] = st.one_of(
    st.sampled_from([Next(), Previous(), Activate(), Back(), Clear(), *map(Move, Direction), *Command]),
    st.builds(Press, POINTS),
    st.builds(Release, POINTS),
    st.builds(PointerMove, POINTS),
    st.builds(Scroll, st.floats(-20, 20), st.none() | POINTS),
    st.builds(Number, st.integers(1, 9)),
    st.builds(Typed, st.characters(), st.none() | st.just(Activate())),
)
TOUCHES = st.integers(0, 40)
"""Which of the controls that are there is touched."""
SECONDS = st.one_of(st.floats(0, 2), st.floats(0, 300))


def touch(kiosk: KioskAtWork, which: int) -> None:
    there = spots(kiosk.view, {})
    if there:
        at = there[which % len(there)].rect.centre
        kiosk.send(Press(at), Release(at))


@settings(max_examples=40)
@given(st.lists(st.tuples(INTENTS | TOUCHES, SECONDS), max_size=40))
def test_nobody_gets_out_and_everybody_is_forgotten(doings: list[tuple[Intent | int, float]]) -> None:
    kiosk = KioskAtWork(exhibits(), FakeMeasure(), USUAL)
    for doing, seconds in doings:
        if isinstance(doing, int):
            touch(kiosk, doing)
        else:
            kiosk.send(doing)
        kiosk.wait(seconds)
        assert not kiosk.kiosk.is_over
    kiosk.send(Release(Point(0, 0)))
    kiosk.wait(USUAL.reading_idle_s + USUAL.countdown_s + 6)
    assert kiosk.kiosk.station is Station.INVITING
    fresh = kiosk.world.belongings("en").services
    kiosk.begin()
    services = kiosk.kiosk.belongings.services
    assert services.settings.current == fresh.settings.current
    assert services.progress.current == fresh.progress.current
    assert not kiosk.device.was_resized


@given(st.lists(st.tuples(st.floats(0, 200), st.sampled_from(Pace)), max_size=20))
def test_everybody_is_asked_for_the_whole_countdown_before_they_count_as_gone(
    looks: list[tuple[float, Pace]],
) -> None:
    watch, now_s, asked_s = IdleWatch(60, 120, 20, 0.0), 0.0, None
    for seconds, pace in looks:
        watch.paced(pace, now_s)
        for _ in range(int(seconds * 4)):
            now_s += 0.25
            stage = watch.stage(now_s)
            asked_s = None if stage is Stage.THERE else now_s if asked_s is None else asked_s
            if stage is Stage.GONE:
                assert asked_s is not None
                assert now_s - asked_s >= 20 - 0.25
                return
        watch.touched(now_s)
        asked_s = None


NOBODYS = PinHash(2, 1, 1, b"salt", bytes(32))
"""Quick to try, and no PIN fits."""


@given(st.integers(3, 40))
def test_each_wrong_pin_takes_at_least_as_long_as_the_one_before(times: int) -> None:
    gate, now_s, waited = PinGate(NOBODYS), 0.0, [0.0]
    for _ in range(times):
        assert not gate.opens("000000", now_s)
        waited.append(gate.wait_s(now_s))
        now_s += waited[-1]
    assert waited == sorted(waited)
    assert waited[3] > 0
    assert max(waited) <= LONGEST_DELAY_S
