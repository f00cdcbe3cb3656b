"""What the class answered, for all to see: each question with the bricks of its answers, and what changed."""

from collections.abc import Sequence
from typing import Final

from game.classroom.views.console import AnswerCount, CheckPanel, WayPanel
from game.classroom.views.projector import ProjectorPage
from game.content.words import Words
from game.screens.classroom.brick_rows import Bricks, row
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
        title = words("projector.answers_before" if is_before else "projector.answers_after")
        shown: list[Item] = [
            card(*_question(words, each, frame)) for each in panel.questions if each.counts is not None
        ]
        few = Text(text=words("projector.few"), ink="soft")
        items += [Text(text=title, role="heading"), *(shown or [few])]
    return items


def change(words: Words, page: ProjectorPage, frame: Frame) -> list[Item]:
    """Return how many answers were right before and after; nothing until the teacher shows both."""
    shown = {panel.moment: _right(panel) for panel in page.checks if not panel.is_too_small}
    if len(shown) != len(Moment):
        return []
    (before, asked), (after, asked_after) = shown[Moment.BEFORE], shown[Moment.AFTER]
    if not asked or not asked_after:
        return []
    told = (
        (words("projector.change_before", right=before, count=asked), before, asked, BEFORE_FILL),
        (words("projector.change_after", right=after, count=asked_after), after, asked_after, AFTER_FILL),
    )
    items: list[Item] = [Text(text=words("projector.change"), role="title")]
    for text, right, of, fill in told:
        built = round(SHARES * right / of)
        bricks = Bricks(built, missing=SHARES - built, standing=built, fill=fill)
        items += [Text(text=text, role="speech"), line(row(bricks, text, frame, CHANGE_EMS * frame.theme.em, SHARES))]
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
        items.append(card(Text(text=panel.place, role="strong"), *(rows or [Text(text=words("projector.few"))])))
    return items


def _question(words: Words, asked: AnswerCount, frame: Frame) -> list[Item]:
    counts = asked.counts or ()
    most, texts = max(counts, default=0), (*asked.answers, words("projector.not_sure"))
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
    told = words("projector.answered", count=count)
    bricks = Bricks(count, standing=count, fill=fill)
    bar = row(bricks, told, frame, ROW_EMS * frame.theme.em, max(most, LEAST_IN_ROW), fills_width=True)
    said = words("projector.counted", count=count, answer=text)
    return [beside(bar, Text(text=said, role="strong" if is_right else "body", ink="good" if is_right else "ink"))]


def _right(panel: CheckPanel) -> tuple[int, int]:
    """Return how many answers were right, and how many there are."""
    counted = [(each.counts[each.right], each.answered) for each in panel.questions if each.counts is not None]
    return sum(right for right, _ in counted), sum(of for _, of in counted)
