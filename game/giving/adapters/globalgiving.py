"""GlobalGiving: projects. Its service was XML once, and its JSON still has the shapes of XML."""

import re
from dataclasses import dataclass, field

from game.giving.adapters.figures import Figures, address, count, goal, in_major, the_only
from game.giving.campaign import CampaignStatus
from game.giving.errors import BadResponseError, NotFoundError
from game.giving.money import Money
from game.giving.provider import Capabilities, StatusSource
from game.giving.reading import Said, members
from game.giving.transport import Transport
from game.network.exchange import Request

AT = re.compile(r"[1-9][0-9]{0,8}")
"""The number of a project."""
_CURRENCY = "USD"


@dataclass(frozen=True, slots=True)
class GlobalGiving:
    """Projects at GlobalGiving."""

    transport: Transport
    key: str = field(repr=False)
    most_a_minute: int | None = None

    @property
    def caps(self) -> Capabilities:
        return Capabilities(
            list_campaigns=True,
            totals=True,
            prefill_amount=False,
            pledge_status=StatusSource.NONE,
            idempotent_create=True,
            expires=False,
            min_poll_seconds=60,
            needs_secret=False,
        )

    def figures(self, at: str) -> Figures:
        if not AT.fullmatch(at):
            raise NotFoundError("that is no project")
        request = Request("GET", f"/projects/{at}", "/projects/{project}", {"api_key": self.key}, is_repeatable=False)
        return read_project(self.transport.ask(request).said, at)

    def link(self, at: str, figures: Figures, amount: Money) -> str:
        return figures.donate


def read_project(said: object, at: str) -> Figures:
    """Return how a project stands. A reply without what was raised is refused: nothing raised would be a lie."""
    project = members(the_only(_within(said)))
    if not project:
        raise NotFoundError("the provider knows no such project")
    if str(project.get("id"))[:10] != at:
        raise BadResponseError("the provider tells of another project")
    return Figures(
        raised=in_major(project, "funding", _CURRENCY),
        goal=goal(project, "goal", _CURRENCY),
        supporters=count(project, "numberOfDonations"),
        status=_status(project),
        donate=address(project, "projectLink"),
    )


def _within(said: object) -> object:
    """Take the wrappings off: `projects` around `project`, each of which may be missing, and a list, or not."""
    found = members(said)
    if "projects" in found:
        found = members(found["projects"] or {})
    if "project" in found:
        return found["project"] or {}
    return found


def _status(project: Said) -> CampaignStatus:
    if project.get("status") == "funded":
        return CampaignStatus.FUNDED
    is_active = project.get("active") in (True, "true")
    return CampaignStatus.OPEN if is_active else CampaignStatus.CLOSED
