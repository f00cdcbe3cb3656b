"""What players see of learning records: nothing unless somebody asks, then honest words and a switch that is off."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.content.asset_library import AssetLibrary
from game.content.words import load_words
from game.learning.begin import home_records
from game.learning.home import HomeRecords
from game.learning.outbox_file import outbox_path
from game.learning.telling import about_records
from game.modes import HOME
from game.options import PlayOptions
from game.paths import assets_dir, levels_dir
from game.records.folder import DiskFolder
from game.records.running import start_level
from game.records.settings import load_settings
from game.screens.routing import build_routes
from game.story.level import LevelId
from game.terminal.console import Console
from game.terminal.front import play_library
from game.ui.view import control, spots
from game.ui.widgets import ScrollArea, Text, Toggle
from tests.learning.runs import NAME, kept, library
from tests.screens.pilot import Pilot
from tests.screens.reading import words_of
from tests.terminal.typed import flat

LEVEL = LevelId("village-offer")
WORDS = load_words(assets_dir() / "words" / "en")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "records.yaml"
    path.write_text(f"format: 1\nname: {NAME}\n")
    return path


def asked(config: Path, data: Path) -> tuple[Pilot, HomeRecords]:
    """Return a game in which somebody asks for learning records, at its settings."""
    pilot = Pilot(library(), folder=DiskFolder(data))
    records = home_records(config, data, pilot.services.settings, lambda: library().messages)
    pilot.services = replace(pilot.services, records=records)
    pilot.routes = build_routes(pilot.services, AssetLibrary(assets_dir()))
    pilot.open(pilot.routes.title(), pilot.routes.settings())
    return pilot, records


def test_where_nobody_asks_there_is_no_switch(tmp_path: Path) -> None:
    pilot = Pilot(library())
    pilot.open(pilot.routes.settings())
    assert "records" not in [spot.id for spot in spots(pilot.view, {})]


def test_the_switch_is_off_and_its_words_come_before_it(config: Path, tmp_path: Path) -> None:
    pilot, records = asked(config, tmp_path)
    switch = control(pilot.view, "records")
    assert isinstance(switch, Toggle)
    assert not switch.on
    area = next(each for each in pilot.view.widgets if isinstance(each, ScrollArea))
    above = [each.text for each in area.children if isinstance(each, Text) and each.rect.bottom <= switch.rect.y]
    assert above == list(about_records(WORDS, records))


def test_what_is_played_is_written_down_from_the_moment_it_is_on_and_gone_when_it_is_off(
    config: Path, tmp_path: Path
) -> None:
    pilot, records = asked(config, tmp_path)
    start_level(library().levels[LEVEL], pilot.services.folder, 1, listener=records)
    assert not outbox_path(tmp_path).exists()
    pilot.choose("records")
    assert load_settings(DiskFolder(tmp_path)).shares_with == NAME
    start_level(library().levels[LEVEL], pilot.services.folder, 2, listener=records)
    assert len(kept(outbox_path(tmp_path))) == 1
    pilot.choose("records")
    assert load_settings(DiskFolder(tmp_path)).shares_with == ""
    assert kept(outbox_path(tmp_path)) == ()


def test_what_could_not_be_written_down_is_told_at_the_pause_and_at_the_switch(config: Path, tmp_path: Path) -> None:
    pilot, records = asked(config, tmp_path)
    pilot.choose("records")
    outbox_path(tmp_path).mkdir(parents=True)
    running = start_level(library().levels[LEVEL], pilot.services.folder, 1, listener=records)
    assert WORDS("records.not_kept") in words_of(pilot.open(pilot.routes.settings()).view)
    assert WORDS("records.not_kept") in words_of(pilot.open(pilot.routes.pause(running)).view)


def typed(config: Path | None, data: Path, *lines: str) -> str:
    heard: list[str] = []
    options = PlayOptions(levels_dir(), mode=HOME, data_dir=data, records=config)
    play_library(library(), options, WORDS, Console(iter(lines), heard.append, echoes=True))
    return flat(heard)


def test_in_the_terminal_it_is_a_word_to_type(config: Path, tmp_path: Path) -> None:
    told = typed(config, tmp_path, "records", "turn", LEVEL, "play", ":skip", "1", ":quit")
    assert WORDS("records.way", name=NAME) in told
    assert WORDS("records.never") in told
    assert told.index(WORDS("records.now_off")) < told.index(WORDS("records.now_on"))
    verbs = [row.body.partition('"display":{"en":"')[2].partition('"')[0] for row in kept(outbox_path(tmp_path))]
    assert verbs[0] == "initialized"
    assert "answered" in verbs
    typed(config, tmp_path, "records", "turn", ":quit")
    assert kept(outbox_path(tmp_path)) == ()


def test_in_the_terminal_nobody_is_asked_where_nobody_asks(tmp_path: Path) -> None:
    told = typed(None, tmp_path, "records", ":quit")
    assert WORDS("records.now_off") not in told
    assert not outbox_path(tmp_path).exists()


def test_the_terminal_tells_once_that_something_could_not_be_written_down(config: Path, tmp_path: Path) -> None:
    outbox_path(tmp_path).mkdir(parents=True)
    told = typed(config, tmp_path, "records", "turn", LEVEL, "play", ":skip", "1", ":back", "1", ":quit")
    assert told.count(WORDS("records.not_kept")) == 1
