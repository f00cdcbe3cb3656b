"""What is said when the class does not take something."""

from game.classroom.views.parts import Notice
from game.classroom.views.pupil import Goodbye
from game.content.words import Words


def told(words: Words, notice: Notice) -> str:
    """Return why a wish was not taken."""
    return words(f"class_notice.{notice.value}")


def farewell(words: Words, why: Goodbye) -> str:
    """Return why there is no seat any more."""
    return words(f"class_goodbye.{why.value}")
