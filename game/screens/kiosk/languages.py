"""In which language: each one in its own words."""

from collections.abc import Callable, Sequence
from typing import Final

from game.art.diorama import Diorama
from game.content.words import Words
from game.screens.kiosk.wishes import Begin, Wish, Wishes
from game.screens.picture import Picture
from game.screens.picture_page import picture_page
from game.screens.screen import Stay, Transition
from game.screens.services import Services
from game.screens.title import FAREWELL
from game.ui.arrange import Gap, Item
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button

LANGUAGE: Final = "language:"


class LanguagesScreen:
    """Asks before anything else is to be read."""

    def __init__(
        self,
        services: Services,
        diorama: Diorama,
        catalog: Callable[[str], Words],
        languages: Sequence[str],
        wishes: Wishes,
    ) -> None:
        self._services = services
        self._names = {language: catalog(language)("kiosk.language") for language in languages}
        self._picture = Picture(diorama, FAREWELL, services.words("title.picture"))
        self._wishes = wishes

    def view(self, frame: Frame) -> View:
        """Return a large button for each language."""
        label = self._services.words("kiosk.choose_language")
        items: list[Item] = [Gap(0.5)]
        items += [Button(id=LANGUAGE + language, label=name) for language, name in self._names.items()]
        return picture_page(self._services, self._picture, label, items, frame)

    def use(self, control_id: str, step: int) -> Transition:
        """Begin in a language."""
        language = control_id.removeprefix(LANGUAGE)
        return self._wishes.ask(Begin(language)) if language in self._names else Stay()

    def command(self, command: Command) -> Transition:
        """Nothing has a key of its own."""
        return Stay()

    def back(self) -> Transition:
        """Leave it to the next one."""
        return self._wishes.ask(Wish.FINISH)

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the picture moves."""
        return self._picture.wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)
