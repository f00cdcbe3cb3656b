"""The second half of a lesson plan: what is true and who says so, and the answers."""

from collections.abc import Iterable, Iterator, Mapping

from game.classroom.paper.document import Block, Heading, Paragraph, Table, Together
from game.content.words import Words
from game.story.ids import MessageId
from game.story.level import Level, Offer, Sign
from game.story.message import Message, Question, Verification


def messages_of(level: Level, messages: Mapping[MessageId, Message], words: Words) -> Iterator[Block]:
    """Yield what a level teaches or asks about, with sources."""
    heard = {message: whom for passage in level.passages.values() for message, whom in passage.teaches.items()}
    shown = [messages[each] for each in dict.fromkeys((*heard, *level.asks)) if each in messages]
    yield Heading(words("plan.messages"))
    yield Paragraph(words("plan.messages_about"))
    yield Table(
        caption="",
        head=(words("plan.card"), words("plan.says"), words("plan.heard"), words("plan.source")),
        rows=tuple(
            (message.title, message.text, heard.get(message.id, words("plan.not_heard")), _source(message, words))
            for message in shown
        ),
        widths=(0.18, 0.36, 0.18, 0.28),
    )


def _source(message: Message, words: Words) -> str:
    source = message.source
    if message.verified is Verification.GENERAL_KNOWLEDGE:
        return words("plan.source_general", organisation=source.organisation, year=message.as_of)
    return words("plan.source_value", title=source.title, organisation=source.organisation, year=message.as_of)


def answers(level: Level, messages: Mapping[MessageId, Message], words: Words) -> Iterator[Block]:
    """Yield every question that can be asked, with what is right and why."""
    yield Heading(words("plan.answers"), begins_page=True)
    yield Paragraph(words("plan.answers_about"))
    for message in (messages[each] for each in level.asks if each in messages):
        yield Heading(message.title, 2)
        yield from (_answer(question, words) for question in message.checks.values())


def _answer(question: Question, words: Words) -> Together:
    return Together(
        (
            Heading(question.ask, 3),
            Paragraph(words("plan.right", answer=question.right)),
            Paragraph(words("plan.why", because=question.because), is_small=True),
            Paragraph(words("plan.wrong", answers="; ".join(question.wrong)), is_small=True),
        )
    )


def offers(level: Level, words: Words) -> Iterator[Block]:
    """Yield what each offer of the level is, line by line; nothing for a level without offers."""
    found = [offer for passage in level.passages.values() for offer in passage.offers.values()]
    if found:
        yield Heading(words("plan.offers"))
        yield Paragraph(words("plan.offers_about"))
        yield from _offers(found, words)


def _offers(found: Iterable[Offer], words: Words) -> Iterator[Block]:
    signs = {Sign.GOOD: words("plan.sign_good"), Sign.WARNING: words("plan.sign_warning")}
    for offer in found:
        kind = "plan.offer_genuine" if offer.genuine else "plan.offer_false"
        yield Table(
            caption=words(kind, sender=offer.sender),
            head=(words("plan.line"), words("plan.sign"), words("plan.because")),
            rows=tuple((line.text, signs[line.sign], line.because) for line in offer.lines.values()),
            widths=(0.36, 0.11, 0.53),
            is_whole=True,
        )
