"""How much: what the portal suggests, nothing chosen beforehand, or an amount that is entered on the phone."""

from game.giving.campaign import Campaign
from game.giving.money import Money, written
from game.giving.session import Offered
from game.screens.chrome import BACK
from game.screens.giving.around import Around
from game.screens.giving.pages import LOCALE, NO_THANKS, answerable
from game.screens.giving.pledge import Gift, GivingPledgeScreen
from game.screens.screen import Pop, Replace, Screen, Stay, Transition
from game.ui.arrange import Gap, Item, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Text

AMOUNT = "amount:"
OWN = "own-amount"


def ways_to_give(around: Around, offered: Offered, campaign: Campaign) -> Screen:
    """Return the page that comes next: where the page for paying cannot be told an amount, none is asked for."""
    if offered.caps.prefill_amount and _presets(offered, campaign):
        return GivingAmountScreen(around, offered, campaign)
    return GivingPledgeScreen(around, offered.portal, _own_gift(offered, campaign))


class GivingAmountScreen:
    """Offers the amounts of one currency: that of the campaign, where the portal takes it."""

    def __init__(self, around: Around, offered: Offered, campaign: Campaign) -> None:
        self._around = around
        self._words = around.services.words
        self._offered = offered
        self._campaign = campaign
        self._amounts = _presets(offered, campaign)

    def view(self, frame: Frame) -> View:
        """Return the amounts, all alike."""
        words = self._words
        fees = self._campaign.fees.description if self._campaign.fees else ""
        own: list[Item] = [
            line(Button(id=OWN, label=words("giving.own_amount"), final=True), share=True),
            Text(text=words("giving.own_about"), role="small", ink="soft"),
        ]
        items: list[Item] = [
            Gap(0.5),
            Text(text=words("giving.amount_title"), role="title"),
            Text(text=words("giving.amount_for", title=self._campaign.title)),
            line(*(self._button(place, amount) for place, amount in enumerate(self._amounts)), share=True),
            *(own if self._offered.portal.own_amount else []),
            Text(text=words("giving.amount_about"), ink="soft"),
            *([Text(text=words("giving.fees", fees=fees), role="small")] if fees else []),
            Gap(0.5),
            line(Button(id=NO_THANKS, label=words("giving.no_thanks")), share=True),
            *answerable(words, self._campaign.operator or self._offered.portal.operator),
        ]
        return self._around.sheet(words("giving.choose"), items, frame)

    def use(self, control_id: str, step: int) -> Transition:
        """Go on with an amount, or go back."""
        gifts = {f"{AMOUNT}{place}": Gift(self._campaign, each) for place, each in enumerate(self._amounts)}
        if self._offered.portal.own_amount:
            gifts[OWN] = _own_gift(self._offered, self._campaign)
        if gift := gifts.get(control_id):
            return Replace(GivingPledgeScreen(self._around, self._offered.portal, gift), ("page",))
        return self.back() if control_id in (BACK, NO_THANKS) else Stay()

    def command(self, command: Command) -> Transition:
        """Do nothing: this page has no keys of its own."""
        return Stay()

    def back(self) -> Transition:
        """Go back to the campaign."""
        return Pop(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the picture moves."""
        return self._around.picture_wakes_s(now_s)

    def _button(self, place: int, amount: Money) -> Button:
        return Button(id=f"{AMOUNT}{place}", label=written(amount, LOCALE), final=True)


def _presets(offered: Offered, campaign: Campaign) -> tuple[Money, ...]:
    taken = {each.least.currency: each for each in offered.portal.currencies}
    return taken[campaign.goal.currency].presets if campaign.goal.currency in taken else ()


def _own_gift(offered: Offered, campaign: Campaign) -> Gift:
    """A pledge needs an amount: the least one, which the page for paying lets people change."""
    code = campaign.goal.currency
    least = next((each.least for each in offered.portal.currencies if each.least.currency == code), Money(1, code))
    return Gift(campaign, least, is_own=True)
