"""Which block hides which: the order in which solid things have to be painted."""

from collections.abc import Sequence

from game.art.view import Box

SLACK = 0.01
"""Studs or plates that two blocks may overlap and still count as side by side."""


def behind(first: Box, second: Box) -> bool:
    """Must the first be painted before the second? False also when the two cannot hide each other."""
    before = first.x1 <= second.x0 + SLACK or first.y1 <= second.y0 + SLACK or first.z1 <= second.z0 + SLACK
    after = second.x1 <= first.x0 + SLACK or second.y1 <= first.y0 + SLACK or second.z1 <= first.z0 + SLACK
    if before and after:
        return False  # one is behind in one direction and in front in another: no line of sight meets both
    if before or after:
        return before
    return _nearness(first) < _nearness(second)


def overlap_on_screen(first: Box, second: Box) -> bool:
    """Could the two cover a common pixel? Generous: compares left and right edges only."""
    return first.x0 - first.y1 < second.x1 - second.y0 and second.x0 - second.y1 < first.x1 - first.y0


def painting_order(boxes: Sequence[Box]) -> list[int]:
    """Places of the boxes in the list, from the one to paint first to the one to paint last.

    Depth-first over "is behind"; equal cases go from far to near and from left to right, however the boxes are listed.
    """
    start = sorted(range(len(boxes)), key=lambda place: _rank(boxes[place]))
    done: list[int] = []
    seen: set[int] = set()

    def visit(place: int) -> None:
        seen.add(place)
        box = boxes[place]
        for other in start:
            if other not in seen and overlap_on_screen(boxes[other], box) and behind(boxes[other], box):
                visit(other)
        done.append(place)

    for place in start:
        if place not in seen:
            visit(place)
    return done


def _rank(box: Box) -> tuple[float, float, float, float]:
    return (_nearness(box), box.x0, box.y0, box.z0)


def _nearness(box: Box) -> float:
    """Grows toward the camera; a third of a plate counts less than a stud."""
    return box.x0 + box.x1 + box.y0 + box.y1 + (box.z0 + box.z1) * 0.25
