"""The files below `assets/`, read on demand and kept; faults are collected with file, line and column."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TypeVar, cast

from game.content import asset_lines as lines
from game.content.asset_shape import BOTTOM_LINE, FIGURES, PAIR_LINE, PALETTE, PROP, SET, TOP_LINE
from game.content.assets import (
    Area,
    BackdropKind,
    BottomStyle,
    Extra,
    FigureLook,
    HairStyle,
    Height,
    Palette,
    Prop,
    SetPlan,
    ShadowKind,
    TopStyle,
)
from game.content.check import check_shape
from game.content.faults import At, Fault, FaultLog, shown
from game.content.nodes import Entries
from game.content.parse import read_nodes
from game.content.shape import File


_Asset = TypeVar("_Asset")


class AssetLibrary:
    """Reads each file once, when it is first asked for. A file with errors counts as missing; `faults` tells why."""

    def __init__(self, root: Path) -> None:
        """`root` is the directory `assets`."""
        self._root = root
        self._faults: list[Fault] = []
        self._palette: Palette | None = None
        self._props: dict[str, Prop | None] = {}
        self._sets: dict[str, SetPlan | None] = {}
        self._figures: dict[str, FigureLook] | None = None

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Of all files read so far."""
        return tuple(self._faults)

    @property
    def set_ids(self) -> tuple[str, ...]:
        """Names of all sets there are, read or not."""
        return _stems(self._root / "sets")

    @property
    def prop_ids(self) -> tuple[str, ...]:
        """Names of all props there are, read or not."""
        return _stems(self._root / "props")

    @property
    def figure_ids(self) -> tuple[str, ...]:
        """Names of all figures."""
        return tuple(self._looks())

    @property
    def palette(self) -> Palette:
        """The named colours; empty when the file has errors."""
        if self._palette is None:
            self._palette = self._read_palette()
        return self._palette

    def prop(self, name: str) -> Prop | None:
        """The prop of that name, or None when there is none without errors."""
        if name not in self._props:
            self._props[name] = self._read_prop(name)
        return self._props[name]

    def set_plan(self, name: str) -> SetPlan | None:
        """The set of that name, or None when there is none without errors."""
        if name not in self._sets:
            self._sets[name] = self._read_set(name)
        return self._sets[name]

    def figure(self, name: str) -> FigureLook | None:
        """The figure of that name, or None when there is none without errors."""
        return self._looks().get(name)

    def check(self) -> tuple[Fault, ...]:
        """Read every file and return all faults, unknown props and colours included."""
        for name in self.set_ids:
            self.set_plan(name)
        for name in self.prop_ids:
            self.prop(name)
        self._looks()
        return self.faults

    def _looks(self) -> dict[str, FigureLook]:
        if self._figures is None:
            self._figures = self._read_figures()
        return self._figures

    def _read_palette(self) -> Palette:
        root, _ = self._opened(self._root / "palette.yaml", PALETTE)
        colours = root.entries("colours")
        lit = root.entries("lit")
        return Palette(
            {name: lines.read_colour(colours.text(name)) for name in colours.values},
            {name: lines.read_colour(lit.text(name)) for name in lit.values},
            tuple(skin.text for skin in root.scalars("skins")),
        )

    def _read_prop(self, name: str) -> Prop | None:
        root, log = self._opened(self._root / "props" / f"{name}.yaml", PROP)
        bricks = []
        for scalar in root.scalars("bricks"):
            brick = lines.read_brick(scalar.text)
            if brick is not None:
                self._check_colours(log, scalar.at, (brick.colour, brick.second))
                bricks.append(brick)
        shadow = cast(ShadowKind, root.text("shadow") or "box")
        prop = Prop(name, shadow, lines.read_place(root.text("glow")), tuple(bricks))
        return self._closed(log, prop)

    def _read_set(self, name: str) -> SetPlan | None:
        root, log = self._opened(self._root / "sets" / f"{name}.yaml", SET)
        if log.has_errors:
            return self._closed(log, None)
        w, _, d = root.text("base").partition("x")
        base = (int(w), int(d))
        if base[0] % 4 or base[1] % 4 or not all(8 <= side <= 40 for side in base):
            log.add("out-of-range", root.place("base"), "both sides of the base are multiples of 4 from 8 to 40")
        ground = lines.read_area(root.text("ground"), base) or Area("", "", (0, 0), base, smooth=False)
        areas = [lines.read_area(scalar.text, base) for scalar in root.scalars("areas")]
        walls = lines.read_walls(root.text("walls"))
        plan = SetPlan(
            id=name,
            base=base,
            ground=ground,
            edge=root.text("edge"),
            backdrop=cast(BackdropKind, root.text("backdrop")),
            areas=tuple(area for area in areas if area),
            walls=walls,
            props=tuple(filter(None, (lines.read_placement(scalar.text) for scalar in root.scalars("props")))),
            spots=tuple(filter(None, (lines.read_spot(scalar.text) for scalar in root.scalars("spots")))),
        )
        self._check_set(plan, root, log)
        return self._closed(log, plan)

    def _check_set(self, plan: SetPlan, root: Entries, log: FaultLog) -> None:
        self._check_colours(log, root.place("ground"), (plan.ground.colour, plan.ground.second))
        self._check_colours(log, root.place("edge"), (plan.edge,))
        if plan.walls:
            self._check_colours(log, root.place("walls"), (plan.walls.colour, plan.walls.foot))
        for scalar, area in zip(root.scalars("areas"), plan.areas, strict=False):
            self._check_colours(log, scalar.at, (area.colour, area.second))
            if area.at[0] + area.size[0] > plan.base[0] or area.at[1] + area.size[1] > plan.base[1]:
                log.add("out-of-range", scalar.at, "the area goes beyond the base plate", "make it smaller")
        known = frozenset(self.prop_ids) if plan.props else frozenset()
        for scalar, placement in zip(root.scalars("props"), plan.props, strict=False):
            self._check_colours(log, scalar.at, [new for _, new in placement.recolour])
            if placement.prop not in known:
                message = f"there is no prop '{placement.prop}' in assets/props"
                log.add_unknown("not-one-of", scalar.at, placement.prop, message, known)
        for scalar, spot in zip(root.scalars("spots"), plan.spots, strict=False):
            if not (1 <= spot.at[0] <= plan.base[0] - 1 and 1 <= spot.at[1] <= plan.base[1] - 1):
                log.add("out-of-range", scalar.at, "the spot lies outside the base plate", "move it inside")

    def _read_figures(self) -> dict[str, FigureLook]:
        root, log = self._opened(self._root / "figures.yaml", FIGURES)
        looks = {} if log.has_errors else {name: self._look(name, entry, log) for name, entry in root.records()}
        self._closed(log, None)
        return {} if log.has_errors else looks

    def _look(self, name: str, entry: Entries, log: FaultLog) -> FigureLook:
        hair = lines.matched(PAIR_LINE, entry.text("hair"))
        top = lines.matched(TOP_LINE, entry.text("top"))
        bottom = lines.matched(BOTTOM_LINE, entry.text("bottom"))
        assert hair and top and bottom  # noqa: S101 (the shape check found no fault)
        look = FigureLook(
            id=name,
            height=cast(Height, entry.text("height") or "adult"),
            skin=entry.text("skin"),
            hair=cast(HairStyle, hair[1]),
            hair_colour=hair[2],
            top=cast(TopStyle, top[1]),
            top_colour=top[2],
            top_accent=top[3] or top[2],
            bottom=cast(BottomStyle, bottom[1]),
            bottom_colour=bottom[2],
            extras=tuple(cast(Extra, extra.text) for extra in entry.scalars("extras")),
        )
        self._check_colours(log, entry.at, (look.hair_colour, look.top_colour, look.top_accent, look.bottom_colour))
        if look.skin not in self.palette.skins:
            message = f"'{look.skin}' is not one of the skins of palette.yaml"
            log.add_unknown("not-one-of", entry.place("skin"), look.skin, message, self.palette.skins)
        return look

    def _check_colours(self, log: FaultLog, at: At, names: Iterable[str]) -> None:
        known: Collection[str] = self.palette.colours
        for name in names:
            if name not in known:
                log.add_unknown("not-one-of", at, name, f"there is no colour '{name}' in palette.yaml", known)

    def _opened(self, path: Path, file: File) -> tuple[Entries, FaultLog]:
        log = FaultLog(shown(path))
        node = read_nodes(path, log)
        if node is not None:
            check_shape(file.shape, node, log)
        if file is PALETTE:
            self._closed(log, None)
        return (node if isinstance(node, Entries) else Entries()), log

    def _closed(self, log: FaultLog, value: _Asset | None) -> _Asset | None:
        self._faults += log.faults
        return None if log.has_errors else value


def _stems(directory: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in directory.glob("*.yaml")))
