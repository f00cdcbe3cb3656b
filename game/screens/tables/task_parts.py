"""The parts of a task that are all on the table at once: lines, rows, things, slots and days, each with its options."""

from dataclasses import dataclass

from game.content.words import Words
from game.screens.tables.task_pictures import sky
from game.story.action import Arrange, arrange
from game.story.task import ASK, LEAVE, Arrangement, Option, Part, Task, TaskKind
from game.ui.arrange import Gap, Item, beside, card, line
from game.ui.task_widgets import Pick
from game.ui.theme import Theme
from game.ui.widgets import Icon, Ink, Text

PICK = "pick:"
ASK_ABOUT = "ask:"


@dataclass(frozen=True, slots=True)
class TaskParts:
    """What is on the table, and what has been picked."""

    words: Words
    task: Task
    arrangement: Arrangement
    theme: Theme
    is_revealed: bool

    def items(self) -> list[Item]:
        """Return the parts, one below the other."""
        if self.task.kind is TaskKind.CONTRACT:
            return [item for part in self.task.parts.values() for item in self._contract_line(part)]
        if self.task.kind is TaskKind.WAGE_BOOK:  # a book has lines already
            return [item for part in self.task.parts.values() for item in (*self._part(part), Gap(0.5))]
        if self.task.kind is TaskKind.REST_DAY:
            last = max(1, len(self.task.parts) - 1)
            light = [sky(self.theme, number / last) for number in range(len(self.task.parts))]
            parts = self.task.parts.values()
            return [card(beside(at, *self._part(part))) for at, part in zip(light, parts, strict=True)]
        return [card(*self._part(part)) for part in self.task.parts.values()]

    def _contract_line(self, part: Part) -> list[Item]:
        """A line is one option: it is asked about, or left. So a contract looks like a page and not like a form."""
        asked = self.arrangement.get(part.id, LEAVE) == ASK
        said = self.words("task.said", said=part.said) if part.said else ""
        right = part.options[ASK if asked else LEAVE].is_right
        pick = Pick(
            id=f"{ASK_ABOUT}{part.id}",
            label=part.text,
            on=asked,
            word=self.words("task.asked"),
            note=said,
            right=right if self.is_revealed else None,
            is_line=True,
            enabled=not self.is_revealed,
        )
        if not self.is_revealed:
            return [pick]
        found = "found" if asked else "fine"
        verdict = self.words(f"task.line_{found if right else 'doubted' if asked else 'missed'}")
        ink: Ink = "good" if right and asked else "warning" if not right and not asked else "soft"
        return [pick, Text(text=f"{verdict} {part.because}", role="small", ink=ink), Gap()]

    def _part(self, part: Part) -> list[Item]:
        chosen = part.options.get(self.arrangement.get(part.id, ""))
        picks = [self._pick(part, option) for option in part.options.values()]
        because = part.because or (chosen.because if chosen else "")
        right = chosen.is_right if chosen else None
        return [Text(text=part.text, role="strong"), line(*picks), *self._because(because, is_right=right)]

    def _pick(self, part: Part, option: Option) -> Pick:
        on = self.arrangement.get(part.id) == option.id
        return Pick(
            id=f"{PICK}{part.id}:{option.id}",
            label=option.text,
            on=on,
            word=self.words("task.picked"),
            right=option.is_right if self.is_revealed else None,
            enabled=not self.is_revealed,
        )

    def _because(self, because: str, *, is_right: bool | None) -> list[Item]:
        if not self.is_revealed or not because:
            return []
        if is_right is None:
            return [Text(text=because, role="small", ink="soft")]
        told = f"{self.words('task.right' if is_right else 'task.wrong')} {because}"
        return [signed(told, is_right=is_right)]


def signed(told: str, *, is_right: bool) -> Item:
    """What is told about a part afterwards, with a sign that needs no colour."""
    ink: Ink = "good" if is_right else "warning"
    return beside(Icon(name="check" if is_right else "warning", ink=ink), Text(text=told, role="small", ink=ink))


def asked_about(control_id: str, arrangement: Arrangement) -> Arrange:
    """Return the note of pressing a line of a contract: it is asked about now, or not any more."""
    part = control_id.removeprefix(ASK_ABOUT)
    return arrange(part, LEAVE if arrangement.get(part) == ASK else ASK)
