"""What a step of a story tells to those who keep learning records."""

from collections.abc import Iterator
from dataclasses import replace

from game.classroom.happenings import (
    ChoiceTaken,
    LevelEnded,
    MessageLearned,
    MessagePlayed,
    OfferJudged,
    Progressed,
    Stopped,
    What,
    Why,
)
from game.classroom.session.walk import Walk
from game.story import event
from game.story.action import Choose, Play
from game.story.engine import actions, has_won
from game.story.level import ChoiceId
from game.story.playthrough import Replay
from game.story.state import State


def began(walk: Walk) -> tuple[What, ...]:
    """Return what is learned on the first passage."""
    passage = walk.level.passages[walk.level.start]
    return tuple(MessageLearned(message, whom) for message, whom in passage.teaches.items())


def stopped(*, done: bool) -> Stopped:
    """Return that somebody is done."""
    return Stopped(Why.FINISHED if done else Why.CLOSED)


def tell(walk: Walk, keep: int) -> tuple[What, ...]:
    """Return what happened after the first `keep` actions."""
    return tuple(_told(walk, keep))


def judged_now(walk: Walk) -> tuple[OfferJudged, ...]:
    """Return the verdicts on the offers of this passage."""
    offers, verdicts = walk.passage.offers if walk.passage else {}, walk.verdicts
    return tuple(
        OfferJudged(walk.place, each, offers[each].genuine, verdicts[each]) for each in offers if each in verdicts
    )


def judged_since(walk: Walk, keep: int, *, explained: bool) -> tuple[OfferJudged, ...]:
    """Return the verdicts that were final by now, of what happened after the first `keep` actions.

    They are when the story goes on, and when the offers are explained. A desktop may tell of several passages at once.
    """
    steps, states = walk.replayed.steps, walk.replayed.states
    left = [place for place in range(keep, len(steps)) if not isinstance(steps[place].events[0], event.Noted)]
    before = (replace(walk, replayed=Replay(states[: place + 1], steps[:place], None)) for place in left)
    final = (*before, walk) if explained else tuple(before)
    return tuple(judged for each in final for judged in judged_now(each))


def _told(walk: Walk, keep: int) -> Iterator[What]:
    moves = sum(not isinstance(step.events[0], event.Noted) for step in walk.replayed.steps[:keep])
    for place in range(keep, len(walk.replayed.steps)):
        moves += not isinstance(walk.replayed.steps[place].events[0], event.Noted)
        for each in walk.replayed.steps[place].events:
            match each:
                case event.ChoiceTaken(passage, choice):
                    yield ChoiceTaken(passage, choice, _open(walk, walk.replayed.states[place]))
                case event.MessageUsed(passage, message):
                    yield MessagePlayed(passage, message)
                case event.MessageLearned(message, learned_from):
                    yield MessageLearned(message, learned_from)
                case event.Arrived(passage):
                    yield Progressed(passage, moves)
                case event.Ended(ending):
                    outcome = walk.level.endings[ending].outcome
                    yield LevelEnded(ending, outcome, has_won(walk.level, walk.replayed.states[place + 1]))
                case _:
                    pass


def _open(walk: Walk, state: State) -> tuple[ChoiceId, ...]:
    return tuple(each.choice for each in actions(walk.level, state) if isinstance(each, Choose | Play))
