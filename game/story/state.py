"""What the future of a story depends on, and nothing else: how one got there is in a `Playthrough`."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from game.story.level import FlagId, Level, MessageId, MeterId, PassageId


class State(NamedTuple):
    """One moment of a level.

    A named tuple, not a dataclass: proofs make, hash and compare states by the hundred thousand.
    """

    place: PassageId
    """The passage or the ending the story is at."""
    meters: tuple[int, ...]
    """The values of `Level.meters`, in that order."""
    bits: int
    """Three sets side by side, lowest bit first: flags set, messages in the notebook, messages played."""


def flag_bit(level: Level, flag: FlagId) -> int:
    """Return the bit of `State.bits` that says the flag is set."""
    return 1 << level.flags.index(flag)


def known_bit(level: Level, message: MessageId) -> int:
    """Return the bit of `State.bits` that says the message is in the notebook."""
    return 1 << (len(level.flags) + level.messages.index(message))


def used_bit(level: Level, message: MessageId) -> int:
    """Return the bit of `State.bits` that says the message has been played."""
    return 1 << (len(level.flags) + len(level.messages) + level.messages.index(message))


def meter_value(level: Level, state: State, meter: MeterId) -> int:
    """Return the value of one meter."""
    return next(value for known, value in zip(level.meters, state.meters, strict=True) if known.id == meter)


def flags_set(level: Level, state: State) -> frozenset[FlagId]:
    """Return the flags that are set."""
    return frozenset(flag for flag in level.flags if state.bits & flag_bit(level, flag))


def known(level: Level, state: State) -> tuple[MessageId, ...]:
    """Return the messages in the notebook, carried ones included, in the order of the level."""
    return tuple(_messages_in(level, state.bits >> len(level.flags)))


def learned(level: Level, state: State) -> tuple[MessageId, ...]:
    """Return the messages learned in this level: those in the notebook that were not carried into it."""
    return tuple(message for message in known(level, state) if message not in level.carries)


def used(level: Level, state: State) -> tuple[MessageId, ...]:
    """Return the messages that have been played where they fit."""
    return tuple(_messages_in(level, state.bits >> (len(level.flags) + len(level.messages))))


@lru_cache(maxsize=64)
def insight_masks(level: Level) -> tuple[int, int]:
    """Return the bits of messages that count as learned in this level, and of those that count as used."""
    learned = sum(known_bit(level, message) for message in level.messages if message not in level.carries)
    return learned, sum(used_bit(level, message) for message in level.messages)


def _messages_in(level: Level, bits: int) -> Iterator[MessageId]:
    return (message for place, message in enumerate(level.messages) if bits >> place & 1)
