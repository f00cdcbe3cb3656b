"""Votes, answers and ways as counts, where they may be shown: revealed, and not of a group that is too small."""

from collections import Counter
from dataclasses import replace

from game.classroom.present.tables import Weigh
from game.classroom.present.telling import first_words
from game.classroom.session.polls import CARD, Picks, ahead, counted
from game.classroom.session.session import Session
from game.classroom.stage import SMALLEST_GROUP, Pace, Stage
from game.classroom.views.console import AnswerCount, CheckPanel, WayPanel
from game.classroom.views.parts import Option, Poll
from game.story.checkup import Moment
from game.story.level import MessageId, PassageId


def option_texts(session: Session) -> dict[str, str]:
    """Return what the values of a round about choices say: texts of choices, titles of cards."""
    walk = session.together.walk
    choices = walk.passage.choices if walk.passage else {}
    texts = {str(choice.id): choice.text for choice in choices.values()}
    return texts | {CARD + card: session.script.messages[card].title for card in walk.cards}


def voted(session: Session) -> int:
    """Return how many seats have voted."""
    return len(session.together.votes)


def hands(session: Session) -> int:
    """Return how many hands were counted in the poll that has most."""
    return max((sum(counts.values()) for counts in session.together.hands.values()), default=0)


def weighing(session: Session, *, mine: Picks | None, shows_hands: bool) -> Weigh:
    """Return what adds votes to options: once they are revealed, and if enough took part to break them down."""
    together = session.together
    tally = counted(together.walk, tuple(together.votes.values()), together.hands)
    is_enough = voted(session) + hands(session) >= SMALLEST_GROUP
    first = {field: ahead(counts) for field, counts in tally.items()}

    def weigh(field: str, option: Option) -> Option:
        raised = together.hands.get(field, {}).get(option.value, 0) if shows_hands else None
        weighed = replace(option, hands=raised)
        if mine is not None:
            weighed = replace(weighed, is_picked=mine.get(field) == option.value)
        if not together.is_revealed or field not in tally:
            return weighed
        votes = tally[field].get(option.value, 0) if is_enough else None
        return replace(weighed, votes=votes, is_ahead=is_enough and option.value in first[field])

    return weigh


def check_panels(session: Session, *, only_shown: bool = False) -> tuple[CheckPanel, ...]:
    """Return the counts of the questions before and after that have been answered by now."""
    if not session.has_checks or session.stage is Stage.LOBBY:
        return ()
    moments = [moment for moment in Moment if not only_shown or moment in session.shown]
    return tuple(_panel(session, moment) for moment in moments)


def way_panels(session: Session, *, only_shown: bool = False) -> tuple[WayPanel, ...]:
    """Return how often each choice was taken at their own pace, by passage, in the order of the level."""
    if session.pace is not Pace.OWN or (only_shown and not session.are_ways_shown):
        return ()
    taken: dict[PassageId, Counter[str]] = {}
    for seat in session.counting:
        for passage, choice in seat.chosen.items():
            taken.setdefault(passage, Counter())[choice] += 1
    return tuple(_way(session, place, taken[place]) for place in session.level.passages if place in taken)


def finished(session: Session, moment: Moment) -> int:
    """Return how many seats have answered all questions, or passed over them."""
    return sum(
        session.to_answer(seat, moment) is None and bool(seat.answers(moment) or moment in seat.skipped)
        for seat in session.counting
    )


def _way(session: Session, place: PassageId, taken: Counter[str]) -> WayPanel:
    chosen = taken.total()
    shows = session.are_ways_shown and chosen >= SMALLEST_GROUP
    most = ahead(taken) if shows else frozenset()
    options = tuple(
        Option(choice.id, choice.text, votes=taken[choice.id] if shows else None, is_ahead=choice.id in most)
        for choice in session.level.passages[place].choices.values()
    )
    return WayPanel(first_words(session.level, place), Poll("", "", options), chosen)


def _panel(session: Session, moment: Moment) -> CheckPanel:
    given: dict[tuple[MessageId, str], Counter[str | None]] = {}
    for each in (each for seat in session.counting for each in seat.answers(moment)):
        given.setdefault((each.message, each.question), Counter())[each.answer] += 1
    rows = (
        _row(session, moment, message, question, counts)
        for message in session.level.asks
        for (about, question), counts in given.items()
        if about == message
    )
    answered = sum(bool(seat.answers(moment)) for seat in session.counting)
    return CheckPanel(
        moment=moment,
        is_shown=moment in session.shown,
        is_too_small=answered < SMALLEST_GROUP,
        finished=finished(session, moment),
        questions=tuple(row for row in rows if row),
    )


def _row(
    session: Session, moment: Moment, message: MessageId, question: str, counts: Counter[str | None]
) -> AnswerCount | None:
    """Return a question with its counts; None if it is not in the game any more."""
    found = session.script.messages[message].checks.get(question)
    if found is None:
        return None
    texts, answered = (found.right, *found.wrong), counts.total()
    shows = moment in session.shown and answered >= SMALLEST_GROUP
    broken_down = (*(counts[text] for text in texts), counts[None]) if shows else None
    return AnswerCount(session.script.messages[message].title, found.ask, texts, broken_down, 0, answered)
