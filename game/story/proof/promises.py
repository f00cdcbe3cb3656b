"""What every level promises, each promise proved over all reachable states, or broken by a run that shows it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from game.story.action import ActionId, Choose, Play
from game.story.level import PassageId
from game.story.proof.future import Futures
from game.story.proof.prospect import prospects
from game.story.proof.runs import runs
from game.story.proof.tasks import rewards, ways_to
from game.story.state import insight_masks, used_bit

LATE = 0.5
"""From which share of a median run's decisions on a player may have missed the win."""
_LUCKY = 0.5
"""How often picking blindly may come to the best a task can come to."""
_FEWEST_GENUINE, _MOST_GENUINE = 1 / 3, 2 / 3
"""Offers are about half genuine and half not, so that neither trust nor distrust alone can tell them apart."""


class Promise(StrEnum):
    """The promises, by the code a fault is reported under."""

    PASSAGE_REACHED = "unreachable-passage"
    CHOICE_OPENS = "choice-never-open"
    BRANCH_TAKEN = "branch-never-taken"
    MESSAGE_LEARNED = "message-never-learned"
    NO_DEAD_END = "dead-end"
    PLAIN_CHOICE_OPEN = "no-plain-choice"
    WAY_OUT = "no-way-out"
    METERS_IN_BOUNDS = "meter-out-of-bounds"
    HELP_FROM_EVERYWHERE = "no-help"
    CAN_BE_WON = "never-won"
    WON_BY_MESSAGES = "won-without-messages"
    WIN_LASTS = "win-lost-early"
    MESSAGE_HELPS_TO_WIN = "message-not-used"
    SYSTEM_NAMED = "no-system-cause"
    OFFERS_BALANCED = "offers-unbalanced"
    TASK_COMES_TO = "after-never-reached"
    TASK_CAN_BE_DONE = "task-not-rewarded"
    TASK_TAKES_THOUGHT = "task-too-easy"


@dataclass(frozen=True, slots=True)
class Breach:
    """A promise that is not kept: the part of the level it is about, and a run that shows it where there is one."""

    promise: Promise
    place: PassageId | None
    part: str
    """The id of the choice, branch target, message, meter or offer meant; empty if the place itself is."""
    run: tuple[ActionId, ...] | None
    detail: str = ""


def breaches(futures: Futures) -> list[Breach]:
    """Return every promise the level breaks, once for each part of the level, with the shortest run that shows it."""
    checks: tuple[Callable[[Futures], Iterable[Breach]], ...] = (
        _unreached, _unused_moves, _unlearned, _stuck, _lost_effects, _hopeless, _wins, _unused_messages, _unnamed,
        _unbalanced, _idle_tasks,
    )  # fmt: skip
    found: dict[tuple[Promise, PassageId | None, str], Breach] = {}
    for breach in (breach for check in checks for breach in check(futures)):
        other = found.setdefault((breach.promise, breach.place, breach.part), breach)
        if len(breach.run or ()) < len(other.run or ()):
            found[breach.promise, breach.place, breach.part] = breach
    return list(found.values())


def _unreached(futures: Futures) -> Iterator[Breach]:
    level = futures.graph.level
    reached = {state.place for state in futures.graph.states}
    for place in (*level.passages, *level.endings):
        if place not in reached:
            yield Breach(Promise.PASSAGE_REACHED, place, "", None)


def _unused_moves(futures: Futures) -> Iterator[Breach]:
    graph = futures.graph
    reached = {state.place for state in graph.states}
    taken = {move for future in futures.all for move, _ in future.ways}
    for number, move in enumerate(graph.moves):
        if number not in taken and move.origin in reached:
            if isinstance(move.action, Choose | Play):
                yield Breach(Promise.CHOICE_OPENS, move.origin, move.action.choice, None)
            else:
                yield Breach(Promise.BRANCH_TAKEN, move.origin, move.to, None)


def _unlearned(futures: Futures) -> Iterator[Breach]:
    level = futures.graph.level
    reached = {state.place for state in futures.graph.states}
    taught = {message for place in reached & level.passages.keys() for message in level.passages[place].teaches}
    for message in level.messages:
        if message not in taught and message not in level.carries:
            yield Breach(Promise.MESSAGE_LEARNED, None, message, None)


def _stuck(futures: Futures) -> Iterator[Breach]:
    """Find places without a way on, and places whose only ways are messages a player may not think of."""
    moves = futures.graph.moves
    for number, future in enumerate(futures.all):
        if future.place in futures.graph.level.endings:
            continue
        if all(isinstance(moves[move].action, Play) for move, _ in future.ways):
            promise = Promise.PLAIN_CHOICE_OPEN if future.ways else Promise.NO_DEAD_END
            yield Breach(promise, future.place, "", _run_into(futures, number))


def _run_into(futures: Futures, number: int) -> tuple[ActionId, ...]:
    """Return a shortest run to a state with this future."""
    return futures.graph.run_to(futures.of_state.index(number))


def _lost_effects(futures: Futures) -> Iterator[Breach]:
    graph = futures.graph
    for lost in graph.lost_effects:
        move = graph.moves[lost.move]
        run = (*graph.run_to(lost.state), move.action.id)
        yield Breach(Promise.METERS_IN_BOUNDS, move.origin, move.action.id, run, f"{lost.meter} {lost.value}")


def _hopeless(futures: Futures) -> Iterator[Breach]:
    """Find places from which no ending, or no help, can be reached."""
    for number, (future, prospect) in enumerate(zip(futures.all, prospects(futures), strict=True)):
        if future.ways and not prospect.can_end:
            yield Breach(Promise.WAY_OUT, future.place, "", _run_into(futures, number))
        elif future.ways and not prospect.can_get_help:
            yield Breach(Promise.HELP_FROM_EVERYWHERE, future.place, "", _run_into(futures, number))


def _wins(futures: Futures) -> Iterator[Breach]:
    graph, found = futures.graph, prospects(futures)
    if not found[futures.of_state[0]].can_win:
        yield Breach(Promise.CAN_BE_WON, None, "", None)
        return
    cheap = next((number for number in _won(futures) if not _by_messages(futures, number)), None)
    if cheap is not None:
        yield Breach(Promise.WON_BY_MESSAGES, None, "", graph.run_to(cheap))
    lost = [number for number, future in enumerate(futures.of_state) if not found[future].can_win]
    decisions = _decisions_to(futures)
    soonest = min(lost, key=decisions.__getitem__, default=None)
    if soonest is not None and decisions[soonest] < LATE * runs(futures).decisions.median:
        yield Breach(Promise.WIN_LASTS, graph.states[soonest].place, "", graph.run_to(soonest))


def _decisions_to(futures: Futures) -> list[int]:
    """Return for each state how many decisions a shortest run to it takes."""
    graph = futures.graph
    counts: list[int] = []
    for before, move in graph.came_from:
        counts.append(counts[before] + isinstance(graph.moves[move].action, Choose | Play) if before >= 0 else 0)
    return counts


def _won(futures: Futures) -> list[int]:
    return [state for state, future in enumerate(futures.of_state) if futures.all[future].wins]


def _by_messages(futures: Futures, state: int) -> bool:
    learned, used = insight_masks(futures.graph.level)
    bits = futures.graph.states[state].bits
    return bool(bits & learned and bits & used)


def _unused_messages(futures: Futures) -> Iterator[Breach]:
    level = futures.graph.level
    bits = 0
    for number in _won(futures):
        bits |= futures.graph.states[number].bits
    taught = {message for passage in level.passages.values() for message in passage.teaches}
    for message in level.messages:
        if message in taught and not bits & used_bit(level, message):
            yield Breach(Promise.MESSAGE_HELPS_TO_WIN, None, message, None)


def _unnamed(futures: Futures) -> Iterator[Breach]:
    for ending in futures.graph.level.endings.values():
        if not ending.debrief.system.strip():
            yield Breach(Promise.SYSTEM_NAMED, ending.id, "", None)


def _unbalanced(futures: Futures) -> Iterator[Breach]:
    passages = futures.graph.level.passages.values()
    offers = [offer for passage in passages for offer in passage.offers.values()]
    share = sum(offer.genuine for offer in offers) / len(offers) if offers else 0.5
    if not _FEWEST_GENUINE <= share <= _MOST_GENUINE:
        yield Breach(Promise.OFFERS_BALANCED, None, "", None, f"{share:.0%}")


def _idle_tasks(futures: Futures) -> Iterator[Breach]:
    """Find tasks in which something is never come to, doing it well is not rewarded, or luck is enough."""
    for passage in futures.graph.level.passages.values():
        if passage.task is None:
            continue
        ways = ways_to(passage)
        best, *_ = ways
        for choice in (choice for choice, count in ways.items() if not count):
            yield Breach(Promise.TASK_COMES_TO, passage.id, choice, None)
        if not rewards(passage):
            yield Breach(Promise.TASK_CAN_BE_DONE, passage.id, best, None)
        lucky = ways[best] / sum(ways.values())
        if lucky > _LUCKY:
            yield Breach(Promise.TASK_TAKES_THOUGHT, passage.id, best, None, f"{lucky:.0%}")
