"""A task as text: parts with numbers, options with letters, and what they tell afterwards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from game.content.words import Words
from game.story.action import Arrange, arrange
from game.story.level import Level
from game.story.task import LEAVE, MONTHS, NEVER, Arrangement, Part, Task, TaskKind, count, is_complete


@dataclass(frozen=True, slots=True)
class TaskTable:
    """The task of one passage."""

    words: Words
    level: Level
    task: Task

    def lines(self, arrangement: Arrangement) -> Iterator[str]:
        """Yield what is to be done, and each part with its options and what was picked so far."""
        kind = self.task.kind.value
        yield ""
        yield self._title()
        yield self.words(f"task.{kind}_hint") + " " + self.words("terminal.pick_hint")
        if self.task.note:
            yield self.task.note
        for number, part in self._seen(arrangement):
            yield from self._part(number, part, arrangement)
        yield from self._sum(arrangement)

    def pick(self, number: str, letter: str, arrangement: Arrangement) -> Arrange | None:
        """Return the note that picks an option; None if there is no such part or option."""
        part = dict(self._seen(arrangement)).get(int(number) if number.isdecimal() else 0)
        if part is None or len(letter) != 1 or letter not in ascii_lowercase:
            return None
        options, place = list(part.options.values()), ascii_lowercase.index(letter)
        if place >= len(options):
            return None
        return arrange(part.id, options[place].id)

    def is_complete(self, arrangement: Arrangement) -> bool:
        """Say whether the task can be ended."""
        return is_complete(self.task, arrangement)

    def explained(self, arrangement: Arrangement) -> Iterator[str]:
        """Yield what each part tells."""
        yield ""
        yield self.words("task.explained")
        untouched = LEAVE if self.task.kind is TaskKind.CONTRACT else ""
        for number, part in enumerate(self.task.parts.values(), start=1):
            option = part.options[arrangement.get(part.id, untouched)]
            because = part.because or option.because
            if because or option.is_right is not None:
                sign = "" if option.is_right is None else self.words("task.right" if option.is_right else "task.wrong")
                yield self.words("terminal.line_told", number=number, sign=sign, because=because)

    def _title(self) -> str:
        if self.task.partner:
            return self.words(f"task.{self.task.kind.value}_with", name=self.level.cast[self.task.partner].name)
        return self.task.ask

    def _seen(self, arrangement: Arrangement) -> Sequence[tuple[int, Part]]:
        """The parts there are to be seen, with their numbers: in a talk, none after the first without a reply."""
        parts = list(enumerate(self.task.parts.values(), start=1))
        if not self.task.kind.is_told_turn_by_turn:
            return parts
        answered = next((at for at, (_, part) in enumerate(parts) if part.id not in arrangement), len(parts))
        return parts[: answered + 1]

    def _part(self, number: int, part: Part, arrangement: Arrangement) -> Iterator[str]:
        said = " " + self.words("task.said", said=part.said) if part.said else ""
        yield self.words("terminal.part", number=number, text=" / ".join(part.text.split("\n"))) + said
        picked = part.options.get(arrangement.get(part.id, ""))
        if picked and self.task.kind.is_told_turn_by_turn:
            yield self.words("terminal.you", text=picked.text)
            yield picked.answer
            return
        for letter, option in zip(ascii_lowercase, part.options.values(), strict=False):
            mark = self.words("terminal.marked", sign=self.words("task.picked")) if option is picked else ""
            text = option.text or self.words(f"task.option_{option.id}")
            yield self.words("terminal.option", number=number, letter=letter, text=text, marked=mark).rstrip()

    def _sum(self, arrangement: Arrangement) -> Iterator[str]:
        counts = count(self.task, arrangement)
        if self.task.kind is TaskKind.BUDGET:
            months = counts[MONTHS]
            yield self.words("task.never") if months == NEVER else self.words("task.months", count=months)
        elif self.task.kind is TaskKind.WAGE_BOOK:
            yield self.words("task.total", count=counts["amount"], unit=self.task.note)
