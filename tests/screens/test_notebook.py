"""Stories about looking things up in the notebook, and about taking a page of it along."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest

from game.canvas.canvas import Canvas, TextMeasure
from game.canvas.geometry import Size
from game.content.library import Library
from game.modes import CLASSROOM, HOME, KIOSK, Mode
from game.records.progress import Progress
from game.screens.notebook.handbook import HandbookScreen
from game.screens.notebook.notebook import AT_ONCE, NotebookScreen
from game.story.level import LevelId, MessageId
from game.ui.intents import Back, Clear, Command, Direction, Move, Typed
from game.ui.view import control
from tests.fakes import FakeMeasure, RecordingCanvas
from tests.screens.pilot import Pilot
from tests.screens.reading import words_of
from tests.ui.view_faults import faults_of

VIEW_S = 0.02
"""A view is made in a fifth of it on the slowest machine we know; tests run beside each other."""


@dataclass
class Album:
    """Implements `Pictures`."""

    error: OSError | None = None
    pages: list[RecordingCanvas] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def export_picture(self, name: str, size: Size, paint: Callable[[Canvas, TextMeasure], None]) -> Path:
        if self.error:
            raise self.error
        canvas = RecordingCanvas(size)
        paint(canvas, FakeMeasure())
        self.pages.append(canvas)
        self.names.append(name)
        return Path("/somewhere") / f"{name}.png"


def player(library: Library, met: int | None = None, mode: Mode = HOME, album: Album | None = None) -> Pilot:
    pilot = Pilot(library, mode=mode, pictures=album or Album())
    pilot.services.progress.change(Progress(met=frozenset(list(library.messages)[:met])))
    return pilot


def reader(library: Library, met: int | None = None) -> Pilot:
    pilot = player(library, met)
    return pilot.open(pilot.routes.title(), pilot.routes.notebook(None))


def cards(pilot: Pilot) -> list[str]:
    return [each.removeprefix("card:") for each in pilot.ids if each.startswith("card:")]


def typed(pilot: Pilot, text: str) -> None:
    for letter in text:
        pilot.send(Typed(letter, Command.NOTEBOOK if letter == "n" else None))


def test_letters_look_for_cards_and_do_nothing_else(shipped: Library) -> None:
    pilot = reader(shipped)
    typed(pilot, "/in contract")
    assert isinstance(pilot.runner.screen, NotebookScreen)
    assert control(pilot.view, "search").value == "in contract"
    found = cards(pilot)
    assert found
    for card in found:
        message = shipped.messages[MessageId(card)]
        topic = pilot.services.words(f"topics.{message.topic}")
        assert "contract" in f"{message.title} {message.text} {message.more} {topic}".lower()
    pilot.send(Back())
    assert pilot.runner.focus(pilot.frame) == f"card:{found[0]}"
    typed(pilot, "n")
    assert not isinstance(pilot.runner.screen, NotebookScreen)


def test_accents_and_capitals_do_not_matter(shipped: Library) -> None:
    pilot = reader(shipped)
    typed(pilot, "/PÁSSPORT")
    plain = reader(shipped)
    typed(plain, "/passport")
    assert cards(pilot) == cards(plain) != []


def test_a_search_without_a_find_says_so_and_leads_back_to_all(shipped: Library) -> None:
    pilot = reader(shipped)
    typed(pilot, "/zzz")
    assert cards(pilot) == []
    assert pilot.services.words("notebook.none_found") in words_of(pilot.view)
    assert faults_of(pilot.view, pilot.frame) == []
    pilot.tap("show-all")
    assert len(cards(pilot)) == AT_ONCE
    typed(pilot, "/zzz")
    pilot.send(Clear())
    assert len(cards(pilot)) == AT_ONCE


def test_filters_show_one_topic_or_one_country(shipped: Library) -> None:
    pilot = reader(shipped)
    pilot.tap("topic")
    topics = {shipped.messages[MessageId(card)].topic for card in cards(pilot)}
    assert len(topics) == 1
    pilot.send(Move(Direction.LEFT))
    assert len(cards(pilot)) == AT_ONCE
    pilot.tap("country")
    [country] = {shipped.messages[MessageId(card)].country for card in cards(pilot)}
    assert control(pilot.view, "country").value == pilot.services.words(f"countries.{country}")


def test_every_card_is_on_one_of_the_pages(shipped: Library) -> None:
    pilot = reader(shipped)
    seen = cards(pilot)
    while "further" in pilot.ids:
        pilot.choose("further")
        seen += cards(pilot)
        assert len(cards(pilot)) <= AT_ONCE
    assert sorted(seen) == sorted(shipped.messages)
    topics = [shipped.messages[MessageId(card)].topic for card in seen]
    assert [topic for topic, _ in groupby(topics)] == list(dict.fromkeys(topics))
    assert "earlier" in pilot.ids


def test_a_card_tells_all_that_stands_behind_it(shipped: Library) -> None:
    pilot = reader(shipped)
    for card in cards(pilot)[:5]:
        message = shipped.messages[MessageId(card)]
        pilot.runner.screen.use(f"card:{card}", 0)
        said = words_of(pilot.view)
        for part in (message.text, message.source.title, str(message.as_of), message.review_by.isoformat()):
            assert part in said
        assert pilot.services.words("notebook.from", whom="", level="")[:12] in said


def test_what_was_not_met_is_only_counted(shipped: Library) -> None:
    pilot = reader(shipped, met=3)
    level = shipped.levels[shipped.campaign.levels[0]].title
    taught = {message for name in shipped.campaign.levels for message in shipped.levels[name].messages}
    count = len(taught - pilot.services.progress.current.met)
    assert pilot.services.words("notebook.unmet", count=count, level=level) in words_of(pilot.view)
    assert len(cards(pilot)) == 3


def test_a_view_of_all_cards_is_made_at_once(shipped: Library) -> None:
    pilot = reader(shipped)
    took = []
    for _ in range(5):
        began = time.perf_counter()
        _ = pilot.view
        took.append(time.perf_counter() - began)
    assert min(took) < VIEW_S


# --------------------------------------------------------------------------------------------------------- the handbook


def test_the_handbook_has_what_was_met_who_helps_and_the_licence(shipped: Library) -> None:
    album = Album()
    pilot = player(shipped, met=4, album=album)
    pilot.open(pilot.routes.handbook()).tap("save")
    [page] = album.pages
    said = page.words
    for message in list(shipped.messages.values())[:4]:
        assert message.title in said
    assert "CC BY 4.0" in said
    day = date.fromordinal(pilot.today).isoformat()
    assert day in said
    assert album.names == [f"before-you-go-{day}"]
    assert str(Path("/somewhere") / f"before-you-go-{day}.png") in words_of(pilot.view)


def test_only_known_numbers_are_on_any_page_and_each_has_its_year(shipped: Library) -> None:
    album = Album()
    pilot = player(shipped, album=album)
    pilot.open(pilot.routes.handbook())
    for _ in range(14):
        country = control(pilot.view, "country").value
        pilot.tap("save")
        said = album.pages[-1].words
        assert country in said
        for each in shipped.helplines:
            name = pilot.services.words(f"countries.{each.country}")
            if each.phone and each.phone in said:
                assert name == country or each.country == "international"
                assert str(each.page_year or each.as_of) in said
        pilot.choose("country").send(Move(Direction.RIGHT))


def test_everything_lies_on_the_page(shipped: Library) -> None:
    album = Album()
    pilot = player(shipped, album=album)
    pilot.open(pilot.routes.handbook())
    for _ in range(14):
        pilot.tap("save")
        page = album.pages[-1]
        texts = [call.rect for call in page.calls if call.kind == "text"]
        assert all(rect.x >= 0 and rect.right <= page.size.w and rect.bottom <= page.size.h for rect in texts)
        assert not any(one.inset(2).meets(other.inset(2)) for at, one in enumerate(texts) for other in texts[at + 1 :])
        pilot.choose("country").send(Move(Direction.RIGHT))


def test_a_page_without_messages_says_how_it_fills(shipped: Library) -> None:
    album = Album()
    pilot = player(shipped, met=0, album=album)
    pilot.open(pilot.routes.handbook()).tap("save")
    assert "".join(pilot.services.words("handbook.nothing_yet").split()) in "".join(album.pages[0].words.split())


def test_that_it_cannot_be_saved_is_told_in_one_line(shipped: Library) -> None:
    pilot = player(shipped, met=4, album=Album(error=PermissionError("no")))
    pilot.open(pilot.routes.handbook()).tap("save")
    assert pilot.services.words("handbook.not_saved") in words_of(pilot.view)


def test_the_level_played_last_comes_first(shipped: Library) -> None:
    album = Album()
    pilot = player(shipped, album=album)
    level = shipped.levels[LevelId(shipped.campaign.levels[-1])]
    pilot.services.progress.change(
        Progress({level.id: pilot.services.progress.current.of(level.id)}, frozenset(shipped.messages))
    )
    pilot.open(pilot.routes.handbook()).tap("save")
    everywhere = [shipped.messages[each] for each in level.messages if shipped.messages[each].country == "any"]
    assert everywhere[0].title in album.pages[0].words


@pytest.mark.parametrize(("mode", "has_button"), [(HOME, True), (CLASSROOM, True), (KIOSK, False)])
def test_only_where_records_are_kept_a_page_can_be_saved(shipped: Library, mode: Mode, has_button: bool) -> None:
    pilot = player(shipped, mode=mode)
    pilot.open(pilot.routes.title(), pilot.routes.notebook(None))
    assert ("handbook" in pilot.ids) is has_button
    pilot.open(pilot.routes.title(), pilot.routes.help())
    assert ("handbook" in pilot.ids) is has_button


def test_the_handbook_is_one_press_from_the_notebook_and_from_help(shipped: Library) -> None:
    pilot = reader(shipped)
    pilot.tap("handbook")
    assert isinstance(pilot.runner.screen, HandbookScreen)
    pilot.send(Back(), Command.HELP).choose("handbook")
    assert isinstance(pilot.runner.screen, HandbookScreen)
