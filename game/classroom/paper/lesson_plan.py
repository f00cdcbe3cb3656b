"""The lesson plan of a level."""

from collections.abc import Iterator, Mapping

from game.classroom.paper.answers import answers, messages_of, offers
from game.classroom.paper.document import Block, Bullets, Document, Heading, Note, Paragraph, Table, Together
from game.classroom.paper.timing import LESSONS, Minutes, steps
from game.content.words import Words
from game.story.ids import MessageId
from game.story.level import Level, Prompt
from game.story.message import Message

_LONGEST_PLACE = 64


def lesson_plan(level: Level, messages: Mapping[MessageId, Message], words: Words) -> Document:
    """Return the plan. Messages that are not given are left out."""
    return Document(
        title=level.title,
        kind=words("plan.kind"),
        subject=words("plan.subject", title=level.title),
        running=words("sheet.running", title=level.title),
        language=words("sheet.language"),
        blocks=(
            *_glance(level, words),
            *_aims(level, words),
            *_preparation(words),
            *_timings(level, words),
            *prompts(level, words),
            *_if_told(words),
            *_endings(level, words),
            *messages_of(level, messages, words),
            *answers(level, messages, words),
            *offers(level, words),
            Paragraph(words("sheet.licence"), is_small=True),
        ),
    )


def _glance(level: Level, words: Words) -> Iterator[Block]:
    yield Note(words("plan.note"), (level.content_note, words("plan.note_more")))
    name = next(iter(level.cast.values())).name
    origin, destination = words(f"countries.{level.origin}"), words(f"countries.{level.destination}")
    yield Table(
        caption=words("plan.glance"),
        head=(words("plan.what"), words("plan.this_story")),
        rows=(
            (words("plan.ages"), words("plan.ages_value", ages=level.ages)),
            (words("plan.seat"), words(f"plan.seat_{level.seat.value}", name=name)),
            (words("plan.journey"), words("plan.journey_value", origin=origin, destination=destination)),
            (words("plan.reading"), words("plan.reading_value", count=level.minutes)),
        ),
        widths=(0.22, 0.78),
        is_whole=True,
    )
    yield Heading(words("plan.summary"))
    yield Paragraph(" ".join(level.summary.split()))


def _aims(level: Level, words: Words) -> Iterator[Block]:
    if level.aims:
        yield Heading(words("plan.aims"))
        yield Paragraph(words("plan.aims_after"))
        yield Bullets(level.aims)


def _preparation(words: Words) -> Iterator[Block]:
    yield Heading(words("plan.before"))
    yield Bullets(
        (
            words("plan.before_play"),
            words("plan.before_safe"),
            words("plan.before_rules"),
            words("plan.before_home"),
            words("plan.before_exit"),
            words("plan.before_numbers"),
            words("plan.before_law"),
        )
    )
    yield Heading(words("plan.materials"))
    yield Bullets(
        (
            words("plan.material_computer"),
            words("plan.material_phones"),
            words("plan.material_plan"),
            words("plan.material_slips"),
            words("plan.material_summary"),
        )
    )


def _timings(level: Level, words: Words) -> Iterator[Block]:
    yield Heading(words("plan.timing"))
    yield Paragraph(words("plan.timing_about"))
    for lesson in LESSONS:
        yield _timing(level, lesson, words)


def _timing(level: Level, lesson: Minutes, words: Words) -> Block:
    plan = steps(level.minutes, lesson, words)
    if not plan:
        return Paragraph(words("plan.too_long", minutes=lesson))
    rows = []
    begins = 0
    for minutes, title, how in plan:
        rows.append((f"{begins}–{begins + minutes}", title, how))
        begins += minutes
    return Table(
        caption=words("plan.timing_caption", minutes=lesson),
        head=(words("plan.when"), words("plan.step"), words("plan.how")),
        rows=tuple(rows),
        widths=(0.11, 0.23, 0.66),
        is_whole=True,
    )


def prompts(level: Level, words: Words) -> Iterator[Block]:
    """Yield what a class may talk about, for plans and for reports."""
    if level.discuss:
        yield Heading(words("plan.discuss"))
        yield Paragraph(words("plan.discuss_about"))
        yield from (_prompt(level, prompt, words) for prompt in level.discuss)


def _prompt(level: Level, prompt: Prompt, words: Words) -> Together:
    listen = [Paragraph(words("plan.listen_for", text=prompt.listen_for))] if prompt.listen_for else []
    place = Paragraph(_place(level, prompt, words), is_small=True)
    return Together((Heading(prompt.ask, 2), *listen, place))


def _place(level: Level, prompt: Prompt, words: Words) -> str:
    if prompt.at is None:
        return words("plan.discuss_over")
    if ending := level.endings.get(prompt.at):
        return words("plan.discuss_ending", title=ending.title)
    return words("plan.discuss_at", place=opening(level.passages[prompt.at].text[0].text))


def opening(text: str) -> str:
    """Return the first words of a text, by which a place of the story is found again."""
    if len(text) <= _LONGEST_PLACE:
        return text
    return text[:_LONGEST_PLACE].rsplit(" ", 1)[0].rstrip(".,;:!?") + " …"


def _if_told(words: Words) -> Iterator[Block]:
    yield Heading(words("plan.tells"))
    yield Paragraph(words("plan.tells_about"))
    yield Bullets(
        (
            words("plan.tells_listen"),
            words("plan.tells_believe"),
            words("plan.tells_no_secret"),
            words("plan.tells_no_questions"),
            words("plan.tells_pass_on"),
            words("plan.tells_write"),
            words("plan.tells_after"),
        ),
        is_numbered=True,
    )
    yield Note(words("plan.tells_room"), (words("plan.tells_room_how"),))


def _endings(level: Level, words: Words) -> Iterator[Block]:
    yield Heading(words("plan.endings"))
    yield Paragraph(words("plan.endings_about"))
    yield Table(
        caption="",
        head=(words("plan.ending"), words("plan.behind")),
        rows=tuple((ending.title, ending.debrief.system) for ending in level.endings.values()),
        widths=(0.28, 0.72),
    )
