"""What everybody in the room sees."""

from game.classroom.present.address import Address
from game.classroom.present.story import class_story
from game.classroom.present.tallies import check_panels, finished, way_panels
from game.classroom.present.versions import session_version
from game.classroom.session.session import Session
from game.classroom.stage import Pace, Stage
from game.classroom.views.projector import ProjectorPage
from game.content.words import Words
from game.story.checkup import Moment

NOBODY = "none"


def projector_page(session: Session | None, words: Words, address: Address) -> ProjectorPage:
    """Return the projector of a session, or an empty one."""
    if session is None:
        return _empty(address)
    is_story = session.pace is Pace.TOGETHER and session.stage is Stage.STORY
    return ProjectorPage(
        version=session_version(session, 0),
        session=session.id,
        title=session.level.title,
        level=session.level.id,
        content_note=session.level.content_note,
        pace=session.pace,
        stage=session.stage,
        code=session.code,
        address=address.base,
        join_url=address.join(session.code),
        seats=len(session.present),
        people=sum(seat.people for seat in session.present),
        finished=_finished(session),
        is_frozen=session.is_frozen,
        prompt=session.level.discuss[session.prompt].ask if session.prompt is not None else "",
        story=class_story(session, words, shows_hands=False) if is_story else None,
        checks=check_panels(session, only_shown=True),
        ways=way_panels(session, only_shown=True),
    )


def _finished(session: Session) -> int:
    match session.stage:
        case Stage.BEFORE:
            return finished(session, Moment.BEFORE)
        case Stage.AFTER:
            return finished(session, Moment.AFTER)
        case _:
            return sum(session.stage_of(seat) is Stage.OVER for seat in session.counting)


def _empty(address: Address) -> ProjectorPage:
    return ProjectorPage(
        version=NOBODY,
        session=None,
        title="",
        level="",
        content_note="",
        pace=Pace.TOGETHER,
        stage=Stage.OVER,
        code="",
        address=address.base,
        join_url="",
        seats=0,
        people=0,
        finished=0,
        is_frozen=False,
        prompt="",
        story=None,
        checks=(),
        ways=(),
    )
