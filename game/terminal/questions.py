"""The questions before and after a level, as lines of text."""

from game.records.finish import checked
from game.records.progress import CheckResult
from game.records.running import RunningLevel
from game.story.answer import Answered, Confidence
from game.story.checkup import Asked, Moment, questions
from game.story.level import Level
from game.terminal.terminal import Terminal

_SKIP = ":skip"


class _SkippedError(Exception):
    """The player passes over the questions."""


def check_before(terminal: Terminal, running: RunningLevel) -> None:
    """Ask what the player would say today, without a verdict, and keep the answers with the level.

    Raises:
        LeftError, InputEndedError: the player stops.

    """
    asked = questions(running.level.asks, terminal.library.messages, running.playthrough.seed, Moment.BEFORE)
    terminal.say_all(("", terminal.words("terminal.check_before", count=len(asked))))
    running.note_before(_ask_all(terminal, running.level, asked, verdicts=False))


def check_after(terminal: Terminal, running: RunningLevel) -> None:
    """Ask other questions about the same messages, explain each answer, and compare with before.

    Raises:
        LeftError, InputEndedError: the player stops.

    """
    asked = questions(running.level.asks, terminal.library.messages, running.playthrough.seed, Moment.AFTER)
    terminal.say_all(("", terminal.words("terminal.check_after", count=len(asked))))
    after = _ask_all(terminal, running.level, asked, verdicts=True)
    progress = terminal.progress
    progress.change(checked(progress.current, running, running.before, after, terminal.today()))
    _compare(terminal, running.before, after)


def _ask_all(terminal: Terminal, level: Level, asked: tuple[Asked, ...], *, verdicts: bool) -> CheckResult | None:
    """Return what was answered, or None if the questions were skipped."""
    answers: list[Answered] = []
    for number, each in enumerate(asked, start=1):
        terminal.say_all(("", terminal.words("terminal.question", at=number, count=len(asked), ask=each.question.ask)))
        try:
            answers.append(_answered(terminal, level, each))
        except _SkippedError:
            return None
        if verdicts:
            not_right = terminal.words("terminal.not_right", right=each.question.right)
            terminal.say_all(
                (terminal.words("terminal.right") if answers[-1].right else not_right, each.question.because)
            )
    return CheckResult.of(answers)


def _answered(terminal: Terminal, level: Level, asked: Asked) -> Answered:
    words, texts = terminal.words, [*asked.answers, terminal.words("terminal.not_sure")]
    for number, text in enumerate(texts, start=1):
        terminal.console.say(text, hang=f"{number}. ")
    answer = _typed(terminal, level, words("terminal.prompt_check", last=len(texts)), len(texts)) - 1
    if answer == len(asked.answers):
        return asked.answered(None)
    sure = _typed(terminal, level, words("terminal.prompt_sure"), len(Confidence), usual=Confidence.THINK_SO + 1)
    return asked.answered(answer, Confidence(sure - 1))


def _typed(terminal: Terminal, level: Level, prompt: str, last: int, *, usual: int = 0) -> int:
    """Return the number from 1 to `last` that is typed, or `usual`, if there is one, for Enter alone."""
    while True:
        answer = terminal.ask(prompt, terminal.words("terminal.help_check"), (level.origin, level.destination))
        if answer.lower() == _SKIP:
            raise _SkippedError
        number = int(answer) if answer.isdecimal() else 0 if answer else usual
        if 1 <= number <= last:
            return number
        terminal.console.say(terminal.words("terminal.pick_again", last=last))


def _compare(terminal: Terminal, before: CheckResult | None, after: CheckResult | None) -> None:
    if after is None:
        return
    words = terminal.words
    terminal.console.say()
    if before:
        terminal.console.say(words("terminal.before", right=before.right, asked=before.asked))
    terminal.console.say(words("terminal.after", right=after.right, asked=after.asked))
    if before:
        change = after.right - before.right
        more, fewer = words("terminal.change_up", count=change), words("terminal.change_down", count=-change)
        terminal.console.say(more if change > 0 else fewer if change < 0 else words("terminal.change_none"))
