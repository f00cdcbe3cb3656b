"""Tells which messages are not taught, used and asked about by any level: those no player can make their own."""

from collections.abc import Iterable

from game.content.faults import FaultLog, quoted
from game.content.messages import Messages
from game.story.level import Level


def advise_on_use(messages: Messages, levels: Iterable[Level], log: FaultLog) -> None:
    """Note the messages without a use in any of the levels. `levels` must be all there are, none left out."""
    taught: set[str] = set()
    used: set[str] = set()
    asked: set[str] = set()
    for level in levels:
        asked.update(level.asks)
        for passage in level.passages.values():
            taught.update(passage.teaches)
            used.update(choice.uses for choice in passage.choices.values() if choice.uses)
    for name, at in messages.written.items():
        if name not in taught:
            log.add("message-untaught", at, f"no level teaches the message {quoted(name)}", "teach it, or remove it")
            continue
        if name not in used:
            log.add(
                "message-unused", at, f"no choice uses the message {quoted(name)}", "let it open a choice in a level"
            )
        if name not in asked:
            log.add(
                "message-unasked", at, f"no level asks about the message {quoted(name)}", "add it to a level's 'asks'"
            )
