"""Writes the schemas that editors use: *.schema.json in levels/schema, assets/giving, assets/kiosk, assets/records.

Run it after changing a shape.
"""

from __future__ import annotations

import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(_ROOT))

from game.content.schemas import schema_files  # noqa: E402 (the project is found first)
from game.giving.config_schemas import config_schema_files  # noqa: E402
from game.kiosk.config_schema import kiosk_schema_files  # noqa: E402
from game.learning.config_schema import records_schema_files  # noqa: E402


def main() -> None:
    """Write every schema."""
    for folder, files in (
        (_ROOT / "levels" / "schema", schema_files()),
        (_ROOT / "assets" / "giving", config_schema_files()),
        (_ROOT / "assets" / "kiosk", kiosk_schema_files()),
        (_ROOT / "assets" / "records", records_schema_files()),
    ):
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {(folder / name).relative_to(_ROOT).as_posix()}")


if __name__ == "__main__":
    main()
