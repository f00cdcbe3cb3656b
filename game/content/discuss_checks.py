"""Checks of the questions for a class: they point at something, differ, and never turn to the pupils themselves."""

import re
from collections.abc import Collection

from game.content.faults import FaultLog, quoted
from game.content.nodes import Entries

_SAID = re.compile(r"[\"“][^\"”]*[\"”]")
_TO_PUPILS = re.compile(r"\b(you|your|yours|yourself)\b", re.IGNORECASE)


def check_prompts(level: Entries, places: Collection[str], log: FaultLog) -> None:
    """Note prompts that name no place of the story, ask the same twice, or ask pupils about their own lives."""
    asked: set[str] = set()
    for _, prompt in level.entries("discuss").records():
        at, ask = prompt.scalar("at"), prompt.scalar("ask")
        if at and at.text not in places:
            message = f"{quoted(at.text)} is not a passage or an ending of this level"
            log.add_unknown("unknown-passage", at.at, at.text, message, places)
        if not ask:
            continue
        if ask.text.casefold() in asked:
            log.add("same-question", ask.at, "another prompt asks the same", "ask about something else, or delete it")
        asked.add(ask.text.casefold())
        # Somebody in the room may have lived it, and must never have to answer. What a person of the story said is no
        # question to the pupils, so quotations may say "you".
        if found := _TO_PUPILS.search(_SAID.sub("", ask.text)):
            message = f"{quoted(found[0])} asks pupils about themselves"
            log.add("prompt-to-pupils", ask.at, message, "ask about somebody in the story instead")
