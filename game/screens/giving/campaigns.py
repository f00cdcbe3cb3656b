"""What can be given to, as the portal tells it now."""

from game.giving.campaign import Campaign
from game.giving.money import written
from game.giving.session import Offered
from game.giving.worker import Done, Failed
from game.screens.chrome import BACK
from game.screens.giving.around import Around
from game.screens.giving.campaign import GivingCampaignScreen
from game.screens.giving.pages import AGAIN, CARD, LOCALE, LOOKS_EVERY_S, NO_THANKS, answerable, failure, waiting
from game.screens.screen import Pace, Pop, Push, Stay, Transition
from game.ui.arrange import Gap, Item, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, MessageCard, Text

CAMPAIGN = "campaign:"


class GivingListScreen:
    """Lists the campaigns. The visit begins and ends with this screen."""

    pace = Pace.READING

    def __init__(self, around: Around) -> None:
        self._around = around
        self._words = around.services.words
        self._visit = around.visit
        self._call = self._visit.look()
        self._pledges = self._visit.pledges
        self._is_on_card = False

    def view(self, frame: Frame) -> View:
        """Return the campaigns, as soon as they are there; after a gift they are asked for anew."""
        if self._pledges != self._visit.pledges:
            self._pledges = self._visit.pledges
            self._call = self._visit.look()
        return self._around.sheet(self._words("giving.give"), [Gap(0.5), *self._items()], frame)

    def use(self, control_id: str, step: int) -> Transition:
        """Open a campaign, ask again, or leave."""
        match self._call.end():
            case Done(value=offered) if control_id.startswith(CAMPAIGN):
                chosen = control_id.removeprefix(CAMPAIGN)
                if chosen not in {campaign.id for campaign in offered.campaigns}:
                    return Stay()
                return Push(GivingCampaignScreen(self._around, offered, chosen), ("page",))
            case Failed() if control_id == AGAIN:
                self._call = self._visit.look()
                return Stay()
            case Failed() if control_id == CARD:
                self._is_on_card = True
                self._call = self._visit.look_at_card()
                return Stay()
            case _ if control_id in (BACK, NO_THANKS):
                return self.back()
            case _:
                return Stay()

    def command(self, command: Command) -> Transition:
        """Do nothing: this page has no keys of its own."""
        return Stay()

    def back(self) -> Transition:
        """Leave."""
        return Pop(("page",))

    def left(self) -> None:
        """End the visit at once, whatever it was waiting for."""
        self._visit.leave()

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the picture moves, or when to look again whether the portal has answered."""
        return self._around.wakes_s(now_s, looks_s=None if self._call.end() else LOOKS_EVERY_S)

    def _items(self) -> list[Item]:
        match self._call.end():
            case None:
                return waiting(self._around.services, self._words("giving.asking"))
            case Failed(error=error):
                return failure(self._words, error, has_card=self._visit.has_card and not self._is_on_card)
            case Done(value=offered):
                return self._listed(offered)

    def _listed(self, offered: Offered) -> list[Item]:
        words = self._words
        no_thanks = line(Button(id=NO_THANKS, label=words("giving.no_thanks")), share=True)
        if not offered.campaigns:
            return [Text(text=words("giving.none"), role="heading"), no_thanks]
        about = "giving.on_card" if self._is_on_card else "giving.list_about"
        return [
            Text(text=words("giving.list_title"), role="title"),
            Text(text=words(about, portal=offered.portal.name)),
            *(self._card(campaign, offered) for campaign in offered.campaigns),
            Gap(0.5),
            no_thanks,
            *answerable(words, offered.portal.operator),
        ]

    def _card(self, campaign: Campaign, offered: Offered) -> Item:
        raised, goal = written(campaign.raised, LOCALE), written(campaign.goal, LOCALE)
        name = "giving.raised_short" if campaign.goal.minor else "giving.raised_only"
        fields = {"raised": raised, "goal": goal} if campaign.goal.minor else {"raised": raised}
        badge = self._words(name, **fields) if offered.caps.totals else ""
        return MessageCard(id=CAMPAIGN + campaign.id, label=campaign.title, text=campaign.summary, badge=badge)
