"""Text in lines: split into runs of one script, wrapped, and never cut off."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from game.canvas.canvas import TextMeasure, TextStyle
from game.ui.scripts import LATIN, clusters, is_ideograph, script_runs

ZERO_WIDTH_SPACE = "\u200b"
KEPT_BLOCKS = 4000
"""Wrapped texts that are remembered: some dozens of screens."""

_BREAK_AFTER = re.compile(r"(?<=[^\W\d][-/–—])(?=[^\W\d])")
"""Between words joined by a dash, never inside a telephone number."""


class TextRun(NamedTuple):
    """A piece of a line in one script; x, y from the top-left of its block."""

    x: float
    y: float
    text: str
    style: TextStyle


class TextLine(NamedTuple):
    """One line; y from the top of its block."""

    runs: tuple[TextRun, ...]
    y: float
    width: float
    height: float


class TextBlock(NamedTuple):
    """Wrapped text. `width` is that of the longest line."""

    lines: tuple[TextLine, ...]
    width: float
    height: float


class _Piece(NamedTuple):
    """What stays together on a line, and whether a space stands before it."""

    text: str
    spaced: bool


class Typesetter:
    """Wraps and measures, and remembers what it did. One for each window, kept over its life."""

    def __init__(self, measure: TextMeasure) -> None:
        """`measure` asks the fonts that will draw the text."""
        self._measure = measure
        self._blocks: dict[tuple[str, TextStyle, int], TextBlock] = {}
        self._widths: dict[tuple[str, TextStyle], float] = {}

    def block(self, text: str, style: TextStyle, width: float) -> TextBlock:
        """The text wrapped to at most `width` pixels. A single letter wider than that stands alone on its line."""
        key = (text, style, int(width))
        block = self._blocks.get(key)
        if block is None:
            if len(self._blocks) >= KEPT_BLOCKS:
                self._blocks.clear()
                self._widths.clear()
            block = self._blocks[key] = self._set(text, style, key[2])
        return block

    def width(self, text: str, style: TextStyle) -> float:
        """Width in pixels of the text on one line."""
        key = (text, style)
        known = self._widths.get(key)
        if known is None:
            known = self._widths[key] = sum(
                self._measure.width(piece, _in_family(style, name)) for name, piece in script_runs(text)
            )
        return known

    def line_height(self, style: TextStyle) -> float:
        """Height in pixels of a line of Latin text."""
        return self._measure.line_height(style)

    def _set(self, text: str, style: TextStyle, width: int) -> TextBlock:
        lines: list[TextLine] = []
        y = 0.0
        for line in self._broken(text, style, width):
            lines.append(self._line(line, style, y))
            y += lines[-1].height
        return TextBlock(tuple(lines), max((line.width for line in lines), default=0.0), y)

    def _broken(self, text: str, style: TextStyle, width: int) -> Iterator[str]:
        for paragraph in text.split("\n"):
            rest = list(self._fitting(paragraph, style, width))
            if not rest:
                yield ""
            while rest:
                count = self._count(rest, style, width)
                yield _joined(rest[:count])
                rest = rest[count:]

    def _fitting(self, paragraph: str, style: TextStyle, width: int) -> Iterator[_Piece]:
        """Pieces of the paragraph, those that are too long for a line cut between clusters."""
        for piece in _pieces(paragraph):
            if self.width(piece.text, style) <= width:
                yield piece
                continue
            spaced, part = piece.spaced, ""
            for cluster in clusters(piece.text):
                if part and self.width(part + cluster, style) > width:
                    yield _Piece(part, spaced)
                    spaced, part = False, ""
                part += cluster
            yield _Piece(part, spaced)

    def _count(self, pieces: list[_Piece], style: TextStyle, width: int) -> int:
        """How many of the pieces fit on one line; at least one."""
        space = self.width(" ", style)
        used, count = self.width(pieces[0].text, style), 1
        for piece in pieces[1:]:
            used += self.width(piece.text, style) + (space if piece.spaced else 0)
            if used > width:
                break
            count += 1
        # Devices measure in whole pixels, so words together may be narrower or wider than one by one.
        while count < len(pieces) and self.width(_joined(pieces[: count + 1]), style) <= width:
            count += 1
        while count > 1 and self.width(_joined(pieces[:count]), style) > width:
            count -= 1
        return count

    def _line(self, text: str, style: TextStyle, y: float) -> TextLine:
        styled = [(piece, _in_family(style, name)) for name, piece in script_runs(text)] or [("", style)]
        height = max(self._measure.line_height(run_style) for _, run_style in styled)
        runs: list[TextRun] = []
        x = 0.0
        for piece, run_style in styled:
            drop = (height - self._measure.line_height(run_style)) / 2
            runs.append(TextRun(x, y + drop, piece, run_style))
            x += self._measure.width(piece, run_style)
        return TextLine(tuple(runs), y, x, height)


def _in_family(style: TextStyle, name: str) -> TextStyle:
    return style if name == LATIN else style._replace(family=name)


def _joined(pieces: list[_Piece]) -> str:
    first, *others = pieces
    return first.text + "".join((" " if piece.spaced else "") + piece.text for piece in others)


def _pieces(paragraph: str) -> Iterator[_Piece]:
    """The paragraph at every place where a line may break."""
    for word in paragraph.split(" "):
        spaced = True
        for segment in word.split(ZERO_WIDTH_SPACE):
            for part in _BREAK_AFTER.split(segment):
                for piece in _ideographs(part):
                    yield _Piece(piece, spaced)
                    spaced = False


def _ideographs(part: str) -> list[str]:
    if not part:
        return []
    if part.isascii() or not any(map(is_ideograph, part)):
        return [part]
    pieces: list[str] = []
    for cluster in clusters(part):
        if pieces and not is_ideograph(cluster[0]) and not is_ideograph(pieces[-1][-1]):
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
    return pieces
