"""What lies behind the base plate: sky, sun or moon, clouds, far hills of bricks, and the plain below them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sin

from game.art.light import Light, Tone, mixed
from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Rect
from game.content.assets import BackdropKind

BANDS = 96
"""Steps of colour in the sky; more cannot be told apart."""

STAR_COUNT = 46
HALO_STEPS = ((1.0, 26), (0.8, 34), (0.62, 52))
DISC = 0.42


@dataclass(frozen=True, slots=True)
class Backdrop:
    """The far distance, painted straight on the canvas: flat colours in upright rectangles need no smoothing."""

    light: Light
    kind: BackdropKind
    unit: float
    """Half a stud of the diorama in front, in pixels; far bricks are smaller."""

    def paint(self, canvas: Canvas, rect: Rect, horizon: float) -> None:
        """Fill the rectangle; `horizon` is its y in pixels, inside the rectangle."""
        sky = Rect(rect.x, rect.y, rect.w, max(1.0, horizon - rect.y))
        self._blend(canvas, sky, self.light.sky)
        plain = Rect(rect.x, sky.bottom, rect.w, max(1.0, rect.bottom - sky.bottom))
        far, near = self.light.ground
        self._blend(canvas, plain, (far, mixed(far, near, 0.7), near))
        if self.light.time == "night":
            self._stars(canvas, sky)
        self._sun(canvas, sky)
        self._clouds(canvas, sky)
        self._land(canvas, sky)

    def _blend(self, canvas: Canvas, rect: Rect, colours: Sequence[Tone]) -> None:
        bands = min(BANDS, max(1, round(rect.h / 4)))
        edges = [round(rect.y + rect.h * band / bands) for band in range(bands + 1)]
        for band in range(bands):
            place = band / bands * (len(colours) - 1)
            below = min(int(place), len(colours) - 2)
            colour = mixed(colours[below], colours[below + 1], place - below)
            canvas.rect(Rect(rect.x, edges[band], rect.w, edges[band + 1] - edges[band]), colour)

    def _stars(self, canvas: Canvas, sky: Rect) -> None:
        for star in range(STAR_COUNT):
            x, y = star * 0.618034 % 1.0, star * 0.754878 % 1.0
            size = 2.0 if star % 5 == 0 else 1.0
            glow = mixed(self.light.sky[0], (255, 250, 220), 0.4 + star % 7 * 0.08)
            canvas.rect(Rect(round(sky.x + x * sky.w), round(sky.y + y * sky.h * 0.8), size, size), glow)

    def _sun(self, canvas: Canvas, sky: Rect) -> None:
        high = {"morning": 0.42, "day": 0.24, "evening": 0.62, "night": 0.24}[self.light.time]
        along = {"morning": 0.17, "day": 0.8, "evening": 0.15, "night": 0.83}[self.light.time]
        size = min(219.0, max(90.0, min(sky.w, sky.h * 2) * 0.3) // 1)
        middle_x, middle_y = sky.x + sky.w * along, sky.y + sky.h * high
        rect = Rect(round(middle_x - size / 2), round(middle_y - size / 2), size, size)
        canvas.picture(("sun", self.light.time), rect, self._sun_painter(size))

    def _sun_painter(self, size: float) -> Callable[[Canvas], None]:
        def disc(canvas: Canvas, share: float, colour: Colour) -> None:
            edge = size * (1 - share) / 2
            canvas.ellipse(Rect(edge, edge, size * share, size * share), colour)

        def paint(canvas: Canvas) -> None:
            for share, alpha in HALO_STEPS:
                disc(canvas, share, (*self.light.halo, alpha))
            disc(canvas, DISC, mixed(self.light.sun, self.light.halo, 0.4))
            disc(canvas, DISC - 0.03, self.light.sun)

        return paint

    def _clouds(self, canvas: Canvas, sky: Rect) -> None:
        unit = max(5.0, self.unit * 0.52 // 1)
        places = ((0.06, 0.12, 0), (0.36, 0.24, 1), (0.63, 0.1, 0), (0.88, 0.34, 1))
        for x, y, form in places:
            rows = ((0, 9), (2, 5)) if form else ((0, 12), (2, 7), (4, 3))
            self._cloud(canvas, round(sky.x + x * sky.w - 4 * unit), round(sky.y + y * sky.h + 2 * unit), unit, rows)

    def _cloud(self, canvas: Canvas, x: float, y: float, unit: float, rows: Sequence[tuple[int, int]]) -> None:
        """A cloud of flat bricks; `rows` tells the shift and length of each, from below."""
        for level, (shift, length) in enumerate(rows):
            left, top = x + shift * unit, y - level * unit * 1.2
            canvas.rect(
                Rect(left, top, length * unit, unit * 1.2), self.light.cloud_low if level == 0 else self.light.cloud
            )
            canvas.rect(Rect(left, top, length * unit, unit * 0.55), self.light.cloud)
            self._studs(canvas, left, top, length, unit, self.light.cloud)

    def _studs(self, canvas: Canvas, left: float, top: float, count: int, unit: float, colour: Tone) -> None:
        for stud in range(count):
            canvas.rect(Rect(left + (stud + 0.2) * unit, top - unit * 0.25, unit * 0.6, unit * 0.25), colour)

    def _land(self, canvas: Canvas, sky: Rect) -> None:
        far, middle, near = self.light.hills
        unit = max(6.0, round(self.unit * 0.62))
        if self.kind == "sea":
            self._sea(canvas, sky, unit)
            self._ridge(canvas, sky, unit, far, (3.2, 0.19, 1.0, 0.42))
        elif self.kind == "city":
            self._towers(canvas, sky, unit, far, 8.5, 0.0)
            self._towers(canvas, sky, unit, middle, 5.0, 2.3)
        elif self.kind == "hills":
            self._ridge(canvas, sky, unit, far, (5.6, 0.13, 1.0, 1.0))
            self._ridge(canvas, sky, unit, middle, (3.6, 0.21, 3.4, 1.0))
            self._ridge(canvas, sky, unit, near, (1.7, 0.33, 5.1, 1.0))

    def _ridge(
        self, canvas: Canvas, sky: Rect, unit: float, colour: Tone, form: tuple[float, float, float, float]
    ) -> None:
        """Hills in steps of bricks: height, steepness, shift and the share of the width they take."""
        height, steep, shift, share = form
        lit = mixed(colour, self.light.sky[-1], 0.22)
        step = unit * 2
        for column in range(int(sky.w * share / step) + 1):
            wave = sin(column * steep + shift) + 0.5 * sin(column * steep * 2.3 + shift * 2)
            courses = max(
                0,
                round((height + height * 0.55 * wave) * (1.0 if share == 1.0 else 1 - column * step / (sky.w * share))),
            )
            left, top = sky.x + column * step, round(sky.bottom - courses * unit)
            wide = min(step, sky.right - left)
            if courses == 0 or wide <= 0:
                continue
            canvas.rect(Rect(left, top, wide, sky.bottom - top), colour)
            canvas.rect(Rect(left, top, wide, max(1.0, unit * 0.14)), lit)
            self._studs(canvas, left, top, int(wide // unit), unit, lit)

    def _sea(self, canvas: Canvas, sky: Rect, unit: float) -> None:
        water = mixed(self.light.hills[1], self.light.sky[0], 0.62)
        lit = mixed(water, self.light.sky[-1], 0.4)
        top = sky.bottom - unit * 2.2
        canvas.rect(Rect(sky.x, top, sky.w, unit * 2.2), water)
        canvas.rect(Rect(sky.x, top, sky.w, max(1.0, unit * 0.15)), lit)
        for wave in range(14):
            x = wave * 0.618034 % 1.0 * sky.w
            y = top + (0.5 + wave % 3 * 0.6) * unit
            canvas.rect(Rect(round(sky.x + x), round(y), min(unit * 2.4, sky.w - x), max(1.0, unit * 0.14)), lit)

    def _towers(self, canvas: Canvas, sky: Rect, unit: float, colour: Tone, height: float, shift: float) -> None:
        lit = mixed(colour, self.light.sky[-1], 0.25)
        window = (255, 214, 130) if self.light.lamps else mixed(colour, self.light.sky[0], 0.3)
        step = unit * 4
        for place in range(int(sky.w / step) + 1):
            rise = 0.55 + (place * 0.618034 + shift * 0.37) % 1.0
            left, wide = sky.x + place * step, step - (unit if place % 3 else 0)
            wide = min(wide, sky.right - left)
            top = round(sky.bottom - height * rise * unit)
            if wide <= 0:
                continue
            canvas.rect(Rect(left, top, wide, sky.bottom - top), colour)
            canvas.rect(Rect(left, top, wide, max(1.0, unit * 0.16)), lit)
            for row in range(int(height * rise * 0.7)):
                for column in range(2):
                    if (place * 5 + row * 3 + column * 2) % 3:
                        x, y = left + unit * (0.6 + column * 1.2), top + unit * (0.6 + row * 1.3)
                        if x + unit * 0.6 < left + wide and y + unit < sky.bottom:
                            canvas.rect(Rect(x, y, unit * 0.6, unit * 0.6), window)
