"""The schemas that editors use for what an operator writes, by file name."""

import json
from collections.abc import Mapping

from game.content.json_schema import schema_of_file
from game.giving.config_shape import CARD_FILE, CONFIG_FILE

_FILES = {"giving": CONFIG_FILE, "card": CARD_FILE}


def config_schema_files() -> Mapping[str, str]:
    """Return the text of each schema in assets/giving, by its name."""
    return {
        f"{name}.schema.json": json.dumps(schema_of_file(form), indent=1, ensure_ascii=False) + "\n"
        for name, form in _FILES.items()
    }
