"""What tests of papers share: the shipped levels, made-up classes, and the texts of a document."""

import random
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache

from game.classroom.findings import Findings, Judged, SeatFindings
from game.classroom.ids import SessionId
from game.classroom.paper.document import Block, Bullets, Document, Heading, Note, Paragraph, Picture, Table, Together
from game.classroom.stage import Pace
from game.content.library import Library, load_library
from game.content.words import Words, load_words
from game.paths import assets_dir, levels_dir
from game.story.action import Verdict
from game.story.checkup import Moment, questions
from game.story.ids import LevelId
from game.story.level import Level, Outcome
from tests.story.conftest import WRITTEN

NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


@lru_cache(maxsize=1)
def library() -> Library:
    return load_library(levels_dir(), WRITTEN)


@lru_cache(maxsize=1)
def words() -> Words:
    return load_words(assets_dir() / "words" / "en")


def level(name: str) -> Level:
    return library().levels[LevelId(name)]


def a_class(size: int, *, latecomers: int = 0, gone: int = 0, name: str = "next-door") -> Findings:
    """Return a class of which the first came too late for the first check, and the last left before the second."""
    luck = random.Random(size)
    seats = []
    for place in range(size):
        before, after = (
            tuple(
                asked.answered(asked.answers.index(asked.question.right) if luck.random() < knows else None)
                for asked in questions(level(name).asks, library().messages, 7, moment)
            )
            for moment, knows in ((Moment.BEFORE, 0.3), (Moment.AFTER, 0.8))
        )
        genuine = Judged("first", genuine=True, verdict=Verdict.GO_ON)
        deceiving = Judged("second", genuine=False, verdict=Verdict.STOP)
        seats.append(
            SeatFindings(
                people=1 + place % 2,
                before=() if place < latecomers else before,
                after=() if place >= size - gone else after,
                judged=(genuine, deceiving),
                outcome=luck.choice(list(Outcome)),
                has_won=True,
                learned=(),
                used=(),
            )
        )
    return Findings(
        session=SessionId("s"),
        level=level(name),
        pace=Pace.OWN,
        has_checks=True,
        began_ms=int(NOW.timestamp() * 1000),
        ended_ms=None,
        seats=tuple(seats),
        choices=(),
        story=None,
    )


def texts_of(document: Document) -> Iterator[str]:
    """Yield everything that is read in a paper, but for what is written into pictures."""
    yield document.kind
    yield document.title
    yield from _texts(document.blocks)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(text) | Paragraph(text):
                yield text
            case Bullets(entries):
                yield from entries
            case Table(caption, head, rows):
                yield from (text for text in (caption, *head, *(cell for row in rows for cell in row)) if text)
            case Note(title, lines):
                yield title
                yield from lines
            case Picture():
                pass
            case Together(inner):
                yield from _texts(inner)


def as_read(text: str) -> str:
    """Return a text without the blank space that lines and columns put into it."""
    return "".join(text.split())
