"""What is shown instead of a page."""

from dataclasses import dataclass

from game.classroom.views.parts import Notice


@dataclass(frozen=True, slots=True)
class RefusalPage:
    """A request that is not answered: by its HTTP status, and why. A way back to where one came from."""

    status: int
    notice: Notice
