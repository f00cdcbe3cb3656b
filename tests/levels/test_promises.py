"""What the levels of the game keep: their plays, the promises of `check`, and what knowing is worth in them."""

from pathlib import Path

import pytest

from game.content.checking import check_paths
from game.content.faults import FaultLog
from game.content.library import Library, level_folders
from game.content.plays import ExpectPlace, ExpectWin, Play, read_play
from game.content.rehearsal import rehearse
from game.paths import levels_dir
from game.story.level import Ending, Level, LevelId, Line, Passage
from game.story.message import Message
from game.story.proof.proof import Proof
from tests.story.conftest import WRITTEN

PLAYS = [path for folder in level_folders(levels_dir()) for path in sorted(folder.glob("plays/*.yaml"))]
MOST_WORDS = 60
MOST_REPLY_WORDS = 40
MOST_ON_STAGE = 4


def test_the_levels_have_no_faults_and_nothing_to_improve() -> None:
    checked = check_paths([levels_dir()], WRITTEN)
    assert [str(fault) for fault in checked.faults] == []


@pytest.mark.parametrize("path", PLAYS, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_a_play_stays_possible(library: Library, path: Path) -> None:
    log = FaultLog(path.name)
    rehearse(library.levels[LevelId(path.parts[-3])], _play(path), log)
    assert [str(fault) for fault in log.faults] == []


def test_the_plays_of_a_level_reach_every_ending_and_win_and_do_not_win(level: Level) -> None:
    plays = [_play(path) for path in PLAYS if path.parts[-3] == level.id]
    steps = [step for play in plays for step in play.steps]
    assert {step.place for step in steps if isinstance(step, ExpectPlace) and step.is_ending} == set(level.endings)
    assert {step.wanted for step in steps if isinstance(step, ExpectWin)} == {True, False}


def test_every_promise_is_kept(proof: Proof) -> None:
    assert proof.breaches == ()


def test_being_careful_is_not_enough_and_knowing_is(proof: Proof) -> None:
    """Somebody who picks blindly is safe now and then; careful is far better; only knowing is nearly sure."""
    chances = proof.chances
    assert 0.05 <= chances.blind <= 0.45
    assert chances.blind < chances.careful <= 0.75
    assert 0.90 <= chances.informed <= 1.0
    assert chances.worth_of_knowing == pytest.approx(chances.informed - chances.careful)


def test_the_time_a_level_says_it_takes_is_about_right(level: Level, proof: Proof) -> None:
    minutes = proof.runs.minutes
    assert minutes.shortest <= level.minutes <= minutes.longest
    assert abs(level.minutes - minutes.median) <= 2


def test_every_message_can_be_asked_about_before_and_after(library: Library, level: Level) -> None:
    for message in {*level.messages, *level.asks}:
        checks = library.messages[message].checks.values()
        assert len({check.ask.casefold() for check in checks}) >= 2


def test_every_level_gives_a_class_something_to_talk_about(level: Level) -> None:
    assert 2 <= len(level.aims) <= 3
    assert 3 <= len(level.discuss) <= 5
    assert any(prompt.at is not None for prompt in level.discuss)
    assert all(prompt.ask.endswith("?") for prompt in level.discuss)


def test_a_level_asks_about_what_it_teaches(level: Level) -> None:
    assert set(level.asks) <= set(level.messages)
    assert len(set(level.asks)) == len(level.asks) >= 3


def test_messages_are_short(library: Library) -> None:
    too_long = [message.id for message in library.messages.values() if not _is_short(message)]
    assert too_long == []


def _is_short(message: Message) -> bool:
    return 0 < len(message.title) <= 40 and 0 < len(message.text) <= 200


def test_texts_fit_on_a_screen(level: Level) -> None:
    assert [place.id for place in _places(level) if _words(place.text) > MOST_WORDS] == []
    choices = [choice for passage in level.passages.values() for choice in passage.choices.values()]
    assert [choice.id for choice in choices if len(choice.text) > 200] == []
    assert [choice.id for choice in choices if _words(choice.reply) > MOST_REPLY_WORDS] == []
    assert len(level.title) <= 40


def _places(level: Level) -> tuple[Passage | Ending, ...]:
    return (*level.passages.values(), *level.endings.values())


def _words(lines: tuple[Line, ...]) -> int:
    return sum(len(line.text.split()) for line in lines)


def test_every_passage_shows_something_and_somebody(level: Level) -> None:
    """Each has a line of what is seen, and between one and four figures."""
    places = _places(level)
    assert [place.id for place in places if all(line.speaker for line in place.text)] == []
    assert [place.id for place in places if not 1 <= len(place.stage.figures) <= MOST_ON_STAGE] == []


def test_whoever_speaks_is_on_stage_or_named_beside_it(level: Level) -> None:
    """A voice from a telephone or a radio is told of in a line that is not spoken, or in the speech itself."""
    unseen = []
    for place in _places(level):
        told = " ".join(line.text for line in place.text)
        unseen += [
            f"{place.id}: {line.speaker}"
            for line in place.text
            if line.speaker and line.speaker not in place.stage.figures and not _tells_of(level, line, told)
        ]
    assert unseen == []


def _tells_of(level: Level, line: Line, told: str) -> bool:
    assert line.speaker
    name = level.cast[line.speaker].name
    return name in told or "radio" in told or "phone" in told or "calls" in told


def test_a_level_shows_many_places_hours_and_moods(level: Level) -> None:
    stages = [place.stage for place in _places(level)]
    assert len({stage.set for stage in stages}) >= 5
    assert len({stage.time for stage in stages}) >= 3
    assert len({mood for stage in stages for mood in stage.figures.values()}) >= 4


def test_every_ending_has_its_own_title_and_tells_choice_chance_and_system_apart(level: Level) -> None:
    endings: list[Ending] = list(level.endings.values())
    assert len({ending.title for ending in endings}) == len(endings)
    for ending in endings:
        parts = {ending.debrief.choice, ending.debrief.chance, ending.debrief.system}
        assert len(parts) == 3
        assert all(parts)


def _play(path: Path) -> Play:
    log = FaultLog(path.name)
    play = read_play(path, log)
    assert play, log.faults
    return play
