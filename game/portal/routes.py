"""The addresses of the calls, and what the served document says of their replies."""

from fastapi import FastAPI, Security
from fastapi.security import HTTPBearer

from game.portal.api import Api
from game.portal.errors import answer_errors
from game.portal.schema import (
    CACHED,
    NOT_MODIFIED,
    POLLED,
    PROBLEM_REPLY,
    PURGE_REPLY,
    SLOW_DOWN_REPLY,
    TAKEN,
    Told,
    replies,
)
from game.portal.wire import Campaign, CampaignPage, Pledge, Portal

_NEED_KEY = [
    Security(
        HTTPBearer(
            scheme_name="kioskKey",
            description="low-privilege kiosk key: campaigns:read, pledges:create, pledges:read-own",
            auto_error=False,  # the gate has looked at it; here it is said in the document
        )
    )
]


def build_api(api: Api) -> FastAPI:
    app = FastAPI(
        title="Sandbox crowdfunding portal",
        version="1.0.0",
        summary="Fictional campaigns and no real money",
        servers=[{"url": "/api/v1"}],
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    answer_errors(app)
    usual: dict[int | str, Told] = {"default": PROBLEM_REPLY}
    problems: dict[int | str, Told] = {**usual, "401": PROBLEM_REPLY, "429": SLOW_DOWN_REPLY}
    # FastAPI puts the schema of the first argument into the document; what is sent are the bytes of `replies`.
    app.add_api_route(
        "/portal", api.get_portal, response_model=Portal, operation_id="getPortal", responses=replies(CACHED, usual)
    )
    app.add_api_route(
        "/campaigns",
        api.list_campaigns,
        response_model=CampaignPage,
        operation_id="listCampaigns",
        dependencies=_NEED_KEY,
        responses=replies(CACHED, {**NOT_MODIFIED, **problems, "400": PROBLEM_REPLY}),
    )
    app.add_api_route(
        "/campaigns/{campaign_id}",
        api.get_campaign,
        response_model=Campaign,
        operation_id="getCampaign",
        dependencies=_NEED_KEY,
        responses=replies(CACHED, {**NOT_MODIFIED, **usual, "404": PROBLEM_REPLY, "410": PURGE_REPLY}),
    )
    app.add_api_route(
        "/pledges",
        api.create_pledge,
        methods=["POST"],
        status_code=201,
        response_model=Pledge,
        operation_id="createPledge",
        dependencies=_NEED_KEY,
        responses=replies(
            TAKEN,
            {
                **problems,
                **dict.fromkeys(("400", "403", "404", "409", "410", "422"), PROBLEM_REPLY),
                "503": SLOW_DOWN_REPLY,
            },
            success=201,
        ),
    )
    app.add_api_route(
        "/pledges/{pledge_id}",
        api.get_pledge,
        response_model=Pledge,
        operation_id="getPledge",
        dependencies=_NEED_KEY,
        responses=replies(POLLED, {**NOT_MODIFIED, **usual, "404": PROBLEM_REPLY, "429": SLOW_DOWN_REPLY}),
    )
    app.add_api_route(
        "/pledges/{pledge_id}/cancel",
        api.cancel_pledge,
        methods=["POST"],
        response_model=Pledge,
        operation_id="cancelPledge",
        dependencies=_NEED_KEY,
        responses=replies({}, {**usual, "404": PROBLEM_REPLY}),
    )
    return app
