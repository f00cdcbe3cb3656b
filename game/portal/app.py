"""All of the portal put together."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

from fastapi import FastAPI
from fastapi.responses import Response

from game.portal.access import Access, Limits
from game.portal.api import Api
from game.portal.calls import API
from game.portal.clock import Clock
from game.portal.control import Control, build_control
from game.portal.cursors import Cursors
from game.portal.desk import Desk
from game.portal.errors import answer_errors
from game.portal.faults import Faults
from game.portal.gate import Gate
from game.portal.once import Once
from game.portal.pages import Pages, read_texts
from game.portal.pictures import Pictures
from game.portal.replies import send
from game.portal.routes import build_api
from game.portal.schema import document
from game.portal.showing import Showing
from game.portal.stock import read_stock
from game.portal.store import Store

_DAY_S = 86400


@dataclass(frozen=True, slots=True)
class Options:
    """How a portal is started. `assets` is the folder assets/portal/; `data` is ":memory:" or a file."""

    assets: Path
    data: str = ":memory:"
    port: int = 0
    has_faults: bool = False
    limits: Limits = field(default_factory=Limits)
    clock: Clock = field(default_factory=Clock)


def build_gate(options: Options, store: Store, base: str, abort: Callable[[object], None]) -> Gate:
    """Return the portal as an ASGI app that is reached at `base`."""
    stock, clock = read_stock(options.assets), options.clock
    showing = Showing(stock, store, clock, base, clock.now() // _DAY_S * _DAY_S)
    desk = Desk(store, showing, clock, options.limits)
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    answer_errors(app)
    api = build_api(Api(showing, desk, Cursors(store.secret, clock), Once(store)))
    described = document(api)

    async def show_document() -> Response:
        return send(described)

    app.mount(API, api)
    app.add_api_route("/openapi.json", show_document, response_model=None)
    frame = Template((options.assets / "page.html").read_text("utf-8"))
    style = (options.assets / "style.css").read_text("utf-8")
    pages = Pages(desk, read_texts(options.assets), frame, style)
    app.add_api_route("/about", pages.show_about, response_model=None)
    app.add_api_route("/p/style.css", pages.show_style, response_model=None)
    app.add_api_route("/p/{code}", pages.show, response_model=None)
    app.add_api_route("/p/{code}", pages.act, methods=["POST"], response_model=None)
    app.add_api_route("/illustrations/{name}.svg", Pictures(options.assets).show, response_model=None)
    access = Access(stock.keys, options.limits, clock)
    faults = Faults(desk, clock) if options.has_faults else None
    if faults:
        app.mount("/sandbox", build_control(Control(faults, access)))
    return Gate(app, access, clock, faults, abort)
