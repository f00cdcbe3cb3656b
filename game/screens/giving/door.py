"""Before anything about money: only adults go on, and nobody has to. Nothing is asked of a network here."""

from game.art.diorama import Diorama
from game.screens.chrome import BACK
from game.screens.giving.around import Around
from game.screens.giving.campaigns import GivingListScreen
from game.screens.giving.pages import NO_THANKS, listening, picture_sheet
from game.screens.giving_entry import GivingEntry
from game.screens.screen import Pop, Replace, Stay, Transition
from game.screens.services import Services
from game.ui.arrange import Gap, Item, beside, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Icon, Text

ADULT = "adult"
YOUNGER = "younger"


class GivingDoorScreen:
    """Asks for a statement of age. What is stated is kept nowhere."""

    def __init__(self, services: Services, diorama: Diorama, entry: GivingEntry) -> None:
        self._services = services
        self._session = entry.session()
        self._picture = listening(services, diorama)
        self._is_younger = False

    def view(self, frame: Frame) -> View:
        """Return the question, or what helps without money."""
        words = self._services.words
        label = words("giving.without_title" if self._is_younger else "giving.give")
        items = self._without_money() if self._is_younger else self._question()
        is_sandbox = self._session.is_sandbox
        return picture_sheet(self._services, self._picture, label, items, frame, is_sandbox=is_sandbox)

    def use(self, control_id: str, step: int) -> Transition:
        """Go on as an adult, tell what else helps, or leave."""
        match control_id:
            case "adult":
                around = Around(self._services, self._picture, self._session.visit())
                return Replace(GivingListScreen(around), ("page",))
            case "younger":
                self._is_younger = True
                return Stay(("page",))
            case _ if control_id in (NO_THANKS, BACK):
                return self.back()
            case _:
                return Stay()

    def command(self, command: Command) -> Transition:
        """Do nothing: this page has no keys of its own."""
        return Stay()

    def back(self) -> Transition:
        """Leave; nothing was asked for."""
        return Pop(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the picture moves."""
        return self._picture.wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)

    def _question(self) -> list[Item]:
        words = self._services.words
        return [
            Gap(0.5),
            Text(text=words("giving.about"), role="speech"),
            Text(text=words("giving.free")),
            Text(text=words("giving.adults_only"), role="strong"),
            line(
                Button(id=ADULT, label=words("giving.adult")),
                Button(id=YOUNGER, label=words("giving.younger")),
                share=True,
            ),
            line(Button(id=NO_THANKS, label=words("giving.no_thanks")), share=True),
            Text(text=words("giving.nothing_about_you"), role="small", ink="soft"),
        ]

    def _without_money(self) -> list[Item]:
        words = self._services.words
        ways = [words(f"giving.without_{way}") for way in ("tell", "listen", "ask")]
        return [
            Gap(0.5),
            Text(text=words("giving.without"), role="speech"),
            *(beside(Icon(name="heart"), Text(text=way)) for way in ways),
            Gap(0.5),
            line(Button(id=NO_THANKS, label=words("giving.leave"))),
        ]
