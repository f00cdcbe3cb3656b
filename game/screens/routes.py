"""The ways between screens: a screen asks here for the next one.

So screens that lead to each other in a circle need not import each other. `game.screens.routing` knows them all and
fills this in.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from game.records.progress import CheckResult
from game.screens.screen import Screen

if TYPE_CHECKING:
    from game.records.gallery import Seen
    from game.records.running import RunningLevel
    from game.story.level import Level, MessageId, PassageId

Before = CheckResult | None
"""What the check before the story showed; None when it was skipped."""


class Routes(NamedTuple):
    """Makes each screen, fresh every time. Which transition brings it up is for the asking screen to say."""

    title: Callable[[], Screen]
    quick_exit_tip: Callable[[], Screen]
    """Tells about the quick exit and lets players try it, over the title; leads there."""
    level_select: Callable[[], Screen]
    after_story: Callable[[], tuple[Screen, ...]]
    """What lies over the lowest screen when a story has been left: the stories, or nothing where others come next."""
    content_note: "Callable[[Level], Screen]"
    """What a level is about; leads to playing it, reading it, or leaving it."""
    summary: "Callable[[Level], Screen]"
    """A level to read, and the messages it carries."""
    messages: "Callable[[Level], Screen]"
    """The messages of a level alone, for those who skip it."""
    check_before: "Callable[[Level], Screen]"
    """What is due of earlier levels, and the questions before a level; leads into a new playthrough of it."""
    resume: "Callable[[Level], Screen]"
    """Takes up the save of a level; tells first if it could not be kept to its end. Without one, a new playthrough."""
    play: "Callable[[RunningLevel, Before], Screen]"
    ending: "Callable[[RunningLevel, Before], Screen]"
    """The ending that was reached, the debrief, and the map of the way there."""
    check_after: "Callable[[RunningLevel, Before], Screen]"
    results: "Callable[[RunningLevel, Before, Before], Screen]"
    """What was learned; takes the check before and the check after."""
    notebook: "Callable[[RunningLevel | None], Screen]"
    """The messages with their sources: those of a level being played, or all that were ever met."""
    message: "Callable[[RunningLevel, MessageId], Screen]"
    """The notebook of a level being played, open at one message."""
    handbook: Callable[[], Screen]
    """Makes a page of the messages met and of who can help, to print or to keep."""
    history: "Callable[[RunningLevel], Screen]"
    pause: "Callable[[RunningLevel], Screen]"
    gallery: "Callable[[Level | None], Screen]"
    """The endings of all stories, open at one of them."""
    look_back: "Callable[[Level, PassageId, Seen | None], Screen]"
    """An ending that was seen, with the way there if it was kept; leads back to a choice of it."""
    achievements: Callable[[], Screen]
    """What has been reached, and what can be."""
    refresher: Callable[[], Screen]
    """Two minutes to remember what is due today."""
    practice: Callable[[], Screen]
    """Offers of all stories, to be told apart."""
    settings: Callable[[], Screen]
    help: Callable[[], Screen]
    """Who helps, beginning with the countries of the level that was opened last."""
    giving: Callable[[], Screen] | None
    """Asks for an adult before anything about money; None where giving is not offered."""
