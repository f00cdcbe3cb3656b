"""What can be given to, as the portal tells it now."""

from game.art.diorama import Diorama
from game.giving.campaign import Campaign
from game.giving.money import written
from game.giving.session import Visit
from game.giving.worker import Done, Failed
from game.screens.chrome import BACK
from game.screens.giving.campaign import GivingCampaignScreen
from game.screens.giving.pages import AGAIN, LOCALE, LOOKS_EVERY_S, NO_THANKS, failure, sheet, waiting
from game.screens.screen import Pace, Pop, Push, Stay, Transition
from game.screens.services import Services
from game.ui.arrange import Gap, Item, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, MessageCard, Text

CAMPAIGN = "campaign:"


class GivingListScreen:
    """Lists the campaigns. The visit begins and ends with this screen."""

    pace = Pace.READING

    def __init__(self, services: Services, diorama: Diorama, visit: Visit) -> None:
        self._services = services
        self._diorama = diorama
        self._visit = visit
        self._call = visit.look()

    def view(self, frame: Frame) -> View:
        """Return the campaigns, as soon as they are there."""
        label = self._services.words("giving.list_title")
        return sheet(self._services, label, self._items(), frame, is_sandbox=self._visit.is_sandbox)

    def use(self, control_id: str, step: int) -> Transition:
        """Open a campaign, ask again, or leave."""
        match self._call.end():
            case Done(value=offered) if control_id.startswith(CAMPAIGN):
                chosen = control_id.removeprefix(CAMPAIGN)
                if chosen not in {campaign.id for campaign in offered.campaigns}:
                    return Stay()
                screen = GivingCampaignScreen(self._services, self._diorama, self._visit, offered.portal, chosen)
                return Push(screen, ("page",))
            case Failed() if control_id == AGAIN:
                self._call = self._visit.look()
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
        """Return when to look again whether the portal has answered."""
        return None if self._call.end() else now_s + LOOKS_EVERY_S

    def _items(self) -> list[Item]:
        words = self._services.words
        match self._call.end():
            case None:
                return waiting(self._services, words("giving.asking"))
            case Failed(error=error):
                return failure(words, error)
            case Done(value=offered):
                no_thanks = line(Button(id=NO_THANKS, label=words("giving.no_thanks")), share=True)
                if not offered.campaigns:
                    return [Text(text=words("giving.none"), role="heading"), no_thanks]
                return [
                    Text(text=words("giving.list_title"), role="title"),
                    Text(text=words("giving.list_about", portal=offered.portal.name)),
                    *(self._card(campaign) for campaign in offered.campaigns),
                    Gap(0.5),
                    no_thanks,
                ]

    def _card(self, campaign: Campaign) -> Item:
        raised, goal = written(campaign.raised, LOCALE), written(campaign.goal, LOCALE)
        badge = self._services.words("giving.raised_short", raised=raised, goal=goal)
        return MessageCard(id=CAMPAIGN + campaign.id, label=campaign.title, text=campaign.summary, badge=badge)
