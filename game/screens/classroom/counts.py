"""What the class answered, for all to see: each question with the bricks of its answers, and what changed."""

from collections.abc import Sequence
from typing import Final

from game.classroom.views.console import AnswerCount, CheckPanel, WayPanel
from game.classroom.views.projector import ClassChange
from game.content.words import Words
from game.screens.classroom.brick_rows import Bricks, row
from game.screens.classroom.sheets import paper_width
from game.story.checkup import Moment
from game.ui.arrange import Item, beside, card, line
from game.ui.frame import Frame
from game.ui.widgets import Text

ROW_EMS: Final = 8.0
LEAST_IN_ROW: Final = 5
"""A row has room for so many bricks, even if none is as long."""
CHANGE_EMS: Final = 30.0
SHARES: Final = 20
"""Each brick of what changed stands for so many parts of all answers."""
RIGHT_FILL: Final = 0
OTHER_FILL: Final = 2
BEFORE_FILL: Final = 2
AFTER_FILL: Final = 0


def answers(words: Words, panels: Sequence[CheckPanel], frame: Frame) -> list[Item]:
    """Return the questions that the teacher shows, a card for each."""
    items: list[Item] = []
    for panel in panels:
        is_before = panel.moment is Moment.BEFORE
        title = words("class_wall.answers_before" if is_before else "class_wall.answers_after")
        shown: list[Item] = [
            card(*_question(words, each, frame)) for each in panel.questions if each.counts is not None
        ]
        few = Text(text=words("class_wall.few"), ink="soft")
        items += [Text(text=title, role="heading"), *(shown or [few])]
    return items


def change(words: Words, changed: ClassChange, frame: Frame) -> list[Item]:
    """Return how many answers were right before and after."""
    asked = changed.asked
    told = (
        (words("class_wall.change_before", right=changed.before, count=asked), changed.before, BEFORE_FILL),
        (words("class_wall.change_after", right=changed.after, count=asked), changed.after, AFTER_FILL),
    )
    items: list[Item] = [Text(text=words("class_wall.change"), role="heading")]
    for text, right, fill in told:
        built = round(SHARES * right / asked)
        bricks = Bricks(built, missing=SHARES - built, standing=built, fill=fill)
        width = min(CHANGE_EMS * frame.theme.em, paper_width(frame))
        items += [Text(text=text, role="speech"), line(row(bricks, text, frame, width, SHARES))]
    return items


def ways(words: Words, panels: Sequence[WayPanel], frame: Frame) -> list[Item]:
    """Return where the class went at its own pace, as far as the teacher shows it."""
    items: list[Item] = []
    for panel in panels:
        most = max((option.votes or 0 for option in panel.options.options), default=0)
        rows = [
            item
            for option in panel.options.options
            if option.votes is not None
            for item in _counted(words, option.text, option.votes, most, OTHER_FILL, frame)
        ]
        items.append(card(Text(text=panel.place, role="strong"), *(rows or [Text(text=words("class_wall.few"))])))
    return items


def _question(words: Words, asked: AnswerCount, frame: Frame) -> list[Item]:
    counts = asked.counts or ()
    most, texts = max(counts, default=0), (*asked.answers, words("class_wall.not_sure"))
    items: list[Item] = [Text(text=asked.ask, role="strong")]
    for place, (text, count) in enumerate(zip(texts, counts, strict=True)):
        is_right = place == asked.right
        if not (count or is_right):
            continue
        items += _counted(words, text, count, most, RIGHT_FILL if is_right else OTHER_FILL, frame, is_right=is_right)
    return items


def _counted(
    words: Words, text: str, count: int, most: int, fill: int, frame: Frame, *, is_right: bool = False
) -> list[Item]:
    told = words("class_wall.answered", count=count)
    bricks = Bricks(count, standing=count, fill=fill)
    bar = row(bricks, told, frame, ROW_EMS * frame.theme.em, max(most, LEAST_IN_ROW), fills_width=True)
    said = words("class_wall.counted", count=count, answer=text)
    return [beside(bar, Text(text=said, role="strong" if is_right else "body", ink="good" if is_right else "ink"))]
