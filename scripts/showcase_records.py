"""The switch of the learning records, in its telling states."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from game.content.asset_library import AssetLibrary
from game.learning.begin import sending_worker
from game.learning.config import RecordsConfig
from game.learning.home import HomeRecords
from game.network.route import Route
from game.paths import assets_dir
from game.screens.routing import build_routes
from visit import Visit

ROUTE = Route("https://lrs.example.org/xAPI")
CONFIG = RecordsConfig("Example Institute", ROUTE)


def records_shots() -> Iterator[tuple[str, Callable[[Visit], None]]]:
    """Yield what the switch looks like, and what is said where something could not be written down."""
    yield "records-switch", lambda visit: _show(visit, has_failed=False)
    yield "records-failed", lambda visit: _show(visit, has_failed=True)


def _show(visit: Visit, *, has_failed: bool) -> None:
    """Go down to the switch; nothing is written, for nobody plays."""
    keeper = visit.services.settings
    keeper.change(replace(keeper.current, shares_with=CONFIG.name if has_failed else ""))
    never = partial(sending_worker, Path("nowhere"), ROUTE)
    records = HomeRecords(
        Path("nowhere"), CONFIG, keeper, lambda: visit.library.messages, lambda: datetime.now(UTC), never
    )
    records.has_failed = has_failed
    visit.services = replace(visit.services, records=records)
    visit.routes = build_routes(visit.services, AssetLibrary(assets_dir()))
    visit.open(visit.routes.settings())
    visit.focus("records")
