"""Stories about an author at work: the preview follows the files, keeps the place, and outlives half-saved files."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.content.asset_library import AssetLibrary
from game.content.library import TEMPLATE
from game.content.manuscript import Manuscript, art_names
from game.paths import assets_dir, levels_dir
from game.screens.author.preview import LOOK_S, PreviewScreen
from game.screens.routing import build_routes
from game.ui.frame import Frame
from game.ui.intents import Back, Command
from game.ui.view import spots
from tests.content.written import TODAY
from tests.screens.pilot import Pilot
from tests.screens.reading import words_of
from tests.ui.view_faults import every_frame, faults_of

NAME = "my-level"
SHORT_S = LOOK_S + 0.01
"""After so long the files have been looked at."""


class Author:
    """Somebody with an editor and a preview of the skeleton, or of another text."""

    def __init__(self, levels: Path, place: str = "", *, text: str | None = None) -> None:
        self.file = levels / NAME / "level.yaml"
        if text is not None:
            self.file.write_text(text, encoding="utf-8")
        assets = AssetLibrary(assets_dir())
        manuscript = Manuscript(levels, NAME, TODAY, art_names(assets))
        self.pilot = Pilot(manuscript.library)
        self.pilot.services = replace(self.pilot.services, library=lambda: manuscript.library)
        self.pilot.routes = build_routes(self.pilot.services, assets)
        self.screen = PreviewScreen(self.pilot.services, self.pilot.routes, manuscript, place)
        self.pilot.open(self.screen)

    @property
    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")

    def saves(self, text: str) -> None:
        """As editors do: beside the file first, then in its place."""
        beside = self.file.with_suffix(".new")
        beside.write_text(text, encoding="utf-8")
        beside.replace(self.file)
        self.pilot.wait(SHORT_S)

    def rewrites(self, old: str, new: str) -> None:
        assert old in self.text
        self.saves(self.text.replace(old, new))

    @property
    def sees(self) -> str:
        return words_of(self.pilot.view)

    @property
    def place(self) -> str:
        """Where the story is, as the panel says it."""
        [line] = [line for line in self.sees.splitlines() if line.startswith(f"{NAME}:")]
        return line.partition(":")[2]


@pytest.fixture
def levels(tmp_path: Path) -> Path:
    """The messages and helplines of the game, and a level just begun."""
    for name in ("messages.yaml", "helplines.yaml"):
        shutil.copy(levels_dir() / name, tmp_path / name)
    shutil.copytree(levels_dir() / TEMPLATE / "skeleton", tmp_path / NAME)
    return tmp_path


def test_what_was_saved_is_seen_at_the_place_the_author_is_at(levels: Path) -> None:
    author = Author(levels)
    author.pilot.listen().tap("choice:ask-aunt").listen().tap("go-on")
    assert author.place == "the-aunt"
    author.rewrites("keeps a letter under the rice", "keeps a letter in the clock")
    assert "keeps a letter in the clock" in author.sees
    assert author.place == "the-aunt"
    assert "people: 2 / 6" in author.sees


def test_the_way_is_kept_as_far_as_it_still_goes(levels: Path) -> None:
    author = Author(levels, "the-call")
    author.rewrites("look-up:", "ring-up:")
    assert author.place == "the-table"
    assert author.pilot.services.words("author.shortened", action="look-up") in author.sees


def test_a_mistake_is_told_with_its_place_and_the_last_good_version_stays(levels: Path) -> None:
    author = Author(levels, "the-aunt")
    author.rewrites("to: the-table", "to: the-tabel")
    line = 1 + author.text[: author.text.index("to: the-tabel")].count("\n")
    assert f"level.yaml:{line}:" in author.sees
    assert "did you mean 'the-table'?" in author.sees
    assert "keeps a letter under the rice" in author.sees
    author.rewrites("to: the-tabel", "to: the-table")
    assert author.pilot.services.words("author.no_faults") in author.sees
    assert author.place == "the-aunt"


def test_no_half_written_file_ends_the_preview(levels: Path) -> None:
    author = Author(levels, "the-bus")
    whole = author.text
    for end in range(0, len(whole), 211):
        author.saves(whole[:end])
        assert author.place == "the-bus"
    author.saves(whole)
    assert author.pilot.services.words("author.no_faults") in author.sees


def test_a_file_that_is_gone_for_a_moment_is_waited_for(levels: Path) -> None:
    author = Author(levels, "the-aunt")
    whole = author.text
    author.file.unlink()
    author.pilot.wait(SHORT_S)
    assert "level.yaml:1:1" in author.sees
    author.saves(whole)
    assert author.place == "the-aunt"


@pytest.mark.parametrize("text", ["", "title: [", "- a", "\x00", "format: 1\ntitle: Only this\n"])
def test_a_level_that_cannot_be_read_at_first_begins_when_it_can(levels: Path, text: str) -> None:
    whole = (levels / NAME / "level.yaml").read_text(encoding="utf-8")
    author = Author(levels, "the-bus", text=text)
    assert author.pilot.services.words("author.unplayable") in author.sees
    author.pilot.send(Back(), Command.NOTEBOOK, Command.STEP_BACK, Command.PAUSE)
    author.saves(whole)
    assert author.place == "the-bus"


def test_a_message_with_a_mistake_is_told_at_its_line_and_waited_for(levels: Path) -> None:
    author = Author(levels, "the-aunt")
    messages = levels / "messages.yaml"
    whole = messages.read_text(encoding="utf-8")
    messages.write_text(whole.replace("scam-verify:\n  title:", "scam-verify:\n  titel:"), encoding="utf-8")
    author.pilot.wait(SHORT_S)
    assert "messages.yaml:" in author.sees
    messages.write_text(whole.replace("Find the office yourself", "Find it yourself"), encoding="utf-8")
    author.pilot.wait(SHORT_S)
    assert "Find it yourself" in [spot.control.label for spot in spots(author.pilot.view, {})]
    assert author.pilot.services.words("author.no_faults") in author.sees


def test_every_place_of_the_template_can_be_jumped_to_and_shows_what_it_counts(levels: Path) -> None:
    author = Author(levels, text=(levels_dir() / TEMPLATE / "level.yaml").read_text(encoding="utf-8"))
    places = _places(author)
    assert {"the-stall", "the-sums", "sunday-in-the-park"} <= set(places)
    for place in places:
        author.screen.use(f"author-jump:{place}", 0)
        assert author.place == place
    author.pilot.choose("author-places").choose("author-jump:the-bag")
    assert "right: 0" in author.sees


def _places(author: Author) -> list[str]:
    author.pilot.choose("author-places")
    found = [each for each in author.pilot.ids if each.startswith("author-jump:")]
    author.pilot.choose("author-state")
    return [each.removeprefix("author-jump:") for each in found]


def test_a_place_that_is_not_there_is_told_and_the_story_begins_at_its_start(levels: Path) -> None:
    author = Author(levels, "the-ant")
    assert author.place == "the-nets"
    assert "did you mean 'the-aunt'?" in author.sees


def test_a_choice_can_be_taken_again_after_a_jump(levels: Path) -> None:
    author = Author(levels)
    for _ in range(2):
        author.pilot.listen().tap("choice:ask-aunt").listen().tap("go-on")
        assert author.place == "the-aunt"
        author.pilot.tap("author-again")
        assert author.place == "the-nets"


def test_a_step_back_leads_to_the_choice_before_also_from_an_ending(levels: Path) -> None:
    author = Author(levels, "asked-in-time")
    author.pilot.tap("author-back")
    assert author.place == "the-bus"


@pytest.mark.parametrize("leave", [["pause", "leave"], ["pause", "restart", "restart-yes"]])
def test_leaving_the_story_begins_it_again_beside_the_panel(levels: Path, leave: list[str]) -> None:
    author = Author(levels, "the-bus")
    for control in leave:
        author.pilot.tap(control)
    assert author.place == "the-nets"


def test_after_its_ending_the_story_begins_again(levels: Path) -> None:
    author = Author(levels, "her-own-spring")
    for _ in range(20):
        if author.place != "her-own-spring":
            break
        author.pilot.wait().tap("go-on")
    assert author.place == "the-nets"


def test_one_key_hides_the_panel_and_brings_it_back(levels: Path) -> None:
    author = Author(levels)
    author.pilot.send(Command.AUTHOR)
    assert "savings: 3 / 6" not in author.sees
    author.rewrites("Two nets are done", "Three nets are done")
    assert "Three nets are done" in author.sees
    author.pilot.send(Command.AUTHOR)
    assert "savings: 3 / 6" in author.sees


def test_a_mistake_brings_the_hidden_panel_back(levels: Path) -> None:
    author = Author(levels)
    author.pilot.send(Command.AUTHOR)
    author.rewrites("to: the-table", "to: the-tabel")
    assert "did you mean 'the-table'?" in author.sees


def test_the_files_are_looked_at_soon_even_when_nothing_moves(levels: Path) -> None:
    author = Author(levels)
    author.pilot.wait(0)
    assert spots(author.pilot.view, {})
    wakes_s = author.screen.wakes_s(author.pilot.now_s)
    assert wakes_s is not None
    assert wakes_s <= author.pilot.now_s + LOOK_S


@pytest.mark.parametrize("frame", every_frame(), ids=lambda frame: f"{frame.size.w}x{frame.size.h}")
@pytest.mark.parametrize("spoil", [str, lambda text: text.replace("people: +", "peple: +")], ids=["good", "faulty"])
def test_nothing_overlaps_and_nothing_is_cut(levels: Path, spoil: Callable[[str], str], frame: Frame) -> None:
    author = Author(levels)
    author.saves(spoil(author.text))
    for control in ("author-state", "author-places"):
        author.screen.use(control, 0)
        assert faults_of(author.screen.view(frame), frame) == []


def test_a_place_only_those_who_remember_come_to_can_be_jumped_to(levels: Path) -> None:
    author = Author(levels)
    author.rewrites("asks: [", "remembers:\n  lent: {level: village-offer, flag: gave-card, alone: false}\nasks: [")
    author.rewrites(
        "\n    to: the-table\n", "\n    to:\n      - {when: [lent], to: the-call}\n      - {to: the-table}\n"
    )
    author.rewrites("        to: the-call\n", "        to: her-own-spring\n")
    author.pilot.choose("author-places").choose("author-jump:the-call")
    assert author.place == "the-call"
    assert "flags: lent" in author.sees
