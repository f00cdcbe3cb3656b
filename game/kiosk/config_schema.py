"""The schema that editors use for what the operator of a kiosk writes, by file name."""

import json
from collections.abc import Mapping

from game.content.json_schema import schema_of_file
from game.kiosk.config_shape import KIOSK_FILE


def kiosk_schema_files() -> Mapping[str, str]:
    """Return the text of each schema in assets/kiosk, by its name."""
    return {"kiosk.schema.json": json.dumps(schema_of_file(KIOSK_FILE), indent=1, ensure_ascii=False) + "\n"}
