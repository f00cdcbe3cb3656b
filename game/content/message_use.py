"""Tells which messages no level makes use of: they are work that no player meets."""

from collections.abc import Iterable

from game.content.faults import FaultLog, quoted
from game.content.messages import Messages
from game.story.level import Level


def advise_on_use(messages: Messages, levels: Iterable[Level], log: FaultLog) -> None:
    """Note the messages without a use in any of the levels. `levels` must be all there are, none left out."""
    taught: set[str] = set()
    needed: set[str] = set()
    for level in levels:
        needed.update(level.asks)
        for passage in level.passages.values():
            taught.update(passage.teaches)
            needed.update(choice.uses for choice in passage.choices.values() if choice.uses)
    for name, at in messages.written.items():
        if name not in taught:
            log.add("message-untaught", at, f"no level teaches the message {quoted(name)}", "teach it, or remove it")
        elif name not in needed:
            message = f"the message {quoted(name)} is taught, but no choice uses it and no level asks about it"
            log.add("message-idle", at, message, "let it matter in a level, or remove it")
