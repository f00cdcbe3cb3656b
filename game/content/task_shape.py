"""The forms of tasks in a level file. docs/level-format.md explains them to authors."""

from collections.abc import Mapping

from game.content.shape import (
    ID,
    Field,
    Form,
    ListOf,
    MapOf,
    OneOf,
    Record,
    Screenplay,
    Shape,
    Text,
    Truth,
    Whole,
    optional,
)
from game.story.level import Sign
from game.story.task import TaskKind

_WORD = ID.pattern.removeprefix("^").removesuffix("$")
OTHERWISE = "otherwise"
COUNT_IS = Form(
    f"^{_WORD} (>=|<=) [0-9]{{1,2}}$", "a condition on what the task counts: 'found >= 3'", 60, "bad-condition"
)

_ASK = Field(Text(120), "what the player is to do, as a question or a request")
_BECAUSE = Text(300)
_NAME = Text(60)

_CONTRACT = Record(
    {
        "ask": _ASK,
        "from": Field(Text(80), "whose contract it is"),
        "lines": Field(
            MapOf(
                Record(
                    {
                        "text": Field(Text(160), "the line as it stands in the contract"),
                        "said": optional(Text(120), "what had been promised about it"),
                        "sign": Field(OneOf(tuple(Sign)), "good, or warning: better asked about"),
                        "because": Field(_BECAUSE, "why"),
                        "message": optional(ID, "the message that tells about it"),
                    }
                ),
                ID,
                least=5,
                most=8,
            ),
            "five to eight lines; counts are found and doubted",
        ),
    }
)

_BUDGET = Record(
    {
        "ask": _ASK,
        "unit": Field(Text(120), "what one brick of money stands for"),
        "rows": Field(
            MapOf(
                Record(
                    {
                        "text": Field(_NAME, "what the row is about"),
                        "options": Field(
                            MapOf(
                                Record(
                                    {
                                        "text": Field(Text(80), "how it could be"),
                                        "once": optional(Whole(-20, 20), "bricks to be paid once"),
                                        "monthly": optional(Whole(-20, 20), "bricks a month, in (+) or out (-)"),
                                        "because": optional(_BECAUSE, "what to think of it"),
                                    }
                                ),
                                ID,
                                least=2,
                                most=4,
                            ),
                            "two to four ways",
                        ),
                    }
                ),
                ID,
                least=3,
                most=5,
            ),
            "three to five rows; counts are owed, left and months",
        ),
    }
)

_PACKING = Record(
    {
        "ask": _ASK,
        "places": Field(MapOf(Text(40), ID, least=2, most=4), "two to four places to put things"),
        "things": Field(
            MapOf(
                Record(
                    {
                        "text": Field(_NAME, "the thing"),
                        "belongs": Field(ListOf(ID, least=1, most=3, unique=True), "where it is right"),
                        "because": Field(_BECAUSE, "why there"),
                    }
                ),
                ID,
                least=4,
                most=8,
            ),
            "four to eight things; counts are right and wrong",
        ),
    }
)

_REST_DAY = Record(
    {
        "ask": _ASK,
        "slots": Field(MapOf(Text(30), ID, least=2, most=4), "two to four parts of the day"),
        "activities": Field(
            MapOf(
                Record(
                    {
                        "text": Field(_NAME, "what can be done"),
                        "in": optional(ListOf(ID, least=1, most=4, unique=True), "the slots it fits; all if left out"),
                        "gives": Field(MapOf(Whole(-5, 5), ID, most=4), "what it counts, under names of your own"),
                        "because": optional(_BECAUSE, "what it is good for"),
                    }
                ),
                ID,
                least=4,
                most=8,
            ),
            "four to eight activities, each at most once",
        ),
    }
)

_WAGE_BOOK = Record(
    {
        "ask": _ASK,
        "unit": Field(Text(30), "what the amounts are: hours"),
        "days": Field(
            MapOf(
                Record(
                    {
                        "text": Field(Text(160), "what happened"),
                        "because": Field(_BECAUSE, "why the right entry is right"),
                        "entries": Field(
                            MapOf(
                                Record(
                                    {
                                        "text": Field(_NAME, "what could be written"),
                                        "amount": Field(Whole(0, 99), "what it adds to the sum"),
                                        "right": Field(Truth(), "whether it is what happened"),
                                    }
                                ),
                                ID,
                                least=2,
                                most=3,
                            ),
                            "two or three entries, one of them right",
                        ),
                    }
                ),
                ID,
                least=3,
                most=7,
            ),
            "three to seven days or weeks; counts are right, wrong and amount",
        ),
    }
)


def _talk(field: str, about: str, counts: str) -> Record:
    reply = Record(
        {
            "text": Field(Text(160), "what the player says"),
            field: Field(Truth(), about),
            "answer": Field(Text(240), "what comes back"),
            "because": Field(_BECAUSE, "what it did"),
        }
    )
    turn = Record(
        {
            "text": Field(Screenplay(500), "what the other person says; in messages, each line is one"),
            "replies": Field(MapOf(reply, ID, least=2, most=4), "two to four replies"),
        }
    )
    return Record(
        {
            "with": Field(ID, "who talks: somebody in the cast"),
            "turns": Field(MapOf(turn, ID, least=3, most=5), f"three to five turns; counts are {counts}"),
        }
    )


TASKS: Mapping[TaskKind, Shape] = {
    TaskKind.CONTRACT: _CONTRACT,
    TaskKind.BUDGET: _BUDGET,
    TaskKind.PACKING: _PACKING,
    TaskKind.PHONE: _talk("good", "whether it keeps her safe", "good and poor"),
    TaskKind.LISTENING: _talk("listens", "whether it leaves room to go on telling", "heard and missed"),
    TaskKind.REST_DAY: _REST_DAY,
    TaskKind.WAGE_BOOK: _WAGE_BOOK,
}
"""The form of each kind of task, by its field in a passage."""

TASK_FIELDS = {
    TaskKind.CONTRACT.value: optional(_CONTRACT, "a contract to read line by line before the choices with 'after'"),
    TaskKind.BUDGET.value: optional(_BUDGET, "a budget to balance"),
    TaskKind.PACKING.value: optional(_PACKING, "things to pack and papers to copy"),
    TaskKind.PHONE.value: optional(TASKS[TaskKind.PHONE], "messages from somebody, answered one after the other"),
    TaskKind.LISTENING.value: optional(TASKS[TaskKind.LISTENING], "a conversation in which listening matters"),
    TaskKind.REST_DAY.value: optional(_REST_DAY, "a free day to plan"),
    TaskKind.WAGE_BOOK.value: optional(_WAGE_BOOK, "a book of hours or pay to keep"),
}
