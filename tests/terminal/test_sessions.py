"""Stories of players at a terminal: what they type, what they are told, what is there when they come back."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from game.modes import KIOSK
from game.paths import levels_dir
from game.records.folder import MemoryFolder, RecordsError
from game.records.progress import CheckResult
from game.records.running import start_level
from game.records.saves import load_save
from game.story.answer import Confidence
from game.story.checkup import Asked, Moment, questions
from game.story.level import LevelId, MessageId
from game.story.message import Message, Verification
from game.terminal.console import InputEndedError
from game.terminal.ending import tell_ending
from game.terminal.notebook import source_lines
from game.terminal.questions import check_before
from game.terminal.story import Story
from game.terminal.visit import visit
from tests.terminal.typed import flat, library, play_game, seed_for, terminal, typed, words, written_play

LEVEL = LevelId("village-offer")
PLAY = levels_dir() / LEVEL / "plays" / "papers-in-your-own-bag.yaml"
"""A play in which nothing is left to chance."""


def run_lines() -> list[str]:
    return typed(library().levels[LEVEL], written_play(PLAY))[0]


def test_a_level_from_the_list_to_what_was_learned(tmp_path: Path) -> None:
    lines = [LEVEL, "play", *["4"] * 5, *run_lines(), "", *["1", ""] * 5, ":quit"]
    told = play_game(tmp_path, lines)
    assert words()("check.before", right=0, asked=5) in told
    assert "After the story:" in told
    assert "Papers in your own bag" in told
    assert words()("levels.won") in told
    assert words()("levels.endings", found=1, count=4) in told
    assert told.endswith(words()("terminal.goodbye"))


def test_what_the_questions_show_is_told_as_it_is() -> None:
    level, seed = library().levels[LEVEL], 7
    before, after = (questions(level.asks, library().messages, seed, moment) for moment in Moment)
    typed_lines = ["1", *answers(before, "-----"), *run_lines(), ""]
    heard: list[str] = []
    at = terminal([*typed_lines, *answers(after, "+++++", sure="3")], heard, seed=seed)
    visit(at, level)
    told = flat(heard)
    assert words()("check.before", right=0, asked=5) in told
    assert words()("check.after", right=5, asked=5) in told
    assert words()("check.change_up") in told
    assert told.count(words()("terminal.right")) == 5
    assert all(each.question.because in told for each in after)
    assert at.progress.current.of(LEVEL).after == CheckResult.of(
        each.answered(each.answers.index(each.question.right), Confidence.SURE) for each in after
    )
    assert load_save(at.folder, LEVEL) is None


def test_the_answers_before_are_compared_though_the_game_was_closed_on_the_way() -> None:
    level, seed, folder = library().levels[LEVEL], 7, MemoryFolder()
    before, after = (questions(level.asks, library().messages, seed, moment) for moment in Moment)
    opening = ["1", *answers(before, "+----"), *run_lines()[:5]]
    with pytest.raises(InputEndedError):
        visit(terminal(opening, [], seed=seed, folder=folder), level)
    heard: list[str] = []
    rest = ["1", *run_lines()[5:], "", *answers(after, "+++++")]
    visit(terminal(rest, heard, seed=seed + 1, folder=folder), level)
    told = flat(heard)
    assert words()("check.before", right=1, asked=5) in told
    assert words()("check.change_up") in told


def test_how_sure_somebody_is_goes_with_every_answer() -> None:
    level, seed = library().levels[LEVEL], 7
    asked = questions(level.asks, library().messages, seed, Moment.BEFORE)
    running = start_level(level, MemoryFolder(), seed)
    sure = [["1"], [""], ["4", "maybe", "3"], ["3"], [":help", ""]]
    lines = [line for each, typed in zip(asked, sure, strict=True) for line in (number(each, right=True), *typed)]
    check_before(terminal(lines, [], seed=seed), running)
    assert running.before
    steps = [Confidence.GUESS, Confidence.THINK_SO, Confidence.SURE, Confidence.SURE, Confidence.THINK_SO]
    assert [one.confidence for one in running.before.answers] == steps


def answers(asked: Iterable[Asked], marks: str, *, sure: str = "") -> list[str]:
    """Return what to type to answer questions right (+) or not (-), in turn, and how sure that is."""
    return [typed for each, mark in zip(asked, marks, strict=True) for typed in (number(each, right=mark == "+"), sure)]


def number(asked: Asked, *, right: bool) -> str:
    """Return what to type for a right answer, or for a wrong one."""
    return next(str(place + 1) for place in range(len(asked.answers)) if asked.is_right(place) == right)


def test_closing_the_input_saves_and_the_next_start_goes_on(tmp_path: Path) -> None:
    first = play_game(tmp_path, [LEVEL, "1", ":skip", *run_lines()[:5]])
    assert words()("terminal.saved", title="The offer in the village") in first
    second = play_game(tmp_path, [LEVEL, "1", *run_lines()[5:], "", ":skip", ":quit"])
    assert words()("levels.saved") in second
    assert "Papers in your own bag" in second
    third = play_game(tmp_path, [":quit"])
    assert words()("levels.saved") not in third


def test_a_level_can_be_started_anew(tmp_path: Path) -> None:
    play_game(tmp_path, [LEVEL, "1", ":skip", *run_lines()[:5]])
    told = play_game(tmp_path, [LEVEL, "2", "1", ":skip", ":history"])
    assert "Seven in the morning" in told


def test_a_save_of_a_changed_level_goes_on_from_where_it_still_fits(tmp_path: Path) -> None:
    play_game(tmp_path, [LEVEL, "1", ":skip", *run_lines()[:3]])
    file = tmp_path / "saves" / f"{LEVEL}.json"
    saved = json.loads(file.read_text())
    saved |= {"version": "000000000000", "actions": [*saved["actions"], "a-choice-of-old", "another"]}
    file.write_text(json.dumps(saved))
    told = play_game(tmp_path, [LEVEL, "1"])
    assert words()("resume.text") in told
    assert "The hall smells of chalk." in told


def test_ctrl_c_saves(tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        yield from (LEVEL, "1", ":skip", *run_lines()[:2])
        raise KeyboardInterrupt

    told = play_game(tmp_path, lines())
    assert words()("terminal.saved", title="The offer in the village") in told
    assert words()("levels.saved") in play_game(tmp_path, [":quit"])


def test_reading_the_summary_and_skipping_teach_the_messages(tmp_path: Path) -> None:
    for lines in ([LEVEL, "2", "2"], [LEVEL, "3"]):
        told = play_game(tmp_path / lines[1], lines)
        for message in library().levels[LEVEL].messages:
            assert library().messages[message].text in told
    assert "Sari sells tempeh" in play_game(tmp_path / "summary", [LEVEL, "2", "2"])


def test_a_kiosk_keeps_nothing_and_does_not_close(tmp_path: Path) -> None:
    told = play_game(tmp_path, [LEVEL, "1", ":skip", *run_lines()[:3], ":quit", LEVEL, "3"], mode=KIOSK)
    assert words()("terminal.not_saved", title="The offer in the village") in told
    assert words()("levels.saved") not in told
    assert words()("summary.skipped") in told
    assert not any(tmp_path.iterdir())


def test_a_level_named_at_the_start_comes_first(tmp_path: Path) -> None:
    assert "What it is about" in play_game(tmp_path, [], level="brokers-debt").split("Your choice")[0]


class FullDisk(MemoryFolder):
    """A folder that takes nothing."""

    def write(self, name: str, value: object) -> None:
        raise RecordsError("the disk is full")


def test_that_nothing_is_saved_is_told_once() -> None:
    heard: list[str] = []
    at = terminal(run_lines(), heard, folder=FullDisk())
    with pytest.raises(InputEndedError):
        Story(at, start_level(library().levels[LEVEL], at.folder, 0)).run()
    assert flat(heard).count(words()("pause.not_saved")) == 1


@pytest.mark.parametrize(
    "wrong", ["hello", "99", "0", "-1", "²", "play", "play 9", "play no-such", "mark 1 good", "choose"]
)
def test_what_is_not_understood_changes_nothing_and_says_what_is_expected(wrong: str) -> None:
    heard: list[str] = []
    at = terminal(["ask-agency", wrong], heard)
    running = start_level(library().levels[LEVEL], at.folder, 0)
    with pytest.raises(InputEndedError):
        Story(at, running).run()
    assert list(running.playthrough.actions) == ["ask-agency"]
    answer = "".join(heard).rsplit(wrong, 1)[-1]
    assert ":notebook" in answer or ":help" in answer or words()("terminal.no_desk") in flat([answer])


def test_a_card_that_does_not_fit_is_kept_kindly() -> None:
    heard: list[str] = []
    at = terminal(["ask-agency", "write-down", "play rec-no-rush"], heard)
    running = start_level(library().levels[LEVEL], at.folder, 0)
    with pytest.raises(InputEndedError):
        Story(at, running).run()
    assert words()("play.misfit", title="A real job can wait") in flat(heard)


def test_offers_are_marked_explained_and_scored() -> None:
    heard: list[str] = []
    desk = run_lines().index("play fee-ilo-principle")
    marks = [
        "mark 1 warning",
        "mark 5 warning",
        "mark 6 good",
        "mark 7 warning",
        "mark 7 none",
        "mark 99 good",
        "play 1",
    ]
    at = terminal([*run_lines()[: desk - 1], *marks, "", ":again"], heard)
    with pytest.raises(InputEndedError):
        Story(at, start_level(library().levels[LEVEL], at.folder, 0)).run()
    told = flat(heard)
    assert words()("desk.hits", found=1, count=3) in told
    assert words()("terminal.misses", count=2) in told
    assert words()("desk.false_alarms", count=1, good=5) in told
    assert words()("terminal.desk_first") in told
    assert words()("terminal.mark_again") in told


@pytest.mark.parametrize("message", library().messages.values(), ids=lambda message: message.id)
def test_a_source_tells_its_year_and_how_it_was_verified(message: Message) -> None:
    told = flat(f"{line} " for line in source_lines(words(), message))
    assert f"{message.source.organisation}, {message.source.year}." in told
    assert message.source.url in told
    assert words()("terminal.as_of", year=message.as_of, review=message.review_by.isoformat()) in told
    assert ("archived copy" in told) == (message.verified is Verification.ARCHIVED_PAGE)


def test_a_card_shows_its_source_by_number_and_by_id() -> None:
    for card in ("1", "rec-no-rush"):
        heard: list[str] = []
        at = terminal(["ask-agency", f":source {card}"], heard)
        with pytest.raises(InputEndedError):
            Story(at, start_level(library().levels[LEVEL], at.folder, 0)).run()
        assert library().messages[MessageId("rec-no-rush")].source.url in flat(heard)


def test_the_notebook_is_searched_by_words_and_keeps_its_numbers() -> None:
    def told(command: str) -> str:
        heard: list[str] = []
        at = terminal(["ask-agency", command], heard)
        with pytest.raises(InputEndedError):
            Story(at, start_level(library().levels[LEVEL], at.folder, 0)).run()
        return flat(heard)

    wanted = f"1. {library().messages[MessageId('rec-no-rush')].title}."
    assert wanted in told(":notebook")
    assert wanted in told(":notebook JOB rushed")
    assert wanted not in told(":notebook passport")
    assert words()("notebook.none_found") in told(":Notebook qqq")


def test_help_is_one_line_away_from_everywhere(tmp_path: Path) -> None:
    numbers = [each.phone for each in library().helplines if each.country == "SG" and each.phone]
    for lines in (
        [":helplines"],
        [LEVEL, ":helplines"],
        [LEVEL, "1", ":helplines"],
        [LEVEL, "1", ":skip", ":helplines"],
    ):
        told = play_game(tmp_path / str(len(lines)), lines)
        assert all(number in told for number in numbers)


def test_lines_are_no_wider_than_eighty_letters_unless_they_are_addresses(tmp_path: Path) -> None:
    heard: list[str] = []
    at = terminal(["1", ":notebook", ":helplines", ":help"], heard)
    with pytest.raises(InputEndedError):
        Story(at, start_level(library().levels[LEVEL], at.folder, 0)).run()
    assert all(len(line) <= 80 or "://" in line for line in "".join(heard).splitlines() if not line.startswith("Your"))


def test_hindsight_names_what_was_known_and_what_was_not() -> None:
    heard: list[str] = []
    level = library().levels[LEVEL]
    path = levels_dir() / LEVEL / "plays" / "help-on-the-way.yaml"
    lines, taken = typed(level, written_play(path))
    at = terminal([*lines, ""], heard, seed=(seed := seed_for(level, taken)))
    running = start_level(level, at.folder, seed)
    Story(at, running).run()
    tell_ending(at, running)
    assert words()("terminal.missed") in flat(heard)
    assert load_save(at.folder, LEVEL) is not None


def test_a_closed_chapter_says_what_opens_it_and_can_be_read(tmp_path: Path) -> None:
    closed = library().campaign.chapters[1]
    opens = words()("levels.opens", chapter=library().campaign.chapters[0].title)
    told = play_game(tmp_path, [closed.levels[0], "skip", ":quit"])
    assert opens in told
    assert words()("summary.skipped") in told
    assert words()("note.play") not in told
    before_reading, after_reading = told.split(words()("summary.skipped"))
    assert before_reading.count(opens) > after_reading.count(opens), "a story that was read opens its chapter"
    assert words()("note.play") in play_game(tmp_path, [closed.levels[0], ":quit"])


def test_at_a_kiosk_no_chapter_is_closed(tmp_path: Path) -> None:
    told = play_game(tmp_path, [library().campaign.chapters[-1].levels[0]], mode=KIOSK)
    assert words()("note.play") in told
    assert words()("levels.read_now") not in told
