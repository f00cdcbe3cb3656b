"""Tasks that go turn by turn: messages on a phone, and conversations. What comes next is seen after a reply."""

from game.content.assets import Mood
from game.content.words import Words
from game.screens.tables.task_parts import PICK, signed
from game.story.task import Arrangement, Part, Task, TaskKind
from game.ui.arrange import Item
from game.ui.task_widgets import Bubble, Pick
from game.ui.widgets import Gauge, Text

HALF = 0.5


def talk_items(words: Words, task: Task, arrangement: Arrangement, *, is_revealed: bool) -> list[Item]:
    """Return the turns answered so far, and the one to be answered now."""
    items: list[Item] = [_heard(words, task, arrangement)] if is_revealed and task.kind is TaskKind.LISTENING else []
    for part in task.parts.values():
        if task.kind is TaskKind.PHONE and part.id not in arrangement:
            items.append(Text(text=words("task.new"), role="small", ink="teal", align="centre"))
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


def _heard(words: Words, task: Task, arrangement: Arrangement) -> Gauge:
    heard = sum(bool(part.options[arrangement[part.id]].is_right) for part in task.parts.values())
    return Gauge(label=words("task.heard"), value=heard, most=len(task.parts), fill=2)


def mood_of(task: Task, arrangement: Arrangement) -> Mood:
    """Return how somebody looks who is being listened to, by the share of replies that helped; others stay calm."""
    replies = [part.options[arrangement[part.id]] for part in task.parts.values() if part.id in arrangement]
    if task.kind is not TaskKind.LISTENING or not replies:
        return "calm"
    share = sum(bool(reply.is_right) for reply in replies) / len(replies)
    if share == 1:
        return "relieved" if len(replies) == len(task.parts) else "hopeful"
    return "worried" if share < HALF else "calm"


def _replies(words: Words, part: Part) -> list[Item]:
    label = Text(text=words("task.your_reply"), role="small", ink="teal")
    replies = [Pick(id=f"{PICK}{part.id}:{option.id}", label=option.text, on=False) for option in part.options.values()]
    return [label, *replies]
