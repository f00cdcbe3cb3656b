"""Turns what happens in a class into learning records: each seat is a random name, the class as a whole a group."""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Final

from game.classroom.happenings import (
    ChoiceTaken,
    Happening,
    LevelEnded,
    MessageLearned,
    MessagePlayed,
    OfferJudged,
    Progressed,
    QuestionAnswered,
    Started,
    Stopped,
    Voted,
    What,
)
from game.classroom.ids import SessionId
from game.classroom.session.polls import CARD, PICK
from game.content.library import Library
from game.learning import acts
from game.learning.outbox import Outbox
from game.learning.statement import Act, Run, Statement, pseudonym, statement
from game.learning.vocabulary import Extension
from game.story.level import Level, MessageId
from game.story.message import Message

_START_OF_TIME: Final = datetime(1970, 1, 1, tzinfo=UTC)


class ClassRecords:
    """Listens to a class. Each call opens the outbox anew: they come from a thread that only the caller knows."""

    def __init__(self, path: Path, library: Library) -> None:
        """`path` is that of the outbox."""
        self._path = path
        self._library = library

    def heard(self, session: SessionId) -> int:
        """Return the number of the last entry that was heard completely."""
        outbox = Outbox(self._path)
        try:
            return outbox.heard(session)
        finally:
            outbox.close()

    def hear(self, happenings: Sequence[Happening]) -> None:
        """Keep what happened. What is told again has the same ids, and is known by them."""
        outbox = Outbox(self._path)
        try:
            for session, told in groupby(happenings, lambda each: each.session):
                of_session = list(told)
                statements = [said for each in of_session for said in self._statements(outbox.secret, each)]
                outbox.add(statements, session, of_session[-1].entry)
        finally:
            outbox.close()

    def forget(self, session: SessionId) -> None:
        """Delete what was kept of a session."""
        outbox = Outbox(self._path)
        try:
            outbox.forget(session)
        finally:
            outbox.close()

    def forget_others(self, kept: Collection[SessionId]) -> None:
        """Delete what was kept of sessions that are none of these."""
        outbox = Outbox(self._path)
        try:
            outbox.forget(*outbox.origins().difference(kept))
        finally:
            outbox.close()

    def _statements(self, secret: bytes, happening: Happening) -> Iterator[Statement]:
        level = self._library.levels.get(happening.level)
        if level is None:  # the level was taken out of the game while its session was still kept
            return
        seat = happening.seat or ""
        who, way = (pseudonym(secret, part, happening.session, seat) for part in ("seat", "registration"))
        mode = {Extension.MODE: "class"}
        run = Run(level, way, who, is_group=happening.seat is None, extensions=mode)
        at = _START_OF_TIME + timedelta(milliseconds=happening.at_ms)
        for number, act in enumerate(self._acts(level, happening)):
            yield statement(run, act, pseudonym(secret, "happening", happening.id, str(number)), at)

    def _acts(self, level: Level, happening: Happening) -> Iterator[Act]:
        match happening.what:
            case MessageLearned(message, whom):
                yield from (acts.learned(level, each, whom) for each in self._known(message))
            case MessagePlayed(passage, message):
                yield from (acts.used(level, passage, each) for each in self._known(message))
            case QuestionAnswered() as answered:
                yield from self._answer(level, answered)
            case Voted() as voted:
                yield from _votes(level, voted)
            case _:
                yield from _plain_acts(level, happening.what)

    def _answer(self, level: Level, answered: QuestionAnswered) -> Iterator[Act]:
        for message in self._known(answered.message):
            question = message.checks.get(answered.question)
            if question:
                sure = answered.confidence
                yield acts.checked(level, answered.moment, message, question, answered.answer, sure)

    def _known(self, message: MessageId) -> tuple[Message, ...]:
        return tuple(each for each in (self._library.messages.get(message),) if each)


def _plain_acts(level: Level, what: What) -> Iterator[Act]:
    """Yield what can be told without the messages."""
    match what:
        case Started(pace):
            yield acts.began(level, pace.value)
        case ChoiceTaken(passage, choice, were_open):
            yield acts.chose(level, passage, choice, were_open)
        case OfferJudged(passage, offer, _, verdict):
            yield acts.judged(level, passage, level.passages[passage].offers[offer], verdict)
        case Progressed(passage, moves):
            yield acts.progressed(level, passage, moves)
        case LevelEnded(ending, outcome, has_won):
            yield from acts.ended(level, ending, outcome, has_won=has_won)
        case Stopped(why):
            yield acts.stopped(level, why.value)
        case _:
            pass


def _votes(level: Level, voted: Voted) -> Iterator[Act]:
    """Yield what was voted for. Verdicts on offers are told of on their own."""
    offers = level.passages[voted.passage].offers
    for field, value in voted.picks:
        poll = field.removeprefix(PICK)
        if value.startswith(CARD):
            yield acts.voted(level, voted.passage, "card", value.removeprefix(CARD), voted.round)
        elif poll not in offers:
            yield acts.voted(level, voted.passage, poll, value, voted.round)
