"""Conditions as authors write them: one atom a text."""

import re

from game.content.level_shape import CONDITION
from game.story.level import Comparison, Condition, FlagId, FlagIs, Knows, MessageId, MeterId, MeterIs


def parse_condition(text: str) -> Condition | None:
    """Return the condition a text stands for, or None if it has not the form of one."""
    if len(text) > CONDITION.most or not re.fullmatch(CONDITION.pattern, text):
        return None
    match text.removeprefix("not ").split(" "):
        case [meter, comparison, limit]:
            return MeterIs(MeterId(meter), Comparison(comparison), int(limit))
        case [_, message]:
            return Knows(MessageId(message), not text.startswith("not "))
        case words:
            return FlagIs(FlagId(words[0]), not text.startswith("not "))
