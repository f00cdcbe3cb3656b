"""The form of a level file, version 1. docs/level-format.md explains it to authors."""

from game.content.shape import (
    COUNTRY,
    ID,
    Either,
    Field,
    File,
    Form,
    ListOf,
    MapOf,
    OneOf,
    Record,
    Screenplay,
    Text,
    Truth,
    Whole,
    optional,
)
from game.content.task_shape import COUNT_IS, OTHERWISE, TASK_FIELDS
from game.story.level import Better, Outcome, Seat, Sign

FORMAT = 1
"""The version of the format this game reads."""

_WORD = ID.pattern.removeprefix("^").removesuffix("$")
CONDITION = Form(
    f"^((not )?(knows )?{_WORD}|{_WORD} (>=|<=) [0-9]{{1,3}})$",
    "a condition: 'debt >= 6', 'savings <= 2', 'some-flag', 'not some-flag', 'knows some-message'",
    100,
    "bad-condition",
)
_CONDITIONS = ListOf(CONDITION, least=1, most=8)
_TEXT = Screenplay(2000)
_BECAUSE = Text(400)
_TIMES = OneOf(("morning", "day", "evening", "night"))

STAGE = Record(
    {
        "set": Field(ID, "the place that is shown: one of assets/sets"),
        "time": Field(_TIMES, "the light: morning, day, evening or night"),
        "figures": Field(MapOf(ID, ID, most=4), "who stands there, each with a mood: {sari: hopeful, rini: calm}"),
    }
)

CHARACTER = Record(
    {
        "name": Field(Text(30), "the name players read"),
        "figure": Field(ID, "the figure that stands for this person: one of assets/figures.yaml"),
        "role": optional(Text(60), "who this is to the main person: a friend of the family"),
    }
)

METER = Record(
    {
        "label": Field(Text(20), "what players read beside the meter"),
        "start": Field(Whole(0, 20), "the value at the beginning"),
        "max": Field(Whole(1, 20), "the highest value; the lowest is always 0"),
        "better": Field(OneOf(tuple(Better)), "whether a high or a low value is better for the person"),
    }
)

EFFECT = Record(
    {
        "set": optional(ListOf(ID, least=1, most=8, unique=True), "flags that are true from now on"),
        "clear": optional(ListOf(ID, least=1, most=8, unique=True), "flags that are no longer true"),
    },
    rest=MapOf(Whole(-20, 20), ID),
)

CHOICE = Record(
    {
        "text": Field(Text(200), "what the player says or does, as players read it"),
        "when": optional(_CONDITIONS, "conditions that must all hold for the choice to be offered"),
        "uses": optional(ID, "the message that opens this choice when the player plays it from the notebook"),
        "effect": optional(EFFECT, "what changes: {debt: +1, set: [some-flag], clear: [some-flag]}"),
        "reply": optional(Screenplay(1000), "what happens right after, in at most 40 words"),
        "because": optional(_BECAUSE, "what the choice shows about how such offers work; every plain choice needs it"),
        "to": Field(ID, "the passage or ending that follows"),
        "after": optional(
            Either(scalar=OneOf((OTHERWISE,)), items=ListOf(COUNT_IS, least=1, most=4)),
            "what the passage's task has to count to come to this choice: [found >= 3]; for the last one: otherwise",
        ),
    }
)

BRANCH = Record(
    {
        "when": optional(_CONDITIONS, "taken if all of these hold; the first branch that fits is taken"),
        "chance": optional(Whole(1, 100), "the weight of this branch when chance decides"),
        "to": Field(ID, "the passage or ending that follows"),
        "because": optional(_BECAUSE, "what the player is told about why it went this way"),
    }
)

OFFER_LINE = Record(
    {
        "text": Field(Text(160), "the line as it stands in the offer"),
        "sign": Field(OneOf(tuple(Sign)), "good or warning"),
        "because": Field(_BECAUSE, "why this line is a good sign or a warning"),
        "message": optional(ID, "the message that tells about it"),
    }
)

OFFER = Record(
    {
        "genuine": Field(Truth(), "true for a real offer, false for a deceiving one"),
        "from": Field(Text(60), "who sends the offer"),
        "lines": Field(MapOf(OFFER_LINE, ID, least=3, most=5), "three to five lines to mark"),
    }
)

PASSAGE = Record(
    {
        "stage": Field(STAGE, "what is seen"),
        "text": Field(_TEXT, "one line a line: `rini: speech` is spoken, anything else is a stage direction"),
        "teaches": optional(
            MapOf(Text(80), ID, least=1, most=3), "messages learned on arriving, each with whom or where from"
        ),
        "offers": optional(MapOf(OFFER, ID, least=2, most=4), "offers to examine before choosing"),
        **TASK_FIELDS,
        "choices": optional(MapOf(CHOICE, ID, least=1, most=8), "what the player can say or do"),
        "to": optional(
            Either(scalar=ID, items=ListOf(BRANCH, least=1, most=6)),
            "instead of choices: what follows, or branches by condition and chance",
        ),
    }
)

DEBRIEF = Record(
    {
        "choice": Field(Text(500), "what the player's own choices did"),
        "chance": Field(Text(500), "what was luck"),
        "system": Field(Text(500), "which rule, or which gap in the rules, made it possible"),
    }
)

ENDING = Record(
    {
        "outcome": Field(OneOf(tuple(Outcome)), "safe, other-plan, help or help-on-the-way"),
        "title": Field(Text(60), "the ending in a few words"),
        "stage": Field(STAGE, "what is seen"),
        "text": Field(_TEXT, "as in passages"),
        "debrief": Field(DEBRIEF, "choice, chance and system, told apart"),
    }
)

PROMPT = Record(
    {
        "ask": Field(Text(200), "the question, about the people of the story and never about the pupils"),
        "listen_for": optional(Text(240), "for the teacher: what good answers come close to"),
        "at": optional(ID, "the passage or ending after which it is best asked"),
    }
)

REMEMBERED = Record(
    {
        "level": Field(ID, "the level it comes from"),
        "flag": Field(ID, "the flag there"),
        "alone": Field(Truth(), "whether it is set when that level was never finished"),
    }
)

LEVEL = Record(
    {
        "format": Field(Whole(FORMAT, FORMAT), "the version of the level format: 1"),
        "title": Field(Text(60), "the title of the level"),
        "seat": Field(OneOf(tuple(Seat)), "whose life the player sees it from"),
        "from": Field(COUNTRY, "the country the worker leaves"),
        "to": Field(COUNTRY, "the country the worker goes to"),
        "minutes": Field(Whole(1, 60), "how long reading it takes"),
        "ages": Field(Whole(8, 18), "the lowest age it is made for"),
        "content_note": Field(Text(200), "what may be hard to read, said before the level begins"),
        "summary": Field(Text(1200), "the whole story in 60 to 120 words with what helps, to read instead of playing"),
        "cast": Field(MapOf(CHARACTER, ID, least=1, most=16), "everybody who speaks or is seen"),
        "meters": Field(MapOf(METER, ID, least=2, most=4), "the resources at stake, never a reason to lose"),
        "carries": optional(
            ListOf(ID, least=1, most=20, unique=True), "messages from earlier levels, in the notebook from the start"
        ),
        "remembers": optional(
            MapOf(REMEMBERED, ID, least=1, most=4), "flags brought along from the last finished run of other levels"
        ),
        "asks": Field(ListOf(ID, least=3, most=10, unique=True), "messages asked about; five are drawn for a player"),
        "wins": Field(
            Record(
                {
                    "learn": Field(Whole(1, 30), "messages to learn in this level"),
                    "use": Field(Whole(1, 30), "different messages to play where they fit"),
                }
            ),
            "what it takes to win by insight; the ending never decides it",
        ),
        "aims": optional(
            ListOf(Text(160), least=2, most=3, unique=True), "what pupils can do after a lesson, for the teacher"
        ),
        "discuss": optional(MapOf(PROMPT, ID, least=2, most=5), "questions for a class to talk about"),
        "start": Field(ID, "the first passage"),
        "passages": Field(MapOf(PASSAGE, ID, least=1), "the moments of the story"),
        "endings": Field(MapOf(ENDING, ID, least=1, most=20), "where the story can stop"),
    }
)

LEVEL_FILE = File("Level", "A level of Before You Go. The format is told in docs/level-format.md.", LEVEL)
