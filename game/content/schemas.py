"""The schemas that editors use, by file name: one for each kind of content file."""

import json
from collections.abc import Mapping

from game.content.achievements import ACHIEVEMENTS_FILE
from game.content.asset_shape import FIGURES, PALETTE, PROP, SET
from game.content.campaign import CAMPAIGN_FILE
from game.content.helplines import HELPLINES_FILE
from game.content.json_schema import schema_of_file
from game.content.level_shape import LEVEL_FILE
from game.content.message_shape import MESSAGES_FILE
from game.content.plays import PLAY_FILE
from game.content.words_file import WORDS_FILE

_FILES = {
    "achievements": ACHIEVEMENTS_FILE,
    "campaign": CAMPAIGN_FILE,
    "figures": FIGURES,
    "helplines": HELPLINES_FILE,
    "level": LEVEL_FILE,
    "messages": MESSAGES_FILE,
    "palette": PALETTE,
    "play": PLAY_FILE,
    "prop": PROP,
    "set": SET,
    "words": WORDS_FILE,
}


def schema_files() -> Mapping[str, str]:
    """Return the text of each file in levels/schema, by its name."""
    return {f"{name}.schema.json": _text(name) for name in _FILES}


def _text(name: str) -> str:
    return json.dumps(schema_of_file(_FILES[name]), indent=1, ensure_ascii=False) + "\n"
