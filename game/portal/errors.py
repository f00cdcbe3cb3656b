"""Every error of the portal as a problem."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException  # the router raises this, and not the one of FastAPI

from game.portal.context import context
from game.portal.problems import Kind, RefusedError, plain_problem, problem
from game.portal.replies import send
from game.portal.wire import Detail

_KINDS = {400: Kind.MALFORMED, 404: Kind.NOT_FOUND}
_UNREADABLE = "json_invalid"


def answer_errors(app: FastAPI) -> None:
    app.add_exception_handler(RefusedError, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


async def _refused(request: Request, error: Exception) -> Response:
    if not isinstance(error, RefusedError):
        raise error
    told = problem(error, request.url.path, context(request).request_id)
    return send(told, error.kind.status, error.headers)


async def _invalid(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    return await _refused(request, _refusal(error.errors()))


async def _http(request: Request, error: Exception) -> Response:
    """Answer what the router refuses: a path or a method that there is not."""
    if not isinstance(error, HTTPException):
        raise error
    if kind := _KINDS.get(error.status_code):
        return await _refused(request, RefusedError(kind))
    title = HTTPStatus(error.status_code).phrase
    told = plain_problem(error.status_code, title, request.url.path, context(request).request_id)
    return send(told, error.status_code, error.headers)


def _refusal(errors: Sequence[dict[str, Any]]) -> RefusedError:
    """Return what is wrong, the part of a request first that is looked at first."""
    places = {str(each["loc"][0]) for each in errors}
    details = [_detail(each) for each in errors]
    if any(each["type"] == _UNREADABLE for each in errors):
        return RefusedError(Kind.MALFORMED, "the body is not JSON")
    if "path" in places:
        return RefusedError(Kind.NOT_FOUND)
    if "header" in places:
        missing = any(each["loc"][0] == "header" and each["type"] == "missing" for each in errors)
        return RefusedError(Kind.IDEMPOTENCY_KEY_MISSING if missing else Kind.MALFORMED, errors=details)
    if {"parameter": "cursor"}.items() <= details[0].items():
        return RefusedError(Kind.MALFORMED, errors=details)
    return RefusedError(Kind.VALIDATION_ERROR, errors=details)


def _detail(error: dict[str, Any]) -> Detail:
    """Return what is wrong in the words of the checker, without what was sent: it may be anything."""
    place, *path = error["loc"]
    if place == "body":
        steps = (str(step).replace("~", "~0").replace("/", "~1") for step in path)
        return {"pointer": "#" + "".join(f"/{step}" for step in steps), "detail": error["msg"]}
    return {"parameter": str(path[-1]), "detail": error["msg"]}
