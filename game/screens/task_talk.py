"""Tasks that go turn by turn: messages on a phone, and conversations. What comes next is seen after a reply."""

from game.content.words import Words
from game.screens.task_parts import PICK, signed
from game.story.task import Arrangement, Part, Task
from game.ui.arrange import Item
from game.ui.task_widgets import Bubble, Pick
from game.ui.widgets import Text


def talk_items(words: Words, task: Task, arrangement: Arrangement, *, is_revealed: bool) -> list[Item]:
    """Return the turns answered so far, and the one to be answered now."""
    items: list[Item] = []
    for part in task.parts.values():
        items += [Bubble(text=text, side="left") for text in part.text.split("\n") if text.strip()]
        reply = part.options.get(arrangement.get(part.id, ""))
        if reply is None:
            return [*items, *_replies(words, part)]
        items += [Bubble(text=reply.text, side="right")]
        if is_revealed:
            sign = words("task.well" if reply.is_right else "task.badly")
            items.append(signed(f"{sign} {reply.because}", is_right=bool(reply.is_right)))
        items.append(Bubble(text=reply.answer, side="left"))
    return items


def _replies(words: Words, part: Part) -> list[Item]:
    label = Text(text=words("task.your_reply"), role="small", ink="teal")
    replies = [Pick(id=f"{PICK}{part.id}:{option.id}", label=option.text, on=False) for option in part.options.values()]
    return [label, *replies]
