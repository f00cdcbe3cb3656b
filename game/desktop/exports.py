"""Pictures for the player to keep: PNG files where the system keeps pictures."""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import count
from pathlib import Path

import pygame

from game.canvas.canvas import Canvas, TextMeasure
from game.canvas.geometry import Size
from game.desktop.canvas import PygameCanvas
from game.desktop.fonts import Fonts


class Exports:
    """Implements `Pictures`."""

    def __init__(self, folders: Callable[[], Sequence[Path]]) -> None:
        """`folders` says where pictures may go, the best place first; the last one is made if it is missing."""
        self._folders = folders

    def export_picture(self, name: str, size: Size, paint: Callable[[Canvas, TextMeasure], None]) -> Path:
        """Paint and write a picture; it never takes the place of another file.

        Raises:
            OSError: it can be written in none of the folders.

        """
        data = _png(size, paint)
        *others, last = self._folders()
        for folder in filter(Path.is_dir, others):
            try:
                return _written(folder, name, data)
            except OSError:
                continue  # such as a folder that may only be read
        last.mkdir(parents=True, exist_ok=True)
        return _written(last, name, data)


def _png(size: Size, paint: Callable[[Canvas, TextMeasure], None]) -> bytes:
    fonts, surface, file = Fonts(), pygame.Surface((int(size.w), int(size.h))), BytesIO()
    paint(PygameCanvas(surface, fonts), fonts)
    pygame.image.save(surface, file, "picture.png")
    return file.getvalue()


def _written(folder: Path, name: str, data: bytes) -> Path:
    for path in _names(folder, name):
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            continue
        return path
    raise AssertionError("there are names without end")


def _names(folder: Path, name: str) -> Iterator[Path]:
    yield folder / f"{name}.png"
    yield from (folder / f"{name}-{number}.png" for number in count(2))
