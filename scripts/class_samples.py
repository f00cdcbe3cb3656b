"""Every page of a class with a real story on it: for looking at them, and for checking them one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from game.classroom.ids import SeatId, SessionId
from game.classroom.pages.render import Page
from game.classroom.pages.scenes import scene_name
from game.classroom.session.nickname import Nickname, new_nickname
from game.classroom.stage import Pace, Stage
from game.classroom.views.console import (
    AnswerCount,
    CheckPanel,
    DoorPage,
    HomePage,
    LevelRow,
    Prompt,
    RoundPanel,
    SeatRow,
    SessionPage,
    SessionRow,
    WayPanel,
)
from game.classroom.views.parts import (
    Card,
    Keys,
    Learned,
    Meter,
    Notice,
    OfferView,
    Option,
    Poll,
    Speech,
    TaskView,
    Turn,
    Who,
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
from game.content.library import Library, load_library
from game.paths import levels_dir
from game.story.checkup import Moment, questions
from game.story.level import ChoiceId, Ending, Level, LevelId, Line, Passage, PassageId

KEYS = Keys("a" * 32, 7)
SESSION = SessionId("sample")
ADDRESS = "http://192.168.178.120:8470"
VOTES = (11, 4, 7)


@cache
def library() -> Library:
    return load_library(levels_dir(), date(2026, 11, 30))


@cache
def samples() -> Mapping[str, Page]:
    """Return all pages by a name that is good for a file."""
    return dict((*_phone(), *_story_pages(), *_desk(), *_projector()))


def _level(name: str = "village-offer") -> Level:
    return library().levels[LevelId(name)]


def _who(*, people: int = 1, needs_help: bool = False) -> Who:
    return Who(Nickname("blue", "heron", 7), people, _level().title, needs_help, KEYS, "12")


def _lines(level: Level, lines: tuple[Line, ...]) -> tuple[Speech, ...]:
    return tuple(Speech(level.cast[line.speaker].name if line.speaker else "", line.text) for line in lines)


def _passage() -> Passage:
    passages = _level().passages.values()
    return max(
        passages, key=lambda each: sum(choice.after is None and not choice.uses for choice in each.choices.values())
    )


def _choices(passage: Passage) -> list[tuple[ChoiceId, str]]:
    return [(name, each.text) for name, each in passage.choices.items() if each.after is None and not each.uses]


def _cards(count: int = 3) -> tuple[Card, ...]:
    known = [library().messages[name] for name in _level().messages if name in library().messages][:count]
    return tuple(
        Card(
            each.id,
            each.title,
            each.text,
            each.more,
            f"{each.source.title}, {each.source.organisation}",
            2024,
            place == 0,
        )
        for place, each in enumerate(known)
    )


def _meters() -> tuple[Meter, ...]:
    return tuple(Meter(each.label, each.start, each.max, each.better == "low") for each in _level().meters)


def _poll(field: str, *, is_revealed: bool = False, picked: int | None = None) -> Poll:
    choices = [(name, text) for name, text in _choices(_passage())]
    cards = [(f"card:{card.message}", card.title) for card in _cards()] if field == "pick.choice" else []
    return Poll(
        field,
        "",
        tuple(
            Option(
                value,
                text,
                is_picked=place == picked,
                votes=(*VOTES, 2, 0, 0, 0, 0)[place] if is_revealed else None,
                hands=0,
                is_ahead=is_revealed and place == 0,
            )
            for place, (value, text) in enumerate([*choices, *cards])
        ),
    )


def _asked() -> tuple[str, tuple[str, ...]]:
    first = questions(_level().asks, library().messages, 3, Moment.BEFORE)[0]
    return first.question.ask, first.answers


def _phone() -> Iterator[tuple[str, Page]]:
    yield "phone-join", JoinPage("", is_open=True, keys=KEYS, notice=None)
    yield "phone-join-qr", JoinPage("KWTA", is_open=True, keys=KEYS, notice=None)
    yield "phone-join-full", JoinPage("KWTA", is_open=True, keys=KEYS, notice=Notice.FULL)
    yield "phone-join-closed", JoinPage("", is_open=False, keys=KEYS, notice=None)
    for waiting in Waiting:
        note = _level().content_note if waiting is Waiting.LOBBY else ""
        prompt = "Who has something to gain if Sari answers tonight?" if waiting is Waiting.FROZEN else ""
        right = (2, 4, 5) if waiting is Waiting.OVER else None
        yield f"phone-wait-{waiting}", WaitPage(_who(people=1), waiting, prompt, note, right)
    ask, answers = _asked()
    yield "phone-check-before", CheckPage(_who(), Moment.BEFORE, 1, 5, ask, answers, None)
    told = AnswerTold(ask, answers[1], answers[0], is_right=False, because=_passage_because())
    yield "phone-check-after", CheckPage(_who(), Moment.AFTER, 2, 5, ask, answers, told)
    vote = VotePage(
        who=_who(),
        lines=_lines(_level(), _passage().text),
        polls=(_poll("pick.choice"),),
        offers=(),
        task=None,
        cards=_cards(),
        has_voted=False,
        is_revealed=False,
        prompt="",
    )
    yield "phone-vote", vote
    yield "phone-vote-help", replace(vote, who=_who(needs_help=True))
    yield "phone-vote-done", replace(vote, polls=(_poll("pick.choice", picked=1),), has_voted=True)
    yield "phone-vote-open", replace(vote, polls=(_poll("pick.choice", picked=1),), has_voted=True, is_revealed=True)
    yield "phone-vote-offers", replace(vote, polls=(), cards=(), offers=_offers(lines=False))
    yield "phone-refused", RefusalPage(403, Notice.BAD_FORM)
    yield "phone-goodbye", GoodbyePage(Goodbye.CLOSED)
    yield "phone-help", HelpersPage(library().helplines)


def _passage_because() -> str:
    return next(iter(_passage().choices.values())).because


def _offers(*, lines: bool, is_explained: bool = False) -> tuple[OfferView, ...]:
    level = _level("first-month")
    passage = next(each for each in level.passages.values() if each.offers)
    marks = (Option("good", "", "desk.good"), Option("warning", "", "desk.warning", is_picked=is_explained))
    verdicts = (Option("go-on", "", "desk.go-on", is_picked=is_explained), Option("stop", "", "desk.stop"))
    return tuple(
        OfferView(
            offer.sender,
            tuple(
                Poll(
                    f"note.line.{line.id}",
                    line.text,
                    marks if lines else (),
                    told=line.because if is_explained else "",
                    sign=line.sign if is_explained else "",
                )
                for line in offer.lines.values()
            ),
            Poll(f"pick.{offer.id}", "", verdicts),
            genuine=offer.genuine if is_explained else None,
        )
        for offer in passage.offers.values()
    )


def _task(kind: str) -> TaskView:
    level, passage = next(
        (level, passage)
        for level in library().levels.values()
        for passage in level.passages.values()
        if passage.task and passage.task.kind == kind
    )
    task = passage.task
    if task is None:
        raise AssertionError(kind)
    words = {"ask": "task.option_ask", "leave": "task.option_leave"} if kind == "contract" else {}
    is_talk = task.kind.is_told_turn_by_turn
    parts = list(task.parts.values())
    first = parts[0]
    reply = next(iter(first.options.values()))
    turns = (
        (Turn(tuple(first.text.split("\n")), reply.text, reply.answer, reply.because, reply.is_right),)
        if is_talk
        else ()
    )
    return TaskView(
        kind,
        task.ask,
        task.note,
        level.cast[task.partner].name if task.partner else "",
        turns,
        tuple(
            Poll(
                f"note.part.{part.id}",
                part.text,
                tuple(Option(each.id, each.text, words.get(each.id, "")) for each in part.options.values()),
                said=part.said,
            )
            for part in (parts[1:2] if is_talk else parts)
        ),
        task.kind.uses_options_once,
        "3 bricks left each month. Months until it is paid back: 4" if kind == "budget" else "",
    )


def _story_pages() -> Iterator[tuple[str, Page]]:
    level, passage = _level(), _passage()
    said = next(each for each in passage.choices.values() if each.because)
    plain = StoryPage(
        who=_who(),
        told=None,
        lines=_lines(level, passage.text),
        learned=(),
        misfit="",
        meters=_meters(),
        choices=_poll("action"),
        cards=_cards(),
        can_play=True,
        offers=(),
        task=None,
        is_explained=False,
        can_go_on=False,
        can_step_back=True,
        scene=scene_name(passage.stage, level.cast),
    )
    yield "phone-story", plain
    told = Told(said.text, "", _lines(level, said.reply), said.because)
    learned = (Learned("A real job can wait", "Aunt Yati"),)
    yield "phone-story-told", replace(plain, told=told, learned=learned)
    yield (
        "phone-story-card",
        replace(plain, told=Told("", "A real job can wait", (), said.because), misfit="Add up the debt first"),
    )
    bare = replace(plain, choices=None, can_play=False, cards=())
    yield "phone-story-offers", replace(bare, offers=_offers(lines=True))
    explained = _offers(lines=True, is_explained=True)
    yield "phone-story-offers-told", replace(bare, offers=explained, is_explained=True, can_go_on=True)
    for kind in ("contract", "budget", "packing", "phone", "listening", "rest_day", "wage_book"):
        yield f"phone-story-{kind}", replace(bare, task=_task(kind), can_go_on=kind == "budget")
    ending = next(iter(level.endings.values()))
    yield "phone-end", _end(level, ending)


def _end(level: Level, ending: Ending) -> EndPage:
    return EndPage(
        _who(),
        None,
        ending.title,
        ending.outcome,
        _lines(level, ending.text),
        ending.debrief.choice,
        ending.debrief.chance,
        ending.debrief.system,
        _cards(2),
        has_won=True,
        can_step_back=True,
        scene=scene_name(ending.stage, level.cast),
    )


def _seats(count: int, *, own: bool = False) -> tuple[SeatRow, ...]:
    names: list[Nickname] = []
    for seed in range(count):
        names.append(new_nickname(seed, names))
    places = [each.text[0].text[:80] for each in _level().passages.values()]
    return tuple(
        SeatRow(
            SeatId(f"seat{at}"),
            name,
            2 if at % 9 == 4 else 1,
            is_here=at % 11 != 7,
            needs_help=at == 3,
            stage=(Stage.BEFORE, Stage.STORY, Stage.STORY, Stage.AFTER)[at % 4] if own else Stage.STORY,
            moves=at * 3 % 17,
            place=places[at % len(places)] if own else "",
            has_answered=at % 3 != 0,
        )
        for at, name in enumerate(names)
    )


def _round(*, is_revealed: bool = False) -> RoundPanel:
    poll = _poll("pick.choice", is_revealed=is_revealed)
    lines = _lines(_level(), _passage().text)
    return RoundPanel(
        round=1,
        title="",
        lines=lines,
        meters=_meters(),
        polls=(poll,),
        offers=(),
        task=None,
        cards=_cards(),
        voted=18,
        hands=2,
        is_revealed=is_revealed,
        is_explained=False,
        misfit="",
        can_go_on=False,
        can_step_back=True,
        has_ended=False,
    )


def _check(moment: Moment, *, is_shown: bool) -> CheckPanel:
    asked = questions(_level().asks, library().messages, 3, moment)[:3]
    counts = (3, 12, 5, 2, 1)
    return CheckPanel(
        moment,
        is_shown,
        is_too_small=False,
        finished=22,
        questions=tuple(
            AnswerCount(
                library().messages[each.message].title,
                each.question.ask,
                each.answers,
                counts[: len(each.answers) + 1] if is_shown else None,
                each.answers.index(each.question.right),
                23,
            )
            for each in asked
        ),
    )


def _session(pace: Pace, stage: Stage, following: Stage | None, seats: tuple[SeatRow, ...]) -> SessionPage:
    level = _level()
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
    row = SessionRow(SESSION, _level().title, Pace.TOGETHER, Stage.OVER, 1_796_000_000_000, 23, 25)
    yield "desk-home", HomePage(KEYS, (row, replace(row, pace=Pace.OWN)), None, levels, None)
    yield "desk-home-open", HomePage(KEYS, (replace(row, stage=Stage.STORY),), SESSION, levels, None)
    yield "desk-lobby", _session(Pace.TOGETHER, Stage.LOBBY, Stage.BEFORE, _seats(9))
    yield "desk-lobby-empty", _session(Pace.TOGETHER, Stage.LOBBY, Stage.BEFORE, ())
    yield "desk-before", _session(Pace.TOGETHER, Stage.BEFORE, Stage.STORY, _seats(24))
    story = _session(Pace.TOGETHER, Stage.STORY, Stage.AFTER, _seats(24))
    yield "desk-vote", replace(story, round=_round())
    yield "desk-vote-open", replace(story, round=_round(is_revealed=True))
    yield "desk-vote-tie", replace(story, round=_round(is_revealed=True), notice=Notice.TIE)
    offers = replace(_round(), polls=(), cards=(), offers=_offers(lines=False))
    yield "desk-offers", replace(story, round=offers)
    yield "desk-task", replace(story, round=replace(_round(), polls=(), cards=(), task=_task("budget")))
    yield "desk-frozen", replace(story, round=_round(), is_frozen=True, prompt=story.discuss[0].ask)
    own = _session(Pace.OWN, Stage.STORY, Stage.OVER, _seats(24, own=True))
    ways = (WayPanel(_passage().text[0].text[:90], _poll("action", is_revealed=True), 22),)
    yield "desk-own", replace(own, ways=(replace(ways[0], options=_poll("action")),))
    yield "desk-own-shown", replace(own, ways=ways, are_ways_shown=True)
    checks = tuple(_check(moment, is_shown=True) for moment in Moment)
    yield "desk-over", replace(_session(Pace.TOGETHER, Stage.OVER, None, _seats(24)), checks=checks)


def _projector() -> Iterator[tuple[str, Page]]:
    level, passage = _level(), _passage()
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
        lines=_lines(level, passage.text),
        meters=_meters(),
        polls=(_poll("pick.choice"),),
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
    revealed = replace(shown, is_revealed=True, polls=(_poll("pick.choice", is_revealed=True),))
    yield "projector-vote-open", replace(page, stage=Stage.STORY, story=revealed)
    yield (
        "projector-offers",
        replace(page, stage=Stage.STORY, story=replace(shown, polls=(), offers=_offers(lines=False))),
    )
    ending = level.endings[PassageId(next(iter(level.endings)))]
    ended = replace(
        shown,
        title=ending.title,
        lines=_lines(level, ending.text),
        polls=(),
        has_ended=True,
        scene=scene_name(ending.stage, level.cast),
    )
    yield "projector-end", replace(page, stage=Stage.STORY, story=ended)
    yield "projector-over", replace(page, stage=Stage.OVER, code="", checks=(_check(Moment.AFTER, is_shown=True),))
