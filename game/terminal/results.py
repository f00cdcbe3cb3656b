"""What a run showed: what changed in what is known, how well offers are told apart, and what was reached with it."""

from collections.abc import Iterator, Mapping

from game.content.words import Words
from game.records.change import changes, overall, tells_sureness
from game.records.progress import CheckResult
from game.records.running import RunningLevel
from game.records.tally import earned, verdicts_of
from game.story.answer import Answered
from game.story.gain import sureness
from game.story.level import MessageId
from game.story.message import Message
from game.story.offers import offers_met
from game.story.sensitivity import Verdicts
from game.story.telling_apart import eye, lean
from game.terminal.terminal import Terminal


def tell_results(terminal: Terminal, running: RunningLevel, after: CheckResult | None) -> None:
    """Say everything there is to say about a run that has come to its end; `after` is None without the questions."""
    words, progress = terminal.words, terminal.progress
    terminal.say_all(("", words("results.title")))
    if after and after.asked:
        terminal.say_all(_changed(words, terminal.library.messages, running.before, after))
    if offers_met(running.level, running.history):
        terminal.say_all(_told_apart(words, verdicts_of(progress.current)))
    tell_reached(terminal)


def tell_reached(terminal: Terminal) -> None:
    """Say which achievements are new, if there are any, and keep them."""
    progress = terminal.progress
    now, new = earned(progress.current, terminal.library.achievements, terminal.today())
    if new:
        progress.change(now)
        titles = ", ".join(f"“{each.title}”" for each in new)
        terminal.say_all(("", terminal.words("results.reached", titles=titles)))


def _changed(
    words: Words, messages: Mapping[MessageId, Message], before: CheckResult | None, after: CheckResult
) -> Iterator[str]:
    """Yield the answers before and after, together and one by one."""
    yield ""
    if before and before.asked:
        yield words("check.before", right=before.right, asked=before.asked) + "."
    yield words("check.after", right=after.right, asked=after.asked) + "."
    yield words(f"check.change_{overall(before, after)}")
    earlier = {each.message: each for each in before.answers} if before else {}
    for answer, (message, change) in zip(after.answers, changes(before, after), strict=True):
        if message in messages:
            became = words(f"results.change_{change}")
            line = words("results.change_line", title=messages[message].title, change=became)
            yield f"{line}. {_how_sure(words, earlier.get(message), answer)}".rstrip()
    titles = [f"“{messages[each].title}”" for each in sureness(after.answers).sure_but_wrong if each in messages]
    if titles:
        yield words("results.sure_and_wrong", count=len(titles), titles=", ".join(titles))


def _how_sure(words: Words, before: Answered | None, after: Answered) -> str:
    """Return how sure the player was, where that was asked."""
    if not tells_sureness(before, after):
        return ""
    if before is None:
        return words("results.sure_after", after=_sure(words, after))
    return words("results.sure_both", before=_sure(words, before), after=_sure(words, after))


def _sure(words: Words, answer: Answered) -> str:
    return words(f"results.sure_{answer.confidence.name.lower() if answer.confidence is not None else 'unsure'}")


def _told_apart(words: Words, verdicts: Verdicts) -> Iterator[str]:
    """Yield how well offers were told apart in all stories; nothing as long as none was judged."""
    if not verdicts.judged:
        return
    false, genuine, found = verdicts.false_offers, verdicts.genuine_offers, eye(verdicts)
    yield from ("", words("results.apart") + ":")
    if false:
        yield words("results.apart_stopped", found=verdicts.hits, count=false)
    if genuine:
        yield words("results.apart_kept", found=verdicts.correct_rejections, count=genuine)
    yield words(f"results.apart_{found}")
    if found.is_told:
        yield words(f"results.lean_{lean(verdicts)}")
