"""The parts of the results: the insight, the offers, the questions, and what else could have helped."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add

from game.content.words import Words
from game.records.progress import CheckResult
from game.records.running import RunningLevel
from game.screens.after.telling_apart import telling_apart
from game.screens.questions.change import by_message, counts
from game.screens.toy_bricks import Tower, brick_sign, towers
from game.story.achievement import Achievement
from game.story.engine import has_won
from game.story.level import Level, MessageId, Offer
from game.story.message import Message
from game.story.offers import OfferScore, offers_met, score
from game.story.sensitivity import Verdicts
from game.story.state import learned, used
from game.story.unmet import could_have_said, still_to_learn
from game.ui.arrange import Gap, Item, beside
from game.ui.frame import Frame
from game.ui.icons import IconName
from game.ui.widgets import Artwork, Icon, Text

LEARNED_FILL, USED_FILL = 0, 2
MOST_HINTS = 4
"""So many messages are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class ResultsParts:
    """What there is to tell about one run."""

    words: Words
    messages: Mapping[MessageId, Message]
    running: RunningLevel
    before: CheckResult | None
    after: CheckResult | None
    verdicts: Verdicts
    """On all offers so far, in every story."""
    reached: tuple[Achievement, ...]
    """What was reached with this run."""

    @property
    def won(self) -> bool:
        """Whether the run was won by insight."""
        return has_won(self._level, self.running.state)

    def insight(self, frame: Frame) -> tuple[Item, ...]:
        """Return what the towers of messages learned and used mean."""
        fills = frame.theme.colours.fills
        told = "results.won_because" if self.won else "results.not_yet_because"
        return (
            beside(brick_sign(fills[LEARNED_FILL], frame), Text(text=self._learned, role="strong")),
            beside(brick_sign(fills[USED_FILL], frame), Text(text=self._used, role="strong")),
            Text(text=self.words(told)),
            *self._new(),
        )

    def verdict(self) -> Item:
        """Return whether the run was won by insight."""
        sign: IconName = "star" if self.won else "plus"
        text = self.words("results.won" if self.won else "results.not_yet")
        return beside(Icon(name=sign), Text(text=text, role="heading"))

    def built(self, frame: Frame, width: float, height: float) -> Artwork:
        """Return the towers, as large as fits."""
        level, state, fills = self._level, self.running.state, frame.theme.colours.fills
        learned_tower = Tower(fills[LEARNED_FILL], len(learned(level, state)), level.wins.learn)
        used_tower = Tower(fills[USED_FILL], len(used(level, state)), level.wins.use)
        return towers((learned_tower, used_tower), f"{self._learned} {self._used}", frame, width, height)

    def questions(self, frame: Frame) -> list[Item]:
        """Return the answers before and after; nothing when the questions were skipped."""
        if self.after is None or not self.after.asked:
            return []
        head = Text(text=self.words("results.questions" if self.before else "results.questions_alone"), role="heading")
        told = by_message(self.words, self.messages, self.before, self.after)
        return [head, *counts(self.words, self.before, self.after, frame), Gap(0.5), *told]

    def offers(self) -> list[Item]:
        """Return how well the offers on the way were told apart; nothing when none were met."""
        offers = self._offers()
        if not offers:
            return []
        words, marks = self.words, self.running.marks
        total: OfferScore = reduce(add, (score(offer, marks) for offer in offers))
        head = Text(text=words("results.offers"), role="heading")
        if not any((offer.id, line) in marks for offer in offers for line in offer.lines):
            return [head, Text(text=words("results.offers_unmarked"))]
        warnings, good = total.hits + total.misses, total.false_alarms + total.correct_rejections
        hits = [Text(text=words("results.hits", count=warnings, found=total.hits))]
        trusted = [Text(text=words("results.trusted", count=good, found=total.correct_rejections))]
        if total.misses:
            hits.append(Text(text=words("results.misses", count=total.misses), ink="soft"))
        if total.false_alarms:
            trusted.append(Text(text=words("results.false_alarms", count=total.false_alarms), ink="soft"))
        return [
            head,
            beside(Icon(name="warning", ink="warning"), *hits),
            beside(Icon(name="check", ink="good"), *trusted),
        ]

    def apart(self) -> list[Item]:
        """Return how well offers are told apart; nothing when none was met on the way."""
        return telling_apart(self.words, self.verdicts) if self._offers() else []

    def _new(self) -> list[Item]:
        """Return a quiet line for what was reached with this run."""
        titles = " · ".join(each.title for each in self.reached)
        text = self.words("results.reached", titles=titles) if titles else ""
        return [beside(Icon(name="star", ink="soft"), Text(text=text, role="small", ink="soft"))] if text else []

    def what_else(self, frame: Frame) -> list[Item]:
        """Return messages that could have helped, and from whom or with which words."""
        said = could_have_said(self._level, self.running.history)
        missing = still_to_learn(self._level, self.running.history)
        if not said and not missing:
            return []
        words = self.words
        items: list[Item] = [Text(text=words("results.else"), role="heading")]
        for hint in said[:MOST_HINTS]:
            items += self._hint(hint.message, words("results.could_say", sentence=hint.sentence), USED_FILL, frame)
        room = max(1, MOST_HINTS - len(said))
        for gap in missing[:room]:
            items += self._hint(gap.message, words("results.ask", whom=gap.whom), LEARNED_FILL, frame)
        left = len(missing) - room
        if left > 0:
            items.append(Text(text=words("results.more_to_find", count=left), ink="soft"))
        return items

    def _hint(self, message: MessageId, text: str, fill: int, frame: Frame) -> list[Item]:
        sign = brick_sign(frame.theme.colours.fills[fill], frame)
        title = Text(text=self.messages[message].title, role="strong")
        return [beside(sign, title, Text(text=text))]

    def _offers(self) -> tuple[Offer, ...]:
        return offers_met(self._level, self.running.history)

    @property
    def _learned(self) -> str:
        level, have = self._level, len(learned(self._level, self.running.state))
        most = len(set(level.messages) - level.carries)
        return self.words("results.learned", count=have, most=most, needed=level.wins.learn)

    @property
    def _used(self) -> str:
        level, played = self._level, len(used(self._level, self.running.state))
        choices = (choice for passage in level.passages.values() for choice in passage.choices.values())
        most = len({choice.uses for choice in choices} - {None})
        return self.words("results.used", count=played, most=most, needed=level.wins.use)

    @property
    def _level(self) -> Level:
        return self.running.level
