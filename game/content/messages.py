"""Reads levels/messages.yaml: the awareness messages with their sources and check questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from game.content.check import check_shape
from game.content.faults import At, FaultLog, quoted
from game.content.message_shape import MESSAGES
from game.content.nodes import Entries
from game.content.parse import read_nodes
from game.content.shape import MapOf
from game.content.typography import set_quotes
from game.story.level import MessageId
from game.story.message import Message, Question, Source, Verification

_GIVES_AWAY = 2.2
"""Players learn to pick the longest answer when it is more than this many times as long as the shortest."""
_NEVER_SHORT = 24
"""Among answers of a few words, length gives nothing away."""


@dataclass(frozen=True, slots=True)
class Messages:
    """What a messages file holds."""

    sound: Mapping[MessageId, Message]
    """The messages without errors."""
    written: Mapping[MessageId, At]
    """Where every message is, those with errors included: referring to one of those is no second fault."""


def read_messages(path: Path, today: date, log: FaultLog) -> Messages:
    """Return the messages of a file. A message with errors is left out; the others can still be used."""
    root = read_nodes(path, log)
    if root is None:
        return Messages({}, {})
    if not isinstance(root, Entries):
        check_shape(MESSAGES, root, log, "the file")
        return Messages({}, {})
    sound = {}
    for name, node in root.values.items():
        part = FaultLog(log.file)
        alone = Entries({name: node}, {name: root.keys[name]}, root.at)
        check_shape(MapOf(MESSAGES.value, MESSAGES.key), alone, part, "the file")
        if isinstance(node, Entries):
            _check(name, node, today, part)
            if not part.has_errors:
                sound[MessageId(name)] = _message(name, node)
        log.extend(part)
    return Messages(sound, {MessageId(name): at for name, at in root.keys.items()})


def _check(name: str, message: Entries, today: date, log: FaultLog) -> None:
    if message.text("verified") == Verification.ARCHIVED_PAGE:
        for field in ("read_at", "read_scope"):
            if field not in message.values:
                hint = "add it, or write 'verified: general-knowledge'"
                log.add("missing-field", message.at, f"{quoted(name)} was read on a page, so it needs '{field}'", hint)
    if (due := message.scalar("review_by")) and due.text < today.isoformat():
        text = f"{quoted(name)} was to be looked at again by {due.text}"
        log.add("review-due", due.at, text, "check that it is still true, then set a new day")
    asked: dict[str, str] = {}
    for question_id, question in message.entries("checks").records():
        _check_question(question, log)
        ask = question.text("ask").casefold()
        if ask and ask in asked:
            text = f"{quoted(question_id)} asks the same as {quoted(asked[ask])}"
            log.add("same-question", question.place("ask"), text, "the question before and after must differ")
        asked.setdefault(ask, question_id)


def _check_question(question: Entries, log: FaultLog) -> None:
    right, wrong = question.prose("right"), [set_quotes(scalar.text.strip()) for scalar in question.scalars("wrong")]
    for scalar in question.scalars("wrong"):
        if right and scalar.text.strip().casefold() == right.casefold():
            log.add(
                "right-among-wrong", scalar.at, "the right answer is also among the wrong ones", "change one of them"
            )
    lengths = [len(answer) for answer in (right, *wrong) if answer]
    if right and wrong and max(lengths) > max(_GIVES_AWAY * min(lengths), _NEVER_SHORT):
        text = f"length gives it away: the longest answer has {max(lengths)} characters, the shortest {min(lengths)}"
        log.add("length-gives-away", question.place("right"), text, "make the answers similarly long")


def _message(name: str, message: Entries) -> Message:
    source = message.entries("source")
    return Message(
        id=MessageId(name),
        title=message.prose("title"),
        text=message.prose("text"),
        more=message.prose("more"),
        topic=message.text("topic"),
        country=message.text("country"),
        as_of=message.whole("as_of"),
        source=Source(source.text("title"), source.text("organisation"), source.whole("year"), source.text("url")),
        verified=Verification(message.text("verified")),
        read_at=message.text("read_at"),
        read_scope=message.text("read_scope"),
        review_by=date.fromisoformat(message.text("review_by")),
        checks={each: _question(each, question) for each, question in message.entries("checks").records()},
    )


def _question(name: str, question: Entries) -> Question:
    return Question(
        id=name,
        ask=question.prose("ask"),
        right=question.prose("right"),
        wrong=tuple(set_quotes(scalar.text.strip()) for scalar in question.scalars("wrong")),
        because=question.prose("because"),
    )
