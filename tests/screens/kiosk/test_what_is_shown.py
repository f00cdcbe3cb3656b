"""What stands on the screens of a kiosk: it fits, it can be reached from a chair, and codes say what stands beside."""

from collections.abc import Iterator

import pygame
import pytest
import zxingcpp

from game.art.diorama import Diorama
from game.canvas.geometry import Size
from game.desktop.canvas import PygameCanvas
from game.desktop.fonts import Fonts
from game.screens.kiosk.demonstration import Demonstration
from game.screens.kiosk.invitation import InvitationScreen
from game.screens.kiosk.places import INVITING_SCALE
from game.screens.kiosk.take_away_text import MOST_BYTES, pieces
from game.ui.frame import low_reach
from game.ui.hand import Hand
from game.ui.paint import paint_view
from game.ui.view import every, spots
from game.ui.widgets import Artwork
from kiosk_at_work import KioskAtWork
from tests.fakes import plain_frame
from tests.screens.kiosk.conftest import USUAL, Opened, exhibits
from tests.ui.view_faults import faults_of

WINDOWS = ((1280, 720), (1920, 1080), (1080, 1920))


def moments(most: int) -> Iterator[float]:
    """When the demonstration goes on, from its beginning."""
    demonstration, now_s = Demonstration(lambda: exhibits().library, USUAL.path), 0.0
    for _ in range(most):
        yield now_s
        assert demonstration.at(now_s) is not None
        now_s = demonstration.next_s


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_every_moment_of_the_demonstration_fits(opened: Opened, window: tuple[int, int]) -> None:
    kiosk = opened(window)
    services = kiosk.kiosk.belongings.services
    screen = InvitationScreen(services, Diorama(exhibits().assets), USUAL.path)
    titles = set()
    for now_s in moments(45):
        frame = plain_frame(*window, INVITING_SCALE, now_s=now_s + 0.01)
        view = screen.view(frame)
        titles |= {each.label for each in view.widgets if isinstance(each, Artwork)}
        assert faults_of(view, frame) == []
    assert len(titles) > 3, "several stories are shown"


def test_the_demonstration_remembers_no_decision(opened: Opened) -> None:
    kiosk = opened().wait(600)
    assert kiosk.kiosk.belongings.services.progress.current.levels == {}
    assert kiosk.counters.sums == {}


@pytest.mark.parametrize("window", WINDOWS, ids=str)
@pytest.mark.parametrize(
    "way",
    [
        ("back",),
        ("back", "take-away"),
        ("back", "stories"),
        ("back", "who-helps"),
        ("back", "give"),
        ("play",),
        ("play", "skip"),
        ("play", "skip", "pause", "settings"),
        ("skip",),
    ],
    ids="-".join,
)
def test_low_controls_are_reached_from_a_chair(opened: Opened, way: tuple[str, ...], window: tuple[int, int]) -> None:
    kiosk = opened(window, low_controls=True).begin().tap(*way).wait(5)
    assert faults_of(kiosk.view, kiosk.frame) == []
    highest = (1 - low_reach(Size(*window))) * window[1] - 1
    high = [spot.id for spot in spots(kiosk.view, {}) if min(spot.shown.size) > 0 and spot.shown.y < highest]
    assert high == []


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_a_phone_reads_the_codes_off_the_screen(opened: Opened, window: tuple[int, int]) -> None:
    kiosk = opened(window).begin().tap("skip", "done", "take-away")
    services, library = kiosk.kiosk.belongings.services, exhibits().library
    met = [library.messages[name] for name in sorted(services.progress.current.met)]
    level = library.levels[next(path for path in library.campaign.paths if path.id == USUAL.path).levels[0]]
    wanted = pieces(services.words, met, library.helplines, [level.destination, level.origin])
    assert [each.text for each in wanted] == list(read_codes(kiosk, len(wanted)))
    assert all(len(each.text.encode()) <= MOST_BYTES for each in wanted)
    told = "\n".join(each.text for each in wanted)
    assert all(message.title in told for message in met)


def read_codes(kiosk: KioskAtWork, count: int) -> Iterator[str]:
    """Read each code as a camera does, from pixels."""
    fonts = Fonts()
    for _ in range(count):
        wide, high = int(kiosk.size.w), int(kiosk.size.h)
        surface = pygame.Surface((wide, high))
        paint_view(PygameCanvas(surface, fonts), kiosk.view, Hand(), kiosk.frame)
        pixels = memoryview(pygame.image.tobytes(surface, "RGB")).cast("B", (high, wide, 3))
        [found] = zxingcpp.read_barcodes(pixels)
        yield found.text
        kiosk.tap("piece")


def test_every_helper_that_can_be_reached_fits_into_codes() -> None:
    library, words = exhibits().library, exhibits().words
    countries = [each.country for each in library.helplines]
    for piece in pieces(words, list(library.messages.values()), library.helplines, countries):
        assert len(piece.text.encode()) <= MOST_BYTES
        assert piece.lines


def test_no_key_is_shown_where_there_are_none(opened: Opened) -> None:
    kiosk = opened().begin().tap("play", "skip").wait(9)
    assert not [each for each in every(kiosk.view) if getattr(each, "key", "")]
