"""A real browser for tests of pages: the Chromium of this system, and what axe-core says about a page in it.

Fixtures for every test: `chromium`, one browser a worker, and `browsing`, which opens contexts (as good as computers of
their own: nothing is shared between them) that are closed after the test.
"""

import shutil
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.kits import node_modules

PHONE = (360, 640)
DESK = (1280, 800)
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
    # Nothing beyond this computer is reached, whatever a page asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
_PATIENCE_MS = 20_000
Browsing = Callable[..., Page]
"""Opens an empty page in a context of its own; takes `size` and `scripts`."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Skips the test, with the reason, where there is no Chromium."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip(f"There is no {' or '.join(_NAMES)} on the path (Debian: sudo apt install chromium)")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def browsing(chromium: Browser) -> Iterator[Browsing]:
    contexts: list[BrowserContext] = []

    def opened(size: tuple[int, int] = PHONE, *, scripts: bool = True) -> Page:
        width, height = size
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            is_mobile=size == PHONE,
            has_touch=size == PHONE,
            java_script_enabled=scripts,
        )
        context.set_default_timeout(_PATIENCE_MS)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


def faults_of_access(page: Page) -> list[str]:
    """Return what axe-core finds on a page that keeps somebody out: of grave and middling weight, one line each.

    Skips the test where axe-core could not be installed.
    """
    page.evaluate(_axe())
    # What is in order is left there: to hand all of it over takes longer than to look for it.
    found = page.evaluate("axe.run({resultTypes: ['violations']}).then((results) => results.violations)")
    return [
        f"{each['impact']}: {each['help']} ({each['id']}): {node['html']}"
        for each in found
        for node in each["nodes"]
        if each["impact"] != "minor"
    ]


def widest_overflow(page: Page) -> int:
    """Return by how many pixels a page is wider than its window; then it would have to be moved sideways to be read."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@cache
def _axe() -> str:
    return (node_modules() / "axe-core" / "axe.min.js").read_text("utf-8")
