"""The schema that editors use for what an operator writes about learning records."""

import json
from collections.abc import Mapping

from game.content.json_schema import schema_of_file
from game.learning.config_shape import RECORDS_FILE


def records_schema_files() -> Mapping[str, str]:
    """Return the text of each schema in assets/records, by its name."""
    return {"records.schema.json": json.dumps(schema_of_file(RECORDS_FILE), indent=1, ensure_ascii=False) + "\n"}
