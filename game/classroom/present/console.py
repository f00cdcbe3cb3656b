"""The pages of the teacher."""

from collections.abc import Collection, Sequence

from game.classroom.ids import SeatId, SessionId
from game.classroom.present.address import Address
from game.classroom.present.story import class_story
from game.classroom.present.tallies import check_panels, hands, voted, way_panels
from game.classroom.present.telling import cards, first_words
from game.classroom.present.versions import session_version
from game.classroom.session.decide_class import stages_after
from game.classroom.session.seat import Seat
from game.classroom.session.session import Session
from game.classroom.session.walk import onward
from game.classroom.stage import Pace, Stage
from game.classroom.store.store import Outline
from game.classroom.views.console import HomePage, LevelRow, Prompt, RoundPanel, SeatRow, SessionPage, SessionRow
from game.classroom.views.parts import Keys, Notice
from game.content.library import Library
from game.content.words import Words
from game.story.checkup import Moment


def home_page(
    library: Library, outlines: Sequence[Outline], open_session: SessionId | None, token: str, notice: Notice | None
) -> HomePage:
    """Return the sessions, and what can be played."""
    titles = {level.id: level.title for level in library.levels.values()}
    return HomePage(
        keys=Keys(token, 0),
        sessions=tuple(
            SessionRow(
                each.id,
                titles.get(each.level, each.level),
                each.pace,
                each.stage,
                each.began_ms,
                each.seats,
                each.people,
            )
            for each in outlines
        ),
        open=open_session,
        levels=tuple(_levels(library)),
        notice=notice,
    )


def session_page(
    session: Session,
    words: Words,
    address: Address,
    here: Collection[SeatId],
    presence: int,
    token: str,
    notice: Notice | None = None,
) -> SessionPage:
    """Return a session. `here` are the seats whose pages are open, `presence` counts up when they come and go."""
    level, is_over = session.level, session.stage is Stage.OVER
    return SessionPage(
        keys=Keys(token, session.turn),
        version=session_version(session, presence),
        notice=notice,
        id=session.id,
        title=level.title,
        level=level.id,
        content_note=level.content_note,
        pace=session.pace,
        stage=session.stage,
        next=next(iter(stages_after(session)), None),
        has_checks=session.has_checks,
        code="" if is_over else session.code,
        address=address.base,
        join_url="" if is_over else address.join(session.code),
        seats=tuple(_row(session, seat, is_here=seat.id in here) for seat in session.present),
        people=sum(seat.people for seat in session.present),
        is_frozen=session.is_frozen,
        prompt=level.discuss[session.prompt].ask if session.prompt is not None else "",
        discuss=tuple(Prompt(each.ask, each.listen_for, is_now=_is_now(session, each.at)) for each in level.discuss),
        round=_round(session, words),
        checks=check_panels(session),
        are_ways_shown=session.are_ways_shown,
        ways=way_panels(session),
    )


def _levels(library: Library) -> list[LevelRow]:
    chapters = {level: chapter.title for chapter in library.campaign.chapters for level in chapter.levels}
    listed = [library.levels[each] for each in library.campaign.levels]
    return [
        LevelRow(each.id, each.title, chapters[each.id], each.minutes, each.ages, each.content_note, each.summary)
        for each in listed
    ]


def _row(session: Session, seat: Seat, *, is_here: bool) -> SeatRow:
    stage = session.stage_of(seat)
    is_own = session.pace is Pace.OWN
    moment = {Stage.BEFORE: Moment.BEFORE, Stage.AFTER: Moment.AFTER}.get(stage)
    has_answered = session.to_answer(seat, moment) is None if moment is not None else seat.id in session.together.votes
    return SeatRow(
        id=seat.id,
        nickname=seat.nickname,
        people=seat.people,
        is_here=is_here,
        needs_help=seat.needs_help,
        stage=stage,
        moves=seat.walk.replayed.moves if is_own else 0,
        place=first_words(session.level, seat.walk.place) if is_own and stage is Stage.STORY else "",
        has_answered=has_answered,
    )


def _is_now(session: Session, at: str | None) -> bool:
    if session.pace is Pace.OWN or session.stage is not Stage.STORY:
        return at is None and session.stage in (Stage.AFTER, Stage.OVER)
    walk = session.together.walk
    return at == walk.place if at is not None else walk.ending is not None


def _round(session: Session, words: Words) -> RoundPanel | None:
    if session.pace is not Pace.TOGETHER or session.stage is not Stage.STORY:
        return None
    walk, story = session.together.walk, class_story(session, words, shows_hands=True)
    return RoundPanel(
        round=session.together.round,
        title=story.title,
        lines=story.lines,
        meters=story.meters,
        polls=story.polls,
        offers=story.offers,
        task=story.task,
        cards=cards(walk, session.script),
        voted=voted(session),
        hands=hands(session),
        is_revealed=story.is_revealed,
        is_explained=story.is_explained,
        misfit=story.misfit,
        can_go_on=bool(onward(walk)),
        can_step_back=bool(walk.playthrough.actions),
        has_ended=story.has_ended,
    )
