"""Every page of a class with a real story on it: for looking at them, and for checking them one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from class_sample_parts import (
    KEYS,
    because,
    check_panel,
    first_question,
    level_of,
    library,
    sample_cards,
    sample_meters,
    sample_offers,
    sample_passage,
    sample_poll,
    sample_task,
    sample_who,
    seat_rows,
    speeches,
    vote_round,
)
from game.classroom.ids import SessionId
from game.classroom.measure.drawing import Drawing
from game.classroom.measure.plots import ChangeNames, ChangeRow, change_plot
from game.classroom.measure.student import Mean
from game.classroom.pages.render import Page
from game.classroom.pages.scenes import scene_name
from game.classroom.stage import Pace, Stage
from game.classroom.views.console import (
    DoorPage,
    HomePage,
    LevelRow,
    Prompt,
    SeatRow,
    SessionPage,
    SessionRow,
    WayPanel,
)
from game.classroom.views.parts import (
    Learned,
    Notice,
)
from game.classroom.views.projector import ProjectorPage, StoryShown
from game.classroom.views.pupil import (
    AnswerTold,
    CheckPage,
    EndPage,
    Goodbye,
    GoodbyePage,
    HelpersPage,
    JoinPage,
    StoryPage,
    Told,
    VotePage,
    Waiting,
    WaitPage,
)
from game.classroom.views.refusal import RefusalPage
from game.story.checkup import Moment
from game.story.level import Ending, Level, PassageId

SESSION = SessionId("sample")
ADDRESS = "http://192.168.178.120:8470"


@cache
def samples() -> Mapping[str, Page]:
    """Return all pages by a name that is good for a file."""
    return dict((*_phone(), *_story_pages(), *_desk(), *_projector()))


def _phone() -> Iterator[tuple[str, Page]]:
    yield "phone-join", JoinPage("", is_open=True, keys=KEYS, notice=None)
    yield "phone-join-qr", JoinPage("KWTA", is_open=True, keys=KEYS, notice=None)
    yield "phone-join-full", JoinPage("KWTA", is_open=True, keys=KEYS, notice=Notice.FULL)
    yield "phone-join-closed", JoinPage("", is_open=False, keys=KEYS, notice=None)
    for waiting in Waiting:
        note = level_of().content_note if waiting is Waiting.LOBBY else ""
        prompt = "Who has something to gain if Sari answers tonight?" if waiting is Waiting.FROZEN else ""
        right = (2, 4, 5) if waiting is Waiting.OVER else None
        yield f"phone-wait-{waiting}", WaitPage(sample_who(people=1), waiting, prompt, note, right)
    ask, answers = first_question()
    yield "phone-check-before", CheckPage(sample_who(), Moment.BEFORE, 1, 5, ask, answers, None)
    told = AnswerTold(ask, answers[1], answers[0], is_right=False, because=because())
    yield "phone-check-after", CheckPage(sample_who(), Moment.AFTER, 2, 5, ask, answers, told)
    vote = VotePage(
        who=sample_who(),
        lines=speeches(level_of(), sample_passage().text),
        polls=(sample_poll("pick.choice"),),
        offers=(),
        task=None,
        cards=sample_cards(),
        has_voted=False,
        is_revealed=False,
        prompt="",
    )
    yield "phone-vote", vote
    yield "phone-vote-help", replace(vote, who=sample_who(needs_help=True))
    yield "phone-vote-done", replace(vote, polls=(sample_poll("pick.choice", picked=1),), has_voted=True)
    yield (
        "phone-vote-open",
        replace(vote, polls=(sample_poll("pick.choice", picked=1),), has_voted=True, is_revealed=True),
    )
    yield "phone-vote-offers", replace(vote, polls=(), cards=(), offers=sample_offers(lines=False))
    yield "phone-refused", RefusalPage(403, Notice.BAD_FORM)
    yield "phone-goodbye", GoodbyePage(Goodbye.CLOSED)
    yield "phone-help", HelpersPage(library().helplines)


def _story_pages() -> Iterator[tuple[str, Page]]:
    level, passage = level_of(), sample_passage()
    said = next(each for each in passage.choices.values() if each.because)
    plain = StoryPage(
        who=sample_who(),
        told=None,
        lines=speeches(level, passage.text),
        learned=(),
        misfit="",
        meters=sample_meters(),
        choices=sample_poll("action"),
        cards=sample_cards(),
        can_play=True,
        offers=(),
        task=None,
        is_explained=False,
        can_go_on=False,
        can_step_back=True,
        scene=scene_name(passage.stage, level.cast),
    )
    yield "phone-story", plain
    told = Told(said.text, "", speeches(level, said.reply), said.because)
    learned = (Learned("A real job can wait", "Aunt Yati"),)
    yield "phone-story-told", replace(plain, told=told, learned=learned)
    yield (
        "phone-story-card",
        replace(plain, told=Told("", "A real job can wait", (), said.because), misfit="Add up the debt first"),
    )
    bare = replace(plain, choices=None, can_play=False, cards=())
    yield "phone-story-offers", replace(bare, offers=sample_offers(lines=True))
    explained = sample_offers(lines=True, is_explained=True)
    yield "phone-story-offers-told", replace(bare, offers=explained, is_explained=True, can_go_on=True)
    for kind in ("contract", "budget", "packing", "phone", "listening", "rest_day", "wage_book"):
        yield f"phone-story-{kind}", replace(bare, task=sample_task(kind), can_go_on=kind == "budget")
    ending = next(iter(level.endings.values()))
    yield "phone-end", _end(level, ending)


def _end(level: Level, ending: Ending) -> EndPage:
    return EndPage(
        sample_who(),
        None,
        ending.title,
        ending.outcome,
        speeches(level, ending.text),
        ending.debrief.choice,
        ending.debrief.chance,
        ending.debrief.system,
        sample_cards(2),
        has_won=True,
        can_step_back=True,
        scene=scene_name(ending.stage, level.cast),
    )


def _session(pace: Pace, stage: Stage, following: Stage | None, seats: tuple[SeatRow, ...]) -> SessionPage:
    level = level_of()
    return SessionPage(
        keys=KEYS,
        version="3",
        notice=None,
        id=SESSION,
        title=level.title,
        level=level.id,
        content_note=level.content_note,
        pace=pace,
        stage=stage,
        next=following,
        has_checks=True,
        code="KWTA" if stage is not Stage.OVER else "",
        address=ADDRESS,
        join_url=f"{ADDRESS}/join/KWTA",
        seats=seats,
        people=len(seats) + 2,
        is_frozen=False,
        prompt="",
        discuss=tuple(Prompt(each.ask, each.listen_for, is_now=place == 0) for place, each in enumerate(level.discuss)),
        round=None,
        checks=(),
        are_ways_shown=False,
        ways=(),
    )


def _desk() -> Iterator[tuple[str, Page]]:
    yield "desk-door", DoorPage(KEYS, None)
    yield "desk-door-wrong", DoorPage(KEYS, Notice.WRONG_PIN)
    levels = tuple(
        LevelRow(each.id, each.title, "", each.minutes, each.ages, each.content_note, each.summary)
        for each in library().levels.values()
    )
    row = SessionRow(SESSION, level_of().title, Pace.TOGETHER, Stage.OVER, 1_796_000_000_000, 23, 25)
    yield "desk-home", HomePage(KEYS, (row, replace(row, id=SessionId("other"), pace=Pace.OWN)), None, levels, None)
    yield "desk-home-open", HomePage(KEYS, (replace(row, stage=Stage.STORY),), SESSION, levels, None)
    yield "desk-lobby", _session(Pace.TOGETHER, Stage.LOBBY, Stage.BEFORE, seat_rows(9))
    yield "desk-lobby-empty", _session(Pace.TOGETHER, Stage.LOBBY, Stage.BEFORE, ())
    yield "desk-before", _session(Pace.TOGETHER, Stage.BEFORE, Stage.STORY, seat_rows(24))
    story = _session(Pace.TOGETHER, Stage.STORY, Stage.AFTER, seat_rows(24))
    yield "desk-vote", replace(story, round=vote_round())
    yield "desk-vote-open", replace(story, round=vote_round(is_revealed=True))
    yield "desk-vote-tie", replace(story, round=vote_round(is_revealed=True), notice=Notice.TIE)
    offers = replace(vote_round(), polls=(), cards=(), offers=sample_offers(lines=False))
    yield "desk-offers", replace(story, round=offers)
    yield "desk-task", replace(story, round=replace(vote_round(), polls=(), cards=(), task=sample_task("budget")))
    yield "desk-frozen", replace(story, round=vote_round(), is_frozen=True, prompt=story.discuss[0].ask)
    own = _session(Pace.OWN, Stage.STORY, Stage.OVER, seat_rows(24, own=True))
    ways = (WayPanel(sample_passage().text[0].text[:90], sample_poll("action", is_revealed=True), 22),)
    yield "desk-own", replace(own, ways=(replace(ways[0], options=sample_poll("action")),))
    yield "desk-own-shown", replace(own, ways=ways, are_ways_shown=True)
    checks = tuple(check_panel(moment, is_shown=True) for moment in Moment)
    over = _session(Pace.TOGETHER, Stage.OVER, None, seat_rows(24))
    yield "desk-over", replace(over, checks=checks, plots=(_plot(),))


def _plot() -> Drawing:
    change = ChangeNames("Right before and after", "Change", "before", "after")
    rows = [
        ChangeRow("All questions", "20 seats", 0.45, 0.72, Mean(20, 0.27, 0.15, 0.39)),
        ChangeRow("A real job can wait", "20 seats", 0.4, 0.8, Mean(20, 0.4, 0.2, 0.6)),
        ChangeRow("Check the licence", "20 seats", 0.55, 0.6, Mean(20, 0.05, -0.12, 0.22)),
    ]
    return change_plot("What the class learned", "All questions: 45 % before, 72 % after.", change, rows)


def _projector() -> Iterator[tuple[str, Page]]:
    level, passage = level_of(), sample_passage()
    page = ProjectorPage(
        version="1",
        session=SESSION,
        title=level.title,
        level=level.id,
        content_note=level.content_note,
        pace=Pace.TOGETHER,
        stage=Stage.LOBBY,
        code="KWTA",
        address=ADDRESS,
        join_url=f"{ADDRESS}/join/KWTA",
        seats=23,
        people=25,
        finished=15,
        is_frozen=False,
        prompt="",
        story=None,
        checks=(),
        ways=(),
        change=None,
    )
    yield "projector-nobody", replace(page, session=None, code="")
    yield "projector-lobby", page
    yield "projector-before", replace(page, stage=Stage.BEFORE)
    yield "projector-own", replace(page, stage=Stage.STORY, pace=Pace.OWN)
    yield (
        "projector-frozen",
        replace(page, stage=Stage.STORY, is_frozen=True, prompt="Who has something to gain if Sari answers tonight?"),
    )
    shown = StoryShown(
        playthrough={},
        title="",
        lines=speeches(level, passage.text),
        meters=sample_meters(),
        polls=(sample_poll("pick.choice"),),
        offers=(),
        task=None,
        voted=15,
        hands=2,
        is_revealed=False,
        is_explained=False,
        misfit="",
        has_ended=False,
        scene=scene_name(passage.stage, level.cast),
    )
    yield "projector-vote", replace(page, stage=Stage.STORY, story=shown)
    revealed = replace(shown, is_revealed=True, polls=(sample_poll("pick.choice", is_revealed=True),))
    yield "projector-vote-open", replace(page, stage=Stage.STORY, story=revealed)
    yield (
        "projector-offers",
        replace(page, stage=Stage.STORY, story=replace(shown, polls=(), offers=sample_offers(lines=False))),
    )
    ending = level.endings[PassageId(next(iter(level.endings)))]
    ended = replace(
        shown,
        title=ending.title,
        lines=speeches(level, ending.text),
        polls=(),
        has_ended=True,
        scene=scene_name(ending.stage, level.cast),
    )
    yield "projector-end", replace(page, stage=Stage.STORY, story=ended)
    yield "projector-over", replace(page, stage=Stage.OVER, code="", checks=(check_panel(Moment.AFTER, is_shown=True),))
