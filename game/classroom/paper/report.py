"""The report of a session."""

from collections.abc import Iterator

from game.classroom.measure.change import Change
from game.classroom.measure.drawing import Drawing
from game.classroom.measure.figures import MessageFigures, OfferFigures
from game.classroom.measure.plots import BrickRow, ChangeNames, ChangeRow, brick_plot, change_plot
from game.classroom.paper.document import Block, Bullets, Document, Heading, Note, Paragraph, Picture, Table
from game.classroom.paper.lesson_plan import prompts
from game.classroom.paper.session import SessionFigures
from game.classroom.stage import SMALLEST_GROUP
from game.content.words import Words
from game.story.checkup import Moment
from game.story.level import Outcome


def class_report(session: SessionFigures, words: Words) -> Document:
    """Return the report."""
    title = session.level.title
    return Document(
        title=title,
        kind=words("findings.kind"),
        subject=words("findings.subject", title=title),
        running=words("sheet.running", title=title),
        language=words("sheet.language"),
        blocks=(
            *_who(session, words),
            *_learned(session, words),
            *_questions(session, words),
            *_offers(session.figures.offers, words),
            *_endings(session, words),
            *prompts(session.level, words),
        ),
    )


def plots(session: SessionFigures, words: Words) -> tuple[Drawing, ...]:
    """Return the drawings of the report alone."""
    return tuple(block.drawing for block in class_report(session, words).blocks if isinstance(block, Picture))


def _who(session: SessionFigures, words: Words) -> Iterator[Block]:
    found = session.figures
    compared = "findings.compared" if found.overall else "findings.after_alone"
    yield Note(
        words("findings.about"),
        (
            words("findings.about_names"),
            words("findings.about_small", least=SMALLEST_GROUP),
            words("findings.about_seats"),
        ),
    )
    yield Table(
        caption=words("findings.who"),
        head=(words("findings.what"), words("findings.how_many")),
        rows=(
            (words("findings.day"), f"{session.day:%Y-%m-%d}"),
            (words("findings.pace"), words(f"findings.pace_{session.pace.value}")),
            (words("findings.devices"), str(found.seats)),
            (words("findings.people"), str(session.people)),
            (words(compared), str(found.compared)),
            (words("findings.only_before"), str(found.only_before)),
            (words("findings.only_after"), str(found.only_after)),
        ),
        widths=(0.75, 0.25),
        is_whole=True,
    )


def _learned(session: SessionFigures, words: Words) -> Iterator[Block]:
    found = session.figures
    yield Heading(words("findings.learned"))
    if not found.messages:
        yield Paragraph(words("findings.too_few", least=SMALLEST_GROUP))
        return
    if found.overall is None:
        yield Paragraph(words("findings.no_before"))
    yield Picture(_plot(session, words))
    yield _numbers(session, words) if found.overall else _numbers_after(session, words)
    if found.withheld:
        yield Paragraph(words("findings.withheld", count=len(found.withheld), least=SMALLEST_GROUP), is_small=True)
    if found.overall:
        yield Heading(words("findings.how_to_read"), 2)
        yield Bullets((words("findings.read_change"), words("findings.read_gain"), words("findings.read_claim")))


def _plot(session: SessionFigures, words: Words) -> Drawing:
    found = session.figures
    rows = [_row(session.title_of(each.message), each, words) for each in found.messages]
    if found.overall:
        n = words("findings.plot_seats", count=found.overall.n)
        total = ChangeRow(words("findings.overall"), n, found.overall.before, found.overall.after, found.overall.change)
        rows.insert(0, total)
    names = ChangeNames(
        words("findings.plot_right"),
        words("findings.plot_change"),
        words("findings.plot_before"),
        words("findings.plot_after"),
    )
    title = words("findings.plot_title" if found.overall else "findings.plot_title_after")
    return change_plot(title, " ".join(_told(row, words) for row in rows), names, rows)


def _row(label: str, each: MessageFigures, words: Words) -> ChangeRow:
    before = None if each.before is None else each.before / each.n
    change = each.change.change if each.change else None
    return ChangeRow(label, words("findings.plot_seats", count=each.n), before, each.after / each.n, change)


def _told(row: ChangeRow, words: Words) -> str:
    if row.before is None:
        return words("findings.plot_row_after", label=row.label, after=f"{row.after:.0%}", n=row.n)
    return words("findings.plot_row", label=row.label, before=f"{row.before:.0%}", after=f"{row.after:.0%}", n=row.n)


def _numbers(session: SessionFigures, words: Words) -> Table:
    rows = [(session.title_of(each.message), each.change) for each in session.figures.messages]
    rows.insert(0, (words("findings.overall"), session.figures.overall))
    return Table(
        caption=words("findings.numbers"),
        head=(
            words("findings.message"),
            words("findings.n"),
            words("findings.before"),
            words("findings.after"),
            words("findings.change"),
            words("findings.gain"),
        ),
        rows=tuple((label, *_change_cells(change, words)) for label, change in rows if change),
        widths=(0.33, 0.11, 0.11, 0.11, 0.24, 0.1),
    )


def _change_cells(change: Change, words: Words) -> tuple[str, ...]:
    mean = change.change
    interval = words("findings.change_value", change=_points(mean.mean), low=_points(mean.low), high=_points(mean.high))
    gain = words("findings.none") if change.gain is None else _signed(f"{change.gain:.2f}")
    return (str(change.n), f"{change.before:.0%}", f"{change.after:.0%}", interval, gain)


def _numbers_after(session: SessionFigures, words: Words) -> Table:
    return Table(
        caption=words("findings.numbers_after"),
        head=(words("findings.message"), words("findings.n"), words("findings.after")),
        rows=tuple(
            (session.title_of(each.message), str(each.n), f"{each.after / each.n:.0%}")
            for each in session.figures.messages
        ),
        widths=(0.6, 0.2, 0.2),
    )


def _questions(session: SessionFigures, words: Words) -> Iterator[Block]:
    moments = {Moment.BEFORE: words("findings.moment_before"), Moment.AFTER: words("findings.moment_after")}
    rows = tuple(
        (_ask(session, each, counts.question), moments[counts.moment], _of(counts.right, counts.n, words))
        for each in session.figures.messages
        for counts in each.questions
    )
    if rows:
        yield Heading(words("findings.questions"))
        yield Paragraph(words("findings.questions_about", least=SMALLEST_GROUP))
        head = (words("findings.question"), words("findings.moment"), words("findings.right"))
        yield Table(caption="", head=head, rows=rows, widths=(0.7, 0.14, 0.16))


def _ask(session: SessionFigures, each: MessageFigures, question: str) -> str:
    message = session.messages.get(each.message)
    return message.checks[question].ask if message and question in message.checks else f"{each.message}: {question}"


def _offers(found: OfferFigures | None, words: Words) -> Iterator[Block]:
    if found is None:
        return
    verdicts = found.verdicts
    yield Heading(words("findings.offers"))
    yield Table(
        caption=words("findings.offers_caption", count=found.n),
        head=(words("findings.offers_kind"), words("findings.offers_stopped"), words("findings.offers_went_on")),
        rows=(
            (words("findings.offers_false"), str(verdicts.hits), str(verdicts.misses)),
            (words("findings.offers_genuine"), str(verdicts.false_alarms), str(verdicts.correct_rejections)),
        ),
        widths=(0.4, 0.3, 0.3),
        is_whole=True,
    )
    d_prime, bias = verdicts.d_prime, verdicts.bias
    if d_prime is None or bias is None:
        yield Paragraph(words("findings.offers_one_kind"))
    else:
        yield Paragraph(
            words("findings.d_prime", d_prime=_signed(f"{d_prime:.2f}"), bias=_signed(f"{bias:.2f}")), is_small=True
        )


def _endings(session: SessionFigures, words: Words) -> Iterator[Block]:
    if not session.outcomes and not session.ended_with:
        return
    yield Heading(words("findings.endings"))
    if session.ended_with:
        yield Paragraph(words("findings.ended_with", title=session.ended_with))
    if session.outcomes:
        of = sum(session.outcomes.values())
        rows = [
            BrickRow(words(f"findings.ending_{outcome.value}"), session.outcomes.get(outcome, 0), of, outcome.is_safe)
            for outcome in Outcome
        ]
        told = " ".join(words("findings.endings_row", label=row.label, count=row.laid, of=of) for row in rows)
        yield Picture(brick_plot(words("findings.endings_title"), told, rows))


def _of(right: int, n: int, words: Words) -> str:
    return words("findings.right_of", right=right, n=n)


def _points(share: float) -> str:
    return _signed(f"{100 * share:+.0f}")


def _signed(number: str) -> str:
    return "0" if float(number) == 0 else number.replace("-", "−")
