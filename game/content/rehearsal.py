"""Plays the plays of a level, and tells at which step one of them is no longer possible."""

from game.content.faults import At, FaultLog, listed, nearest_hint, quoted
from game.content.plays import Do, DoTask, ExpectConditions, ExpectKnown, ExpectPlace, ExpectWin, Play, Step
from game.story.action import Action, ActionId, Chance, Choose, Continue
from game.story.engine import actions, apply, fitting, has_ended, has_won, start
from game.story.level import ChoiceId, Condition, FlagIs, Knows, Level, MessageId, MeterIs
from game.story.state import State, flags_set, known, meter_value
from game.story.task import is_complete


def rehearse(level: Level, play: Play, log: FaultLog) -> None:
    """Note every expectation that is not met, up to the first step that cannot be taken."""
    state = start(level)
    for step in play.steps:
        if isinstance(step, Do):
            action = _action(level, state, step)
            if action is None:
                log.add("play-failed", step.at, *_not_open(level, state, step))
                return
            state = apply(level, state, action).state
        elif isinstance(step, DoTask):
            choice = _arranged(level, state, step)
            if choice is None:
                message = f"this is not a complete way to do a task at {quoted(state.place)}"
                log.add("play-failed", step.at, message, "pick one of its options for every part of the task")
                return
            state = apply(level, state, ActionId(choice)).state
        else:
            _expect(level, state, step, log)


def _arranged(level: Level, state: State, step: DoTask) -> ChoiceId | None:
    passage = level.passages.get(state.place)
    if passage is None or passage.task is None or not is_complete(passage.task, step.arrangement):
        return None
    choice = passage.comes_to(step.arrangement)
    return choice.id if choice else None


def _action(level: Level, state: State, step: Do) -> ActionId | None:
    if step.how == "play":
        playing = fitting(level, state, MessageId(step.name))
        return playing.id if playing else None
    return next((action.id for action in actions(level, state) if _name(action) == (step.how, step.name)), None)


def _name(action: Action) -> tuple[str, str]:
    match action:
        case Choose(choice=choice):
            return "choose", choice
        case Continue(to=to) | Chance(to=to):
            return "continue", to
        case _:
            return "play", action.message


def _not_open(level: Level, state: State, step: Do) -> tuple[str, str]:
    opened = [_name(action) for action in actions(level, state)]
    message = f"'{step.how}: {step.name}' is not possible at {quoted(state.place)}"
    names = [name for how, name in opened if how == step.how]
    if has_ended(level, state):
        return message, "the story has ended there"
    return message, nearest_hint(step.name, names) or f"possible is {listed(f'{how}: {name}' for how, name in opened)}"


def _expect(level: Level, state: State, step: Step, log: FaultLog) -> None:
    match step:
        case ExpectPlace(place, is_ending, at):
            if state.place != place or has_ended(level, state) < is_ending:
                _missed(log, at, f"{quoted(place)} was expected, but the story is at {quoted(state.place)}")
        case ExpectKnown(messages, at):
            for message in (each for each in messages if each not in known(level, state)):
                _missed(log, at, f"{quoted(message)} is not in the notebook")
        case ExpectConditions(conditions, at):
            for text, _ in (each for each in conditions if not _holds(level, state, each[1])):
                _missed(log, at, f"{quoted(text)} does not hold")
        case ExpectWin(wanted, at):
            if has_won(level, state) != wanted:
                _missed(log, at, f"winning was expected to be {str(wanted).lower()}, but is not")
        case Do() | DoTask():
            pass


def _missed(log: FaultLog, at: At, message: str) -> None:
    log.add("play-failed", at, message, "change the level, or the play if the change was meant")


def _holds(level: Level, state: State, condition: Condition) -> bool:
    match condition:
        case MeterIs(meter, comparison, limit):
            if meter not in (known_meter.id for known_meter in level.meters):
                return False
            return comparison.holds(meter_value(level, state, meter), limit)
        case FlagIs(flag, wanted):
            return (flag in flags_set(level, state)) == wanted
        case Knows(message, wanted):
            return (message in known(level, state)) == wanted
