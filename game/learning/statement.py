"""Statements: who did what with what, in which run of a level, and when. Who is a random name and nothing else."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from game.learning.activities import Activity, game, references
from game.learning.vocabulary import HOME, Extension, Verb
from game.story.level import Level

VERSION: Final = "1.0.3"
Statement = Mapping[str, object]
_PLATFORM: Final = "Before You Go"


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did."""

    verb: Verb
    about: Activity
    parents: tuple[Activity, ...] = ()
    """What `about` is a part of; the game itself need not be named."""
    result: Mapping[str, object] = field(default_factory=dict)
    extensions: Mapping[Extension, object] = field(default_factory=dict)
    """Said with the context."""


@dataclass(frozen=True, slots=True)
class Run:
    """One player's way, or the way of a class, through a level."""

    level: Level
    registration: UUID
    actor: UUID
    is_group: bool = False
    """Whether the actor is a class that decides together."""
    extensions: Mapping[Extension, object] = field(default_factory=dict)


def statement(run: Run, act: Act, identifier: UUID, at: datetime) -> Statement:
    """Return what is written down; `identifier` is made once, for this act, and kept whatever happens after."""
    said = {**run.extensions, **act.extensions}
    context: dict[str, object] = {
        "registration": str(run.registration),
        "contextActivities": {
            **({"parent": references(*act.parents)} if act.parents else {}),
            "grouping": references(game()),
        },
        "revision": run.level.version,
        "platform": _PLATFORM,
        "language": "en",
    }
    if said:
        context["extensions"] = extensions(said)
    return {
        "id": str(identifier),
        "actor": _actor(run),
        "verb": {"id": act.verb.value, "display": {"en": act.verb.word}},
        "object": act.about,
        **({"result": act.result} if act.result else {}),
        "context": context,
        "timestamp": at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "version": VERSION,
    }


def extensions(said: Mapping[Extension, object]) -> dict[str, object]:
    return {extension.value: value for extension, value in said.items()}


def pseudonym(secret: bytes, *parts: str) -> UUID:
    """Return a number that stands for something, the same each time, and from which nobody learns what it is.

    Without the secret of this computer it cannot be told apart from a random one.
    """
    digest = hmac.new(secret, "\n".join(parts).encode(), hashlib.sha256).digest()
    return UUID(bytes=digest[:16], version=4)


def written(said: Statement) -> str:
    """Return a statement as it is kept and sent."""
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _actor(run: Run) -> Mapping[str, object]:
    account = {"homePage": HOME, "name": str(run.actor)}
    return {"objectType": "Group" if run.is_group else "Agent", "account": account}
