"""How much: what the portal suggests, nothing chosen beforehand."""

from game.giving.campaign import Campaign, PortalInfo, TakenCurrency
from game.giving.money import Money, written
from game.giving.session import Visit
from game.screens.chrome import BACK
from game.screens.giving.pages import LOCALE, NO_THANKS, sheet
from game.screens.giving.pledge import GivingPledgeScreen
from game.screens.screen import Pop, Replace, Stay, Transition
from game.screens.services import Services
from game.ui.arrange import Gap, Item, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Text

AMOUNT = "amount:"


class GivingAmountScreen:
    """Offers the amounts of one currency: that of the campaign, where the portal takes it."""

    def __init__(self, services: Services, visit: Visit, portal: PortalInfo, campaign: Campaign) -> None:
        self._services = services
        self._visit = visit
        self._portal = portal
        self._campaign = campaign
        self._amounts = _taken(portal, campaign.goal.currency).presets

    def view(self, frame: Frame) -> View:
        """Return the amounts, all alike."""
        words = self._services.words
        items: list[Item] = [
            Text(text=words("giving.amount_title"), role="title"),
            Text(text=words("giving.amount_for", title=self._campaign.title)),
            line(*(self._button(place, amount) for place, amount in enumerate(self._amounts)), share=True),
            Text(text=words("giving.amount_about"), ink="soft"),
            Gap(0.5),
            line(Button(id=NO_THANKS, label=words("giving.no_thanks")), share=True),
        ]
        return sheet(self._services, words("giving.amount_title"), items, frame, is_sandbox=self._visit.is_sandbox)

    def use(self, control_id: str, step: int) -> Transition:
        """Go on with an amount, or go back."""
        for place, amount in enumerate(self._amounts):
            if control_id == f"{AMOUNT}{place}":
                screen = GivingPledgeScreen(self._services, self._visit, self._portal, self._campaign, amount)
                return Replace(screen, ("page",))
        return self.back() if control_id in (BACK, NO_THANKS) else Stay()

    def command(self, command: Command) -> Transition:
        """Do nothing: this page has no keys of its own."""
        return Stay()

    def back(self) -> Transition:
        """Go back to the campaign."""
        return Pop(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return None: nothing moves."""
        return None

    def _button(self, place: int, amount: Money) -> Button:
        return Button(id=f"{AMOUNT}{place}", label=written(amount, LOCALE), final=True)


def _taken(portal: PortalInfo, currency: str) -> TakenCurrency:
    taken = {each.least.currency: each for each in portal.currencies}
    return taken.get(currency) or portal.currencies[0]
