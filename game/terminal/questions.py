"""Questions as lines of text: those before and after a level, and those about what is to be recalled."""

from collections.abc import Iterator, Sequence

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
    running.note_before(_check(terminal, running.level, asked, verdicts=False))


def check_after(terminal: Terminal, running: RunningLevel) -> CheckResult | None:
    """Ask other questions about the same messages, and explain each answer; return None if they were skipped.

    Raises:
        LeftError, InputEndedError: the player stops.

    """
    asked = questions(running.level.asks, terminal.library.messages, running.playthrough.seed, Moment.AFTER)
    terminal.say_all(("", terminal.words("terminal.check_after", count=len(asked))))
    after = _check(terminal, running.level, asked, verdicts=True)
    running.note_after(after)
    progress = terminal.progress
    progress.change(checked(progress.current, running, running.before, after, terminal.today()))
    return after


def answers(
    terminal: Terminal, asked: Sequence[Asked], countries: Sequence[str] = (), *, verdicts: bool
) -> Iterator[Answered]:
    """Ask one question after the other and yield each answer; with `verdicts`, after it has been explained.

    It ends early where the player passes over the rest.

    Raises:
        LeftError, InputEndedError: the player stops.

    """
    for number, each in enumerate(asked, start=1):
        terminal.say_all(("", terminal.words("terminal.question", at=number, count=len(asked), ask=each.question.ask)))
        try:
            answer = _answered(terminal, countries, each)
        except _SkippedError:
            return
        if verdicts:
            not_right = terminal.words("terminal.not_right", right=each.question.right)
            terminal.say_all((terminal.words("terminal.right") if answer.right else not_right, each.question.because))
        yield answer


def _check(terminal: Terminal, level: Level, asked: Sequence[Asked], *, verdicts: bool) -> CheckResult | None:
    """Return what was answered, or None if the questions were skipped."""
    given = tuple(answers(terminal, asked, (level.origin, level.destination), verdicts=verdicts))
    return CheckResult.of(given) if len(given) == len(asked) else None


def _answered(terminal: Terminal, countries: Sequence[str], asked: Asked) -> Answered:
    words, texts = terminal.words, [*asked.answers, terminal.words("terminal.not_sure")]
    for number, text in enumerate(texts, start=1):
        terminal.console.say(text, hang=f"{number}. ")
    answer = _typed(terminal, countries, words("terminal.prompt_check", last=len(texts)), len(texts)) - 1
    if answer == len(asked.answers):
        return asked.answered(None)
    sure = _typed(terminal, countries, words("terminal.prompt_sure"), len(Confidence), usual=Confidence.THINK_SO + 1)
    return asked.answered(answer, Confidence(sure - 1))


def _typed(terminal: Terminal, countries: Sequence[str], prompt: str, last: int, *, usual: int = 0) -> int:
    """Return the number from 1 to `last` that is typed, or `usual`, if there is one, for Enter alone."""
    while True:
        answer = terminal.ask(prompt, terminal.words("terminal.help_check"), countries)
        if answer.lower() == _SKIP:
            raise _SkippedError
        number = int(answer) if answer.isdecimal() else 0 if answer else usual
        if 1 <= number <= last:
            return number
        terminal.console.say(terminal.words("terminal.pick_again", last=last))
