"""What docs/levels.md says is what the proofs say."""

from pathlib import Path

from game.content.checking import check_paths
from game.content.library import level_folders
from game.paths import levels_dir
from game.report.levels_page import levels_page
from game.report.proving import prove_all
from tests.story.conftest import WRITTEN

PAGE = Path(__file__).resolve().parents[2] / "docs" / "levels.md"


def test_the_page_of_levels_is_true() -> None:
    levels = check_paths(level_folders(levels_dir()), WRITTEN).levels
    page = levels_page(prove_all(levels).proofs)
    assert PAGE.read_text(encoding="utf-8") == page, "run scripts/write_levels_page.py"
