"""Writes statements for people and programs that ask no store: as a table, or one statement a line."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from typing import Any, Final, TextIO

from game.learning.outbox import Kept
from game.learning.vocabulary import Extension, Kind, Verb

_KINDS: Final = {kind.value: kind.name.lower() for kind in Kind}
_VERBS: Final = {verb.value: verb.word for verb in Verb}


@dataclass(frozen=True, slots=True)
class Row:
    """A statement as a line of the table; docs/records.md tells what each column means. Empty for nothing."""

    number: int
    id: str
    time: str
    run: str
    actor: str
    actor_kind: str
    mode: str
    level: str
    verb: str
    object_kind: str
    object: str
    part_of: str
    response: str
    success: str
    confidence: str
    learned_from: str
    open: str
    round: str
    moves: str
    ending: str
    outcome: str
    why: str
    pace: str
    sending: str
    reason: str


COLUMNS: Final = tuple(Row.__slots__)


def write_jsonl(statements: Iterable[Kept], out: TextIO) -> int:
    """Write statements as they are sent; return how many."""
    count = 0
    for each in statements:
        out.write(each.body + "\n")
        count += 1
    return count


def write_csv(statements: Iterable[Kept], out: TextIO) -> int:
    """Write statements as a table with a head; return how many."""
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    count = 0
    for each in statements:
        table.writerow(map(_harmless, astuple(row(each))))
        count += 1
    return count


def row(kept: Kept) -> Row:
    """Return a statement as a line of the table."""
    said = json.loads(kept.body)
    about, context, result = said["object"], said["context"], said.get("result", {})
    told = {**context.get("extensions", {}), **result.get("extensions", {})}
    parents = [each["id"] for each in context["contextActivities"].get("parent", ())]
    short = _short(about["id"])
    return Row(
        number=kept.number,
        id=said["id"],
        time=said["timestamp"],
        run=context["registration"],
        actor=said["actor"]["account"]["name"],
        actor_kind=said["actor"]["objectType"].lower(),
        level=next((part[1] for part in map(_parts, (about["id"], *parents)) if part[0] == "levels"), ""),
        verb=_VERBS.get(said["verb"]["id"], ""),
        object_kind=_KINDS.get(about["definition"]["type"], ""),
        object=short,
        part_of=_short(parents[0]) if parents else "",
        response=result.get("response", ""),
        success=_truth(result.get("success")),
        sending=kept.fate.name.lower(),
        reason=kept.reason,
        **dict(_told(told)),
    )


def _told(said: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what stands in the extensions, by the names of the columns."""
    for extension in Extension:
        value = said.get(extension.value, "")
        yield extension.name.lower(), " ".join(value) if isinstance(value, list) else str(value)


def _short(identifier: str) -> str:
    """Return an identifier without what all of ours begin with."""
    return "/".join(_parts(identifier))


def _parts(identifier: str) -> list[str]:
    return identifier.partition("/xapi/")[2].split("/")


def _truth(value: bool | None) -> str:  # noqa: FBT001 (a value, not a switch)
    return "" if value is None else "yes" if value else "no"


def _harmless(value: object) -> object:
    """Keep a spreadsheet from taking a text for a formula: reasons are written by whoever runs the store."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@") else value
