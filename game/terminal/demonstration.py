"""One run of a level that plays itself, for when there is neither a screen nor anybody to ask."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from game.content.library import load_library
from game.content.words import Words
from game.options import PlayOptions
from game.story.action import ActionId
from game.story.engine import has_won
from game.story.level import Level
from game.story.playthrough import begin, replay
from game.story.proof.graph import explore
from game.story.state import State, used
from game.terminal.console import Console
from game.terminal.desk import Desk
from game.terminal.ending import Debriefing
from game.terminal.telling import Teller


def demonstrate(options: PlayOptions, words: Words, console: Console) -> int:
    """Write the transcript of a run that wins, and return the exit code: 1 if there is no level to play."""
    library = load_library(options.levels_dir, datetime.now(UTC).date())
    order = (*((options.level,) if options.level else ()), *library.campaign.levels, *library.levels)
    level = next((library.levels[each] for each in order if each in library.levels), None)
    run = winning_run(level) if level else None
    if level is None or run is None:
        console.say(words("levels.none"))
        return 1
    console.say(words("terminal.demonstration", title=level.title))
    for paragraph in transcript(Teller(words, library, level), run):
        console.say(paragraph)
    return 0


def transcript(teller: Teller, run: Sequence[ActionId]) -> Iterator[str]:
    """Yield a run as it is told to a player who marks every line of an offer right, from the start to the debrief."""
    level = teller.level
    replayed = replay(level, replace(begin(level, seed=0), actions=tuple(run)))
    yield from teller.place(level.start)
    for message, whom in level.passages[level.start].teaches.items():
        yield from teller.learned(message, whom)
    for before, step in zip(replayed.states, replayed.steps, strict=False):
        passage = level.passages[before.place]
        if passage.offers:
            signs = {
                (offer.id, line.id): line.sign for offer in passage.offers.values() for line in offer.lines.values()
            }
            desk = Desk(teller.words, passage)
            yield from desk.lines(signs)
            yield from desk.explained(signs)
        yield from teller.step(before, step)
    yield from Debriefing(teller.words, teller.library, level, replayed).lines()


def winning_run(level: Level) -> tuple[ActionId, ...] | None:
    """Return a shortest run that wins, ends safely and plays as many messages as such runs can; None without one."""
    graph = explore(level)

    def worth(state: State) -> int:
        return len(used(level, state))

    won = [
        number
        for number, state in enumerate(graph.states)
        if has_won(level, state) and level.endings[state.place].outcome.is_safe
    ]
    # States are numbered by how far from the start they are, so the first of the best is the nearest.
    best = max(won, key=lambda number: worth(graph.states[number]), default=None)
    return None if best is None else graph.run_to(best)
