"""Builds the task of a passage from nodes that were checked: every kind becomes parts, options and what they count."""

from collections.abc import Callable, Mapping

from game.content.nodes import Entries
from game.story.comparison import Comparison
from game.story.ids import CastId, MessageId
from game.story.level import Sign
from game.story.task import ASK, LEAVE, LEFT, OWED, CountIs, Option, Part, Task, TaskKind


def build_task(passage: Entries) -> Task | None:
    """Return the task of a passage, or None if it has none."""
    for kind, build in _BUILDERS.items():
        if kind.value in passage.values:
            return build(passage.entries(kind.value))
    return None


def build_after(choice: Entries) -> tuple[CountIs, ...] | None:
    """Return the conditions under which a task comes to this choice; None if it has nothing to do with one."""
    if "after" not in choice.values:
        return None
    return tuple(_count_is(scalar.text) for scalar in choice.scalars("after"))


def _count_is(text: str) -> CountIs:
    name, comparison, limit = text.split()
    return CountIs(name, Comparison(comparison), int(limit))


def _contract(task: Entries) -> Task:
    parts = {name: _contract_line(name, line) for name, line in task.entries("lines").records()}
    return Task(TaskKind.CONTRACT, task.prose("ask"), task.prose("from"), None, parts)


def _contract_line(name: str, line: Entries) -> Part:
    is_warning = line.text("sign") == Sign.WARNING
    counted = {"found": int(is_warning), "doubted": int(not is_warning)}
    nothing = dict.fromkeys(counted, 0)
    options = {
        ASK: Option(ASK, "", counted, is_warning, "", ""),
        LEAVE: Option(LEAVE, "", nothing, not is_warning, "", ""),
    }
    message = line.text("message")
    told = MessageId(message) if message else None
    return Part(name, line.prose("text"), line.prose("said"), options, line.prose("because"), told)


def _budget(task: Entries) -> Task:
    parts = {name: _part(name, row, _money(row.entries("options"))) for name, row in task.entries("rows").records()}
    return Task(TaskKind.BUDGET, task.prose("ask"), task.prose("unit"), None, parts)


def _money(options: Entries) -> Mapping[str, Option]:
    return {
        name: _option(name, each, {OWED: each.whole("once"), LEFT: each.whole("monthly")}, None)
        for name, each in options.records()
    }


def _packing(task: Entries) -> Task:
    places = {name: task.entries("places").prose(name) for name in task.entries("places").values}
    parts = {}
    for name, thing in task.entries("things").records():
        belongs = [scalar.text for scalar in thing.scalars("belongs")]
        options = {
            place: Option(place, text, _right_or("wrong", is_right=place in belongs), place in belongs, "", "")
            for place, text in places.items()
        }
        parts[name] = _part(name, thing, options)
    return Task(TaskKind.PACKING, task.prose("ask"), "", None, parts)


def _rest_day(task: Entries) -> Task:
    parts = {}
    slots = task.entries("slots")
    for slot in slots.values:
        fitting = {
            name: _option(
                name, each, {given: each.entries("gives").whole(given) for given in each.entries("gives").values}, None
            )
            for name, each in task.entries("activities").records()
            if "in" not in each.values or slot in (scalar.text for scalar in each.scalars("in"))
        }
        parts[slot] = Part(slot, slots.prose(slot), "", fitting, "", None)
    return Task(TaskKind.REST_DAY, task.prose("ask"), "", None, parts)


def _wage_book(task: Entries) -> Task:
    parts = {}
    for name, day in task.entries("days").records():
        options = {
            each: _option(
                each,
                entry,
                {**_right_or("wrong", is_right=_true(entry, "right")), "amount": entry.whole("amount")},
                "right",
            )
            for each, entry in day.entries("entries").records()
        }
        parts[name] = _part(name, day, options)
    return Task(TaskKind.WAGE_BOOK, task.prose("ask"), task.prose("unit"), None, parts)


def _talk(kind: TaskKind, field: str, well: str, badly: str) -> Callable[[Entries], Task]:
    def build(task: Entries) -> Task:
        parts = {}
        for name, turn in task.entries("turns").records():
            options = {
                each: _option(each, reply, _counted(well, badly, is_right=_true(reply, field)), field)
                for each, reply in turn.entries("replies").records()
            }
            parts[name] = _part(name, turn, options)
        return Task(kind, "", "", CastId(task.text("with")), parts)

    return build


def _part(name: str, part: Entries, options: Mapping[str, Option]) -> Part:
    return Part(name, part.prose("text"), "", options, part.prose("because"), None)


def _option(name: str, option: Entries, counts: Mapping[str, int], right_field: str | None) -> Option:
    is_right = _true(option, right_field) if right_field else None
    return Option(name, option.prose("text"), counts, is_right, option.prose("answer"), option.prose("because"))


def _right_or(badly: str, *, is_right: bool) -> dict[str, int]:
    return _counted("right", badly, is_right=is_right)


def _counted(well: str, badly: str, *, is_right: bool) -> dict[str, int]:
    return {well: int(is_right), badly: int(not is_right)}


def _true(record: Entries, field: str) -> bool:
    return record.text(field).lower() == "true"


_BUILDERS: Mapping[TaskKind, Callable[[Entries], Task]] = {
    TaskKind.CONTRACT: _contract,
    TaskKind.BUDGET: _budget,
    TaskKind.PACKING: _packing,
    TaskKind.PHONE: _talk(TaskKind.PHONE, "good", "good", "poor"),
    TaskKind.LISTENING: _talk(TaskKind.LISTENING, "listens", "heard", "missed"),
    TaskKind.REST_DAY: _rest_day,
    TaskKind.WAGE_BOOK: _wage_book,
}
