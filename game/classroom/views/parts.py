"""Parts that several pages have."""

from dataclasses import dataclass
from enum import StrEnum

from game.classroom.session.nickname import Nickname


@dataclass(frozen=True, slots=True)
class Keys:
    """What every form sends along unseen, as the fields `token` and `turn`."""

    token: str
    """Proves that the form is one of our own pages, made for this cookie."""
    turn: int
    """What the page was made from: a form of an older page changes nothing, and one sent twice counts once."""


class Notice(StrEnum):
    """Why the last form was not taken. The values name texts of the catalog: `class_notice.VALUE`."""

    WRONG_CODE = "wrong-code"
    WRONG_PIN = "wrong-pin"
    TOO_OFTEN = "too-often"
    """Too many requests, or too many wrong PINs; try again in a minute."""
    FULL = "full"
    """There are as many seats as a session can have."""
    NO_SESSION = "no-session"
    UNREADABLE = "unreadable"
    """What is kept of the session cannot be read, or its level is gone or was changed."""
    NOT_FITTING = "not-fitting"
    """This cannot be done now, or something was not filled in."""
    OLD_PAGE = "old-page"
    """The page was older than the class; the new one is shown."""
    ONE_SESSION = "one-session"
    """Another session is open; it has to be ended first."""
    TIE = "tie"
    """Nothing has most votes: the teacher has to pick."""
    DISK_FULL = "disk-full"
    """It could not be written down, so it does not count. Nothing that was answered before is lost."""
    NO_PAGE = "no-page"
    """There is nothing at this address."""
    BAD_FORM = "bad-form"
    """The request is none of our own pages: no token, another origin, too large."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A line of the story; `name` is empty for a stage direction."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """A card of the notebook."""

    message: str
    title: str
    text: str
    more: str
    source: str
    """Title, organisation and year of where it comes from."""
    as_of: int
    is_new: bool
    """Learned with the last step."""


@dataclass(frozen=True, slots=True)
class Learned:
    """A card that has just come into the notebook."""

    title: str
    whom: str
    """The person or place it is learned from."""


@dataclass(frozen=True, slots=True)
class Meter:
    """A number at stake."""

    label: str
    value: int
    most: int
    is_better_low: bool


@dataclass(frozen=True, slots=True)
class Option:
    """A radio button, or a row of the console."""

    value: str
    """What the form sends when it is picked."""
    text: str
    """Empty where the catalog names it."""
    word: str = ""
    """An id of the catalog instead of a text: `task.option_ask`, `desk.warning`, `desk.go_on` …"""
    is_picked: bool = False
    """By this seat, or standing in the story already."""
    votes: int | None = None
    """Votes and raised hands together; None until they are revealed, and where the group is too small to break down."""
    hands: int | None = None
    """Raised hands the teacher entered; on the console alone."""
    is_ahead: bool = False
    """Has most votes, or as many as another that has most; False until revealed, and of fewer than five."""


@dataclass(frozen=True, slots=True)
class Poll:
    """Something to decide: one radio group of a form."""

    field: str
    """The name of the form's field."""
    ask: str
    """What it is about: a line of an offer, a part of a task; empty for the choices of a passage."""
    options: tuple[Option, ...]
    said: str = ""
    """What had been promised about a line of a contract (`task.said`)."""
    told: str = ""
    """Why, once it is explained."""
    is_right: bool | None = None
    """Once it is explained: whether what was picked helps; None where there is no right or wrong."""
    sign: str = ""
    """Of a line of an offer once it is explained: good or warning (`desk.was_good`, `desk.was_warning`)."""


@dataclass(frozen=True, slots=True)
class OfferView:
    """A job offer on the table. Its lines and its verdict are polls, all of one form."""

    sender: str
    lines: tuple[Poll, ...]
    """Played together, lines have no options: the class judges whole offers."""
    verdict: Poll
    genuine: bool | None
    """Once it is explained: what kind of offer it is."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of a talk that has been answered already."""

    heard: tuple[str, ...]
    """The bubbles or sentences of the other person."""
    reply: str
    answer: str
    told: str
    is_right: bool | None


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task on the table."""

    kind: str
    """contract, budget, packing, phone, listening, rest_day, wage_book: names `task.KIND`, `task.KIND_hint` …"""
    ask: str
    note: str
    partner: str
    """The name of who writes or talks; empty for none."""
    turns: tuple[Turn, ...]
    """Of phones and conversations: what was said so far."""
    parts: tuple[Poll, ...]
    """What is to be picked now; of phones and conversations the one next reply."""
    picks_once: bool
    """No option can be picked for two parts (`rest_day`)."""
    sum: str
    """What it comes to so far; empty where nothing is added up."""


@dataclass(frozen=True, slots=True)
class Who:
    """The head of a pupil's page."""

    nickname: Nickname
    people: int
    story: str
    needs_help: bool
    keys: Keys
    version: str
    """What `GET /events` calls the state this page shows. A stream that says another one: load the page again."""
    notice: Notice | None = None
    """Why the last form was not taken."""
