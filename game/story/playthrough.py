"""How somebody got where they are: the actions taken, and nothing else.

Saving, resuming, stepping back, replaying and reporting a fault are all this one list.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.story.action import ActionId, Chance, Verdict
from game.story.chance import draw
from game.story.engine import NotOpenError, Step, actions, apply, start
from game.story.event import LineMarked, Noted, OfferJudged, PartArranged
from game.story.level import FlagId, Level, LevelId, PassageId, Sign
from game.story.state import State

FORMAT = 1
"""The version of the JSON form of a playthrough."""


class BrokenPlaythroughError(Exception):
    """Something that should be a playthrough's JSON form is not. The catcher starts the level anew and says so."""


@dataclass(frozen=True, slots=True)
class Playthrough:
    """One way through a level. Chance outcomes are in the list too, so a replay needs no draw."""

    level: LevelId
    version: str
    """The `Level.version` it was played on."""
    seed: int
    """Decides the draws still to come; from 0 to 2**64 - 1."""
    actions: tuple[ActionId, ...] = ()
    memory: frozenset[FlagId] = frozenset()
    """The flags remembered from other levels that were set when it began."""

    def then(self, action: ActionId) -> "Playthrough":
        """Return the playthrough with one more action."""
        return replace(self, actions=(*self.actions, action))


@dataclass(frozen=True, slots=True)
class Replay:
    """A playthrough played again: `states[0]` is the start, `steps[i]` led from `states[i]` to `states[i + 1]`."""

    states: tuple[State, ...]
    steps: tuple[Step, ...]
    stopped_at: ActionId | None
    """The first action that is not possible any more because the level was changed; None if all of them were."""

    @property
    def state(self) -> State:
        """The state it ends in."""
        return self.states[-1]

    @property
    def moves(self) -> int:
        """How many actions moved the story; notes do not."""
        return sum(not isinstance(step.events[0], Noted) for step in self.steps)

    @property
    def marks(self) -> Mapping[tuple[str, str], Sign]:
        """The marks put on offers, by (offer, line)."""
        found: dict[tuple[str, str], Sign] = {}
        for event in (event for step in self.steps for event in step.events):
            if isinstance(event, LineMarked):
                found.pop((event.offer, event.line), None)
                if event.sign is not None:
                    found[event.offer, event.line] = event.sign
        return found

    @property
    def verdicts(self) -> Mapping[str, Verdict]:
        """What the player would do with each offer, by the offer's id; offers nothing was said about are left out."""
        events = (event for step in self.steps for event in step.events)
        said = {event.offer: event.verdict for event in events if isinstance(event, OfferJudged)}
        return {offer: verdict for offer, verdict in said.items() if verdict is not None}

    def arrangement(self, passage: PassageId) -> dict[str, str]:
        """Return the options picked so far for the parts of a passage's task; what was picked last stands last."""
        arranged: dict[str, str] = {}
        for event in (event for step in self.steps for event in step.events):
            if isinstance(event, PartArranged) and event.passage == passage:
                arranged.pop(event.part, None)
                arranged[event.part] = event.option
        return arranged


def begin(level: Level, seed: int, memory: frozenset[FlagId] | None = None) -> Playthrough:
    """Return a playthrough in which nothing has happened yet; without `memory`, the level is played on its own."""
    return Playthrough(level.id, level.version, seed, memory=level.alone if memory is None else memory)


def replay(level: Level, playthrough: Playthrough) -> Replay:
    """Play the actions again, as far as the level still allows them."""
    states = [start(level, playthrough.memory)]
    steps: list[Step] = []
    for action in playthrough.actions:
        try:
            step = apply(level, states[-1], action)
        except NotOpenError:
            return Replay(tuple(states), tuple(steps), action)
        steps.append(step)
        states.append(step.state)
    return Replay(tuple(states), tuple(steps), None)


def shortened(playthrough: Playthrough, replayed: Replay) -> Playthrough:
    """Return what is left of a playthrough when a replay stopped early."""
    return replace(playthrough, actions=playthrough.actions[: len(replayed.steps)])


def next_draw(level: Level, playthrough: Playthrough, state: State) -> Chance | None:
    """Return what chance decides in this state, or None where nothing is left to chance."""
    chances = [action for action in actions(level, state) if isinstance(action, Chance)]
    if not chances:
        return None
    turn = sum(action.startswith(">") for action in playthrough.actions)
    return draw(playthrough.seed, turn, chances)


def step_back(level: Level, playthrough: Playthrough) -> Playthrough:
    """Return the playthrough as it was before the last action that moved the story, without what was noted since."""
    last = _without_notes(replay(level, playthrough), len(playthrough.actions))
    return replace(playthrough, actions=playthrough.actions[: max(last - 1, 0)])


def before_step(level: Level, playthrough: Playthrough, step: int) -> Playthrough:
    """Return the playthrough as it was before one of its steps, without what was noted right before that."""
    return replace(playthrough, actions=playthrough.actions[: _without_notes(replay(level, playthrough), step)])


def _without_notes(replayed: Replay, end: int) -> int:
    """Return how many of the first steps are left when notes at the end of them are taken away."""
    last = min(end, len(replayed.steps))
    while last and isinstance(replayed.steps[last - 1].events[0], Noted):
        last -= 1
    return last


def to_json(playthrough: Playthrough) -> dict[str, object]:
    """Return the playthrough as JSON values."""
    memory = {"memory": sorted(playthrough.memory)} if playthrough.memory else {}
    return {
        "format": FORMAT,
        "level": playthrough.level,
        "version": playthrough.version,
        "seed": playthrough.seed,
        "actions": list(playthrough.actions),
        **memory,
    }


def from_json(value: object) -> Playthrough:
    """Return the playthrough that `to_json` made this of.

    Raises:
        BrokenPlaythroughError: the value is of another form, or of a later format than this game knows.

    """
    match value:
        case {
            "format": int(number),
            "level": str(level),
            "version": str(version),
            "seed": int(seed),
            "actions": [*ids],
            **rest,
        }:
            if number != FORMAT:
                raise BrokenPlaythroughError(f"format {number} is not known here; this game reads format {FORMAT}")
            if all(isinstance(each, str) for each in ids):
                taken = tuple(ActionId(each) for each in ids)
                return Playthrough(LevelId(level), version, seed, taken, _memory(rest.get("memory")))
        case _:
            pass
    raise BrokenPlaythroughError("this is not a saved playthrough")


def _memory(kept: object) -> frozenset[FlagId]:
    """Return the remembered flags of a playthrough's JSON form; saves of before there were any have none."""
    return frozenset(FlagId(flag) for flag in kept if isinstance(flag, str)) if isinstance(kept, list) else frozenset()
