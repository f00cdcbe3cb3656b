"""Giving one amount: the code for a phone, how it stands, and thanks. No name and no card is asked for here."""

from dataclasses import dataclass

from game.giving.campaign import Campaign, PortalInfo
from game.giving.checkout import LOOPBACK, Checkout
from game.giving.money import Money, written
from game.giving.pledge import FINAL, Pledge, PledgeStatus
from game.giving.watching import WatchEnd
from game.giving.worker import Done, Failed
from game.screens.chrome import BACK
from game.screens.giving.around import Around
from game.screens.giving.code_picture import code
from game.screens.giving.pages import AGAIN, LOCALE, LOOKS_EVERY_S, NO_THANKS, answerable, failure, waiting
from game.screens.screen import Pace, Pop, Stay, Transition
from game.ui.arrange import Gap, Item, beside, line
from game.ui.frame import Frame, Shape
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Text

BROWSE = "browse"
_PAYABLE = (PledgeStatus.AWAITING, PledgeStatus.UNTRACKED)


@dataclass(frozen=True, slots=True)
class Gift:
    """What somebody wants to give."""

    campaign: Campaign
    amount: Money
    is_own: bool = False
    """Another amount is going to be entered on the phone."""


class GivingPledgeScreen:
    """Makes the pledge, and claims of it only what the portal says. Leaving cancels what is not paid."""

    def __init__(self, around: Around, portal: PortalInfo, gift: Gift) -> None:
        self._around = around
        self._words = around.services.words
        self._visit = around.visit
        self._operator = gift.campaign.operator or portal.operator
        self._gift = gift
        self._pledge: Pledge | None = None
        self._call = self._visit.give(gift.campaign.id, gift.amount, LOCALE)

    @property
    def pace(self) -> Pace:
        """Paying on a phone takes a while; what has been settled is read quickly, and is nobody else's business."""
        return Pace.READING if self._payable() or self._call.end() is None else Pace.DONE

    def view(self, frame: Frame) -> View:
        """Return the code, or how it ended."""
        for news in self._call.news():
            self._pledge = news
        label = self._words("giving.pay_title" if self._payable() else "giving.give")
        return self._around.sheet(label, [Gap(0.5), *self._items(frame)], frame)

    def use(self, control_id: str, step: int) -> Transition:
        """Open the page here, ask again, or leave."""
        checkout = self._payable()
        match control_id:
            case "browse" if checkout:
                self._visit.open_page(checkout)
                return Stay()
            case _ if control_id == AGAIN and isinstance(self._call.end(), Failed):
                self._call = self._visit.give(self._gift.campaign.id, self._gift.amount, LOCALE)
                return Stay()
            case _ if control_id in (BACK, NO_THANKS):
                return self.back()
            case _:
                return Stay()

    def command(self, command: Command) -> Transition:
        """Do nothing: this page has no keys of its own."""
        return Stay()

    def back(self) -> Transition:
        """Go back to the campaign."""
        return Pop(("page",))

    def left(self) -> None:
        """Cancel what is not paid; nobody waits for that."""
        self._visit.drop(self._call)

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the picture moves, or when to look again whether there is news."""
        return self._around.wakes_s(now_s, looks_s=None if self._call.end() else LOOKS_EVERY_S)

    def _status(self) -> PledgeStatus | None:
        """How the pledge stands as far as anybody knows; None before it is made."""
        end = self._call.end()
        if isinstance(end, Done):
            known = end.value.pledge
            if end.value.end in (WatchEnd.UNTRACKED, WatchEnd.LOST_SIGHT):
                return PledgeStatus.UNTRACKED
            return PledgeStatus.EXPIRED if known.status not in FINAL else known.status
        return self._pledge.status if self._pledge else None

    def _payable(self) -> Checkout | None:
        """Where to pay, as long as that is of use."""
        return self._pledge.checkout if self._pledge and self._status() in _PAYABLE else None

    def _items(self, frame: Frame) -> list[Item]:
        words, end, status = self._words, self._call.end(), self._status()
        if isinstance(end, Failed):
            return failure(words, end.error) if self._pledge is None else self._unclear()
        if status is None:
            return waiting(self._around.services, words("giving.preparing"))
        checkout = self._payable()
        if checkout:
            return self._paying(checkout, status, frame)
        return self._ended(status)

    def _paying(self, checkout: Checkout, status: PledgeStatus, frame: Frame) -> list[Item]:
        words = self._words
        drawn = code(checkout, words("giving.code_picture", host=checkout.host), frame)
        told: list[Item] = [
            Text(text=self._what(), role="heading"),
            Text(text=words("giving.scan_own" if self._gift.is_own else "giving.scan")),
            Text(text=words("giving.host", host=checkout.host), role="strong"),
            *([Text(text=words("giving.short_code", code=checkout.code), role="strong")] if checkout.code else []),
            *([Text(text=words("giving.this_computer"))] if checkout.host in LOOPBACK else []),
            Text(text=words(f"giving.status_{status.value}"), ink="teal"),
        ]
        browse = Button(id=BROWSE, label=words("giving.browse", host=checkout.host))
        ways = line(
            *([browse] if self._visit.may_browse else []),
            Button(id=NO_THANKS, label=words("giving.call_off")),
            share=True,
        )
        small = Text(text=words("giving.going_back"), role="small", ink="soft")
        below: list[Item] = [Gap(0.5), ways, small, *answerable(words, self._operator)]
        if frame.shape is Shape.WIDE:
            return [beside(drawn, *told), *below]
        return [line(drawn, side="centre"), *told, *below]

    def _ended(self, status: PledgeStatus) -> list[Item]:
        words = self._words
        is_paid = status is PledgeStatus.PAID
        who = [Text(text=words("giving.receipt", name=self._operator.name))] if is_paid else []
        practice = [Text(text=words("giving.practice"), role="strong")] if is_paid and self._visit.is_sandbox else []
        head = Text(text=words(f"giving.head_{status.value}"), role="title")
        return [
            head,
            Text(text=self._what(), role="strong"),
            Text(text=words(f"giving.status_{status.value}"), role="speech"),
            *who,
            *practice,
            Gap(0.5),
            line(Button(id=NO_THANKS, label=words("giving.back_to_campaign"))),
        ]

    def _unclear(self) -> list[Item]:
        """What is told when the portal no longer answers: the phone knows, and this screen does not."""
        return self._ended(PledgeStatus.UNTRACKED)

    def _what(self) -> str:
        title = self._gift.campaign.title
        if self._gift.is_own:
            return self._words("giving.what_own", title=title)
        return self._words("giving.what", amount=written(self._gift.amount, LOCALE), title=title)
