"""Which names a level makes known, and which it uses: collected once, before the checks compare them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.content.conditions import parse_condition
from game.content.faults import At
from game.content.nodes import Entries, Scalar
from game.content.screenplay import speakers_of
from game.story.level import FlagIs
from game.story.task import TaskKind


@dataclass(frozen=True, slots=True)
class ArtNames:
    """The names of what can be shown."""

    sets: frozenset[str]
    figures: frozenset[str]
    moods: frozenset[str]
    """Every figure has all of them."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a level may refer to beyond itself. None means: not known here, so not checked."""

    messages: frozenset[str] | None = None
    art: ArtNames | None = None


@dataclass(frozen=True, slots=True)
class LevelNames:
    """The names of one level, in the order they appear."""

    cast: Mapping[str, At]
    meters: Mapping[str, At]
    places: frozenset[str]
    """Passages and endings."""
    flags: dict[str, At] = field(default_factory=dict)
    """Flags that are remembered or set by some choice, with the first place that does."""
    flags_read: set[str] = field(default_factory=set)
    meters_moved: set[str] = field(default_factory=set)
    taught: dict[str, None] = field(default_factory=dict)
    carried: tuple[str, ...] = ()
    used: dict[str, None] = field(default_factory=dict)
    cast_seen: set[str] = field(default_factory=set)


def names_of(level: Entries) -> LevelNames:
    """Collect the names of a level, whether or not its form is right everywhere."""
    passages, endings = level.entries("passages"), level.entries("endings")
    names = LevelNames(
        cast=level.entries("cast").keys,
        meters=level.entries("meters").keys,
        places=frozenset((*passages.keys, *endings.keys)),
        carried=tuple(scalar.text for scalar in level.scalars("carries")),
    )
    for flag, at in level.entries("remembers").keys.items():
        names.flags.setdefault(flag, at)
    for _, place in (*passages.records(), *endings.records()):
        names.cast_seen.update(place.entries("stage").entries("figures").keys, speakers_of(place.text("text")))
        names.cast_seen.update(place.entries(kind.value).text("with") for kind in TaskKind)
        names.taught.update(dict.fromkeys(place.entries("teaches").keys))
        for branch in place.items("to"):
            if isinstance(branch, Entries):
                _note_conditions(names, branch)
        for _, choice in place.entries("choices").records():
            _note_choice(names, choice)
    return names


def _note_choice(names: LevelNames, choice: Entries) -> None:
    _note_conditions(names, choice)
    names.cast_seen.update(speakers_of(choice.text("reply")))
    if message := choice.text("uses"):
        names.used[message] = None
    effect = choice.entries("effect")
    names.meters_moved.update(effect.keys)
    for flag in effect.scalars("set"):
        names.flags.setdefault(flag.text, flag.at)


def _note_conditions(names: LevelNames, holder: Entries) -> None:
    for atom in conditions_in(holder):
        condition = parse_condition(atom.text)
        if isinstance(condition, FlagIs):
            names.flags_read.add(condition.flag)


def conditions_in(holder: Entries) -> tuple[Scalar, ...]:
    """Return the conditions of a choice or a branch, as written."""
    return holder.scalars("when")
