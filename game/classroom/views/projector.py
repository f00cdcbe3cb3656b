"""What the projector shows: everybody in the room sees it, so it holds nothing about a single seat."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.classroom.ids import SessionId
from game.classroom.stage import Pace, Stage
from game.classroom.views.console import CheckPanel, WayPanel
from game.classroom.views.parts import Meter, OfferView, Poll, Speech, TaskView


@dataclass(frozen=True, slots=True)
class StoryShown:
    """The story of the class."""

    playthrough: Mapping[str, object]
    """As `game.story.playthrough.to_json` makes it: a window with the game replays it."""
    title: str
    """Of an ending; empty at passages."""
    lines: tuple[Speech, ...]
    meters: tuple[Meter, ...]
    polls: tuple[Poll, ...]
    offers: tuple[OfferView, ...]
    task: TaskView | None
    voted: int
    hands: int
    is_revealed: bool
    is_explained: bool
    misfit: str
    """The title of a card that was played and does not fit here."""
    has_ended: bool
    scene: str = ""
    """The picture of the moment: `GET /static/NAME` (see `game.classroom.pages.scenes`). Empty for none."""


@dataclass(frozen=True, slots=True)
class ProjectorPage:
    """`GET /projector` as a page, `GET /api/projector` as JSON; both want the teacher."""

    version: str
    """What `GET /api/projector/events` calls this state."""
    session: SessionId | None
    """None: no session is open, and everything else is empty."""
    title: str
    level: str
    content_note: str
    pace: Pace
    stage: Stage
    code: str
    address: str
    join_url: str
    seats: int
    people: int
    finished: int
    """In the stages of questions: seats that have answered all; at their own pace: seats that are done."""
    is_frozen: bool
    prompt: str
    story: StoryShown | None
    checks: tuple[CheckPanel, ...]
    """Those the teacher shows."""
    ways: tuple[WayPanel, ...]
    """Own pace: those the teacher shows."""
