"""Where to turn for help, as lines of text."""

from collections.abc import Iterator, Sequence

from game.content.helplines import INTERNATIONAL, Helpline
from game.content.words import Words


def helpline_lines(words: Words, helplines: Sequence[Helpline], countries: Sequence[str]) -> Iterator[str]:
    """Yield the helplines of some countries, or of all for none, and the international ones last."""
    wanted = countries or sorted({helpline.country for helpline in helplines} - {INTERNATIONAL})
    yield words("help.now_more")
    for country in dict.fromkeys((*wanted, INTERNATIONAL)):
        here = [helpline for helpline in helplines if helpline.country == country]
        if here:
            yield ""
            yield words("terminal.helplines_of", country=words(f"countries.{country}"))
        for helpline in here:
            yield f"{_name(helpline)}. {words('help.for', purpose=helpline.purpose)}."
            yield " ".join(_facts(words, helpline))
    yield ""
    yield words("help.police")
    yield words("help.safety")
    yield words("help.numbers")


def _name(helpline: Helpline) -> str:
    return ", ".join(dict.fromkeys((helpline.name, helpline.organisation)))


def _facts(words: Words, helpline: Helpline) -> Iterator[str]:
    if helpline.phone:
        yield words("help.phone", phone=helpline.phone) + "."
    if helpline.url:
        yield words("help.website", url=helpline.url) + " ."
    if helpline.languages:
        yield words("help.speaks", languages=", ".join(helpline.languages)) + "."
    read_in, believed = helpline.page_year, helpline.as_of
    yield words("help.read", year=read_in) if read_in else words("help.believed", year=believed)
