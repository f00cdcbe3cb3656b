"""What all screens of giving share: the page, the red band of the sandbox, and how amounts and times are written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from game.art.diorama import Diorama
from game.art.staging import Actor, Staging
from game.canvas.canvas import Canvas
from game.canvas.geometry import Point, Rect
from game.content.words import Words
from game.giving.campaign import Operator
from game.giving.errors import DonationError, Remedy
from game.screens.chrome import corner_width
from game.screens.picture import Picture
from game.screens.picture_page import picture_page_with_back, picture_paper
from game.screens.services import Services
from game.ui import sizes
from game.ui.arrange import Gap, Item, beside, line
from game.ui.frame import Frame
from game.ui.layout import snapped
from game.ui.view import View
from game.ui.widgets import Artwork, Button, Icon, Text

AGAIN = "again"
CARD = "card"
NO_THANKS = "no-thanks"
LOOKS_EVERY_S = 0.2
"""How often a screen looks whether a call has brought something."""
LOCALE = "en"
_LISTENING = Staging("advice-centre", "day", (Actor("counsellor", "counsellor", "hopeful"),))


def listening(services: Services, diorama: Diorama) -> Picture:
    """Return the picture of a place where somebody listens. Nobody who was helped is ever shown."""
    return Picture(diorama, _LISTENING, services.words("giving.picture"))


def picture_sheet(
    services: Services, picture: Picture, label: str, items: Sequence[Item], frame: Frame, *, is_sandbox: bool
) -> View:
    """Return paper beside a picture. No control has the focus at first: nothing here is suggested."""
    view = picture_page_with_back(services, picture, label, items, frame, default_focus="")
    return _banded(replace(view, default_focus=None), services, frame, is_sandbox=is_sandbox)


def paper_width(frame: Frame) -> float:
    """Return how wide a column on the paper of a picture sheet is."""
    return picture_paper(frame).w - 2 * frame.theme.pad


def answerable(words: Words, operator: Operator) -> list[Item]:
    """Return who receives the money and answers for it."""
    told = words("giving.operator", name=operator.name, registration=operator.registration)
    contact = [Text(text=words("giving.contact", address=operator.contact_url), role="small", ink="soft")]
    return [Text(text=told, role="small"), *(contact if operator.contact_url else [])]


def waiting(services: Services, text: str) -> list[Item]:
    """Return what is shown while something is asked for."""
    return [Text(text=text, role="heading"), Text(text=services.words("giving.may_leave"), ink="soft")]


def failure(words: Words, error: DonationError, *, has_card: bool = False) -> list[Item]:
    """Return kind words for what did not work, and what helps: trying again, or the operator's card."""
    again = [Button(id=AGAIN, label=words("giving.again"))] if error.remedy is Remedy.AGAIN else []
    card: list[Item] = []
    if has_card:
        card = [Text(text=words("giving.has_card")), line(Button(id=CARD, label=words("giving.card")), share=True)]
    return [
        beside(Icon(name="heart"), Text(text=words("giving.not_now"), role="heading")),
        Text(text=words(error.message)),
        Text(text=words("giving.nothing_taken"), ink="soft"),
        *card,
        Gap(0.5),
        line(*again, Button(id=NO_THANKS, label=words("giving.leave")), share=True),
    ]


def moment(when: datetime) -> str:
    """Return a time of day as people write it."""
    from babel.dates import format_datetime  # noqa: PLC0415 (its data is read when a time is first shown)

    return format_datetime(when.astimezone(UTC), "d MMMM y, HH:mm 'UTC'", locale=LOCALE)


def _banded(view: View, services: Services, frame: Frame, *, is_sandbox: bool) -> View:
    if not is_sandbox:
        return view
    return replace(view, widgets=(*view.widgets, _band(services.words("giving.sandbox"), frame)))


def _band(text: str, frame: Frame) -> Artwork:
    """Return the red band between the corners of the upper edge."""
    theme, place = frame.theme, frame.page
    side = theme.target + theme.gap
    room = place.w - side - corner_width(frame) - theme.gap
    wide = min(room, sizes.width(Text(text=text, role="strong"), frame) + 2 * theme.pad)
    rect = snapped(Rect(place.x + side + (room - wide) / 2, place.y, wide, theme.target))
    style = theme.text("strong", theme.colours.paper)
    words_w, high = sizes.width(Text(text=text, role="strong"), frame), frame.type.line_height(style)

    def paint(canvas: Canvas, at: Rect, _now_s: float) -> None:
        canvas.rect(at, theme.colours.warning, radius=theme.row_radius)
        canvas.text(Point(at.x + (at.w - words_w) / 2, at.y + (at.h - high) / 2), text, style)

    return Artwork(paint=paint, label=text, shows=("sandbox", text), rect=rect)
