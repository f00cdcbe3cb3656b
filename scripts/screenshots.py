"""Paint every screen in its telling states, without a display: `python3 scripts/screenshots.py OUT [options]`.

The pictures are the same on every run: the clock, the luck and the player's choices are made up.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from inside import enter

Window = tuple[int, int, float]
"""Width and height in pixels, and the scale of text."""

USUAL: Sequence[Window] = ((1280, 720, 1.0), (1920, 1080, 1.0), (1080, 1920, 1.0), (1280, 720, 2.0))


def main() -> None:
    """Paint what the command line asks for; exit with 2 if it names a picture that there is not."""
    enter()
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    wanted = _parser().parse_args()
    for path in paint_all(wanted.out, windows(wanted.size, wanted.text_scale), wanted.only):
        print(path, flush=True)


def paint_all(out: Path, sizes: Sequence[Window], only: Sequence[str] = ()) -> Iterator[Path]:
    """Write a PNG of each shot in each window, and yield its path. `only` keeps shots with one of these names.

    Raises:
        SystemExit: a name in `only` is that of no shot.

    """
    # Only now: before `enter` the game and its libraries may be out of reach.
    from game.desktop.fonts import Fonts  # noqa: PLC0415
    from game.desktop.pictures import save_png  # noqa: PLC0415
    from showcase import shots  # noqa: PLC0415
    from visit import Exhibits  # noqa: PLC0415

    chosen = [shot for shot in shots() if not only or shot.name in only]
    if unknown := set(only) - {shot.name for shot in chosen}:
        names = ", ".join(shot.name for shot in shots())
        sys.exit(f"There is no picture '{min(unknown)}'; there are: {names}.")
    out.mkdir(parents=True, exist_ok=True)
    exhibits, fonts = Exhibits.load(), Fonts()
    for width, height, scale in sizes:
        for shot in chosen:
            visit = exhibits.visit((width, height), fonts, replace(shot.settings, text_scale=scale))
            shot.show(visit)
            path = out / f"{shot.name}-{width}x{height}-{round(scale * 100)}.png"
            save_png(path, (width, height), visit.paint_all, fonts)
            yield path


def windows(sizes: Sequence[tuple[int, int]] | None, scales: Sequence[float] | None) -> Sequence[Window]:
    """Return the usual windows if neither is given, otherwise every size with every scale."""
    if not sizes and not scales:
        return USUAL
    found = [(size, scale) for scale in scales or [1.0] for size in sizes or [(1280, 720)]]
    return [(width, height, scale) for (width, height), scale in found]


def size(text: str) -> tuple[int, int]:
    """Return the width and height in a text such as 1280x720.

    Raises:
        ValueError: it is none.

    """
    width, _, height = text.partition("x")
    return int(width), int(height)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Paint every screen in its telling states, as PNG files.")
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder for the pictures")
    parser.add_argument("--size", type=size, nargs="+", metavar="WxH", help="sizes of the window in pixels")
    parser.add_argument("--text-scale", type=float, nargs="+", metavar="N", help="scales of text, from 1 to 2")
    parser.add_argument("--only", nargs="+", default=(), metavar="NAME", help="paint only these")
    return parser


if __name__ == "__main__":
    main()
