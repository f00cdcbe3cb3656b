"""The page docs/levels.md: what each level of the campaign holds, and what its proof measured."""

from collections.abc import Iterable, Sequence

from game.report.table import markdown_table, measures_table
from game.story.level import Level
from game.story.proof.proof import Proof

_INTRODUCTION = """\
# The levels, measured

Written by `scripts/write_levels_page.py`; a test keeps it true. Every figure is worked out over **all** states of
a level, none is sampled.

* **states**: different moments a story can be in. **runs**: different ways from the start to an ending.
* **decisions** and **minutes** of reading (180 words a minute): shortest / median / longest run, each run counted once.
* **blind**, **careful**, **informed**: the chance of a safe ending for somebody who picks evenly among what is offered
  and plays no message; for somebody who picks best and plays none; and for somebody who picks best and plays messages.
  Wanted are at most 0.45, at most 0.75, and at least 0.90. **knowing** is what messages are worth: informed minus
  careful.
"""
_HEADINGS = ("level", "title", "seat", "way", "age", "passages", "endings", "messages", "offers", "tasks")


def levels_page(proved: Sequence[tuple[Level, Proof]]) -> str:
    """Return the page in Markdown."""
    total = _totals([level for level, _ in proved])
    holds = markdown_table(_HEADINGS, [_row(level) for level, _ in proved])
    return f"{_INTRODUCTION}\n{measures_table(proved)}\n\n## What they hold\n\n{holds}\n\n{total}\n"


def _row(level: Level) -> tuple[str, ...]:
    passages = level.passages.values()
    taught = {message for passage in passages for message in passage.teaches}
    return (
        level.id,
        level.title,
        level.seat.value,
        f"{level.origin} to {level.destination}",
        str(level.ages),
        str(len(level.passages)),
        str(len(level.endings)),
        str(len(taught)),
        str(sum(len(passage.offers) for passage in passages)),
        ", ".join(dict.fromkeys(passage.task.kind.value for passage in passages if passage.task)),
    )


def _totals(levels: Iterable[Level]) -> str:
    levels = list(levels)
    passages = [passage for level in levels for passage in level.passages.values()]
    offers = [offer for passage in passages for offer in passage.offers.values()]
    genuine = sum(offer.genuine for offer in offers)
    taught = {message for passage in passages for message in passage.teaches}
    counted = {
        "levels": len(levels),
        "passages": len(passages),
        "endings": sum(len(level.endings) for level in levels),
        "messages": len(taught),
        f"offers ({genuine} genuine, {len(offers) - genuine} false)": len(offers),
        "tasks": sum(passage.task is not None for passage in passages),
    }
    return f"Together: {', '.join(f'{number} {name}' for name, number in counted.items())}."
