"""The files below `assets/`, read on demand and kept; faults are collected with file, line and column."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from game.content.asset_read import read_figures, read_palette, read_prop, read_set
from game.content.assets import FigureLook, Palette, Prop, SetPlan
from game.content.faults import Fault, FaultLog, shown

_Value = TypeVar("_Value")


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
        """The named colours; empty when the file cannot be read."""
        if self._palette is None:
            self._palette = self._read(self._root / "palette.yaml", read_palette)
        return self._palette

    def prop(self, name: str) -> Prop | None:
        """The prop of that name, or None when there is none without errors."""
        if name not in self._props:
            path = self._root / "props" / f"{name}.yaml"
            self._props[name] = self._read(path, lambda path, log: read_prop(path, self.palette, log))
        return self._props[name]

    def set_plan(self, name: str) -> SetPlan | None:
        """The set of that name, or None when there is none without errors."""
        if name not in self._sets:
            path, props = self._root / "sets" / f"{name}.yaml", frozenset(self.prop_ids)
            self._sets[name] = self._read(path, lambda path, log: read_set(path, self.palette, props, log))
        return self._sets[name]

    def figure(self, name: str) -> FigureLook | None:
        """The figure of that name, or None when there is none without errors."""
        return self._looks().get(name)

    def check(self) -> tuple[Fault, ...]:
        """Read every file and return all faults."""
        for name in self.set_ids:
            self.set_plan(name)
        for name in self.prop_ids:
            self.prop(name)
        self._looks()
        return self.faults

    def _looks(self) -> dict[str, FigureLook]:
        if self._figures is None:
            path = self._root / "figures.yaml"
            self._figures = self._read(path, lambda path, log: read_figures(path, self.palette, log))
        return self._figures

    def _read(self, path: Path, read: Callable[[Path, FaultLog], _Value]) -> _Value:
        log = FaultLog(shown(path))
        value = read(path, log)
        self._faults += log.faults
        return value


def _stems(directory: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in directory.glob("*.yaml")))
