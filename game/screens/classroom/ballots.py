"""What a class votes on, below the telling: every option with the bricks it got, once the teacher reveals them."""

from collections.abc import Sequence
from typing import Final

from game.classroom.views.parts import OfferView, Option, Poll, TaskView
from game.classroom.views.projector import ProjectorPage, StoryShown
from game.content.words import Words
from game.screens.classroom.brick_rows import Arrivals, Bricks, row
from game.screens.play.answers import because, learned
from game.screens.play.moment import Moment
from game.screens.services import Services
from game.ui.arrange import Columns, Gap, Item, beside, card, line
from game.ui.frame import Frame, Shape
from game.ui.widgets import Artwork, Icon, Tag, Text

CARD: Final = "card:"
"""Before the message, in the value of an option that plays a card."""
ROW_EMS: Final = 20.0
SMALL_ROW_EMS: Final = 7.0
VOTED_EMS: Final = 26.0
"""How wide rows of bricks are at most."""


class ClassAnswers:
    """Implements `Answers` for a projector: it shows what is voted on, and takes nothing."""

    decides = False

    def __init__(self, services: Services, page: ProjectorPage) -> None:
        self._services = services
        self._words = services.words
        self.page = page
        """The last that is known; whoever shows this exchanges it."""
        self.frame: Frame | None = None
        """What is shown in."""
        self.arrivals = Arrivals()

    def items(self, moment: Moment) -> list[Item]:
        """Return the polls of the round; while something is told, what it needs and no more."""
        story, frame = self.page.story, self.frame
        if not moment.is_over or story is None or frame is None:
            return []
        if moment.choice:
            return because(self._services, moment)
        has_table = bool(story.offers) or story.task is not None
        polls = [item for poll in story.polls for item in self._poll(poll, frame, is_small=has_table)]
        tables = self._offers(story.offers, frame)
        task = self._task(story.task, frame) if story.task else []
        notices = self._misfit(story) or ([] if tables or task else learned(self._services, moment))
        asked = [*tables, *task, *polls]
        return [*notices, *asked, *(self._voted(story, frame) if asked and not story.is_explained else [])]

    def _misfit(self, story: StoryShown) -> list[Item]:
        if not story.misfit:
            return []
        return [Text(text=self._words("play.misfit", title=story.misfit), role="small", ink="warning")]

    # --------------------------------------------------------------------------------------------------------- polls

    def _poll(self, poll: Poll, frame: Frame, *, is_small: bool) -> list[Item]:
        """The choices, and of the cards those that somebody voted for."""
        shown = [each for each in poll.options if not each.value.startswith(CARD) or each.votes or each.is_ahead]
        most = max((option.votes or 0 for option in shown), default=0)
        rows = (self._option(number, option, most, frame) for number, option in enumerate(shown, start=1))
        return list(rows) if is_small else [card(each) for each in rows]

    def _option(self, number: int, option: Option, most: int, frame: Frame) -> Item:
        text = Text(text=self._text(option), role="speech" if not option.is_ahead else "strong")
        return beside(Tag(label=str(number)), text, *self._weight(number, option, most, frame))

    def _weight(self, number: int, option: Option, most: int, frame: Frame) -> Sequence[Item]:
        """The bricks of an option, and whether it has most."""
        ahead: list[Item] = []
        if option.is_ahead:
            ahead = [beside(Icon(name="check"), Text(text=self._words("class_wall.most"), role="strong", ink="teal"))]
        if option.votes is None:
            return ahead
        told = self._words("class_wall.votes", count=option.votes)
        words = Text(text=told, role="strong", ink="teal" if option.is_ahead else "soft")
        if not option.votes:
            return [words]
        sign = (Icon(name="check"),) if option.is_ahead else ()
        return [line(_votes(option.votes, most, number - 1, told, frame), words, *sign)]

    def _text(self, option: Option) -> str:
        if option.value.startswith(CARD):
            return self._words("class_wall.card", title=option.text)
        return option.text or named(self._words, option.word)

    # --------------------------------------------------------------------------------------------- offers and tasks

    def _offers(self, offers: Sequence[OfferView], frame: Frame) -> list[Item]:
        """Offers lie side by side, so that they can be compared."""
        papers = [tuple(self._offer(offer, frame)) for offer in offers]
        if frame.shape is Shape.TALL or len(papers) == 1:
            return [item for paper in papers for item in paper]
        return [Columns(tuple(papers))] if papers else []

    def _offer(self, offer: OfferView, frame: Frame) -> list[Item]:
        head: list[Item] = [Text(text=offer.sender, role="strong")]
        if offer.genuine is not None:
            head.append(self._genuine(is_so=offer.genuine))
        lines: list[Item] = []
        for each in offer.lines:
            sign = Icon(name="check" if each.sign == "good" else "warning", ink="teal")
            lines.append(beside(sign, Text(text=each.ask)) if each.sign else Text(text=each.ask))
        return [card(*head, *lines, *self._verdicts(offer.verdict, frame))]

    def _genuine(self, *, is_so: bool) -> Item:
        told = self._words("desk.genuine" if is_so else "desk.false")
        return beside(Icon(name="check" if is_so else "warning"), Text(text=told, role="strong", ink="teal"))

    def _verdicts(self, poll: Poll, frame: Frame) -> list[Item]:
        """The options with their votes; once it is explained, only what the class has picked."""
        most = max((option.votes or 0 for option in poll.options), default=0)
        is_done = poll.is_right is not None
        shown = [each for each in enumerate(poll.options) if each[1].is_picked or not is_done]
        return [self._small(number, option, most, frame, is_wrong=poll.is_right is False) for number, option in shown]

    def _small(self, fill: int, option: Option, most: int, frame: Frame, *, is_wrong: bool) -> Item:
        """An option on one line, with its bricks at its side. What did not help has no sign: nobody is blamed."""
        is_taken = option.is_ahead or option.is_picked
        words = Text(text=self._text(option), role="strong" if is_taken else "body", ink="teal" if is_taken else "ink")
        sign = (Icon(name="check"),) if is_taken and not is_wrong else ()
        if option.votes is None:
            return line(words, *sign)
        told = self._words("class_wall.votes", count=option.votes)
        bricks = (_votes(option.votes, most, fill, told, frame, ems=SMALL_ROW_EMS),) if option.votes else ()
        return line(words, *bricks, Text(text=told, ink="soft"), *sign)

    def _task(self, task: TaskView, frame: Frame) -> list[Item]:
        items: list[Item] = [Text(text=task.ask, role="heading")]
        if task.turns:  # of a talk, the last turn is what is answered now
            last = task.turns[-1]
            items += [Text(text=heard, role="speech") for heard in last.heard]
            items += [Text(text=last.reply, ink="teal"), *([Text(text=last.answer)] if last.answer else [])]
            items += [Text(text=last.told, role="small", ink="soft")] if last.told else []
        for part in task.parts:
            items.append(card(*self._part(part, frame)))
        return [*items, *([Text(text=task.sum, role="strong")] if task.sum else [])]

    def _part(self, part: Poll, frame: Frame) -> list[Item]:
        head: list[Item] = [Text(text=each, role="strong") for each in part.ask.split("\n") if each.strip()]
        said = [Text(text=self._words("task.said", said=part.said), role="small", ink="soft")] if part.said else []
        told = [Text(text=part.told, role="small", ink="soft")] if part.told else []
        return [*head, *said, *self._verdicts(part, frame), *told]

    # ---------------------------------------------------------------------------------------------- who has voted

    def _voted(self, story: StoryShown, frame: Frame) -> list[Item]:
        """How many bricks are in, as long as they are hidden; and if they were too few to be shown apart."""
        self.arrivals.note(story.voted, frame.now_s)
        told = self._words("class_projector.voted", voted=story.voted, count=self.page.seats)
        if story.hands:
            told = f"{told} {self._words('class_projector.hands', count=story.hands)}"
        if story.is_revealed:
            options = [each for poll in _polls(story) for each in poll.options]
            few = bool(options) and all(each.votes is None for each in options)
            return [Text(text=self._words("class_wall.few"), role="small", ink="soft")] if few else []
        bricks = Bricks(
            story.voted,
            max(0, self.page.seats - story.voted),
            self.arrivals.standing,
            self.arrivals.fallen(frame.now_s),
        )
        count = max(1, bricks.count + bricks.missing)
        art = row(bricks, told, frame, min(VOTED_EMS * frame.theme.em, frame.page.w / 3), count)
        return [Gap(0.25), line(art, Text(text=told, role="strong", ink="teal"))]


def _polls(story: StoryShown) -> list[Poll]:
    parts = story.task.parts if story.task else ()
    return [*story.polls, *(offer.verdict for offer in story.offers), *parts]


def _votes(votes: int, most: int, fill: int, label: str, frame: Frame, *, ems: float = ROW_EMS) -> Artwork:
    width = min(ems * frame.theme.em, frame.page.w / 3)
    return row(Bricks(votes, standing=votes, fill=fill), label, frame, width, most)


def named(words: Words, word: str) -> str:
    """Return what an option is called that has no words of its own; empty for a name this edition does not know."""
    return words(word) if word in words else ""
