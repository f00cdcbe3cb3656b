"""Laws that hold on every screen, in its telling states, in every kind of window, with small and large text."""

from dataclasses import replace
from functools import cache

import pygame
import pytest

from game.content.library import level_folders
from game.desktop.canvas import PygameCanvas
from game.desktop.fonts import Fonts
from game.paths import levels_dir
from game.records.settings import Settings
from game.story.level import Level, LevelId, PassageId
from game.ui.hand import Hand
from game.ui.intents import Next
from game.ui.paint import paint_view
from game.ui.view import View, spots
from showcase import KNOWN, TOLD, Shot, shots
from tests.fakes import FakeMeasure
from tests.ui.view_faults import faults_of
from visit import Exhibits, Visit, way_to_place

WINDOWS = ((1280, 720, 1.0), (1920, 1080, 1.0), (1080, 1920, 1.0))
LARGE_TEXT = ((1280, 720, 2.0), (1080, 1920, 2.0))
"""A window of 1920 x 1080 is laid out as one of 1280 x 720, only larger."""
SHOTS = tuple(shots())
WORDIEST = 3
"""So many passages of each level, those with the most to read, are looked at in all windows."""


@cache
def exhibits() -> Exhibits:
    return Exhibits.load()


def visited(shot: Shot, window: tuple[int, int, float]) -> Visit:
    width, height, scale = window
    visit = exhibits().visit((width, height), FakeMeasure(), replace(shot.settings, text_scale=scale))
    shot.show(visit)
    return visit


@pytest.mark.parametrize("window", [*WINDOWS, *LARGE_TEXT], ids=str)
@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_nothing_overlaps_spills_or_leaves_its_panel(shot: Shot, window: tuple[int, int, float]) -> None:
    visit = visited(shot, window)
    assert faults_of(_upper(visit.view), visit.frame) == []


@pytest.mark.parametrize("window", [WINDOWS[0], LARGE_TEXT[0]], ids=str)
@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_every_control_is_reached_by_keyboard(shot: Shot, window: tuple[int, int, float]) -> None:
    visit = visited(shot, window)
    wanted = {spot.id for spot in spots(visit.view, {})}
    reached = {visit.runner.focus(visit.frame)} - {""}
    for _ in range(len(wanted) + 1):
        visit.runner.handle(Next(), visit.frame)
        reached.add(visit.runner.focus(visit.frame))
    assert wanted <= reached


def _upper(view: View) -> View:
    """The view itself: what lies below a dialog was looked at when it was on top."""
    return replace(view, below=None)


# ------------------------------------------------------------------------------------------------- the longest texts


def _wordiest(level: Level) -> list[PassageId]:
    def letters(place: PassageId) -> int:
        passage = level.passages[place]
        told = sum(len(line.text) for line in passage.text[-3:])
        return told + sum(len(choice.text) for choice in passage.choices.values())

    return sorted(level.passages, key=letters)[-WORDIEST:]


@pytest.mark.parametrize("window", [*WINDOWS, *LARGE_TEXT], ids=str)
@pytest.mark.parametrize("rank", range(WORDIEST))
@pytest.mark.parametrize("name", [folder.name for folder in level_folders(levels_dir())])
def test_the_longest_passages_fit(name: str, rank: int, window: tuple[int, int, float]) -> None:
    level = exhibits().library.levels[LevelId(name)]
    place = _wordiest(level)[rank]
    width, height, scale = window
    visit = exhibits().visit((width, height), FakeMeasure(), replace(KNOWN, text_scale=scale))
    visit.open(visit.routes.play(visit.running(level, way_to_place(level, place)), None))
    visit.use_while_there("next")
    assert faults_of(_upper(visit.view), visit.frame) == []
    for choice in [each for each in visit.control_ids if each.startswith("choice:")][:1]:
        visit.use(choice)
        visit.use_while_there("next")
        assert faults_of(_upper(visit.view), visit.frame) == []


# ------------------------------------------------------------------------------------------- what is painted, and when


@pytest.mark.parametrize("settings", [TOLD, replace(TOLD, text_scale=2.0)], ids=["plain", "large"])
def test_painting_what_changed_gives_the_same_picture_as_painting_all(settings: Settings) -> None:
    fonts, size = Fonts(), (960, 540)
    surface = pygame.Surface(size)
    canvas = PygameCanvas(surface, fonts)
    visit = exhibits().visit(size, fonts, settings)
    visit.open(visit.routes.play(visit.running(visit.level, ()), None))
    for control in ["next", "next", "next", "choice:", "next", "go-on", "pause", "settings", "back", "go-on", "next"]:
        if any(each.startswith(control) for each in visit.control_ids):
            visit.use_one_of(control)
        for _ in range(3):
            visit.paint(canvas)
            assert pygame.image.tobytes(surface, "RGB") == _painted_whole(visit, fonts)
            visit.wait(0.15)


def _painted_whole(visit: Visit, fonts: Fonts) -> bytes:
    surface = pygame.Surface((int(visit.size.w), int(visit.size.h)))
    hand = Hand(focus=visit.runner.focus(visit.frame))
    paint_view(PygameCanvas(surface, fonts), visit.view, hand, visit.frame)
    return pygame.image.tobytes(surface, "RGB")


def test_a_screen_at_rest_is_not_painted_again() -> None:
    for shot in (each for each in SHOTS if each.rests):
        visit = exhibits().visit((1280, 720), FakeMeasure(), replace(shot.settings, reduced_motion=True))
        shot.show(visit)
        visit.wait(60)
        canvas = PygameCanvas(pygame.Surface((1280, 720)), Fonts())
        visit.paint(canvas)
        visit.wait(1)
        assert list(visit.paint(canvas) or ()) == [], shot.name
        assert visit.runner.wakes_s(visit.now_s) is None, shot.name
