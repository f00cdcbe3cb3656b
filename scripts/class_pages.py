"""Write pictures of all pages of a class to screenshots/class/: `class_pages.py [NAME …]`, all without a name.

A name is the beginning of a sample's name, such as `phone-vote`. The browser asks nothing of the network: pages and
assets are handed to it. Without Chromium it says so and does nothing.
"""

import shutil
import sys
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from inside import enter

enter()

if find_spec("playwright") is None:  # a tool of tests: who plays does not have it
    print("class_pages: skipped, there is no playwright here (python3 scripts/test.py sets it up)")
    raise SystemExit(0)

import segno  # noqa: E402
from playwright.sync_api import Browser, Route, ViewportSize, sync_playwright  # noqa: E402

from class_samples import samples  # noqa: E402
from game.classroom.pages.assets import asset  # noqa: E402
from game.classroom.pages.render import render  # noqa: E402
from game.content.words import Words, load_words  # noqa: E402
from game.paths import assets_dir  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "screenshots" / "class"
ORIGIN = "http://class.test"
SIZES = {
    "phone": ((360, 640, 1), (768, 1024, 1), (360, 640, 2)),
    "desk": ((1280, 800, 1), (768, 1024, 1), (1280, 800, 2)),
    "projector": ((1920, 1080, 1), (1280, 800, 1)),
}
"""Width, height and zoom, by the beginning of a name."""
NO_SANDBOX = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync")


def main(names: list[str]) -> int:
    """Write the pictures; return the exit status."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("class_pages: skipped, there is no chromium here (apt-get install chromium)")
        return 0
    words = load_words(assets_dir() / "words" / "en")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=NO_SANDBOX)
        count = 0
        for kind, sizes in SIZES.items():
            wanted = [
                each for each in samples() if each.startswith(kind) and (not names or each.startswith(tuple(names)))
            ]
            count += sum(_pictures(browser, words, size, wanted) for size in sizes)
        browser.close()
    print(f"{count} pictures in {FOLDER}")
    return 0


def _pictures(browser: Browser, words: Words, size: tuple[int, int, int], names: list[str]) -> int:
    width, height, zoom = size
    # A zoom of 200 % halves the page's own pixels, as it does in a browser.
    viewport: ViewportSize = {"width": width // zoom, "height": height // zoom}
    page = browser.new_page(viewport=viewport, device_scale_factor=zoom, java_script_enabled=False)
    page.route("**/*", lambda route: _answer(route, words))
    zoomed = f"-zoom{zoom}00" if zoom > 1 else ""
    for name in names:
        page.goto(f"{ORIGIN}/sample/{name}", wait_until="load")
        page.screenshot(path=FOLDER / f"{name}-{width}x{height}{zoomed}.png", full_page=True)
    page.close()
    return len(names)


def _answer(route: Route, words: Words) -> None:
    path = route.request.url.removeprefix(ORIGIN).split("?")[0]
    known = asset(path.removeprefix("/static/")) if path.startswith("/static/") else None
    if known:
        route.fulfill(body=known.body, content_type=known.content_type)
    elif path == "/qr.svg":
        route.fulfill(body=_qr(), content_type="image/svg+xml")
    elif path.startswith("/sample/"):
        route.fulfill(body=render(samples()[path.removeprefix("/sample/")], words), content_type="text/html")
    else:
        route.fulfill(status=204)


def _qr() -> bytes:
    picture = BytesIO()
    segno.make("http://192.168.178.120:8470/join/KWTA").save(picture, kind="svg", scale=4)
    return picture.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
