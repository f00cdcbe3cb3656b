"""A pupil's own story and what the class knows of it: taken up where it was, and reported as it goes on."""

from dataclasses import replace

from game.classroom.client.states import SeatLink, Seen
from game.records.folder import Folder
from game.records.running import RunningLevel
from game.records.saves import load_save
from game.story.level import Level
from game.story.playthrough import Playthrough, replay, shortened


class SeatStory:
    """Holds the story while the seat has one."""

    def __init__(self, folder: Folder, link: SeatLink) -> None:
        """`folder` is for this class alone: a story that could not be reported yet survives in it."""
        self._folder = folder
        self._link = link
        self._reported: Playthrough | None = None
        self.running: RunningLevel | None = None

    def take_up(self, level: Level, seen: Seen) -> RunningLevel | None:
        """Return the story of a seat, from here if it went farther here; None if the seat has none on this level."""
        known = seen.story
        if known is None or (known.level, known.version) != (level.id, level.version):
            return None
        if self.running and is_same(self.running.playthrough, known):
            return self.running
        saved = load_save(self._folder, level.id)
        story = saved if saved and is_same(saved, known) else known
        self._reported = None
        self.running = RunningLevel(level, shortened(story, replay(level, story)), self._folder)
        return self.running

    def report(self) -> None:
        """Tell the class what is new. Costs nothing where nothing is."""
        if self.running and self.running.playthrough is not self._reported:
            self._reported = self.running.playthrough
            self._link.report(self._reported)

    def forget(self) -> None:
        """Keep nothing: the seat is gone, or the class is over."""
        if self.running:
            self.running.close()
        self.running, self._reported = None, None


def is_same(story: Playthrough, known: Playthrough) -> bool:
    """Say whether two playthroughs are of one story: begun alike, on the same edition of the level."""
    return replace(story, actions=()) == replace(known, actions=())
