"""The routes of what a teacher takes away: lesson plans, reports, and the figures as tables."""

import asyncio
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from game.classroom.ids import SessionId
from game.classroom.paper.data import codebook_csv, data_csv
from game.classroom.paper.document import Document
from game.classroom.paper.from_session import session_figures
from game.classroom.paper.lesson_plan import lesson_plan
from game.classroom.paper.page import Link, page_of
from game.classroom.paper.report import class_report
from game.classroom.paper.session import SessionFigures
from game.classroom.present.findings import findings
from game.classroom.stage import Stage
from game.classroom.views.parts import Notice
from game.classroom.web.refusal import RefusalError
from game.classroom.web.room import Room
from game.story.ids import LevelId

if TYPE_CHECKING:
    from game.classroom.paper.tagged import Format

_STYLE: Final = "/static/paper.css"


class PaperRoutes:
    """Answers the teacher's browser with papers."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def plan(self, request: Request) -> Response:
        """Show the lesson plan of a level."""
        document, level = self._plan(request), str(request.path_params["level"])
        return self._page(document, "/console", f"/console/lessons/{level}/plan.pdf")

    async def plan_pdf(self, request: Request) -> Response:
        """Give the lesson plan of a level as PDF."""
        return await self._pdf(request, self._plan(request), f"plan-{request.path_params['level']}")

    async def report(self, request: Request) -> Response:
        """Show the report of a session."""
        figures = await self._figures(request)
        here = f"/console/sessions/{request.path_params['session']}"
        return self._page(class_report(figures, self._room.words), here, f"{here}/report.pdf")

    async def report_pdf(self, request: Request) -> Response:
        """Give the report of a session as PDF."""
        figures = await self._figures(request)
        return await self._pdf(request, class_report(figures, self._room.words), f"report-{_name(figures)}")

    async def data(self, request: Request) -> Response:
        """Give the figures of a session as a table."""
        figures = await self._figures(request)
        return _file(data_csv(figures), "text/csv; charset=utf-8", f"data-{_name(figures)}.csv")

    async def codebook(self, request: Request) -> Response:
        """Tell what the columns of the table mean."""
        figures = await self._figures(request)
        body = codebook_csv(figures, self._room.words)
        return _file(body, "text/csv; charset=utf-8", f"codebook-{_name(figures)}.csv")

    def _plan(self, request: Request) -> Document:
        self._room.expect_teacher(request)
        library = self._room.desk.library
        level = library.levels.get(LevelId(str(request.path_params["level"])))
        if level is None:
            raise RefusalError(HTTPStatus.NOT_FOUND, Notice.NO_PAGE)
        return lesson_plan(level, library.messages, self._room.words)

    async def _figures(self, request: Request) -> SessionFigures:
        """Return what may be shown of a session that is over.

        Before that there are none: of two reports with one seat between them, the difference would be this seat.
        """
        self._room.expect_teacher(request)
        session = await self._room.expect_session(SessionId(str(request.path_params["session"])))
        if session.stage is not Stage.OVER:
            raise RefusalError(HTTPStatus.CONFLICT, Notice.NOT_FITTING)
        return session_figures(findings(session), self._room.desk.library.messages)

    def _page(self, document: Document, back: str, pdf: str) -> Response:
        words = self._room.words
        links = (
            Link(words("papers.back"), back),
            Link(words("papers.pdf_a4"), pdf),
            Link(words("papers.pdf_letter"), f"{pdf}?paper=letter"),
        )
        return HTMLResponse(page_of(document, _STYLE, links))

    async def _pdf(self, request: Request, document: Document, name: str) -> Response:
        # Whoever plays does not wait for what sets type, neither to be loaded nor to be done.
        from game.classroom.paper.pdf import pdf_of  # noqa: PLC0415

        paper: Format = "letter" if request.query_params.get("paper") == "letter" else "a4"
        body = await asyncio.to_thread(pdf_of, document, self._room.words, paper, datetime.now(UTC))
        return _file(body, "application/pdf", f"{name}.pdf")


def _name(figures: SessionFigures) -> str:
    return f"{figures.level.id}-{figures.day:%Y-%m-%d}"


def _file(body: bytes, kind: str, name: str) -> Response:
    return Response(body, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})
