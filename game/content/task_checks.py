"""Checks of tasks: one in a passage, what it can come to, and what each kind needs to be worth doing."""

from collections.abc import Callable, Iterable, Mapping

from game.content.faults import FaultLog, quoted
from game.content.nodes import Entries
from game.content.task_build import build_task
from game.content.task_shape import OTHERWISE
from game.story.level import Sign
from game.story.task import Task, TaskKind

_FEWEST_OF_A_SIGN = 2


def check_task(passage: Entries, cast: Iterable[str], log: FaultLog) -> None:
    """Note what is wrong with the task of a passage, or with choices that speak of one where there is none."""
    kinds = [kind for kind in TaskKind if kind.value in passage.values]
    if not kinds:
        for name, choice in passage.entries("choices").records():
            if "after" in choice.values:
                message = f"{quoted(name)} has 'after', but there is no task in this passage"
                log.add("after-without-task", choice.place("after"), message, "add a task, or remove 'after'")
        return
    for extra in (*(kind.value for kind in kinds[1:]), *(["offers"] if "offers" in passage.values else [])):
        message = f"there is already {quoted(kinds[0])} on this table"
        log.add("two-tasks", passage.place(extra), message, "give it a passage of its own")
    body = passage.entries(kinds[0].value)
    _KINDS.get(kinds[0], _nothing)(body, log)
    partner = body.scalar("with")
    if partner and partner.text not in cast:
        log.add_unknown(
            "unknown-cast", partner.at, partner.text, f"{quoted(partner.text)} is not in the cast", list(cast)
        )
    task = None if log.has_errors else build_task(passage)
    _ends(passage, task, log)


def _ends(passage: Entries, task: Task | None, log: FaultLog) -> None:
    """Check the choices: each is come to by the task or opened by a message, and the last always fits."""
    choices = passage.entries("choices")
    ends = [choice for _, choice in choices.records() if "after" in choice.values]
    for name, choice in choices.records():
        if "after" not in choice.values and "uses" not in choice.values:
            message = f"{quoted(name)} has neither 'after' nor 'uses', but this passage has a task"
            log.add("choice-beside-task", choice.at, message, "say after what counts of the task it is taken")
        for field in ("uses", "when"):
            if "after" in choice.values and field in choice.values:
                message = f"a choice with 'after' cannot have '{field}'"
                log.add("choice-beside-task", choice.place(field), message, "what the task counts decides alone")
    for number, choice in enumerate(ends):
        _after(choice, task, is_last=number + 1 == len(ends), log=log)
    if len(ends) < _FEWEST_OF_A_SIGN:
        log.add("too-few", passage.place("choices"), "a task comes to at least two choices", "add one with 'after'")


def _after(choice: Entries, task: Task | None, *, is_last: bool, log: FaultLog) -> None:
    at = choice.place("after")
    always = choice.scalar("after")
    if always and not is_last:
        log.add(
            "branch-order", at, "choices below this one are never come to", f"'{OTHERWISE}' belongs to the last one"
        )
    if is_last and not always:
        log.add("no-fallback", at, "if this does not hold, the task comes to nothing", f"write 'after: {OTHERWISE}'")
    for scalar in choice.scalars("after"):
        name = scalar.text.split(" ")[0]
        if task and name not in task.counts:
            message = f"this task does not count {quoted(name)}"
            log.add_unknown("unknown-count", scalar.at, name, message, task.counts)


def _nothing(_task: Entries, _log: FaultLog) -> None:
    """Some kinds need no more than their form and what all tasks have to prove."""


def _contract(task: Entries, log: FaultLog) -> None:
    signs = [line.text("sign") for _, line in task.entries("lines").records()]
    for sign in Sign:
        if signs and signs.count(sign) < _FEWEST_OF_A_SIGN:
            message = f"a contract needs at least two lines with 'sign: {sign}'"
            log.add("one-sided-contract", task.place("lines"), message, "asking about everything must not be best")


def _packing(task: Entries, log: FaultLog) -> None:
    places = task.entries("places").values
    for name, thing in task.entries("things").records():
        for scalar in thing.scalars("belongs"):
            if scalar.text not in places:
                message = f"{quoted(scalar.text)} is not one of the places"
                log.add_unknown("unknown-place", scalar.at, scalar.text, message, places)
        if places and len(thing.scalars("belongs")) == len(places):
            message = f"{quoted(name)} is right everywhere"
            log.add("nothing-to-decide", thing.place("belongs"), message, "leave it out, or leave out a place")


def _rest_day(task: Entries, log: FaultLog) -> None:
    slots = task.entries("slots").values
    free: dict[str, int] = dict.fromkeys(slots, 0)
    for _, activity in task.entries("activities").records():
        fits = activity.scalars("in")
        for scalar in fits:
            if scalar.text not in slots:
                message = f"{quoted(scalar.text)} is not one of the slots"
                log.add_unknown("unknown-place", scalar.at, scalar.text, message, slots)
        for slot in [scalar.text for scalar in fits] or list(slots):
            free[slot] = free.get(slot, 0) + 1
    for slot in slots:
        if free[slot] < _FEWEST_OF_A_SIGN:
            log.add(
                "nothing-to-decide",
                task.entries("slots").place(slot),
                f"{quoted(slot)} has no choice",
                "add activities",
            )


def _wage_book(task: Entries, log: FaultLog) -> None:
    for name, day in task.entries("days").records():
        _one_right(name, day.entries("entries"), "right", log, most=1)


def _talk(field: str) -> Callable[[Entries, FaultLog], None]:
    def check(task: Entries, log: FaultLog) -> None:
        for name, turn in task.entries("turns").records():
            _one_right(name, turn.entries("replies"), field, log, most=None)

    return check


def _one_right(name: str, options: Entries, field: str, log: FaultLog, *, most: int | None) -> None:
    right = [option.text(field).lower() == "true" for _, option in options.records() if field in option.values]
    if not right or len(right) < len(options.values):
        return
    if most and sum(right) > most:
        log.add(
            "nothing-to-decide", options.at, f"{quoted(name)} has several right entries", "exactly one is what happened"
        )
    elif all(right) or not any(right):
        message = f"in {quoted(name)} all of them have '{field}: {str(right[0]).lower()}'"
        log.add("nothing-to-decide", options.at, message, "add one of the other kind")


_KINDS: Mapping[TaskKind, Callable[[Entries, FaultLog], None]] = {
    TaskKind.CONTRACT: _contract,
    TaskKind.PACKING: _packing,
    TaskKind.REST_DAY: _rest_day,
    TaskKind.WAGE_BOOK: _wage_book,
    TaskKind.PHONE: _talk("good"),
    TaskKind.LISTENING: _talk("listens"),
}
