"""Views as documents: one template a view, named like it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from game.classroom.measure.drawing import Drawing, svg
from game.classroom.pages.bricks import brick, pyramid, tower, wall
from game.classroom.views.console import ConsolePage, SeatRow
from game.classroom.views.parts import OfferView, Option, Poll, TaskView
from game.classroom.views.projector import ProjectorPage
from game.classroom.views.pupil import GoodbyePage, HelpersPage, JoinPage, PupilPage
from game.classroom.views.refusal import RefusalPage
from game.content.helplines import is_police
from game.content.words import Words

Page = PupilPage | JoinPage | HelpersPage | GoodbyePage | ConsolePage | ProjectorPage | RefusalPage


class _Round(Protocol):
    @property
    def polls(self) -> tuple[Poll, ...]: ...
    @property
    def offers(self) -> tuple[OfferView, ...]: ...
    @property
    def task(self) -> TaskView | None: ...


def render(page: Page, words: Words) -> str:
    """Return the document of a view."""
    name = type(page).__name__
    return _templates().get_template(f"{name}.html").render(page=page, name=name, words=words)


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals.update(
        about_of=_about_of,
        brick=brick,
        day=_day,
        is_police=is_police,
        most_votes=_most_votes,
        polls_in=_polls_in,
        pyramid=pyramid,
        shown_options=_shown_options,
        svg=_svg,
        tile=_tile,
        tower=tower,
        wall=wall,
    )
    return templates


def _svg(drawing: Drawing, name: str) -> Markup:
    return Markup(svg(drawing, name))  # noqa: S704 (our own element, whose texts are escaped)


@lru_cache(maxsize=1024)
def _tile(seat: SeatRow, here: str, token: str, words: Words, *, is_large: bool = False) -> Markup:
    """Return a seat of the console. The page is rendered with every vote, and most seats stay as they are."""
    told = (
        _templates().get_template("tile.html").render(seat=seat, here=here, token=token, words=words, is_large=is_large)
    )
    return Markup(told)  # noqa: S704 (a template of ours has escaped what is in it)


def _polls_in(of_round: _Round) -> Sequence[Poll]:
    """Return everything that is asked in a round: choices, verdicts on offers, parts of a task."""
    verdicts = (offer.verdict for offer in of_round.offers)
    parts = of_round.task.parts if of_round.task else ()
    asked = {poll.field: poll for poll in (*of_round.polls, *verdicts, *parts) if poll.options}
    return tuple(asked.values())


def _about_of(of_round: _Round, verdict: Poll) -> str:
    """Return whose offer a verdict is about; empty for any other poll."""
    return next((offer.sender for offer in of_round.offers if offer.verdict.field == verdict.field), "")


def _shown_options(options: Iterable[Option]) -> Sequence[Option]:
    """Return the choices, and those cards that somebody voted for."""
    return tuple(option for option in options if option.votes or not option.value.startswith("card:"))


def _most_votes(options: Iterable[Option]) -> int:
    return max((option.votes or 0 for option in options), default=0)


def _day(at_ms: int) -> str:
    """Return the local day and minute; numbers only, so that it reads alike in every language."""
    return datetime.fromtimestamp(at_ms / 1000).astimezone().strftime("%Y-%m-%d %H:%M")
