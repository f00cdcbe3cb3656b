"""One campaign: what it is for, what it costs, who answers for it, and where money goes that it does not need."""

from game.giving.campaign import Campaign
from game.giving.money import written
from game.giving.session import Offered
from game.giving.worker import Done, Failed
from game.screens.chrome import BACK
from game.screens.giving.amount import ways_to_give
from game.screens.giving.around import Around
from game.screens.giving.house import house
from game.screens.giving.milestones import path
from game.screens.giving.pages import (
    AGAIN,
    LOCALE,
    LOOKS_EVERY_S,
    NO_THANKS,
    answerable,
    failure,
    moment,
    paper_width,
    waiting,
)
from game.screens.screen import Pace, Pop, Push, Stay, Transition
from game.ui.arrange import Gap, Item, beside, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Text

CHOOSE = "choose-amount"
HOUSE_EMS = 9.0


class GivingCampaignScreen:
    """Shows a campaign as the portal tells it now: it may have been withdrawn since the list was made."""

    pace = Pace.READING

    def __init__(self, around: Around, offered: Offered, campaign_id: str) -> None:
        self._around = around
        self._words = around.services.words
        self._visit = around.visit
        self._offered = offered
        self._id = campaign_id
        self._call = self._visit.campaign(campaign_id)
        self._pledges = self._visit.pledges

    def view(self, frame: Frame) -> View:
        """Return all that is known about it."""
        if self._pledges != self._visit.pledges:
            self._pledges = self._visit.pledges
            self._call = self._visit.campaign(self._id)
        return self._around.sheet(self._words("giving.campaign_title"), [Gap(0.5), *self._items(frame)], frame)

    def use(self, control_id: str, step: int) -> Transition:
        """Choose an amount, ask again, or go back."""
        match self._call.end():
            case Done(value=campaign) if control_id == CHOOSE:
                return Push(ways_to_give(self._around, self._offered, campaign), ("page",))
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
        return self._around.wakes_s(now_s, looks_s=None if self._call.end() else LOOKS_EVERY_S)

    def _items(self, frame: Frame) -> list[Item]:
        words = self._words
        match self._call.end():
            case None:
                return waiting(self._around.services, words("giving.asking"))
            case Failed(error=error):
                return failure(words, error)
            case Done(value=campaign):
                return [
                    *self._head(campaign, frame),
                    *self._story(campaign, frame),
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
        words = self._words
        who = [Text(text=words("giving.told_of", who=campaign.pseudonym), role="small", ink="soft")]
        return [
            Text(text=campaign.title, role="title"),
            Text(text=campaign.summary, role="speech"),
            *(who if campaign.pseudonym else []),
            *(self._figures(campaign, frame) if self._offered.caps.totals else []),
        ]

    def _figures(self, campaign: Campaign, frame: Frame) -> list[Item]:
        """The house, built as far as the money reaches, and the same in figures with their time."""
        words = self._words
        raised, goal = written(campaign.raised, LOCALE), written(campaign.goal, LOCALE)
        told = words("giving.raised", raised=raised, goal=goal) if campaign.goal.minor else ""
        told = told or words("giving.raised_only", raised=raised)
        side = round(HOUSE_EMS * frame.theme.em / frame.theme.text_scale)
        return [
            beside(
                house(campaign, told, frame, side),
                Text(text=told, role="strong"),
                Text(text=words("giving.supporters", count=campaign.supporters)),
                Text(text=words("giving.as_of", when=moment(campaign.updated_at)), role="small", ink="soft"),
            )
        ]

    def _story(self, campaign: Campaign, frame: Frame) -> list[Item]:
        words = self._words
        if not campaign.story:
            return []
        return [
            Text(text=words("giving.story"), role="heading"),
            path(campaign.story, words, paper_width(frame), frame),
        ]

    def _needs(self, campaign: Campaign) -> list[Item]:
        words = self._words
        costs = [words("giving.need", what=each.label, cost=written(each.cost, LOCALE)) for each in campaign.needs]
        return [Text(text=words("giving.needs"), role="heading"), *(Text(text=cost) for cost in costs)] if costs else []

    def _money(self, campaign: Campaign) -> list[Item]:
        words = self._words
        items: list[Item] = [Text(text=words("giving.where_it_goes"), role="heading")]
        if campaign.fees and campaign.fees.description:
            items.append(Text(text=words("giving.fees", fees=campaign.fees.description)))
        if campaign.secondary_purpose:
            items.append(Text(text=words("giving.beyond", purpose=campaign.secondary_purpose)))
        return [*items, *answerable(words, campaign.operator or self._offered.portal.operator)]
