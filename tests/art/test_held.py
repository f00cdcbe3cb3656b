import pytest

from game.art.figures import FigurePainter, Pose
from game.canvas.geometry import Point, Rect, Size
from game.content.asset_library import AssetLibrary
from game.content.assets import HELD, Held
from tests.fakes import RecordingCanvas


@pytest.mark.parametrize("held", HELD)
@pytest.mark.parametrize("faces", ["left", "right"])
def test_what_somebody_holds_is_seen_within_the_figure(library: AssetLibrary, held: Held, faces: str) -> None:
    sari = library.figure("sari")
    assert sari is not None
    shown = []
    for look in (sari._replace(holds=None), sari._replace(holds=held)):
        canvas = RecordingCanvas(Size(300, 400))
        pose = Pose("calm", "left" if faces == "left" else "right")
        FigurePainter(look, library.palette, (1.0, 1.0, 1.0)).paint(canvas, Point(150, 380), 20, pose)
        shown.append(canvas.calls)
    assert len(shown[1]) > len(shown[0])
    assert all(Rect(0, 0, 300, 400).holds(call.rect) for call in shown[1])


def test_some_figures_hold_something_and_most_have_free_hands(library: AssetLibrary) -> None:
    looks = [library.figure(name) for name in library.figure_ids]
    holders = [look for look in looks if look and look.holds]
    assert 0 < len(holders) < len(looks) / 2
