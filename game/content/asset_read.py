"""Reads single files of `assets/` to values, and notes what is wrong with them."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TypeVar, cast

from game.content import asset_lines as lines
from game.content.asset_shape import FIGURES, LONGEST_SIDE, PALETTE, PROP, SET, SHORTEST_SIDE
from game.content.assets import Area, BackdropKind, Extra, FigureLook, Height, Held, Palette, Prop, SetPlan, ShadowKind
from game.content.check import check_shape
from game.content.faults import At, FaultLog
from game.content.nodes import Entries
from game.content.parse import read_nodes
from game.content.shape import File

_Value = TypeVar("_Value")


def read_palette(path: Path, log: FaultLog) -> Palette:
    """Return the colours of a file; those that are none come out black."""
    root = _opened(path, PALETTE, log)
    colours, lit = root.entries("colours"), root.entries("lit")
    return Palette(
        {name: lines.read_colour(colours.text(name)) for name in colours.values},
        {name: lines.read_colour(lit.text(name)) for name in lit.values},
        tuple(skin.text for skin in root.scalars("skins")),
    )


def read_prop(path: Path, palette: Palette, log: FaultLog) -> Prop | None:
    """Return the prop of a file, or None if it has errors."""
    root = _opened(path, PROP, log)
    bricks = []
    for scalar in root.scalars("bricks"):
        brick = lines.read_brick(scalar.text)
        if brick is not None:
            _check_colours((brick.colour, brick.second), palette, scalar.at, log)
            bricks.append(brick)
    shadow = cast(ShadowKind, root.text("shadow") or "box")
    prop = Prop(path.stem, shadow, lines.read_place(root.text("glow")), tuple(bricks))
    return _if_sound(prop, log)


def read_set(path: Path, palette: Palette, props: Collection[str], log: FaultLog) -> SetPlan | None:
    """Return the set of a file, or None if it has errors. `props` are the names of all props there are."""
    root = _opened(path, SET, log)
    if log.has_errors:
        return None
    w, _, d = root.text("base").partition("x")
    base = (int(w), int(d))
    areas = (lines.read_area(scalar.text, base) for scalar in root.scalars("areas"))
    plan = SetPlan(
        id=path.stem,
        base=base,
        ground=lines.read_area(root.text("ground"), base) or Area("", "", (0, 0), base, smooth=False),
        edge=root.text("edge"),
        backdrop=cast(BackdropKind, root.text("backdrop")),
        areas=tuple(filter(None, areas)),
        walls=lines.read_walls(root.text("walls")),
        props=tuple(filter(None, (lines.read_placement(scalar.text) for scalar in root.scalars("props")))),
        spots=tuple(filter(None, (lines.read_spot(scalar.text) for scalar in root.scalars("spots")))),
    )
    _check_base(plan, root, log)
    _check_names(plan, root, palette, props, log)
    return _if_sound(plan, log)


def _check_base(plan: SetPlan, root: Entries, log: FaultLog) -> None:
    w, d = plan.base
    if w % 4 or d % 4 or not all(SHORTEST_SIDE <= side <= LONGEST_SIDE for side in plan.base):
        message = f"both sides of the base are multiples of 4 from {SHORTEST_SIDE} to {LONGEST_SIDE}"
        log.add("out-of-range", root.place("base"), message, "change the size")
    for scalar, area in zip(root.scalars("areas"), plan.areas, strict=True):
        if area.at[0] + area.size[0] > w or area.at[1] + area.size[1] > d:
            log.add("out-of-range", scalar.at, "the area goes beyond the base plate", "make it smaller, or move it")
    for scalar, spot in zip(root.scalars("spots"), plan.spots, strict=True):
        if not (1 <= spot.at[0] <= w - 1 and 1 <= spot.at[1] <= d - 1):
            log.add("out-of-range", scalar.at, "the spot lies outside the base plate", "move it inside")


def _check_names(plan: SetPlan, root: Entries, palette: Palette, props: Collection[str], log: FaultLog) -> None:
    _check_colours((plan.ground.colour, plan.ground.second), palette, root.place("ground"), log)
    _check_colours((plan.edge,), palette, root.place("edge"), log)
    if plan.walls:
        _check_colours((plan.walls.colour, plan.walls.foot), palette, root.place("walls"), log)
    for scalar, area in zip(root.scalars("areas"), plan.areas, strict=True):
        _check_colours((area.colour, area.second), palette, scalar.at, log)
    for scalar, placement in zip(root.scalars("props"), plan.props, strict=True):
        _check_colours([new for _, new in placement.recolour], palette, scalar.at, log)
        if placement.prop not in props:
            message = f"there is no prop '{placement.prop}' in assets/props"
            log.add_unknown("not-one-of", scalar.at, placement.prop, message, props)


def read_figures(path: Path, palette: Palette, log: FaultLog) -> dict[str, FigureLook]:
    """Return the figures of a file; none if it has errors."""
    root = _opened(path, FIGURES, log)
    if log.has_errors:
        return {}
    looks = {name: _look(name, entry, palette, log) for name, entry in root.records()}
    return _if_sound(looks, log) or {}


def _look(name: str, entry: Entries, palette: Palette, log: FaultLog) -> FigureLook:
    hair, hair_colour = lines.read_hair(entry.text("hair"))
    top, top_colour, top_accent = lines.read_top(entry.text("top"))
    bottom, bottom_colour = lines.read_bottom(entry.text("bottom"))
    look = FigureLook(
        id=name,
        height=cast(Height, entry.text("height") or "adult"),
        skin=entry.text("skin"),
        hair=hair,
        hair_colour=hair_colour,
        top=top,
        top_colour=top_colour,
        top_accent=top_accent,
        bottom=bottom,
        bottom_colour=bottom_colour,
        extras=tuple(cast(Extra, extra.text) for extra in entry.scalars("extras")),
        holds=cast(Held, entry.text("holds")) if entry.text("holds") else None,
    )
    _check_colours((hair_colour, top_colour, top_accent, bottom_colour), palette, entry.at, log)
    if look.skin not in palette.skins:
        message = f"'{look.skin}' is not one of the skins of palette.yaml"
        log.add_unknown("not-one-of", entry.place("skin"), look.skin, message, palette.skins)
    return look


def _check_colours(names: Iterable[str], palette: Palette, at: At, log: FaultLog) -> None:
    for name in dict.fromkeys(names):
        if name not in palette.colours:
            message = f"there is no colour '{name}' in palette.yaml"
            log.add_unknown("not-one-of", at, name, message, palette.colours.keys())


def _if_sound(value: _Value, log: FaultLog) -> _Value | None:
    return None if log.has_errors else value


def _opened(path: Path, file: File, log: FaultLog) -> Entries:
    node = read_nodes(path, log)
    if node is not None:
        check_shape(file.shape, node, log)
    return node if isinstance(node, Entries) else Entries()
