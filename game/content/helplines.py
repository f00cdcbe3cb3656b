"""Reads levels/helplines.yaml: who helps where. Only numbers read on an official page may be in it."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from game.content.check import check_shape
from game.content.faults import FaultLog, quoted
from game.content.message_shape import YEAR
from game.content.nodes import Entries
from game.content.parse import read_nodes
from game.content.shape import ADDRESS, ID, Field, File, Form, ListOf, MapOf, Record, Text, optional

INTERNATIONAL = "international"
"""Stands in for a country code where an organisation helps everywhere."""

# Governments below a country's top level domain, international organisations by treaty, and IOM.
_GOVERNMENT = re.compile(r"(^|.*\.)((gov|go|gob|gouv|mil)(\.[a-z]{2})?|int)")

_HELPLINE = Record(
    {
        "name": Field(Text(80), "what the service is called, without its number"),
        "organisation": Field(Text(120), "who runs it"),
        "country": Field(
            Form(f"^([A-Z]{{2}}|{INTERNATIONAL})$", "a country code such as SG, or 'international'", 13),
            "where it helps",
        ),
        "phone": optional(
            Form("^[+0-9][0-9 -]{1,24}$", "a telephone number", 25),
            "only a number that was read on an official page, see read_at",
        ),
        "url": optional(ADDRESS, "its website"),
        "languages": optional(ListOf(Text(30), least=1, most=12, unique=True), "languages that are spoken there"),
        "for": Field(Text(160), "what it helps with, and whom"),
        "read_at": optional(ADDRESS, "the page on which this was read"),
        "page_year": optional(YEAR, "the year of that page"),
        "as_of": Field(YEAR, "the year for which it is believed to be true"),
    }
)

HELPLINES_FILE = File("Helplines", "Where people can turn for help, by country.", MapOf(_HELPLINE, ID, least=1))


@dataclass(frozen=True, slots=True)
class Helpline:
    """An organisation that helps. Empty texts stand for what is not known."""

    id: str
    name: str
    organisation: str
    country: str
    """A country code, or `INTERNATIONAL`."""
    phone: str
    url: str
    languages: tuple[str, ...]
    purpose: str
    read_at: str
    page_year: int
    """The year of the page at `read_at`; 0 without one."""
    as_of: int


def is_police(helpline: Helpline) -> bool:
    """Say whether it leads to the police, which is a risk to some people."""
    return "police" in helpline.organisation.casefold()


def read_helplines(path: Path, log: FaultLog) -> tuple[Helpline, ...]:
    """Return the helplines in a file, in its order; none of them if there is an error."""
    root = read_nodes(path, log)
    if root is None:
        return ()
    check_shape(HELPLINES_FILE.shape, root, log, "the file")
    if not isinstance(root, Entries):
        return ()
    for name, entry in root.records():
        _check_number(name, entry, log)
    return () if log.has_errors else tuple(_helpline(name, entry) for name, entry in root.records())


def _check_number(name: str, entry: Entries, log: FaultLog) -> None:
    phone = entry.scalar("phone")
    if phone is None:
        return
    if not entry.text("read_at") or not entry.whole("page_year"):
        message = f"{quoted(name)} has a number, but not where and when it was read"
        log.add("phone-not-official", phone.at, message, "add read_at and page_year, or remove the number")
    elif not _is_official(entry.text("read_at"), entry.text("url")):
        message = f"the number of {quoted(name)} was not read on a page of its own or of a government"
        log.add("phone-not-official", phone.at, message, "read it on an official page, or remove it")


def _is_official(read_at: str, url: str) -> bool:
    page, own = _host(read_at), _host(url)
    return bool(_GOVERNMENT.fullmatch(page)) or (bool(own) and (page == own or page.endswith(f".{own}")))


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:  # such as an open bracket in the host
        return ""


def _helpline(name: str, entry: Entries) -> Helpline:
    return Helpline(
        id=name,
        name=entry.text("name"),
        organisation=entry.text("organisation"),
        country=entry.text("country"),
        phone=entry.text("phone"),
        url=entry.text("url"),
        languages=tuple(scalar.text for scalar in entry.scalars("languages")),
        purpose=entry.prose("for"),
        read_at=entry.text("read_at"),
        page_year=entry.whole("page_year"),
        as_of=entry.whole("as_of"),
    )
