"""Writes docs/levels.md from the levels and their proofs. Run it after changing a level."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(_ROOT))

from game.content.checking import check_paths  # noqa: E402 (the project is found first)
from game.content.library import level_folders  # noqa: E402
from game.report.levels_page import levels_page  # noqa: E402
from game.report.proving import prove_all  # noqa: E402


def main() -> None:
    """Prove all levels and write the page."""
    levels = check_paths(level_folders(_ROOT / "levels"), datetime.now(UTC).date()).levels
    page = levels_page(prove_all(levels).proofs)
    (_ROOT / "docs" / "levels.md").write_text(page, encoding="utf-8", newline="\n")
    print("wrote docs/levels.md")


if __name__ == "__main__":
    main()
