"""The telling states of the practice with offers."""

from collections.abc import Callable, Iterator

from visit import Visit


def practice_shots() -> Iterator[tuple[str, Callable[[Visit], object]]]:
    """Yield the name of each, and how a fresh visit gets there."""
    yield "practice", _marked
    yield "practice-told", _told
    yield "practice-few", lambda visit: _judged(visit, 2)
    yield "practice-result", lambda visit: _judged(visit, 7)


def _marked(visit: Visit) -> None:
    visit.open(visit.routes.practice())
    visit.wait()
    marks = [each for each in visit.control_ids if each.startswith("mark:")]
    for each in (marks[0], marks[3]):
        visit.use(each)


def _told(visit: Visit) -> None:
    _marked(visit)
    visit.use("verdict:stop")


def _judged(visit: Visit, count: int) -> None:
    """Two of three offers are turned down, whatever they are."""
    visit.open(visit.routes.practice())
    for number in range(count):
        visit.wait()
        visit.use("verdict:go-on" if number % 3 == 0 else "verdict:stop")
        visit.use("next" if number + 1 < count else "enough")
