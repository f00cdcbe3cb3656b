"""One campaign: what it is for, what it costs, who answers for it, and where money goes that it does not need."""

from game.art.diorama import Diorama
from game.giving.campaign import Campaign, Operator, PortalInfo
from game.giving.money import written
from game.giving.session import Visit
from game.giving.worker import Done, Failed
from game.screens.chrome import BACK
from game.screens.giving.amount import GivingAmountScreen
from game.screens.giving.pages import (
    AGAIN,
    LOCALE,
    LOOKS_EVERY_S,
    NO_THANKS,
    failure,
    listening,
    moment,
    picture_sheet,
    waiting,
)
from game.screens.screen import Pace, Pop, Push, Stay, Transition
from game.screens.services import Services
from game.screens.toy_bricks import Tower, towers
from game.ui.arrange import Gap, Item, beside, card, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Text

CHOOSE = "choose-amount"
STOREYS = 5
"""So many bricks stand for the goal."""
TOWER_EMS = 7.0


class GivingCampaignScreen:
    """Shows a campaign as the portal tells it now: it may have been withdrawn since the list was made."""

    pace = Pace.READING

    def __init__(
        self, services: Services, diorama: Diorama, visit: Visit, portal: PortalInfo, campaign_id: str
    ) -> None:
        self._services = services
        self._visit = visit
        self._portal = portal
        self._id = campaign_id
        self._picture = listening(services, diorama)
        self._call = visit.campaign(campaign_id)
        self._pledges = visit.pledges

    def view(self, frame: Frame) -> View:
        """Return all that is known about it."""
        if self._pledges != self._visit.pledges:
            self._pledges = self._visit.pledges
            self._call = self._visit.campaign(self._id)
        label = self._services.words("giving.campaign_title")
        items = self._items(frame)
        return picture_sheet(self._services, self._picture, label, items, frame, is_sandbox=self._visit.is_sandbox)

    def use(self, control_id: str, step: int) -> Transition:
        """Choose an amount, ask again, or go back."""
        match self._call.end():
            case Done(value=campaign) if control_id == CHOOSE:
                return Push(GivingAmountScreen(self._services, self._visit, self._portal, campaign), ("page",))
            case Failed() if control_id == AGAIN:
                self._call = self._visit.campaign(self._id)
                return Stay()
            case _ if control_id in (BACK, NO_THANKS):
                return self.back()
            case _:
                return Stay()

    def command(self, command: Command) -> Transition:
        """Do nothing: this page has no keys of its own."""
        return Stay()

    def back(self) -> Transition:
        """Go back to the list."""
        return Pop(("page",))

    def left(self) -> None:
        """Wait no more."""
        self._call.call_off()

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the picture moves, or when to look again whether the portal has answered."""
        moves = self._picture.wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)
        looks = None if self._call.end() else now_s + LOOKS_EVERY_S
        return min((each for each in (moves, looks) if each is not None), default=None)

    def _items(self, frame: Frame) -> list[Item]:
        words = self._services.words
        match self._call.end():
            case None:
                return [Gap(0.5), *waiting(self._services, words("giving.asking"))]
            case Failed(error=error):
                return [Gap(0.5), *failure(words, error)]
            case Done(value=campaign):
                return [
                    Gap(0.5),
                    *self._head(campaign, frame),
                    *self._story(campaign),
                    *self._needs(campaign),
                    *self._money(campaign),
                    Gap(0.5),
                    line(
                        Button(id=CHOOSE, label=words("giving.choose")),
                        Button(id=NO_THANKS, label=words("giving.no_thanks")),
                        share=True,
                    ),
                ]

    def _head(self, campaign: Campaign, frame: Frame) -> list[Item]:
        words = self._services.words
        raised, goal = written(campaign.raised, LOCALE), written(campaign.goal, LOCALE)
        told = words("giving.raised", raised=raised, goal=goal)
        built = min(STOREYS, STOREYS * campaign.raised.minor // max(1, campaign.goal.minor))
        side = round(TOWER_EMS * frame.theme.em / frame.theme.text_scale)
        tower = towers((Tower(frame.theme.colours.fills[0], built, STOREYS),), told, frame, side, side)
        return [
            Text(text=campaign.title, role="title"),
            Text(text=campaign.summary, role="speech"),
            Text(text=words("giving.told_of", who=campaign.pseudonym), role="small", ink="soft"),
            beside(
                tower,
                Text(text=told, role="strong"),
                Text(text=words("giving.supporters", count=campaign.supporters)),
                Text(text=words("giving.as_of", when=moment(campaign.updated_at)), role="small", ink="soft"),
            ),
        ]

    def _story(self, campaign: Campaign) -> list[Item]:
        words = self._services.words
        if not campaign.story:
            return []
        regions = [words(f"regions.{each.region}") if each.region else "" for each in campaign.story]
        return [
            Text(text=words("giving.story"), role="heading"),
            *(
                card(Text(text=each.text), *([Text(text=region, role="small", ink="soft")] if region else []))
                for each, region in zip(campaign.story, regions, strict=True)
            ),
        ]

    def _needs(self, campaign: Campaign) -> list[Item]:
        words = self._services.words
        costs = [words("giving.need", what=each.label, cost=written(each.cost, LOCALE)) for each in campaign.needs]
        return [Text(text=words("giving.needs"), role="heading"), *(Text(text=cost) for cost in costs)] if costs else []

    def _money(self, campaign: Campaign) -> list[Item]:
        words = self._services.words
        items: list[Item] = [Text(text=words("giving.where_it_goes"), role="heading")]
        if campaign.fees and campaign.fees.description:
            items.append(Text(text=words("giving.fees", fees=campaign.fees.description)))
        if campaign.secondary_purpose:
            items.append(Text(text=words("giving.beyond", purpose=campaign.secondary_purpose)))
        return [*items, *self._operator(campaign.operator or self._portal.operator)]

    def _operator(self, operator: Operator) -> list[Item]:
        words = self._services.words
        contact = [Text(text=words("giving.contact", address=operator.contact_url), role="small", ink="soft")]
        return [
            Text(text=words("giving.operator", name=operator.name, registration=operator.registration)),
            *(contact if operator.contact_url else []),
        ]
