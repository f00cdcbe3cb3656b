"""Writes levels/schema/*.schema.json from the shapes in game/content. Run it after changing a shape."""

from __future__ import annotations

import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(_ROOT))

from game.content.schemas import schema_files  # noqa: E402 (the project is found first)


def main() -> None:
    """Write every schema."""
    folder = _ROOT / "levels" / "schema"
    folder.mkdir(exist_ok=True)
    for name, text in schema_files().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"wrote levels/schema/{name}")


if __name__ == "__main__":
    main()
