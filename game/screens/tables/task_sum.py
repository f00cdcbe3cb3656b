"""What an arrangement comes to so far, shown beside the table: money as bricks, bags and what is in them, sums."""

from game.content.words import Words
from game.screens.tables.task_pictures import calendar, towers, wall
from game.story.task import LEFT, MONTHS, NEVER, OWED, Arrangement, Task, TaskKind, count, is_complete
from game.ui.arrange import Item, beside, card, line
from game.ui.task_widgets import Bin, Thing
from game.ui.theme import Theme
from game.ui.widgets import Gauge, Icon, Text


def sum_items(words: Words, task: Task, arrangement: Arrangement, theme: Theme, *, is_revealed: bool) -> list[Item]:
    """Return what is shown beside the table; nothing for tasks that come to no sum."""
    match task.kind:
        case TaskKind.BUDGET:
            return [card(*_budget(words, task, arrangement, theme))]
        case TaskKind.PACKING:
            return _places(words, task, arrangement, is_revealed=is_revealed)
        case TaskKind.WAGE_BOOK:
            return [card(*_book(words, task, arrangement))]
        case TaskKind.CONTRACT if is_revealed:
            return [card(*_contract(words, task, arrangement))]
        case _:
            return []


def _budget(words: Words, task: Task, arrangement: Arrangement, theme: Theme) -> list[Item]:
    counts = count(task, arrangement)
    most = {name: max(1, sum(_highest(task, name))) for name in (OWED, LEFT)}
    owed, left, months = counts[OWED], counts[LEFT], counts[MONTHS]
    items: list[Item] = [
        Text(text=words("task.sum"), role="heading"),
        Gauge(label=words("task.owed"), value=max(owed, 0), most=most[OWED], has_bricks=False),
        line(wall(theme, max(owed, 0), most[OWED])),
        Gauge(label=words("task.left"), value=left, most=most[LEFT], has_bricks=False),
        line(towers(theme, left, most[LEFT])),
    ]
    if left < 0:
        items.append(Text(text=words("task.short", count=-left), role="small", ink="warning"))
    if not is_complete(task, arrangement):
        return items
    if owed > 0 and months == NEVER:
        never = beside(
            Icon(name="warning", ink="warning"), Text(text=words("task.never"), role="strong", ink="warning")
        )
        return [*items, line(calendar(theme, None)), never]
    if owed <= 0:
        return [*items, Text(text=words("task.no_debt"), role="strong", ink="teal")]
    return [
        *items,
        line(calendar(theme, months)),
        Text(text=words("task.months", count=months), role="strong", ink="teal"),
    ]


def _highest(task: Task, name: str) -> list[int]:
    return [max(0, *(option.counts[name] for option in part.options.values())) for part in task.parts.values()]


def _places(words: Words, task: Task, arrangement: Arrangement, *, is_revealed: bool) -> list[Item]:
    first = next(iter(task.parts.values()))
    empty = words("task.empty")
    bins: list[Item] = []
    for number, place in enumerate(first.options.values()):
        inside = [part for part in task.parts.values() if arrangement.get(part.id) == place.id]
        things = (Thing(part.text, part.options[place.id].is_right if is_revealed else None) for part in inside)
        bins.append(Bin(label=place.text, things=tuple(things), empty=empty, fill=number))
    return bins


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
