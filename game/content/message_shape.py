"""The form of levels/messages.yaml."""

from game.content.shape import ADDRESS, ID, Day, Field, File, Form, ListOf, MapOf, OneOf, Record, Text, Whole, optional
from game.story.message import Verification

YEAR = Whole(1900, 2100)

_SOURCE = Record(
    {
        "title": Field(Text(200), "the title of the page, report or law"),
        "organisation": Field(Text(120), "who published it"),
        "year": Field(YEAR, "when it was published"),
        "url": Field(ADDRESS, "its address"),
    }
)

_QUESTION = Record(
    {
        "ask": Field(Text(200), "the question"),
        "right": Field(Text(120), "the right answer"),
        "wrong": Field(ListOf(Text(120), least=2, most=3, unique=True), "two or three believable wrong answers"),
        "because": Field(Text(300), "why the right answer is right"),
    }
)

MESSAGE = Record(
    {
        "title": Field(Text(40), "what the card in the notebook is called"),
        "text": Field(Text(200), "the message in plain words"),
        "more": optional(Text(400), "one or two more sentences"),
        "topic": Field(ID, "the topic of the fact"),
        "country": Field(Form("^([A-Z]{2}|any)$", "a country code such as SG, or 'any'", 3), "where it is true"),
        "as_of": Field(YEAR, "the year in which it was true according to its source"),
        "source": Field(_SOURCE, "where it comes from"),
        "verified": Field(OneOf(tuple(Verification)), "how the claim was verified"),
        "read_at": optional(ADDRESS, "the address the claim was read at; needed for archived-page"),
        "read_scope": optional(OneOf(("full", "partial", "name-only")), "how much of the claim that page said"),
        "review_by": Field(Day(), "the day by which a person has to look at it again"),
        "checks": Field(MapOf(_QUESTION, ID, least=2, most=6), "at least two different questions, equally hard"),
    }
)

MESSAGES = MapOf(MESSAGE, ID, least=1, most=400)

MESSAGES_FILE = File("Messages", "Every awareness message of Before You Go, once.", MESSAGES)
