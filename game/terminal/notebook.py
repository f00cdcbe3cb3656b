"""The notebook as text: the cards in it, by number or id, and where each comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.content.finding import filtered
from game.content.library import Library
from game.content.words import Words
from game.story.level import Level, MessageId
from game.story.message import Message, Verification
from game.story.state import State, known, used
from game.terminal.terminal import numbered


@dataclass(frozen=True, slots=True)
class Notebook:
    """The cards a player has at one moment of a level."""

    words: Words
    library: Library
    level: Level
    state: State

    @property
    def cards(self) -> Sequence[MessageId]:
        """The cards in the order of their numbers."""
        return known(self.level, self.state)

    def find(self, answer: str) -> MessageId | None:
        """Return the card that is meant by its id or its number."""
        found = numbered(answer, self.cards)
        return None if found is None else MessageId(found)

    def lines(self, query: str = "") -> Iterator[str]:
        """Yield every card that has all words of a query, and how many are still to be found."""
        yield ""
        yield self.words("terminal.notebook", count=len(self.cards))
        messages = [self.library.messages[card] for card in self.cards]
        found = filtered(messages, self.words, query=query)
        if query and not found:
            yield self.words("notebook.none_found")
        played = used(self.level, self.state)
        for number, card in enumerate(self.cards, start=1):
            message = self.library.messages[card]
            if message not in found:
                continue
            mark = self.words("terminal.card_played") if card in played else ""
            line = self.words(
                "terminal.card", number=number, id=card, title=message.title, text=message.text, played=mark
            )
            yield line.rstrip()
        left = len(self.level.messages) - len(self.cards)
        if left:
            yield self.words("play.cards_left", count=left)


def source_lines(words: Words, message: Message) -> Iterator[str]:
    """Yield what a message says, where it comes from, and how it was verified."""
    yield ""
    yield words("terminal.card_text", title=message.title, text=message.text)
    if message.more:
        yield message.more
    source = message.source
    yield words("terminal.source", title=source.title, organisation=source.organisation, year=source.year)
    yield words("terminal.source_page", url=source.url)
    if message.verified is Verification.ARCHIVED_PAGE:
        scope = words(f"terminal.scope_{message.read_scope.replace('-', '_') or 'full'}")
        yield words("terminal.verified_page", url=message.read_at, scope=scope)
    else:
        yield words("terminal.verified_general")
    yield words("terminal.as_of", year=message.as_of, review=message.review_by.isoformat())
