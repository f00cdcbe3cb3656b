"""What the questions before and after a level show, told as it is: what was lost counts as much as what was learned."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.story.answer import Answered, Confidence
from game.story.ids import MessageId


@dataclass(frozen=True, slots=True)
class Gain:
    """What became of each message that was asked about both before and after, in the order asked."""

    learned: tuple[MessageId, ...]
    """Not right before, right after."""
    kept: tuple[MessageId, ...]
    """Right both times."""
    still_open: tuple[MessageId, ...]
    """Not right either time."""
    lost: tuple[MessageId, ...]
    """Right before, not right after."""

    @property
    def net(self) -> int:
        """How many more were right after than before; below 0 if it were fewer."""
        return len(self.learned) - len(self.lost)


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure a player was, on average: from 0 for a guess to 2 for sure. None where there is nothing to average."""

    when_right: float | None
    when_wrong: float | None
    sure_but_wrong: tuple[MessageId, ...]
    """What the player was sure of and had wrong: what is most worth explaining."""


def gain(before: Iterable[Answered], after: Iterable[Answered]) -> Gain:
    """Compare the answers of one run."""
    earlier = {answer.message: answer.right for answer in before}
    both = [(earlier[answer.message], answer) for answer in after if answer.message in earlier]

    def became(*, was: bool, now: bool) -> tuple[MessageId, ...]:
        return tuple(answer.message for was_right, answer in both if (was_right, answer.right) == (was, now))

    return Gain(
        learned=became(was=False, now=True),
        kept=became(was=True, now=True),
        still_open=became(was=False, now=False),
        lost=became(was=True, now=False),
    )


def sureness(answers: Sequence[Answered]) -> Sureness:
    """Return how sure somebody was of right and of wrong answers; those without a confidence do not count."""
    sure = tuple(each.message for each in answers if not each.right and each.confidence is Confidence.SURE)
    return Sureness(_mean(answers, right=True), _mean(answers, right=False), sure)


def _mean(answers: Sequence[Answered], *, right: bool) -> float | None:
    steps = [int(each.confidence) for each in answers if each.right is right and each.confidence is not None]
    return sum(steps) / len(steps) if steps else None
