"""Stories of players at a terminal who read their results and achievements, and the menu."""

from collections.abc import Iterable
from pathlib import Path

from game.paths import levels_dir
from game.story.achievement import Deed
from game.story.checkup import Asked, Moment, questions
from game.story.level import LevelId
from game.terminal.achievements import tell_achievements
from game.terminal.menu import listed, pick_wish
from game.terminal.visit import visit
from tests.terminal.typed import flat, library, play_game, terminal, typed, words, written_play

LEVEL = library().levels[LevelId("village-offer")]
SEED = 7


def right(asked: Iterable[Asked]) -> list[str]:
    """Return what to type to answer right, and to be sure."""
    return [line for each in asked for line in (str(each.answers.index(each.question.right) + 1), "3")]


def test_results_tell_of_each_message_how_sure_the_answer_was_and_what_is_new() -> None:
    before, after = (questions(LEVEL.asks, library().messages, SEED, moment) for moment in Moment)
    lines, _ = typed(LEVEL, written_play(levels_dir() / LEVEL.id / "plays" / "papers-in-your-own-bag.yaml"))
    unsure = [str(len(each.answers) + 1) for each in before]
    heard: list[str] = []
    at = terminal(["play", *unsure, *lines, "", *right(after)], heard, seed=SEED)
    visit(at, LEVEL)
    told = flat(heard)
    for each in after:
        title, became = library().messages[each.message].title, words()("results.change_gained")
        sure = words()("results.sure_both", before=words()("results.sure_unsure"), after=words()("results.sure_sure"))
        assert f"{words()('results.change_line', title=title, change=became)}. {sure}" in told
    assert words()("check.change_up") in told
    assert any(each.title in told for each in library().achievements if each.id in at.progress.current.achievements)
    assert words()("results.reached", titles="").strip() in told


def test_verdicts_at_a_desk_are_told_with_the_results() -> None:
    lines, _ = typed(LEVEL, written_play(levels_dir() / LEVEL.id / "plays" / "papers-in-your-own-bag.yaml"))
    desk = lines.index("play fee-ilo-principle") - 1
    heard: list[str] = []
    judged = [*lines[:desk], "judge 1 stop", "judge 2 stop", *lines[desk:]]
    visit(terminal(["play", ":skip", *judged, "", ":skip"], heard, seed=SEED), LEVEL)
    told = flat(heard)
    assert words()("results.apart") in told
    assert words()("results.apart_few") in told


def test_achievements_are_listed_with_what_they_are_for() -> None:
    heard: list[str] = []
    at = terminal(["summary", "skip"], heard)
    visit(at, LEVEL)
    assert Deed.LEVEL_READ in at.progress.current.did
    tell_achievements(at)
    told, known = flat(heard), library().achievements
    assert words()("praise.count", found=len(at.progress.current.achievements), count=len(known)) in told
    assert all(flat([each.title]) in told for each in known)
    assert words()("praise.today") in told


def test_the_menu_tells_about_everything_that_can_be_typed() -> None:
    heard: list[str] = []
    ways = ["refresher", "practice", "endings", "achievements"]
    at = terminal([":help", "nonsense", "", "Practice"], heard)
    assert pick_wish(at, ways, tells=False) == "practice"
    told = flat(heard)
    assert all(f"“{way}”" in told for way in ways)
    assert words()("terminal.menu_again", last=len(listed(at))) in told
    assert told.count(words()("levels.title")) == 1


def test_ways_from_the_menu_lead_back_to_it(tmp_path: Path) -> None:
    told = play_game(
        tmp_path,
        ["achievements", "refresher", "practice", "enough", "endings", "back", ":quit"],
    )
    assert told.count(words()("terminal.at_stories")) == 4
    assert told.count(words()("levels.title")) == 1
    assert told.endswith(words()("terminal.goodbye"))
