"""The drawings of the campaigns, built of bricks, as SVG. The game has bricks of its own."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Annotated

from fastapi.responses import Response
from pydantic import ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from game.portal.problems import Kind, RefusedError
from game.portal.yaml_files import read_yaml

_BRICK = 40
_STUD = 6


@with_config(ConfigDict(extra="forbid"))
class _Drawings(TypedDict):
    colours: dict[Annotated[str, Field(pattern="^[a-z]$")], Annotated[str, Field(pattern="^#[0-9a-f]{6}$")]]
    drawings: dict[str, str]


class Pictures:
    """Draws what stands in illustrations.yaml: a row of letters is a row of bricks, a point is air."""

    def __init__(self, assets: Path) -> None:
        read = TypeAdapter(_Drawings).validate_python(read_yaml(assets / "illustrations.yaml"))
        self._svgs = {name: _svg(rows.split(), read["colours"]) for name, rows in read["drawings"].items()}

    def names(self) -> frozenset[str]:
        return frozenset(self._svgs)

    async def show(self, name: str) -> Response:
        if name not in self._svgs:
            raise RefusedError(Kind.NOT_FOUND)
        safety = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'"}
        return Response(self._svgs[name], 200, {"Cache-Control": "private, max-age=300", **safety}, "image/svg+xml")


def _svg(rows: list[str], colours: Mapping[str, str]) -> str:
    width, height = max(map(len, rows)) * _BRICK, len(rows) * _BRICK + _STUD
    bricks = "".join(
        _brick(column * _BRICK, row * _BRICK + _STUD, colours[letter])
        for row, letters in reversed([*enumerate(rows)])  # a brick hides the stud it sits on
        for column, letter in enumerate(letters)
        if letter != "."
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{bricks}</svg>'


def _brick(x: int, y: int, colour: str) -> str:
    fill = f'fill="{escape(colour)}" stroke="#1d1d1f"'
    stud = f'<rect x="{x + 10}" y="{y - _STUD}" width="20" height="{_STUD}" {fill}/>'
    return f'{stud}<rect x="{x}" y="{y}" width="{_BRICK}" height="{_BRICK}" {fill}/>'
