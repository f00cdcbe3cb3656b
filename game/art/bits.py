"""Small things on the plain around the base plate, each drawn in tones close to the ground."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from game.art.light import Light, Tone, Tones, mixed
from game.art.pen import Pen
from game.art.view import Box
from game.canvas.geometry import Point, Rect

Bit = Literal["plate", "row", "tile", "tuft", "stone", "bush", "puddle", "lane", "shell"]


class Strewer(NamedTuple):
    """Draws one thing around (0, 0)."""

    pen: Pen
    light: Light
    ground: Tone
    nearness: float
    """0..1; what is far is fainter."""

    def toned(self, other: Tone, share: float) -> Tone:
        """The ground, leaning to another colour."""
        return mixed(self.ground, other, share * (0.7 + 0.6 * self.nearness))

    def shades(self, colour: Tone) -> Tones:
        """The tones of a colour that has the light of the hour in it already, as the ground has."""
        r, g, b = (min(255, round(part / by)) for part, by in zip(colour, self.light.tint, strict=True))
        return self.pen.tones((r, g, b))

    @property
    def green(self) -> Tone:
        """Of what grows there."""
        return self.light.hills[2]

    def block(self, box: Box, colour: Tone, *, studs: bool = True) -> None:
        """A brick with the soft shadow it casts."""
        shades, face = self.shades(colour), self.pen.face
        r, g, b, alpha = self.light.shadow
        reach = 0.5
        face(
            [
                (box.x0 + 0.2, box.y0, 0),
                (box.x1 + reach, box.y0, 0),
                (box.x1 + reach, box.y1, 0),
                (box.x1, box.y1 + 0.15, 0),
                (box.x0, box.y1 + 0.15, 0),
            ],
            (r, g, b, alpha // 2),
        )
        top = box.z1
        side = mixed(shades.left, self.ground, 0.2)
        face([(box.x0, box.y1, 0), (box.x1, box.y1, 0), (box.x1, box.y1, top), (box.x0, box.y1, top)], side)
        dark = mixed(shades.right, self.ground, 0.3)
        face([(box.x1, box.y0, 0), (box.x1, box.y1, 0), (box.x1, box.y1, top), (box.x1, box.y0, top)], dark)
        corners = [(box.x0, box.y0, top), (box.x1, box.y0, top), (box.x1, box.y1, top), (box.x0, box.y1, top)]
        face(corners, mixed(colour, self.ground, 0.25))
        if studs:
            for x in range(int(box.x1 - box.x0)):
                for y in range(int(box.y1 - box.y0)):
                    self.pen.stud(box.x0 + x + 0.5, box.y0 + y + 0.5, top, shades)

    def spot(self, x: float, y: float, radius: float, colour: Tone, rise: float = 0.0) -> None:
        """A flat disc; `rise` and `radius` in studs and plates."""
        view, at = self.pen.view, self.pen.at(x, y, rise)
        rx, ry = radius * view.u, radius * view.v
        self.pen.canvas.ellipse(Rect(at.x - rx, at.y - ry, rx * 2, ry * 2), colour)


def _plate(to: Strewer) -> None:
    to.block(Box(-1, -1, 0, 1, 1, 0.7), to.toned(to.light.cloud, 0.1))


def _row(to: Strewer) -> None:
    to.block(Box(-1.5, -0.5, 0, 1.5, 0.5, 0.7), to.toned(to.green, 0.16))


def _tile(to: Strewer) -> None:
    to.pen.face([(-1.5, -1.5, 0), (1.5, -1.5, 0), (1.5, 1.5, 0), (-1.5, 1.5, 0)], to.toned(to.light.cloud, 0.13))
    for edge in (-0.5, 0.5):
        joint = to.toned(to.green, 0.1)
        to.pen.face([(edge, -1.5, 0), (edge + 0.05, -1.5, 0), (edge + 0.05, 1.5, 0), (edge, 1.5, 0)], joint)


def _tuft(to: Strewer) -> None:
    at, u = to.pen.at(0, 0, 0), to.pen.view.u
    colours = (to.toned(to.green, 0.42), to.toned(to.green, 0.6), to.toned(to.green, 0.32))
    for lean, high, colour in zip((-0.55, 0.05, 0.6), (0.8, 1.15, 0.7), colours, strict=True):
        foot = lean * 0.35
        points = ((foot - 0.17, 0.0), (lean, -high), (foot + 0.17, 0.0))
        to.pen.canvas.polygon([Point(at.x + x * u, at.y + y * u) for x, y in points], colour)


def _stone(to: Strewer) -> None:
    grey = to.toned(to.light.hills[0], 0.4)
    shades = to.shades(grey)
    for x, y, radius, high in ((-0.3, 0.2, 0.5, 0.8), (0.75, 0.3, 0.32, 0.5)):
        to.spot(x + 0.12, y + 0.02, radius * 1.15, to.toned(to.green, 0.3))
        to.spot(x, y, radius, shades.right)
        to.spot(x, y, radius, shades.left, high * 0.5)
        to.spot(x, y, radius * 0.94, shades.top, high)


def _bush(to: Strewer) -> None:
    to.block(Box(-1, -1, 0, 1, 1, 1.6), to.toned(to.green, 0.5))
    pen = to.pen
    upper = Strewer(Pen(pen.canvas, pen.view, pen.tint, pen.dx, pen.dy - 1.6 * pen.view.p), to.light, to.ground, 0.6)
    upper.block(Box(-0.5, -0.5, 0, 0.5, 0.5, 1.4), to.toned(to.green, 0.42))


def _puddle(to: Strewer) -> None:
    water = to.toned(to.light.sky[0], 0.4)
    for x, y, radius in ((0.0, 0.0, 1.0), (0.9, -0.3, 0.55)):
        to.spot(x, y, radius * 1.06, to.toned(to.green, 0.14))
        to.spot(x, y, radius, water)
    to.spot(-0.25, -0.15, 0.5, mixed(water, to.light.sky[-1], 0.35))


def _lane(to: Strewer) -> None:
    to.pen.face([(-1.5, -0.22, 0), (1.5, -0.22, 0), (1.5, 0.22, 0), (-1.5, 0.22, 0)], to.toned(to.light.cloud, 0.3))


def _shell(to: Strewer) -> None:
    pale = to.toned(to.light.cloud, 0.5)
    for x, y, radius in ((0.0, 0.0, 0.2), (0.55, -0.35, 0.13), (-0.25, 0.6, 0.15)):
        to.spot(x + 0.06, y + 0.06, radius * 1.2, to.toned(to.green, 0.2))
        to.spot(x, y, radius, pale, 0.2)


PAINTERS: Mapping[Bit, Callable[[Strewer], None]] = MappingProxyType(
    {
        "plate": _plate,
        "row": _row,
        "tile": _tile,
        "tuft": _tuft,
        "stone": _stone,
        "bush": _bush,
        "puddle": _puddle,
        "lane": _lane,
        "shell": _shell,
    }
)
