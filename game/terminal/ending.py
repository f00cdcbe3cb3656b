"""What an ending is followed by: the debrief, whether insight won, and what else could have helped."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from game.content.library import Library
from game.content.words import Words
from game.records.finish import reach_ending
from game.records.running import RunningLevel
from game.story.engine import has_won
from game.story.level import Debrief, Level
from game.story.playthrough import Replay
from game.story.state import learned, used
from game.story.unmet import taught_by
from game.terminal.hindsight import Missed, missed
from game.terminal.terminal import Terminal

_MOST_MISSED = 4
"""More advice at once would not be read."""


def tell_ending(terminal: Terminal, running: RunningLevel) -> None:
    """Keep that the ending was reached, and say what it is made of."""
    reach_ending(terminal.progress, running, terminal.today())
    terminal.say_all(Debriefing(terminal.words, terminal.library, running.level, running.history).lines())


@dataclass(frozen=True, slots=True)
class Debriefing:
    """A run that has come to its ending, looked back at."""

    words: Words
    library: Library
    level: Level
    replay: Replay

    def lines(self) -> Iterator[str]:
        """Yield the three parts of the debrief, whether insight won, and what else could have helped."""
        yield ""
        yield from debrief_lines(self.words, self.level.endings[self.replay.state.place].debrief)
        yield ""
        yield self._insight()
        others = list(islice(missed(self.level, self.replay), _MOST_MISSED))
        if others:
            yield ""
            yield self.words("terminal.missed")
        yield from map(self._missed, others)

    def _insight(self) -> str:
        level, state = self.level, self.replay.state
        text = self.words("terminal.won" if has_won(level, state) else "terminal.not_won")
        learn, use = len(learned(level, state)), len(used(level, state))
        counts = self.words("terminal.insight", learned=learn, learn=level.wins.learn, used=use, use=level.wins.use)
        return f"{text} {counts}"

    def _missed(self, each: Missed) -> str:
        title = self.library.messages[each.message].title
        if each.was_known:
            return self.words("terminal.missed_known", title=title, text=each.choice.text)
        whom = taught_by(self.level, each.message)
        return self.words("terminal.missed_unknown", title=title, text=each.choice.text, whom=whom)


def debrief_lines(words: Words, debrief: Debrief) -> Iterator[str]:
    """Yield what an ending was made of."""
    yield words("terminal.debrief_choice", text=debrief.choice)
    yield words("terminal.debrief_chance", text=debrief.chance)
    yield words("terminal.debrief_system", text=debrief.system)
