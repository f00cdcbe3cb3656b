"""Shows what became of the answers between the questions before and after a story."""

from collections.abc import Mapping

from game.content.words import Words
from game.records.change import Change, changes, overall, tells_sureness
from game.records.progress import CheckResult
from game.screens.toy_bricks import Tower, brick_sign, towers
from game.story.answer import Answered
from game.story.gain import sureness
from game.story.level import MessageId
from game.story.message import Message
from game.ui.arrange import Item, beside
from game.ui.frame import Frame
from game.ui.icons import IconName
from game.ui.widgets import Icon, Ink, Text

BEFORE_FILL = 3
AFTER_FILL = 2
WIDE_EMS, HIGH_EMS = 9.0, 7.5
"""Size of the two towers, in ems at normal text size."""


_SIGNS: Mapping[Change, tuple[IconName, Ink]] = {
    Change.GAINED: ("up", "good"),
    Change.KEPT: ("check", "good"),
    Change.LOST: ("down", "soft"),
    Change.OPEN: ("notebook", "soft"),
    Change.RIGHT: ("check", "good"),
    Change.NOT_YET: ("notebook", "soft"),
}


def counts(words: Words, before: CheckResult | None, after: CheckResult, frame: Frame) -> list[Item]:
    """Return how many answers were right, before and after, as towers with a sentence."""
    fills, ems = frame.theme.colours.fills, frame.theme.em / frame.theme.text_scale
    told = []
    if before and before.asked:
        told.append((fills[BEFORE_FILL], before, words("check.before", right=before.right, asked=before.asked)))
    told.append((fills[AFTER_FILL], after, words("check.after", right=after.right, asked=after.asked)))
    built = [Tower(fill, result.right, result.asked) for fill, result, _ in told]
    sign = towers(built, "", frame, WIDE_EMS * ems, HIGH_EMS * ems)
    lines = [beside(brick_sign(fill, frame), Text(text=text, role="strong")) for fill, _, text in told]
    return [beside(sign, *lines, Text(text=words(f"check.change_{overall(before, after)}")))]


def by_message(
    words: Words, messages: Mapping[MessageId, Message], before: CheckResult | None, after: CheckResult
) -> list[Item]:
    """Return one entry for each message asked about: its title, what became of it, and how sure the player was."""
    earlier = {each.message: each for each in before.answers} if before else {}
    items: list[Item] = []
    for answer, (message, change) in zip(after.answers, changes(before, after), strict=True):
        if message in messages:
            sign = Icon(name=_SIGNS[change][0], ink=_SIGNS[change][1])
            told = Text(text=_told(words, messages[message], change))
            items.append(beside(sign, told, *_how_sure(words, earlier.get(message), answer)))
    return [*items, *_sure_and_wrong(words, messages, after)]


def _how_sure(words: Words, before: Answered | None, after: Answered) -> list[Item]:
    """Return how sure the player was, where that was asked."""
    if not tells_sureness(before, after):
        return []
    if before is None:
        sure = words("results.sure_after", after=_sure(words, after))
    else:
        sure = words("results.sure_both", before=_sure(words, before), after=_sure(words, after))
    return [Text(text=sure, role="small", ink="soft")]


def _sure_and_wrong(words: Words, messages: Mapping[MessageId, Message], after: CheckResult) -> list[Item]:
    """Return a kind word about what the player was sure of and did not have right, once for all of it."""
    titles = [f"“{messages[each].title}”" for each in sureness(after.answers).sure_but_wrong if each in messages]
    if not titles:
        return []
    told = words("results.sure_and_wrong", count=len(titles), titles=", ".join(titles))
    return [beside(Icon(name="heart", ink="teal"), Text(text=told))]


def _sure(words: Words, answer: Answered) -> str:
    return words(f"results.sure_{answer.confidence.name.lower() if answer.confidence is not None else 'unsure'}")


def _told(words: Words, message: Message, change: Change) -> str:
    return words("results.change_line", title=message.title, change=words(f"results.change_{change.value}"))
