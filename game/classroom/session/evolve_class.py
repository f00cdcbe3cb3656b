"""The story of the class after a step, and the round that begins with it."""

from dataclasses import replace

from game.classroom.findings import ChoiceCount
from game.classroom.happenings import What
from game.classroom.session.entries import ClassWalked
from game.classroom.session.polls import CARD, CHOICE, counted
from game.classroom.session.session import Together
from game.classroom.session.telling import judged_now, tell
from game.classroom.session.walk import Need, Walk, kept, walked
from game.story.engine import NotOpenError
from game.story.level import ChoiceId


def new_round(together: Together) -> Together:
    """Return the story in the round after this one: nobody has voted, and nothing is shown."""
    return replace(together, round=together.round + 1, votes={}, hands={}, is_revealed=False)


def class_walked(together: Together, entry: ClassWalked) -> tuple[Together, tuple[What, ...]]:
    """Return the story after a step, and what happened."""
    before = together.walk
    if entry.misfit is not None:  # the card stays in the notebook, and the class votes again
        return replace(new_round(together), walk=replace(before, misfit=entry.misfit)), ()
    after = stepped(before, entry.keep, entry.actions, explained=entry.explained)
    whats = (*tell(after, entry.keep), *(judged_now(after) if entry.explained else ()))
    choices = (*together.choices, *_decided(together)) if len(entry.actions) and before.need is Need.CHOICE else ()
    return replace(new_round(together), walk=after, choices=choices or together.choices), whats


def stepped(walk: Walk, keep: int, actions: tuple[str, ...], *, explained: bool) -> Walk:
    """Return a story after a step that was taken. When the level has been changed since, it goes as far as it can."""
    after = kept(walk, keep)
    for action in actions:
        try:
            after = walked(after, (action,))  # type: ignore[arg-type]  # an id is a text
        except NotOpenError:
            break
    return replace(after, is_explained=explained, misfit=None)


def _decided(together: Together) -> tuple[ChoiceCount, ...]:
    passage = together.walk.passage
    tally = counted(together.walk, tuple(together.votes.values()), together.hands).get(CHOICE, {})
    if passage is None:
        return ()
    plain = {value: count for value, count in tally.items() if not value.startswith(CARD)}
    return tuple(ChoiceCount(passage.id, ChoiceId(value), count) for value, count in plain.items())
