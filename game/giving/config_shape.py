"""The forms of what an operator writes: the configuration of giving, and the card for places without a network."""

from game.content.shape import ID, Day, Field, File, Form, ListOf, MapOf, OneOf, Record, Text, Whole, optional
from game.giving.campaign import Environment

PORTAL, STATIC = "portal", "static"
PROVIDERS = (PORTAL, "everyorg", "globalgiving", "opencollective", "donordrive", STATIC)
MOST_CAMPAIGNS = 10
"""As many as Open Collective answers for in a minute."""

_ADDRESS = Form(r"^https?://[^\s/@?#]+(/[^\s?#]*)?$", "a web address without a user, a query or a mark", 300)
_SECURE = Form(r"^https://[^\s/@]+\.[^\s@]+$", "a web address that starts with https://", 300)
_PROXY = Form(r"^https?://[^\s/@?#]+$", "a proxy such as http://proxy.school.example:3128, without a password", 300)
_HOST = Form(r"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", "a host in small letters, such as pay.example.org", 253)
_BEGINNING = Form(r"^/[A-Za-z0-9._~/-]*$", "the beginning of a path, such as /p/", 200)
_CURRENCY = Form("^[A-Z]{3}$", "a currency code of three capital letters, such as USD", 3)
_MINOR = Whole(1, 100_000_000)

_OPERATOR = Record(
    {
        "name": Field(Text(120), "who receives the money, as registered"),
        "registration": Field(Text(120), "the number of the charity, and with whom it is registered"),
        "contact": Field(_SECURE, "the page on which to reach you"),
        "terms": optional(_SECURE, "your terms"),
        "privacy": optional(_SECURE, "what you do with what donors tell you"),
    }
)
_AMOUNTS = Record(
    {
        "currency": Field(_CURRENCY, "the currency of the donate page"),
        "least": Field(_MINOR, "the smallest amount, in cents or whatever is the smallest unit: 200 for 2 dollars"),
        "most": Field(_MINOR, "the largest amount, in the smallest unit"),
        "presets": Field(ListOf(_MINOR, least=1, most=6, unique=True), "amounts to pick from, in the smallest unit"),
    }
)
_WORDS = {
    "title": Field(Text(120), "what players read, in your words; nothing that tells who somebody is"),
    "summary": Field(Text(600), "what the money does, in your words"),
    "secondary_purpose": Field(Text(280), "where money goes beyond the goal, or when the campaign ends early"),
}
_CAMPAIGN = Record(
    {
        "at": Field(Text(120), "what the provider calls it; docs/giving.md shows the form for each provider"),
        **_WORDS,
        "until": Field(Day(), "the last day on which it is shown"),
    }
)
_ON_CARD = Record({"id": Field(ID, "an id of your own"), **_WORDS, "donate": Field(_SECURE, "where to donate")})

CONFIG_FILE = File(
    "Giving",
    "How one place that runs Before You Go offers giving. It is signed by the operator.",
    Record(
        {
            "format": Field(Whole(1, 1), "the version of this file's format: 1"),
            "provider": Field(OneOf(PROVIDERS), "through whom people give"),
            "environment": Field(OneOf(tuple(each.value for each in Environment)), "live for real money"),
            "address": optional(_ADDRESS, "the API, with its version: https://portal.example.org/api/v1"),
            "operator": Field(_OPERATOR, "who receives the money and answers for it; always on the screen"),
            "checkout": Field(
                MapOf(_BEGINNING, _HOST, least=1, most=8),
                "the only hosts on which people are asked to pay, each with how its paths begin",
            ),
            "key_file": optional(Text(200), "a file with the public key or the key of this device, on one line"),
            "amounts": optional(_AMOUNTS, "which amounts are offered; a portal says so itself"),
            "campaigns": optional(
                ListOf(_CAMPAIGN, least=1, most=MOST_CAMPAIGNS), "what is offered; a portal says so itself"
            ),
            "card": optional(Text(200), "the signed file for times without a network"),
            "proxy": optional(_PROXY, "the way out of the network of a school or a company"),
            "ca_bundle": optional(Text(200), "a file with the authorities to trust instead of the usual ones"),
        }
    ),
)

CARD_FILE = File(
    "Giving without a network",
    "Campaigns and where to donate, for places without a network. It is signed by the operator.",
    Record(
        {
            "format": Field(Whole(1, 1), "the version of this file's format: 1"),
            "expires": Field(Day(), "the last day on which the card is shown"),
            "campaigns": Field(ListOf(_ON_CARD, least=1, most=MOST_CAMPAIGNS), "what is offered"),
        }
    ),
)
