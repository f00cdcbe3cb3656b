"""The law of the terminal: whatever is typed, it answers, and it ends when the input ends."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from game.modes import HOME, KIOSK, Mode
from game.options import PlayOptions
from game.paths import levels_dir
from game.records.folder import DiskFolder
from game.records.progress import ProgressKeeper
from game.records.saves import load_save
from game.story.level import LevelId
from game.story.playthrough import replay
from game.terminal.console import Console
from game.terminal.front import play_library
from tests.terminal.typed import library, typed, words, written_play

COMMANDS = (
    "", ":again", ":notebook", ":notebook passport", ":history", ":meters", ":back", ":help", ":helplines", ":skip",
    ":source 1", ":quit",
    "play", "skip", "summary", "go-on", "anew", "not-sure", "play 1", "play rec-no-rush", "mark 1 warning",
    "mark 2 good", "mark 3 none", "mark x y", ":source", ":nothing", "village-offer",
    "refresher", "practice", "endings", "achievements", "stop", "next", "enough", "back", "replay", "keep", "leave",
)  # fmt: skip
NUMBERS = st.integers(-1, 12).map(str)
LEVEL = LevelId("village-offer")
PLAY = written_play(levels_dir() / LEVEL / "plays" / "papers-in-your-own-bag.yaml")
WAY, _ = typed(library().levels[LEVEL], PLAY)
"""A way to an ending in which nothing is left to chance."""
LINES = st.lists(NUMBERS | NUMBERS | st.just("") | st.sampled_from(COMMANDS) | st.text(max_size=30), max_size=120)


OPENINGS: tuple[list[str], ...] = (
    [],
    ["2", "1", ":skip"],
    ["practice", "stop"],
    ["refresher", "1"],
    ["brokers-debt", "play", "1"],
    [LEVEL, "play", ":skip", *WAY, "", ":skip", "endings", LEVEL, "1"],
)


@settings(max_examples=150)
@given(lines=LINES, mode=st.sampled_from([HOME, KIOSK]), opening=st.sampled_from(OPENINGS), is_back=st.booleans())
def test_whatever_is_typed_nothing_breaks_and_it_ends(
    lines: list[str], mode: Mode, opening: list[str], *, is_back: bool
) -> None:
    with TemporaryDirectory() as folder:
        data_dir = Path(folder)
        options = PlayOptions(levels_dir(), mode=mode, data_dir=data_dir)
        if is_back and mode.keeps_records:
            keeper = ProgressKeeper(DiskFolder(data_dir))  # of somebody who read a level long ago
            keeper.change(keeper.current.with_read(library().levels[LEVEL]).on(1))
        heard: list[str] = []
        assert play_library(library(), options, words(), Console(iter([*opening, *lines]), heard.append)) == 0
        for level in library().levels.values():
            saved = load_save(DiskFolder(data_dir), level.id)
            assert saved is None or replay(level, saved).stopped_at is None
        assert mode.keeps_records or not any(data_dir.iterdir())
