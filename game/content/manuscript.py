"""A level while it is being written: read again whenever one of its files is saved, and never a reason to stop."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from game.content.asset_library import AssetLibrary
from game.content.assets import MOODS
from game.content.campaign import Campaign
from game.content.faults import Fault, FaultLog, shown
from game.content.helplines import read_helplines
from game.content.level_names import ArtNames, Known
from game.content.levels import LevelFile, read_level_file
from game.content.library import HELPLINES_NAME, LEVEL_FILE_NAME, MESSAGES_NAME, PLAYS_NAME, Library
from game.content.messages import Messages, read_messages
from game.content.plays import read_play
from game.content.rehearsal import rehearse
from game.story.level import Level

Stamps = tuple[tuple[Path, int, int, int], ...]
"""What changes when a file is saved, for each file there is."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the files say at one moment."""

    level: Level | None
    """None while there are errors in it, or in a message it uses."""
    faults: tuple[Fault, ...]
    """Those of the level and its plays, and the errors of the messages."""


def art_names(assets: AssetLibrary) -> ArtNames:
    """Return the names of all that can be shown."""
    return ArtNames(frozenset(assets.set_ids), frozenset(assets.figure_ids), frozenset(MOODS))


class Manuscript:
    """The files of one level in a folder of levels."""

    def __init__(self, levels_dir: Path, name: str, today: date, art: ArtNames | None = None) -> None:
        self.name = name
        self._folder = levels_dir / name
        self._messages_file = levels_dir / MESSAGES_NAME
        helplines = read_helplines(levels_dir / HELPLINES_NAME, FaultLog(""))
        self.library = Library({}, {}, Campaign(()), helplines, (), ())
        """What screens need to play the last version without errors: it alone, the messages, and who helps."""
        self._today = today
        self._art = art
        self._read: Stamps | None = None
        """The files as they were when they were last read."""
        self._messages: tuple[Stamps, Messages, tuple[Fault, ...]] | None = None

    def has_changed(self) -> bool:
        """Say whether a file was saved, made or removed since the last reading. Cheap: no file is opened."""
        return self._stamps() != self._read

    def read(self) -> Draft:
        """Read what there is. Files may be half written, or missing for a moment: that is a fault like any other."""
        self._read = self._stamps()  # before the reading: what is saved meanwhile is read next time
        messages, faults = self._read_messages()
        log = FaultLog(shown(self._folder / LEVEL_FILE_NAME))
        file = read_level_file(self._folder / LEVEL_FILE_NAME, Known(frozenset(messages.written), self._art), log)
        level = file.level if file and {*file.level.messages, *file.level.asks} <= messages.sound.keys() else None
        found = (*faults, *log.faults, *self._faults_in_plays(file))
        if level:
            self.library = replace(self.library, levels={level.id: level}, messages=messages.sound)
        return Draft(level, tuple(sorted(found)))

    def _read_messages(self) -> tuple[Messages, tuple[Fault, ...]]:
        """Read the messages if they were saved: there are many, and they seldom change while a level is written."""
        stamps = _stamps_of([self._messages_file])
        if self._messages is None or self._messages[0] != stamps:
            log = FaultLog(shown(self._messages_file))
            messages = read_messages(self._messages_file, self._today, log)
            errors = tuple(fault for fault in log.faults if fault.severity == "error")
            self._messages = stamps, messages, errors
        return self._messages[1:]

    def _faults_in_plays(self, file: LevelFile | None) -> list[Fault]:
        faults: list[Fault] = []
        for path in self._plays():
            log = FaultLog(shown(path))
            play = read_play(path, log)
            if play and file:
                rehearse(file.level, play, log)
            faults += log.faults
        return faults

    def _plays(self) -> list[Path]:
        return sorted((self._folder / PLAYS_NAME).glob("*.yaml"))

    def _stamps(self) -> Stamps:
        return _stamps_of([self._folder / LEVEL_FILE_NAME, self._messages_file, *self._plays()])


def _stamps_of(paths: list[Path]) -> Stamps:
    found = []
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue  # an editor that saves by renaming removes it for a moment
        found.append((path, status.st_ino, status.st_mtime_ns, status.st_size))
    return tuple(found)
