"""Stories of players at a terminal who come back on another day."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from game.records.folder import Folder, MemoryFolder
from game.records.recalling import MOST_BEFORE, questions_before, questions_today
from game.records.saves import load_save
from game.story.checkup import Asked
from game.story.level import Level, LevelId
from game.story.recall import GAPS
from game.terminal.console import InputEndedError
from game.terminal.menu import pick_wish
from game.terminal.recall import refresh
from game.terminal.terminal import Terminal
from game.terminal.visit import visit
from tests.terminal.typed import TODAY, flat, library, terminal, words

EARLIER, LATER = (library().levels[LevelId(each)] for each in ("village-offer", "brokers-debt"))
SEED = 7


def on_day(days: int, lines: Iterable[str], heard: list[str], folder: Folder) -> Terminal:
    """Return a terminal so many days later."""
    return replace(terminal(lines, heard, seed=SEED, folder=folder), today=lambda: TODAY.toordinal() + days)


def having_read(level: Level) -> Folder:
    """Return the records of somebody who read a level on the first day."""
    folder = MemoryFolder()
    at = terminal([], [], folder=folder)
    at.progress.change(at.progress.current.with_read(level).on(TODAY.toordinal()))
    return folder


def right(asked: Iterable[Asked]) -> list[str]:
    """Return what to type to answer right, and to be sure."""
    return [line for each in asked for line in (str(each.answers.index(each.question.right) + 1), "3")]


def due_before(at: Terminal, level: Level) -> tuple[Asked, ...]:
    return questions_before(at.progress.current, library().messages, level, at.today(), SEED)


def test_a_level_opens_with_what_is_due_of_an_earlier_one() -> None:
    folder = having_read(EARLIER)
    asked = due_before(on_day(GAPS[0], [], [], folder), LATER)
    assert len(asked) == MOST_BEFORE
    heard: list[str] = []
    at = on_day(GAPS[0], ["play", *right(asked)], heard, folder)
    with pytest.raises(InputEndedError):
        visit(at, LATER)
    told = flat(heard)
    assert words()("terminal.recall_before", count=len(asked)) in told
    assert all(each.question.because in told for each in asked)
    assert told.index(asked[-1].question.because) < told.index(words()("terminal.check_before", count=5))
    due = TODAY.toordinal() + GAPS[0] + GAPS[1]
    assert all(at.progress.current.memories[each.message].due == due for each in asked)


def test_what_is_due_can_be_passed_over_and_stays_due() -> None:
    folder = having_read(EARLIER)
    heard: list[str] = []
    at = on_day(GAPS[0], ["play", ":skip", ":skip"], heard, folder)
    before = due_before(at, LATER)
    with pytest.raises(InputEndedError):
        visit(at, LATER)
    assert words()("terminal.check_before", count=5) in flat(heard)
    assert load_save(folder, LATER.id)
    assert due_before(at, LATER) == before


def test_nothing_is_asked_before_a_level_on_the_same_day() -> None:
    heard: list[str] = []
    with pytest.raises(InputEndedError):
        visit(on_day(0, ["play"], heard, having_read(EARLIER)), LATER)
    assert words()("terminal.recall_before", count=MOST_BEFORE) not in flat(heard)


def test_a_refresher_is_announced_when_something_is_due_and_says_what_comes_back() -> None:
    folder = having_read(EARLIER)
    for days, is_due in ((0, False), (GAPS[0], True)):
        heard: list[str] = []
        assert pick_wish(on_day(days, ["refresher"], heard, folder), ["refresher"], tells=True) == "refresher"
        assert (words()("terminal.due") in flat(heard)) == is_due
    at = on_day(GAPS[0], [], [], folder)
    asked = questions_today(at.progress.current, library().messages, at.today(), SEED)
    heard = []
    at = on_day(GAPS[0], right(asked), heard, folder)
    refresh(at)
    told = flat(heard)
    assert words()("recall.done", count=len(asked), asked=len(asked)) in told
    title = library().messages[asked[0].message].title
    assert words()("recall.back", title=title, when=words()("recall.days", count=GAPS[1])) in told


def test_stopping_a_refresher_keeps_what_was_answered() -> None:
    folder = having_read(EARLIER)
    at = on_day(GAPS[0], [], [], folder)
    asked = questions_today(at.progress.current, library().messages, at.today(), SEED)
    heard: list[str] = []
    refresh(on_day(GAPS[0], [*right(asked[:1]), ":skip"], heard, folder))
    assert words()("recall.done", count=1, asked=1) in flat(heard)
    at = on_day(GAPS[0], [], [], folder)
    assert asked[0].message not in {
        each.message for each in questions_today(at.progress.current, library().messages, at.today(), SEED)
    }


def test_a_refresher_with_nothing_due_says_when_to_come_back() -> None:
    for folder, text in (
        (MemoryFolder(), words()("recall.nothing_yet")),
        (having_read(EARLIER), words()("recall.next", when=words()("recall.days", count=1))),
    ):
        heard: list[str] = []
        refresh(on_day(0, [], heard, folder))
        assert text in flat(heard)
