"""Stories about the help page."""

import re

from game.art.diorama import Diorama
from game.content.asset_library import AssetLibrary
from game.content.helplines import INTERNATIONAL
from game.content.library import Library
from game.paths import assets_dir
from game.records.folder import MemoryFolder
from game.screens.help import HelpScreen
from game.story.level import LevelId
from game.ui.intents import Back, Command, Direction, Move
from game.ui.view import control
from tests.screens.pilot import Pilot
from tests.screens.reading import words_of

LEVEL = LevelId("village-offer")
PHONE = re.compile(r"\+?\d[\d -]{2,}\d")
ADDRESS = re.compile(r"https?://\S+")
YEAR = re.compile(r"\b(19|20)\d\d\b")


def helped(library: Library) -> Pilot:
    pilot = Pilot(library)
    return pilot.open(pilot.routes.title()).send(Command.HELP)


def every_country(pilot: Pilot) -> list[tuple[str, str]]:
    """Turn through all countries: the name of each, and what the page says."""
    pages: list[tuple[str, str]] = []
    first = control(pilot.view, "country").value
    while not pages or control(pilot.view, "country").value != first:
        pages.append((control(pilot.view, "country").value, words_of(pilot.view)))
        pilot.send(Move(Direction.RIGHT))
    return pages


def test_help_opens_from_anywhere_in_one_press_and_closes_with_one(shipped: Library) -> None:
    pilot = Pilot(shipped)
    level = shipped.levels[LEVEL]
    for screen in (pilot.routes.title(), pilot.routes.content_note(level), pilot.routes.check_before(level)):
        pilot.open(screen).send(Command.HELP)
        assert isinstance(pilot.runner.screen, HelpScreen)
        pilot.send(Back())
        assert pilot.runner.screen is screen


def test_the_key_that_opened_help_closes_it(shipped: Library) -> None:
    pilot = helped(shipped)
    assert isinstance(pilot.runner.screen, HelpScreen)
    pilot.send(Command.HELP)
    assert not isinstance(pilot.runner.screen, HelpScreen)


def test_help_shows_no_number_that_was_not_verified(shipped: Library) -> None:
    verified = {each.phone for each in shipped.helplines if each.phone and each.read_at}
    for _, said in every_country(helped(shipped)):
        numbers = PHONE.findall(YEAR.sub("", ADDRESS.sub("", said)))
        assert {number.strip() for number in numbers} <= verified


def test_every_helper_is_shown_with_the_year_of_what_is_known(shipped: Library) -> None:
    pilot = helped(shipped)
    pages = dict(every_country(pilot))
    for each in shipped.helplines:
        said = pages[pilot.services.words(f"countries.{each.country}")]
        assert each.name in said
        assert str(each.page_year or each.as_of) in said


def test_beside_the_police_there_is_always_somebody_else(shipped: Library) -> None:
    pilot = helped(shipped)
    pages = dict(every_country(pilot))
    police = [each for each in shipped.helplines if "police" in each.organisation.casefold()]
    assert police
    for each in police:
        said = pages[pilot.services.words(f"countries.{each.country}")]
        assert pilot.services.words("help.police") in said
        assert "IOM" in said
        others = [other.name for other in shipped.helplines if other.country == each.country and other not in police]
        assert all(said.index(other) < said.index(each.name) for other in others)


def test_help_begins_with_the_countries_of_the_level(shipped: Library) -> None:
    pilot = Pilot(shipped)
    level = shipped.levels[LEVEL]
    pilot.open(pilot.routes.content_note(level)).send(Command.HELP)
    names = [name for name, _ in every_country(pilot)]
    assert names[:2] == [pilot.services.words(f"countries.{code}") for code in (level.destination, level.origin)]
    assert names[-1] == pilot.services.words(f"countries.{INTERNATIONAL}")


def test_a_country_without_helpers_shows_those_who_help_everywhere(shipped: Library) -> None:
    pilot = Pilot(shipped)
    diorama = Diorama(AssetLibrary(assets_dir()))
    pilot.open(HelpScreen(pilot.services, diorama, ("MM",)))
    said = words_of(pilot.view)
    assert pilot.services.words("help.none") in said
    assert "IOM" in said


class Witness(MemoryFolder):
    """Remembers which records were written."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[str] = []

    def write(self, name: str, value: object) -> None:
        self.written.append(name)
        super().write(name, value)


def test_nothing_is_recorded_about_help(shipped: Library) -> None:
    folder = Witness()
    pilot = Pilot(shipped, folder=folder)
    pilot.open(pilot.routes.title()).send(Command.HELP, Move(Direction.RIGHT), Back())
    assert folder.written == []
