"""Nobody is kept out: axe-core finds nothing on any page, targets are large, and nothing has to be moved sideways."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route

from class_samples import samples
from game.classroom.pages.assets import asset
from game.classroom.pages.render import render
from game.content.words import Words
from tests.browser import DESK, PHONE, Browsing, faults_of_access, widest_overflow

ORIGIN = "http://localhost"
LEAST_TARGET_PX = 44
PROJECTOR = (1920, 1080)
_SIZES = {"phone": PHONE, "desk": DESK, "projector": PROJECTOR}
_LOOK_ALIKES = (
    *(
        "phone-join-qr",
        "phone-join-full",
        "phone-vote-help",
        "phone-vote-open",
        "phone-story-card",
        "phone-story-contract",
    ),
    *("phone-story-listening", "phone-story-packing", "phone-story-rest_day", "phone-story-wage_book"),
    *(
        "phone-wait-before-done",
        "phone-wait-voted",
        "phone-wait-after-done",
        "phone-wait-projector",
        "desk-door-wrong",
        "desk-lobby-empty",
    ),
    *("desk-vote-tie", "desk-vote", "desk-own", "desk-before", "projector-own", "projector-offers", "projector-vote"),
)
"""Made of the same pieces as others; axe-core takes its time."""
_TARGETS = "button, summary, a.button, a.plain-link, header a, input:not([type=hidden]):not(.pick input), .pick"


@pytest.mark.parametrize("kind", _SIZES)
def test_nobody_is_kept_out(browsing: Browsing, words: Words, kind: str) -> None:
    faults = {name: faults_of_access(page) for name, page in _pages(browsing(_SIZES[kind]), words, kind)}
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("kind", ["phone", "desk"])
def test_nothing_is_moved_sideways_and_everything_can_be_hit(browsing: Browsing, words: Words, kind: str) -> None:
    """At 200 %: a phone has half its pixels then, and so has a desk."""
    size = (180, 320) if kind == "phone" else (640, 400)
    found = {name: (widest_overflow(page), _small_targets(page)) for name, page in _pages(browsing(size), words, kind)}
    assert {name: each for name, each in found.items() if each != (0, [])} == {}


def _pages(page: Page, words: Words, kind: str) -> Iterator[tuple[str, Page]]:
    page.route("**/*", lambda route: _answer(route, words))
    for name in samples():
        if name.startswith(kind) and name not in _LOOK_ALIKES:
            page.goto(f"{ORIGIN}/sample/{name}", wait_until="domcontentloaded")
            yield name, page


def _answer(route: Route, words: Words) -> None:
    path = route.request.url.removeprefix(ORIGIN)
    if path.startswith("/sample/"):
        page = samples()[path.removeprefix("/sample/")]
        route.fulfill(body=render(page, words), content_type="text/html; charset=utf-8")
    elif path == "/static/style.css" and (style := asset("style.css")):
        route.fulfill(body=style.body, content_type=style.content_type)
    else:
        route.fulfill(status=204)  # fonts and pictures change nothing here, and streams are tested with a server


def _small_targets(page: Page) -> list[str]:
    """Return what is smaller than a finger."""
    return list(
        page.evaluate(
            """([targets, least]) => [...document.querySelectorAll(targets)]
                .filter((each) => each.checkVisibility())
                .filter((each) => each.getBoundingClientRect().height < least)
                .map((each) => each.outerHTML.slice(0, 120))""",
            [_TARGETS, LEAST_TARGET_PX],
        )
    )
