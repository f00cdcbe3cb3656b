"""The calls of the contract."""

import asyncio
from dataclasses import dataclass
from typing import Annotated

from fastapi import Body, Header, Path, Query, Request
from fastapi.responses import Response

from game.portal.context import caller, context
from game.portal.cursors import Cursors
from game.portal.desk import Desk
from game.portal.once import Once, Place, bare, fingerprint
from game.portal.problems import Kind, RefusedError
from game.portal.replies import PROBLEM, VARY, send, send_or_not_modified
from game.portal.showing import Showing, preferred_language
from game.portal.stock import CampaignSeed
from game.portal.store import KeptReply, Totals
from game.portal.wire import (
    LOCALE,
    Audience,
    CampaignId,
    CampaignPage,
    CampaignStatus,
    PledgeId,
    PledgeRequest,
)

_MAX_LIMIT = 50
_Held = Annotated[str | None, Header(alias="If-None-Match")]


@dataclass(frozen=True, slots=True)
class Api:
    """Answers the calls. All of it runs on one event loop, so that nothing happens between two lines."""

    showing: Showing
    desk: Desk
    cursors: Cursors
    once: Once

    async def get_portal(self, request: Request) -> Response:
        held = request.headers.get("if-none-match")  # the contract does not name it here, and does not forbid it
        return send_or_not_modified(self.showing.portal(), held, {"Cache-Control": "private, max-age=300"})

    async def list_campaigns(
        self,
        request: Request,
        *,
        cursor: Annotated[str | None, Query(max_length=512)] = None,
        limit: Annotated[int, Query(ge=1, le=_MAX_LIMIT)] = 20,
        status: Annotated[CampaignStatus, Query()] = "open",
        audience: Annotated[Audience, Query()] = "general",
        locale: Annotated[str | None, Query(pattern=LOCALE)] = None,
        if_none_match: _Held = None,
    ) -> Response:
        audience = caller(request).key.audience or audience
        language = _language(request, locale)
        filters = f"{status} {audience}"
        after = self.cursors.read(cursor, filters) if cursor is not None else None
        totals = self.showing.store.totals()
        fitting = [
            seed
            for seed in self.showing.stock.campaigns.values()
            if audience in seed.audience
            and not self.showing.is_withdrawn(seed)
            and self.showing.status(seed, totals.get(seed.id, Totals())) == status
        ]
        rest = fitting if after is None else _behind(fitting, self.showing.stock.campaigns[after])
        page, has_more = rest[:limit], len(rest) > limit
        told: CampaignPage = {
            "data": [self.showing.campaign(seed, totals.get(seed.id, Totals()), language) for seed in page],
            "next_cursor": self.cursors.write(page[-1].id, filters) if has_more else None,
        }
        return send_or_not_modified(told, if_none_match, {"Cache-Control": "private, max-age=60"})

    async def get_campaign(
        self, request: Request, campaign_id: Annotated[CampaignId, Path()], if_none_match: _Held = None
    ) -> Response:
        seed, only = self.showing.stock.campaigns.get(campaign_id), caller(request).key.audience
        if seed is None or (only and only not in seed.audience):
            raise RefusedError(Kind.NOT_FOUND, "there is no such campaign")
        if self.showing.is_withdrawn(seed):
            raise RefusedError(Kind.CAMPAIGN_WITHDRAWN, "delete every copy")
        totals = self.showing.store.totals().get(seed.id, Totals())
        shown = self.showing.campaign(seed, totals, _language(request, None))
        return send_or_not_modified(shown, if_none_match, {"Cache-Control": "private, max-age=60"})

    async def create_pledge(
        self,
        request: Request,
        wish: Annotated[PledgeRequest, Body()],
        idempotency_key: Annotated[str, Header(min_length=16, max_length=255, alias="Idempotency-Key")],
    ) -> Response:
        known, by = context(request), caller(request)
        if wish["channel"] not in by.key.channels:
            raise RefusedError(Kind.CHANNEL_NOT_ALLOWED, f"this key is not for the channel {wish['channel']}")
        place = Place(by.owner, "/pledges", bare(idempotency_key))
        of_body = fingerprint({"frequency": "once", **wish})
        if kept := self.once.kept(place, of_body, self.desk.clock.now()):
            return self._send(kept, {"Idempotency-Replayed": "true"})
        with self.once.running(place, of_body):
            await asyncio.sleep(known.work_s)
            with self.desk.store.transaction():
                reply = self.desk.answer(wish, by, of_body, known.request_id)
                self.once.keep(place, reply, self.desk.clock.now())
        return self._send(reply, {})

    def _send(self, reply: KeptReply, headers: dict[str, str]) -> Response:
        if reply.status >= 400:
            return Response(reply.body, reply.status, {**VARY, "Cache-Control": "no-store", **headers}, PROBLEM)
        pledge = self.desk.told(reply)
        return send(pledge, reply.status, {"Location": f"/api/v1/pledges/{pledge['id']}", **headers})

    async def get_pledge(
        self, request: Request, pledge_id: Annotated[PledgeId, Path()], if_none_match: _Held = None
    ) -> Response:
        shown = self.showing.pledge(self.desk.find(pledge_id, caller(request)))
        headers = {"Cache-Control": "no-store", "Retry-After": str(shown["poll_after_seconds"])}
        return send_or_not_modified(shown, if_none_match, headers)

    async def cancel_pledge(self, request: Request, pledge_id: Annotated[PledgeId, Path()]) -> Response:
        with self.desk.store.transaction():
            row = self.desk.cancel(pledge_id, caller(request))
        return send(self.showing.pledge(row))


def _behind(seeds: list[CampaignSeed], last: CampaignSeed) -> list[CampaignSeed]:
    """Return what comes behind a campaign in the order of the list, whether it is still in the list or not."""
    return [seed for seed in seeds if (seed.age_days, seed.id) > (last.age_days, last.id)]


def _language(request: Request, locale: str | None) -> str:
    return preferred_language(locale or request.headers.get("accept-language", ""))
