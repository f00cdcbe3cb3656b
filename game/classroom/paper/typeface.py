"""The typeface of papers: Atkinson Hyperlegible, which comes with its licence from the package index."""

from pathlib import Path

from fontpkg_atkinson_hyperlegible import ROOT as ATKINSON  # type: ignore[import-untyped]  # it ships no types

FAMILY = "Atkinson Hyperlegible"


def font_file(*, bold: bool) -> Path:
    """Return the font file of a weight."""
    return Path(ATKINSON) / "files" / f"AtkinsonHyperlegible-{'Bold' if bold else 'Regular'}.ttf"
