"""The measures of levels as a plain table."""

from collections.abc import Iterable, Sequence

from game.story.level import Level
from game.story.proof.proof import Proof
from game.story.proof.runs import Spread

_HEADINGS = ("level", "states", "runs", "decisions", "minutes", "blind", "careful", "informed", "knowing")


def measures_table(proved: Iterable[tuple[Level, Proof]]) -> str:
    """Return a Markdown table, one level a row; spreads are shortest / median / longest."""
    return markdown_table(_HEADINGS, [_row(level, proof) for level, proof in proved])


def markdown_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table with columns as wide as they need to be."""
    widths = [max(len(row[column]) for row in (headings, *rows)) for column in range(len(headings))]
    rule = ["-" * width for width in widths]
    return "\n".join(_line(cells, widths) for cells in (headings, rule, *rows))


def _row(level: Level, proof: Proof) -> tuple[str, ...]:
    chances = proof.chances
    return (
        level.id,
        f"{proof.states:,}",
        f"{proof.runs.count:,}",
        _spread(proof.runs.decisions, digits=0),
        _spread(proof.runs.minutes, digits=1),
        *(f"{chance:.2f}" for chance in (chances.blind, chances.careful, chances.informed)),
        f"+{chances.worth_of_knowing:.2f}",
    )


def _spread(spread: Spread, *, digits: int) -> str:
    return " / ".join(f"{each:.{digits}f}" for each in (spread.shortest, spread.median, spread.longest))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"
