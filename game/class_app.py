"""Builds the windows of a class out of their parts: the projector, and a pupil's own game with a seat."""

from game.app import new_seed, read_levels, run, today
from game.background import Background
from game.classroom.client.address import Place
from game.classroom.client.projector_link import ProjectorLink
from game.classroom.client.seat_link import HttpSeatLink
from game.classroom.client.ticket import Tickets
from game.content.asset_library import AssetLibrary
from game.content.library import Library
from game.content.words import Words, load_words
from game.desktop.loop import Desktop
from game.desktop.window import START_SIZE
from game.modes import CLASSROOM
from game.options import PlayOptions
from game.paths import assets_dir, user_data_dir
from game.records.folder import DiskFolder, Folder, MemoryFolder
from game.records.progress import ProgressKeeper
from game.records.settings import SettingsKeeper
from game.screens.classroom.large import ROOM_SCALE, Large
from game.screens.classroom.projector import ProjectorScreen
from game.screens.classroom.seat import Place as SeatPlace
from game.screens.classroom.seat_game import SeatGame
from game.screens.routing import build_routes
from game.screens.runner import Runner
from game.screens.services import Services
from game.ui.text import Typesetter

_LAST_WORD_S = 2.0
"""A seat that is left while the game is closed is told so in this time."""


def project_in_window(options: PlayOptions, place: Place, pin: str) -> int:
    """Open the projector of a class, follow it until it is left, and return the exit code. Nothing is kept.

    Raises:
        NoDisplayError: there is no display to open a window on.

    """
    words = _words()
    desktop = _window(options, words("projector.window"))
    link = ProjectorLink(place.base, pin)
    try:
        library = Background(lambda: read_levels(options.levels_dir))
        folder = MemoryFolder()
        settings = SettingsKeeper(folder, text_scale=options.text_scale or ROOM_SCALE)
        services = _services(words, library, settings, folder)
        assets = AssetLibrary(assets_dir())
        routes = build_routes(services, assets)
        screen = ProjectorScreen(services, routes, assets, link, place.shown)
        runner = Runner((screen,), services, routes, desktop, Typesetter(desktop.measure))
        run(desktop, Large(runner), library, CLASSROOM, None)
    finally:
        link.close()
        desktop.close()
    return 0


def join_in_window(options: PlayOptions, place: Place) -> int:
    """Open a game that has a seat in a class, play until the pupil leaves, and return the exit code.

    Settings are those of the game at home. What belongs to the seat lies in a folder of its own, and is gone with it.

    Raises:
        NoDisplayError: there is no display to open a window on.

    """
    words = _words()
    desktop = _window(options, words("seat.window"))
    home = options.data_dir or user_data_dir()
    folder = DiskFolder(home / "seat")
    link = HttpSeatLink(place.base, Tickets(folder))
    try:
        library = Background(lambda: read_levels(options.levels_dir))
        settings = SettingsKeeper(DiskFolder(home), text_scale=options.text_scale)
        services = _services(words, library, settings, folder)
        type_ = Typesetter(desktop.measure)
        where = SeatPlace(place.shown, place.code)
        run(
            desktop,
            SeatGame(services, AssetLibrary(assets_dir()), link, where, desktop, type_),
            library,
            CLASSROOM,
            None,
        )
    finally:
        desktop.close()
        link.close()
        link.has_ended(_LAST_WORD_S)
    return 0


def _words() -> Words:
    return load_words(assets_dir() / "words" / "en")


def _window(options: PlayOptions, title: str) -> Desktop:
    desktop = Desktop(title, assets_dir() / "sounds", size=options.size or START_SIZE)
    if options.fullscreen:
        desktop.toggle_fullscreen()
    return desktop


def _services(words: Words, library: Background[Library], settings: SettingsKeeper, folder: Folder) -> Services:
    progress = ProgressKeeper(MemoryFolder())  # what is learned in a class is the class's, not the computer's
    return Services(words, library, CLASSROOM, settings, progress, folder, new_seed, today)
