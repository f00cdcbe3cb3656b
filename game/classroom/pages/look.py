"""The style of the pages: the palette of the game as custom properties, then the sheets of `assets/classroom`."""

from pathlib import Path

from game.canvas.canvas import Colour
from game.ui.palette import HIGH_CONTRAST, NORMAL, Palette

_SHEETS = ("base.css", "phone.css", "console.css", "projector.css", "print.css")


def stylesheet(folder: Path) -> str:
    """Return the whole style as one file, from a folder of sheets."""
    sheets = "\n".join((folder / name).read_text(encoding="utf-8") for name in _SHEETS)
    more_contrast = f"@media (prefers-contrast: more) {{ :root {{ {_properties(HIGH_CONTRAST)} }} }}"
    return f":root {{ {_properties(NORMAL)} }}\n{more_contrast}\n{sheets}"


def _properties(palette: Palette) -> str:
    colours = {name.replace("_", "-"): _written(value) for name, value in palette._asdict().items() if name != "fills"}
    colours |= {f"fill-{place}": _written(fill) for place, fill in enumerate(palette.fills)}
    colours["sheet-edge"] = _written((*palette.shadow[:3], 60))
    return " ".join(f"--{name}: {value};" for name, value in colours.items())


def _written(colour: Colour) -> str:
    opacity = colour[3] / 255 if len(colour) == 4 else 1
    red, green, blue = colour[:3]
    return f"rgb({red} {green} {blue} / {opacity:.2f})"
