"""The hosted checkout pages: what a giver sees on the phone. No script, no cookie, and no real money."""

import hashlib
import hmac
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from pathlib import Path
from string import Template
from urllib.parse import parse_qsl

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import ConfigDict, TypeAdapter, with_config
from typing_extensions import TypedDict

from game.portal.clock import timestamp
from game.portal.desk import Desk
from game.portal.life import NEXT, Deed
from game.portal.own_amount import entered
from game.portal.store import PledgeRow
from game.portal.wire import PledgeStatus
from game.portal.yaml_files import read_yaml

_PAYING = (Deed.PAY, Deed.LATER)
_FORM = "application/x-www-form-urlencoded"
_SAFETY = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


@with_config(ConfigDict(extra="forbid"))
class _StatusTexts(TypedDict):
    heading: str
    text: str
    ask: str
    deeds: dict[Deed, str]


@with_config(ConfigDict(extra="forbid"))
class _Texts(TypedDict):
    statuses: dict[PledgeStatus, _StatusTexts]
    facts: dict[str, str]
    own: dict[str, str]
    nothing_done: str
    unknown: dict[str, str]
    about: dict[str, str]
    gone: str


def read_texts(assets: Path) -> _Texts:
    return TypeAdapter(_Texts).validate_python(read_yaml(assets / "pages.yaml"))


@dataclass(frozen=True, slots=True)
class Pages:
    """Shows the pages, and does what their buttons ask for."""

    desk: Desk
    texts: _Texts
    frame: Template
    style: str

    async def show(self, code: str) -> Response:
        row = self._row(code)
        return self._unknown() if row is None else self._page(row)

    async def act(self, request: Request, code: str) -> Response:
        """Do what a button asks for, once: the form is good for the status in which it was shown."""
        row = self._row(code)
        if row is None:
            return self._unknown()
        form = await _form(request)
        deed = next((each for each in NEXT[row.status] if each == form.get("deed")), None)
        token = form.get("token", "").encode()
        if not self._came_from_here(request) or not hmac.compare_digest(token, self._token(row).encode()):
            return self._page(row, HTTPStatus.FORBIDDEN, self.texts["nothing_done"])
        own: int | None = None
        if deed in _PAYING and form.get("own", "").strip():
            own = entered(form["own"], self.desk.showing.stock.currencies[row.currency])
            if own is None:
                return self._page(row, HTTPStatus.UNPROCESSABLE_ENTITY, self._range(row))
        if deed is None or not self.desk.do(row, deed, own):
            return self._page(self._row(code) or row, HTTPStatus.CONFLICT, self.texts["nothing_done"])
        return RedirectResponse(f"/p/{code}", HTTPStatus.SEE_OTHER, {**_SAFETY})

    async def show_style(self) -> Response:
        return Response(self.style, 200, {"X-Content-Type-Options": "nosniff"}, "text/css; charset=utf-8")

    async def show_about(self) -> Response:
        parts = [
            f'<section id="{name}" aria-labelledby="{name}-heading"><h2 id="{name}-heading">{escape(name.title())}</h2>'
            f"<p>{escape(text)}</p></section>"
            for name, text in self.texts["about"].items()
            if name not in ("heading", "text")
        ]
        return self._html(self.texts["about"]["heading"], self.texts["about"]["text"], "".join(parts))

    def _row(self, code: str) -> PledgeRow | None:
        self.desk.store.expire(self.desk.clock.now())
        return self.desk.store.pledge_of_code(code)

    def _page(self, row: PledgeRow, status: int = 200, notice: str = "") -> Response:
        told, facts = self.texts["statuses"][row.status], self._facts(row)
        heading = told["heading"].format(**facts)
        listed = "".join(
            f"<div><dt>{escape(name)}</dt><dd>{escape(text.format(**facts))}</dd></div>"
            for name, text in self.texts["facts"].items()
        )
        return self._html(
            heading, told["text"].format(**facts), f"<dl>{listed}</dl>{self._buttons(row, facts)}", status, notice
        )

    def _buttons(self, row: PledgeRow, facts: dict[str, str]) -> str:
        told = self.texts["statuses"][row.status]
        if not told["deeds"]:
            return ""
        buttons = "".join(
            f'<button type="submit" name="deed" value="{deed}">{escape(label.format(**facts))}</button>'
            for deed, label in told["deeds"].items()
        )
        return (
            f'<form method="post" action="/p/{row.code}"><input type="hidden" name="token" value="{self._token(row)}">'
            f"<fieldset><legend>{escape(told['ask'])}</legend>{self._own_field(row)}{buttons}</fieldset></form>"
        )

    def _own_field(self, row: PledgeRow) -> str:
        """Return the field for another amount, where the page asks for a payment."""
        if row.status != "awaiting_payment":
            return ""
        label = self.texts["own"]["label"].format(currency=row.currency)
        return (
            f'<p><label for="own">{escape(label)}</label>'
            '<input id="own" name="own" type="text" inputmode="decimal" autocomplete="off" maxlength="12"'
            f' aria-describedby="own-hint"><span id="own-hint">{escape(self._range(row))}</span></p>'
        )

    def _range(self, row: PledgeRow) -> str:
        taken = self.desk.showing.stock.currencies[row.currency]
        bounds = [
            written_amount(each, row.currency, taken["exponent"]) for each in (taken["min_minor"], taken["max_minor"])
        ]
        return self.texts["own"]["range"].format(least=bounds[0], most=bounds[1])

    def _facts(self, row: PledgeRow) -> dict[str, str]:
        stock = self.desk.showing.stock
        seed = stock.campaigns.get(row.campaign_id)
        is_shown = seed is not None and not self.desk.showing.is_withdrawn(seed)
        return {
            "amount": written_amount(
                row.paid_minor or row.amount_minor, row.currency, stock.currencies[row.currency]["exponent"]
            ),
            "campaign": seed.title if seed and is_shown else self.texts["gone"],
            "operator": stock.operator.name,
            "registration": stock.operator.registration,
            "fees": stock.fees.description,
            "beyond": seed.secondary_purpose if seed and is_shown else self.texts["gone"],
            "expires": timestamp(row.expires_at)[11:16],
            "code": row.code,
        }

    def _unknown(self) -> Response:
        told = self.texts["unknown"]
        return self._html(told["heading"], told["text"], "", HTTPStatus.NOT_FOUND)

    def _html(self, heading: str, text: str, rest: str, status: int = 200, notice: str = "") -> Response:
        shown_notice = f'<p class="notice" role="alert">{escape(notice)}</p>' if notice else ""
        page = self.frame.substitute(heading=escape(heading), text=escape(text), notice=shown_notice, rest=rest)
        return HTMLResponse(page, status, {**_SAFETY})

    def _came_from_here(self, request: Request) -> bool:
        """Say whether a browser tells that the form was sent by this page; an old browser tells nothing."""
        ours = f"http://{request.headers['host']}"
        origin, site = request.headers.get("origin", ours), request.headers.get("sec-fetch-site", "same-origin")
        return origin == ours and site == "same-origin"

    def _token(self, row: PledgeRow) -> str:
        """Return what proves that a form was made by this page, for this status of the pledge."""
        told = f"form {row.code} {row.status} {row.changed_at}".encode()
        return hmac.new(self.desk.store.secret, told, hashlib.sha256).hexdigest()


def written_amount(minor: int, currency: str, exponent: int) -> str:
    digits = str(minor).rjust(exponent + 1, "0")
    return f"{digits[:-exponent]}.{digits[-exponent:]} {currency}" if exponent else f"{digits} {currency}"


async def _form(request: Request) -> dict[str, str]:
    if request.headers.get("content-type", "").split(";")[0].strip() != _FORM:
        return {}
    try:
        return dict(parse_qsl((await request.body()).decode(), max_num_fields=8))
    except ValueError:
        return {}
