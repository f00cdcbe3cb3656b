"""The page of a seat."""

from dataclasses import replace

from game.classroom.present.tables import class_offers, class_polls, class_task, own_offers, own_task
from game.classroom.present.tallies import option_texts, weighing
from game.classroom.present.telling import (
    cards,
    cards_of,
    learned,
    lines_at,
    meters,
    scene_at,
    speeches,
    title_of,
    told,
)
from game.classroom.present.versions import seat_version
from game.classroom.session.polls import polls_of
from game.classroom.session.seat import Seat
from game.classroom.session.session import Session
from game.classroom.session.walk import Need, onward
from game.classroom.stage import Pace, Stage
from game.classroom.views.parts import Keys, Notice, Option, Poll, Who
from game.classroom.views.pupil import (
    AnswerTold,
    CheckPage,
    EndPage,
    PupilPage,
    StoryPage,
    VotePage,
    Waiting,
    WaitPage,
)
from game.content.words import Words
from game.story.checkup import Moment
from game.story.engine import has_won
from game.story.state import learned as learned_in


def pupil_page(session: Session, seat: Seat, words: Words, token: str, notice: Notice | None = None) -> PupilPage:
    """Return what a seat sees. `token` goes into its forms."""
    stage = session.stage_of(seat)
    votes = session.pace is Pace.TOGETHER and stage is Stage.STORY
    who = Who(
        nickname=seat.nickname,
        people=seat.people,
        story=session.level.title,
        needs_help=seat.needs_help,
        keys=Keys(token, session.together.round if votes else seat.turn),
        version=seat_version(session, seat),
        notice=notice,
    )
    if stage is Stage.LOBBY:
        return replace(_wait(who, Waiting.LOBBY), content_note=session.level.content_note)
    if session.stage is Stage.OVER or stage is Stage.OVER:
        return replace(_wait(who, Waiting.OVER), right=_right(session, seat))
    if session.is_frozen and not (votes and session.together.is_revealed):
        return replace(_wait(who, Waiting.FROZEN), prompt=_prompt(session))
    if stage is Stage.STORY:
        return _vote(session, seat, words, who) if votes else _story(session, seat, words, who)
    return _check(session, seat, who, Moment.BEFORE if stage is Stage.BEFORE else Moment.AFTER)


def _wait(who: Who, waiting: Waiting) -> WaitPage:
    return WaitPage(who, waiting, prompt="", content_note="", right=None)


def _prompt(session: Session) -> str:
    return session.level.discuss[session.prompt].ask if session.prompt is not None else ""


def _right(session: Session, seat: Seat) -> tuple[int, int, int] | None:
    before, after = seat.answers(Moment.BEFORE), seat.answers(Moment.AFTER)
    asked = len(session.asked(seat, Moment.AFTER))
    if not asked or len(before) < asked or len(after) < asked:
        return None
    return sum(each.right for each in before), sum(each.right for each in after), asked


def _check(session: Session, seat: Seat, who: Who, moment: Moment) -> PupilPage:
    asked = session.to_answer(seat, moment)
    if asked is None:
        done = _wait(who, Waiting.BEFORE_DONE if moment is Moment.BEFORE else Waiting.AFTER_DONE)
        return replace(done, right=_right(session, seat) if moment is Moment.AFTER else None)
    given = len(seat.answers(moment))
    told = _explained(session, seat) if moment is Moment.AFTER else None
    count = len(session.asked(seat, moment))
    return CheckPage(
        who, moment, given + 1, count, asked.question.ask, asked.answers, told, can_skip=session.pace is Pace.OWN
    )


def _explained(session: Session, seat: Seat) -> AnswerTold | None:
    given = seat.answers(Moment.AFTER)
    if not given:
        return None
    last = given[-1]
    question = session.script.messages[last.message].checks.get(last.question)
    if question is None:
        return None
    return AnswerTold(question.ask, last.answer or "", question.right, last.right, question.because)


def _vote(session: Session, seat: Seat, words: Words, who: Who) -> PupilPage:
    together = session.together
    picks = together.votes.get(seat.id)
    if not polls_of(together.walk):
        return _wait(who, Waiting.PROJECTOR)
    weigh = weighing(session, mine=picks, shows_hands=False)
    notebook = cards(together.walk, session.script)
    return VotePage(
        who=who,
        lines=lines_at(together.walk),
        polls=class_polls(together.walk, option_texts(session), weigh),
        offers=class_offers(together.walk, weigh) if together.walk.need is Need.OFFERS else (),
        task=class_task(together.walk, words, weigh),
        cards=notebook,
        has_voted=picks is not None,
        is_revealed=together.is_revealed,
        prompt=_prompt(session) if session.is_frozen else "",
    )


def _story(session: Session, seat: Seat, words: Words, who: Who) -> PupilPage:
    walk, script = seat.walk, session.script
    can_step_back = bool(walk.playthrough.actions)
    ending = walk.ending
    if ending:
        return EndPage(
            who=who,
            told=told(walk, script),
            title=ending.title,
            outcome=ending.outcome,
            lines=speeches(walk.level, ending.text),
            choice=ending.debrief.choice,
            chance=ending.debrief.chance,
            system=ending.debrief.system,
            learned=cards_of(learned_in(walk.level, walk.state), script),
            has_won=has_won(walk.level, walk.state),
            can_step_back=can_step_back,
            scene=scene_at(walk),
        )
    return StoryPage(
        who=who,
        told=told(walk, script),
        lines=lines_at(walk),
        learned=learned(walk, script),
        misfit=title_of(walk.misfit, script),
        meters=meters(walk),
        choices=_choices(seat),
        cards=cards(walk, script),
        can_play=walk.need in (Need.CHOICE, Need.TASK),
        offers=own_offers(walk),
        task=own_task(walk, words),
        is_explained=walk.is_explained,
        can_go_on=bool(onward(walk)),
        can_step_back=can_step_back,
        scene=scene_at(walk),
    )


def _choices(seat: Seat) -> Poll | None:
    walk = seat.walk
    if walk.need is not Need.CHOICE or walk.passage is None:
        return None
    options = tuple(Option(choice, walk.passage.choices[choice].text) for choice in walk.choices)
    return Poll("action", "", options)
