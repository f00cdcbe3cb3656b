"""Makes the screens of the kiosk."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from game.art.diorama import Diorama
from game.screens.kiosk.closed import ClosedScreen
from game.screens.kiosk.invitation import InvitationScreen
from game.screens.kiosk.keypad import KeypadScreen
from game.screens.kiosk.languages import LanguagesScreen
from game.screens.kiosk.loudness import Loudness
from game.screens.kiosk.pin_gate import PinGate
from game.screens.kiosk.staff import StaffScreen
from game.screens.kiosk.still_there import StillThereScreen
from game.screens.kiosk.what_next import WhatNextScreen
from game.screens.kiosk.wishes import Wishes
from game.screens.kiosk.world import Belongings, World
from game.screens.screen import Screen
from game.screens.services import Services

INVITING_SCALE: Final = 1.5


class Places:
    """Knows the screens, so that the kiosk need not."""

    def __init__(self, world: World, wishes: Wishes, gate: PinGate, loudness: Loudness) -> None:
        self._world = world
        self._wishes = wishes
        self._gate = gate
        self._loudness = loudness
        self._diorama = Diorama(world.assets)

    def invitation(self, belongings: Belongings) -> Screen:
        """Return the game that plays itself, in letters to be read from some steps away."""
        settings = belongings.services.settings
        settings.change(replace(settings.current, text_scale=INVITING_SCALE))
        return InvitationScreen(belongings.services, self._diorama, self._world.config.path)

    def closed(self, belongings: Belongings) -> Screen:
        """Return a village at night."""
        return ClosedScreen(belongings.services, self._diorama)

    def languages(self, belongings: Belongings) -> Screen:
        """Return the question in which language."""
        return LanguagesScreen(
            belongings.services, self._diorama, self._world.catalog, self._world.config.languages, self._wishes
        )

    def visit(self, belongings: Belongings) -> Sequence[Screen]:
        """Return what a visitor begins with: the first story of the path, over what can be done next."""
        services, routes = belongings
        first = WhatNextScreen(services, routes, self._diorama, self._world.config.path, self._wishes)
        level = first.first_level
        return (first, routes.content_note(level)) if level else (first,)

    def still_there(self, below: Screen, services: Services, gone_s: float) -> Screen:
        """Return the question whether the visitor is still there."""
        return StillThereScreen(services, below, gone_s, self._world.config.countdown_s)

    def keypad(self, belongings: Belongings) -> Screen:
        """Return the question for the PIN."""
        return KeypadScreen(belongings.services, self._gate, self._wishes)

    def staff(self, belongings: Belongings) -> Screen:
        """Return what staff can do."""
        return StaffScreen(belongings.services, self._loudness, self._world.counts, self._wishes)
