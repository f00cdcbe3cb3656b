"""A story on its way: of one seat, or of the class."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from game.story.action import ActionId, Chance, Choose, Continue, Verdict
from game.story.engine import actions, apply, fitting, has_ended
from game.story.event import Noted
from game.story.level import ChoiceId, Ending, FlagId, Level, MessageId, Passage, PassageId, Sign
from game.story.playthrough import Playthrough, Replay, begin, next_draw, replay, step_back
from game.story.state import State, known
from game.story.task import LEAVE, Part, TaskKind, is_complete, standing


class Need(StrEnum):
    """What a story waits for."""

    OFFERS = "offers"
    """Verdicts on the offers of the passage."""
    TASK = "task"
    """Options for the parts of a task."""
    EXPLAINED = "explained"
    """A task is explained; going on takes the choice it comes to."""
    CHOICE = "choice"
    ONWARD = "onward"
    """Going on: there is nothing to choose."""
    NOTHING = "nothing"
    """It has ended."""


@dataclass(frozen=True, slots=True)
class Walk:
    """What was done so far, and what follows from it."""

    level: Level
    playthrough: Playthrough
    replayed: Replay
    is_explained: bool = False
    """Whether the offers or the task of the present passage have been explained."""
    misfit: MessageId | None = None
    """The card that was played last, if it did not fit."""

    @property
    def state(self) -> State:
        """Where the story is."""
        return self.replayed.state

    @property
    def place(self) -> PassageId:
        """The passage or ending it is at."""
        return self.state.place

    @property
    def passage(self) -> Passage | None:
        """The passage it is at; None at an ending."""
        return self.level.passages.get(self.place)

    @property
    def ending(self) -> Ending | None:
        """The ending it is at; None before."""
        return self.level.endings.get(self.place)

    @property
    def is_at_start(self) -> bool:
        """Whether nothing has moved yet."""
        return self.replayed.moves == 0

    @property
    def need(self) -> Need:
        """What it waits for."""
        passage = self.passage
        if passage is None:
            return Need.NOTHING
        if passage.task:
            return Need.EXPLAINED if self.is_explained else Need.TASK
        if passage.offers and not self.is_explained:
            return Need.OFFERS
        return Need.CHOICE if passage.choices else Need.ONWARD

    @property
    def choices(self) -> tuple[ChoiceId, ...]:
        """The plain choices that can be taken now, in the order of the level."""
        if self.need is not Need.CHOICE:
            return ()
        return tuple(each.choice for each in actions(self.level, self.state) if isinstance(each, Choose))

    @property
    def cards(self) -> tuple[MessageId, ...]:
        """The messages in the notebook."""
        return known(self.level, self.state)

    @property
    def marks(self) -> Mapping[tuple[str, str], Sign]:
        """The marks put on lines of offers."""
        return self.replayed.marks

    @property
    def verdicts(self) -> Mapping[str, Verdict]:
        """What was said of each offer."""
        return self.replayed.verdicts

    @property
    def arrangement(self) -> Mapping[str, str]:
        """What has been picked for the task of this passage, by part."""
        arranged = self.replayed.arrangement(self.place)
        return standing(self.passage.task, arranged) if self.passage and self.passage.task else arranged

    @property
    def open_parts(self) -> tuple[Part, ...]:
        """The parts of the task that can be picked now: of a talk, the next one; of other tasks, all of them."""
        task = self.passage.task if self.passage and self.need is Need.TASK else None
        parts = tuple(task.parts.values()) if task else ()
        if task and task.kind.is_told_turn_by_turn:
            arranged = self.arrangement
            return tuple(part for part in parts if part.id not in arranged)[:1]
        return parts

    @property
    def is_table_done(self) -> bool:
        """Whether the offers all have a verdict, or the task is complete."""
        passage = self.passage
        if passage is None:
            return False
        if passage.task:
            return is_complete(passage.task, self.arrangement)
        return all(offer in self.verdicts for offer in passage.offers)

    @property
    def picked(self) -> Mapping[str, str]:
        """The arrangement, with the lines of a contract that were left alone."""
        task = self.passage.task if self.passage else None
        untouched = dict.fromkeys(task.parts, LEAVE) if task and task.kind is TaskKind.CONTRACT else {}
        return {**untouched, **self.arrangement}


def new_walk(level: Level, seed: int, memory: frozenset[FlagId] | None = None) -> Walk:
    """Return a story that begins."""
    playthrough = begin(level, seed, memory)
    return Walk(level, playthrough, replay(level, playthrough))


def walked(walk: Walk, taken: Sequence[ActionId]) -> Walk:
    """Return the story after some actions and notes.

    Raises:
        NotOpenError: one of them cannot be taken.

    """
    for action in taken:
        step = apply(walk.level, walk.state, action)
        moves = not isinstance(step.events[0], Noted)
        walk = Walk(
            walk.level,
            walk.playthrough.then(action),
            Replay((*walk.replayed.states, step.state), (*walk.replayed.steps, step), None),
            is_explained=walk.is_explained and not moves,
        )
    return walk


def kept(walk: Walk, keep: int) -> Walk:
    """Return the story with its first actions alone."""
    if keep >= len(walk.playthrough.actions):
        return walk
    playthrough = replace(walk.playthrough, actions=walk.playthrough.actions[: max(keep, 0)])
    return Walk(walk.level, playthrough, replay(walk.level, playthrough))


def stepped_back(walk: Walk) -> int:
    """Return how many actions are left when the last one that moved the story is taken back."""
    return len(step_back(walk.level, walk.playthrough).actions)


def onward(walk: Walk) -> tuple[ActionId, ...]:
    """Return what going on takes here: the choice a task comes to, the only way, or the one that is drawn; or nothing.

    Before a task is explained, and where something has to be chosen, it takes nothing.
    """
    passage = walk.passage
    if passage and walk.need is Need.EXPLAINED:
        choice = passage.comes_to(walk.picked)
        return (ActionId(choice.id),) if choice else ()
    if walk.need is not Need.ONWARD:
        return ()
    drawn: Chance | None = next_draw(walk.level, walk.playthrough, walk.state)
    if drawn:
        return (drawn.id,)
    decided = (each.id for each in actions(walk.level, walk.state) if isinstance(each, Continue))
    return tuple(decided)[:1]


def playing(walk: Walk, message: MessageId) -> ActionId | None:
    """Return the action that a card takes here; None if it does not fit. Offers are looked at first."""
    if message not in walk.cards or walk.need not in (Need.CHOICE, Need.TASK):
        return None
    action = fitting(walk.level, walk.state, message)
    return action.id if action else None


def is_over(walk: Walk) -> bool:
    """Say whether the story has come to an ending."""
    return has_ended(walk.level, walk.state)
