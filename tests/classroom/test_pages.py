"""What holds for every page of a class, whatever it shows."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st

from class_samples import samples
from game.classroom import pages
from game.classroom.pages.assets import asset
from game.classroom.pages.bricks import tower, wall
from game.classroom.pages.render import render
from game.classroom.pages.scenes import scene_name
from game.classroom.server import Started
from game.classroom.views.parts import Keys
from game.classroom.views.pupil import HelpersPage, JoinPage
from game.content.library import Library
from game.content.words import Words
from game.story.level import LevelId
from tests.classroom.device import PATIENCE_S

_SEEN_BRICK = re.compile(r'class="sheen"')
_LINKS = {"href", "src", "action"}


class _Tags(HTMLParser):
    """Collects tags with their attributes."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def documents(words: Words) -> dict[str, str]:
    return {name: render(page, words) for name, page in samples().items()}


def test_nothing_is_written_into_a_page_that_its_policy_forbids(documents: dict[str, str]) -> None:
    for name, document in documents.items():
        page = _Tags(document)
        assert [tag for tag, attributes in page.tags if "style" in attributes or tag == "style"] == [], name
        assert [at for _, attributes in page.tags for at in attributes if at.startswith("on")] == [], name
        assert [script.get("src") for script in page.all("script")] == ["/static/live.js"], name


def test_every_form_proves_where_it_is_from(documents: dict[str, str]) -> None:
    for name, document in documents.items():
        page = _Tags(document)
        tokens = [field for field in page.all("input") if field.get("name") == "token"]
        assert len(tokens) == len(page.all("form")), name


def test_nothing_leads_out_of_the_class_but_to_those_who_help(documents: dict[str, str]) -> None:
    for name, document in documents.items():
        addresses = [
            value for _, each in _Tags(document).tags for key, value in each.items() if key in _LINKS and value
        ]
        away = [value for value in addresses if not value.startswith(("/", "#"))]
        assert not away or isinstance(samples()[name], HelpersPage), name


def test_every_phone_has_a_way_out_at_once_and_who_can_help(documents: dict[str, str]) -> None:
    for name, document in documents.items():
        if name.startswith("phone"):
            links = [link.get("href") for link in _Tags(document).all("a")]
            assert "/static/tables.html" in links, name
            assert "/help" in links or name == "phone-help", name


def test_every_control_has_an_id_of_its_own(documents: dict[str, str]) -> None:
    """What is filled in is carried over to a new version of a page by the ids of the fields."""
    for name, document in documents.items():
        page = _Tags(document)
        ids = [each["id"] for _, each in page.tags if "id" in each]
        assert len(ids) == len(set(ids)), name
        assert [each for each in page.all("input") if each.get("type") != "hidden" and not each.get("id")] == [], name


@settings(max_examples=25)
@given(code=st.text(max_size=12))
def test_what_somebody_sent_is_shown_and_never_obeyed(words: Words, code: str) -> None:
    page = _Tags(render(JoinPage(code + "\"'><script>", is_open=True, keys=Keys("", 0), notice=None), words))
    assert len(page.all("script")) == 1


@given(name=st.text(max_size=60) | st.from_regex(r"scene(\.[a-z-]{0,12}){0,9}\.svg", fullmatch=True))
def test_an_asset_that_there_is_not_is_none(name: str) -> None:
    assert asset(name) is None or name == "style.css"


def test_every_moment_of_a_story_has_its_picture(library: Library) -> None:
    level = library.levels[LevelId("one-place-left")]
    stages = [place.stage for place in level.passages.values()] + [place.stage for place in level.endings.values()]
    for stage in stages:
        picture = asset(scene_name(stage, level.cast))
        assert picture, stage
        assert b"<use" in picture.body
        assert b"nan" not in picture.body


def test_only_pictures_that_pages_show_are_painted(class_: Started, library: Library) -> None:
    level = library.levels[LevelId("one-place-left")]
    templates = Path(pages.__file__).parent.glob("templates/*.html")
    shown = {name for page in templates for name in re.findall(r"scene\.[a-z.]+\.svg", page.read_text())}
    assert len(shown) == 2
    for name in (*shown, scene_name(level.passages[level.start].stage, level.cast)):
        assert requests.get(f"{class_.base}/static/{name}", timeout=PATIENCE_S).status_code == 200, name
    other = "scene.title.night.svg"
    assert asset(other), "it could be painted, but no page asks for it"
    assert requests.get(f"{class_.base}/static/{other}", timeout=PATIENCE_S).status_code == 404


@given(votes=st.integers(0, 250), more=st.integers(0, 50))
def test_a_vote_is_a_brick(votes: int, more: int) -> None:
    assert len(_SEEN_BRICK.findall(tower(("fill-0", votes), votes + more))) == votes
    assert len(_SEEN_BRICK.findall(wall([("fill-0", votes), ("fill-1", more)], 30, 20))) == votes + more
