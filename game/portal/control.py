"""The control surface of a portal that was started with --faults. It does not exist without it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Body, FastAPI
from fastapi.responses import Response

from game.portal.access import Access
from game.portal.clock import timestamp
from game.portal.errors import answer_errors
from game.portal.faults import Faults, Switch
from game.portal.life import Deed
from game.portal.problems import Kind, RefusedError
from game.portal.replies import send


@dataclass(frozen=True, slots=True)
class Control:
    """Switches faults, moves the clock, and does what the giver, the person or the payment company would do."""

    faults: Faults
    access: Access

    async def reset(self) -> Response:
        """Make everything as it was on the first day: no pledge, nothing withdrawn, no fault, the right time."""
        self.faults.on = []
        self.faults.clock.ahead_s = 0.0
        self.access.forget()
        self.faults.desk.store.forget()
        return send({})

    async def switch(self, switches: Annotated[list[Switch], Body()]) -> Response:
        """Switch these faults on, and all others off."""
        self.faults.switch(switches)
        return await self.show()

    async def show(self) -> Response:
        return send([{**fault.switch, "left": fault.left} for fault in self.faults.on])

    async def put_forward(self, seconds: Annotated[float, Body(embed=True)]) -> Response:
        """Put the clock forward by some seconds, or back."""
        self.faults.clock.ahead_s += seconds
        return send({"now": timestamp(self.faults.clock.now())})

    async def withdraw(self, campaign_id: str) -> Response:
        self.faults.desk.store.withdraw(campaign_id, self.faults.clock.now())
        return send({"withdrawn": sorted(self.faults.desk.store.withdrawn())})

    async def do(self, pledge_id: str, deed: Deed) -> Response:
        """Do with a pledge what a button of its page does."""
        desk = self.faults.desk
        desk.store.expire(self.faults.clock.now())
        row = desk.store.pledge(pledge_id)
        if row is None or not desk.do(row, deed):
            raise RefusedError(Kind.NOT_FOUND, "there is no such pledge, or its status does not allow this")
        return send({"did": deed})

    async def count(self) -> Response:
        """Tell how many pledges there are in each status, of all keys together."""
        return send(self.faults.desk.store.counts())


def build_control(control: Control) -> FastAPI:
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    answer_errors(app)
    app.add_api_route("/reset", control.reset, methods=["POST"], response_model=None)
    app.add_api_route("/faults", control.switch, methods=["PUT"], response_model=None)
    app.add_api_route("/faults", control.show, response_model=None)
    app.add_api_route("/clock", control.put_forward, methods=["POST"], response_model=None)
    app.add_api_route("/campaigns/{campaign_id}/withdraw", control.withdraw, methods=["POST"], response_model=None)
    app.add_api_route("/pledges", control.count, response_model=None)
    app.add_api_route("/pledges/{pledge_id}/{deed}", control.do, methods=["POST"], response_model=None)
    return app
