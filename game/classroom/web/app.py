"""All routes put together, behind the gate."""

from asyncio import get_running_loop
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from io import BytesIO

import segno
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router

from game.classroom.pages.assets import Asset, asset
from game.classroom.pages.render import render
from game.classroom.pages.scenes import scene_names
from game.classroom.views.parts import Notice
from game.classroom.views.refusal import RefusalPage
from game.classroom.web.api_routes import ApiRoutes
from game.classroom.web.console_routes import ConsoleRoutes
from game.classroom.web.gate import Gate, Scope, Send
from game.classroom.web.intake import Receive
from game.classroom.web.limits import Pace
from game.classroom.web.paper_routes import PaperRoutes
from game.classroom.web.pupil_routes import PupilRoutes
from game.classroom.web.refusal import RefusalError
from game.classroom.web.room import Room

Answer = Callable[[Request], Awaitable[Response]]
_ASSETS_KEPT = "public, max-age=3600"


def build_gate(room: Room, hosts: frozenset[str]) -> Gate:
    """Return the class as an ASGI app. `hosts` are the addresses, with their ports, by which it may be called."""
    # The router alone: what an application would add (documents, error pages) the gate does, or nobody.
    routes = [Route(path, answer, methods=[method]) for method, path, answer in _routes(room)]
    app = Router(routes, redirect_slashes=False, default=_unknown)

    def tell(status: HTTPStatus, notice: Notice) -> str:
        return render(RefusalPage(status.value, notice), room.words)

    return Gate(app, hosts, Pace(room.limits.requests), tell)


def _routes(room: Room) -> tuple[tuple[str, str, Answer], ...]:
    pupil, console, api, paper = PupilRoutes(room), ConsoleRoutes(room), ApiRoutes(room), PaperRoutes(room)
    session = "/console/sessions/{session}"

    scenes = scene_names(room.desk.library.levels.values())
    painter = ThreadPoolExecutor(1, "scenes")

    async def static(request: Request) -> Response:
        name = str(request.path_params["name"])
        if name.startswith("scene."):  # to be painted, perhaps: nobody else waits for it, and no other is painted
            found = await get_running_loop().run_in_executor(painter, asset, name) if name in scenes else None
        else:
            found = asset(name)
        return _asset(found)

    async def qr(request: Request) -> Response:
        room.expect_teacher(request)  # whoever has the picture can join
        return _qr(room)

    return (
        ("GET", "/", pupil.door),
        ("GET", "/join/{code}", pupil.door),
        ("POST", "/join", pupil.join),
        ("GET", "/seat", pupil.seat),
        ("GET", "/events", pupil.events),
        ("POST", "/seat/{what}", pupil.write),
        ("GET", "/help", pupil.helpers),
        ("GET", "/static/{name}", static),
        ("GET", "/qr.svg", qr),
        ("GET", "/console", console.home),
        ("GET", "/console/key/{key}", console.key),
        ("POST", "/console/enter", console.enter),
        ("POST", "/console/exit", console.exit),
        ("POST", "/console/sessions", console.open),
        ("GET", session, console.session),
        ("GET", f"{session}/events", console.events),
        ("GET", f"{session}/report", paper.report),
        ("GET", f"{session}/report.pdf", paper.report_pdf),
        ("GET", f"{session}/data.csv", paper.data),
        ("GET", f"{session}/codebook.csv", paper.codebook),
        ("GET", "/console/lessons/{level}", paper.plan),
        ("GET", "/console/lessons/{level}/plan.pdf", paper.plan_pdf),
        ("POST", f"{session}/delete", console.delete),
        ("POST", f"{session}/{{what}}", console.write),
        ("POST", f"{session}/seats/{{seat}}/{{what}}", console.write_seat),
        ("GET", "/projector", console.projector),
        ("GET", "/api/class", api.about),
        ("POST", "/api/join", api.join),
        ("GET", "/api/seat", api.seat),
        ("GET", "/api/events", api.events),
        ("POST", "/api/seat/{what}", api.write),
        ("POST", "/api/teacher", api.teacher),
        ("GET", "/api/projector", api.projector),
        ("GET", "/api/projector/events", api.projector_events),
    )


def _asset(found: Asset | None) -> Response:
    if found is None:
        raise RefusalError(HTTPStatus.NOT_FOUND, Notice.NO_PAGE)
    return Response(found.body, media_type=found.content_type, headers={"cache-control": _ASSETS_KEPT})


def _qr(room: Room) -> Response:
    session = room.desk.session
    if session is None:
        raise RefusalError(HTTPStatus.NOT_FOUND, Notice.NO_SESSION)
    picture = BytesIO()
    code = segno.make(room.address.join(session.code), error="m", micro=False)
    code.save(picture, kind="svg", border=4, xmldecl=False, svgns=True, nl=False, omitsize=True)
    return Response(picture.getvalue(), media_type="image/svg+xml")


async def _unknown(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise RefusalError(HTTPStatus.NOT_FOUND, Notice.NO_PAGE)
