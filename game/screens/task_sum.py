"""What an arrangement comes to so far, shown beside the table: money as bricks, bags and what is in them, sums."""

from game.content.words import Words
from game.story.task import LEFT, MONTHS, NEVER, OWED, Arrangement, Task, TaskKind, count
from game.ui.arrange import Gap, Item
from game.ui.widgets import Gauge, Text

_OWED_FILL, _LEFT_FILL, _MONTHS_FILL = 0, 2, 1


def sum_items(words: Words, task: Task, arrangement: Arrangement, *, is_revealed: bool) -> list[Item]:
    """Return what is shown beside the table; nothing for tasks that come to no sum."""
    match task.kind:
        case TaskKind.BUDGET:
            return _budget(words, task, arrangement)
        case TaskKind.PACKING:
            return _places(words, task, arrangement)
        case TaskKind.WAGE_BOOK:
            return _book(words, task, arrangement)
        case TaskKind.CONTRACT if is_revealed:
            return _contract(words, task, arrangement)
        case _:
            return []


def _budget(words: Words, task: Task, arrangement: Arrangement) -> list[Item]:
    counts = count(task, arrangement)
    most = {name: max(1, sum(_highest(task, name))) for name in (OWED, LEFT)}
    owed, left, months = counts[OWED], counts[LEFT], counts[MONTHS]
    items: list[Item] = [
        Text(text=words("task.sum"), role="heading"),
        Gauge(label=words("task.owed"), value=max(owed, 0), most=most[OWED], fill=_OWED_FILL),
        Gauge(label=words("task.left"), value=max(left, 0), most=most[LEFT], fill=_LEFT_FILL),
    ]
    if left < 0:
        items.append(Text(text=words("task.short", count=-left), role="small", ink="warning"))
    if owed > 0 and months == NEVER:
        return [*items, Text(text=words("task.never"), role="strong", ink="warning")]
    return [*items, Text(text=words("task.months", count=months), role="strong", ink="teal")]


def _highest(task: Task, name: str) -> list[int]:
    return [max(0, *(option.counts[name] for option in part.options.values())) for part in task.parts.values()]


def _places(words: Words, task: Task, arrangement: Arrangement) -> list[Item]:
    first = next(iter(task.parts.values()))
    items: list[Item] = []
    for place in first.options.values():
        inside = [part.text for part in task.parts.values() if arrangement.get(part.id) == place.id]
        items += [Text(text=place.text, role="strong", ink="teal")]
        items += [Text(text=" · ".join(inside) or words("task.empty"), role="small", ink="soft"), Gap(0.5)]
    return items


def _book(words: Words, task: Task, arrangement: Arrangement) -> list[Item]:
    total = count(task, arrangement).get("amount", 0)
    return [
        Text(text=words("task.sum"), role="heading"),
        Text(text=words("task.total", count=total, unit=task.note), role="strong", ink="teal"),
    ]


def _contract(words: Words, task: Task, arrangement: Arrangement) -> list[Item]:
    counts = count(task, arrangement)
    warnings = sum(max(option.counts["found"] for option in part.options.values()) for part in task.parts.values())
    return [
        Text(text=words("task.sum"), role="heading"),
        Text(text=words("task.found", found=counts["found"], count=warnings), role="strong"),
        Text(text=words("task.doubted", count=counts["doubted"]), ink="soft"),
    ]
