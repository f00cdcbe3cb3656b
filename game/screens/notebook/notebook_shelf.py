"""The messages a notebook holds, and where each was learned: worked out once, asked for in every picture."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from game.content.finding import ANYWHERE, filtered
from game.records.running import RunningLevel
from game.screens.services import Services
from game.screens.teachers import Teacher, teacher
from game.story.level import Level, LevelId, MessageId
from game.story.message import Message
from game.story.state import known


@dataclass(frozen=True, slots=True)
class Learned:
    """Where a message is learned."""

    level: Level
    teacher: Teacher


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a player looks for; what is empty leaves all."""

    query: str = ""
    topic: str = ""
    country: str = ""


EVERYTHING = Wanted()


@dataclass(slots=True)
class Shelf:
    """The messages met: in a level being played, or in all levels."""

    services: Services
    running: RunningLevel | None
    _learned: dict[MessageId, Learned | None] = field(default_factory=dict)
    _found: dict[Wanted, tuple[frozenset[MessageId], tuple[Message, ...]]] = field(default_factory=dict)
    """What was found the last times, and among which messages."""

    @property
    def messages(self) -> Sequence[Message]:
        """All of them, by topic; topics and messages in the order of the collection."""
        return self.found(EVERYTHING)

    @property
    def topics(self) -> Sequence[str]:
        """The topics there are, each once."""
        return tuple(dict.fromkeys(message.topic for message in self.messages))

    @property
    def countries(self) -> Sequence[str]:
        """The countries there are messages of their own for, each once."""
        return tuple(sorted({message.country for message in self.messages} - {ANYWHERE}))

    def found(self, wanted: Wanted) -> Sequence[Message]:
        """Return those that are looked for."""
        met = self._met()
        if self._found.get(wanted, ((), ()))[0] != met:
            self._found = {each: self._found[each] for each in (EVERYTHING,) if each in self._found}
            have = [message for message in self.services.library().messages.values() if message.id in met]
            look = {"query": wanted.query, "topic": wanted.topic, "country": wanted.country}
            self._found[wanted] = (met, _by_topic(filtered(have, self.services.words, **look)))
        return self._found[wanted][1]

    def learned(self, message: Message) -> Learned | None:
        """Return where a message is learned: in the level being played, in one that was played, or in any."""
        if message.id not in self._learned:
            found = ((level, teacher(level, message.id)) for level in self._levels())
            self._learned[message.id] = next((Learned(level, each) for level, each in found if each), None)
        return self._learned[message.id]

    def unmet(self) -> tuple[int, Level | None]:
        """Return how many messages are still to be found, and the first story in which some of them are."""
        met = self._met()
        if self.running:
            return len(set(self.running.level.messages) - met), self.running.level
        library = self.services.library()
        left = {level: set(library.levels[level].messages) - met for level in library.campaign.levels}
        count = len(set[MessageId]().union(*left.values()))
        return count, next((library.levels[level] for level, messages in left.items() if messages), None)

    def _met(self) -> frozenset[MessageId]:
        if self.running:
            return frozenset(known(self.running.level, self.running.state))
        return self.services.progress.current.met

    def _levels(self) -> Iterator[Level]:
        library, played = self.services.library(), self.services.progress.current.levels
        if self.running:
            yield self.running.level
        yield from _in(library.levels, [level for level in library.campaign.levels if level in played])
        yield from _in(library.levels, library.campaign.levels)


def _by_topic(messages: Sequence[Message]) -> tuple[Message, ...]:
    topics = list(dict.fromkeys(message.topic for message in messages))
    return tuple(sorted(messages, key=lambda message: topics.index(message.topic)))


def _in(levels: Mapping[LevelId, Level], names: Sequence[LevelId]) -> Iterator[Level]:
    return (levels[name] for name in names)
