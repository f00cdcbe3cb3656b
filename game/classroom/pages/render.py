"""Views as plain documents."""

from html import escape

from game.classroom.views.console import ConsolePage
from game.classroom.views.projector import ProjectorPage
from game.classroom.views.pupil import GoodbyePage, HelpersPage, JoinPage, PupilPage
from game.content.words import Words

Page = PupilPage | JoinPage | HelpersPage | GoodbyePage | ConsolePage | ProjectorPage


def render(page: Page, words: Words) -> str:
    """Return the document of a view."""
    return f"<!doctype html><meta charset=utf-8><title>{words('cli.about')}</title><pre>{escape(repr(page))}</pre>"
