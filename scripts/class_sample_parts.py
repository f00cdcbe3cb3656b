"""Parts of the sample pages of a class, made of real stories."""

from datetime import date
from functools import cache

from game.classroom.ids import SeatId
from game.classroom.session.nickname import Nickname, new_nickname
from game.classroom.stage import Stage
from game.classroom.views.console import (
    AnswerCount,
    CheckPanel,
    RoundPanel,
    SeatRow,
)
from game.classroom.views.parts import (
    Card,
    Keys,
    Meter,
    OfferView,
    Option,
    Poll,
    Speech,
    TaskView,
    Turn,
    Who,
)
from game.content.library import Library, load_library
from game.paths import levels_dir
from game.story.checkup import Moment, questions
from game.story.level import ChoiceId, Level, LevelId, Line, Passage

KEYS = Keys("a" * 32, 7)
VOTES = (11, 4, 7)


@cache
def library() -> Library:
    return load_library(levels_dir(), date(2026, 11, 30))


def level_of(name: str = "village-offer") -> Level:
    return library().levels[LevelId(name)]


def sample_who(*, people: int = 1, needs_help: bool = False) -> Who:
    return Who(Nickname("blue", "heron", 7), people, level_of().title, needs_help, KEYS, "12")


def speeches(level: Level, lines: tuple[Line, ...]) -> tuple[Speech, ...]:
    return tuple(Speech(level.cast[line.speaker].name if line.speaker else "", line.text) for line in lines)


def sample_passage() -> Passage:
    passages = level_of().passages.values()
    return max(
        passages, key=lambda each: sum(choice.after is None and not choice.uses for choice in each.choices.values())
    )


def _choices(passage: Passage) -> list[tuple[ChoiceId, str]]:
    return [(name, each.text) for name, each in passage.choices.items() if each.after is None and not each.uses]


def sample_cards(count: int = 3) -> tuple[Card, ...]:
    known = [library().messages[name] for name in level_of().messages if name in library().messages][:count]
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


def sample_meters() -> tuple[Meter, ...]:
    return tuple(Meter(each.label, each.start, each.max, each.better == "low") for each in level_of().meters)


def sample_poll(field: str, *, is_revealed: bool = False, picked: int | None = None) -> Poll:
    choices = [(name, text) for name, text in _choices(sample_passage())]
    cards = [(f"card:{card.message}", card.title) for card in sample_cards()] if field == "pick.choice" else []
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


def first_question() -> tuple[str, tuple[str, ...]]:
    first = questions(level_of().asks, library().messages, 3, Moment.BEFORE)[0]
    return first.question.ask, first.answers


def because() -> str:
    return next(iter(sample_passage().choices.values())).because


def sample_offers(*, lines: bool, is_explained: bool = False) -> tuple[OfferView, ...]:
    level = level_of("first-month")
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


def sample_task(kind: str) -> TaskView:
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


def seat_rows(count: int, *, own: bool = False) -> tuple[SeatRow, ...]:
    names: list[Nickname] = []
    for seed in range(count):
        names.append(new_nickname(seed, names))
    places = [each.text[0].text[:80] for each in level_of().passages.values()]
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


def vote_round(*, is_revealed: bool = False) -> RoundPanel:
    poll = sample_poll("pick.choice", is_revealed=is_revealed)
    lines = speeches(level_of(), sample_passage().text)
    return RoundPanel(
        round=1,
        title="",
        lines=lines,
        meters=sample_meters(),
        polls=(poll,),
        offers=(),
        task=None,
        cards=sample_cards(),
        voted=18,
        hands=2,
        is_revealed=is_revealed,
        is_explained=False,
        misfit="",
        can_go_on=False,
        can_step_back=True,
        has_ended=False,
    )


def check_panel(moment: Moment, *, is_shown: bool) -> CheckPanel:
    asked = questions(level_of().asks, library().messages, 3, moment)[:3]
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
