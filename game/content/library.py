"""Loads everything below `levels/` but the plays. What has errors is left out, and the rest can be played.

Reads files and nothing else: it may run on any thread.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from game.content.achievements import read_achievements
from game.content.campaign import Campaign, read_campaign
from game.content.faults import TOP, Fault, FaultLog, shown
from game.content.helplines import Helpline, read_helplines
from game.content.level_names import ArtNames, Known
from game.content.levels import LevelFile, read_level_file
from game.content.memory_checks import check_memory
from game.content.message_use import advise_on_use
from game.content.messages import Messages, read_messages
from game.content.plays import Play, read_play
from game.story.achievement import Achievement
from game.story.level import Level, LevelId, MessageId
from game.story.message import Message

LEVEL_FILE_NAME = "level.yaml"
MESSAGES_NAME = "messages.yaml"
CAMPAIGN_NAME = "campaign.yaml"
HELPLINES_NAME = "helplines.yaml"
ACHIEVEMENTS_NAME = "achievements.yaml"
PLAYS_NAME = "plays"
TEMPLATE = "template"
"""The folder that authors copy. It is checked, but never played."""


@dataclass(frozen=True, slots=True)
class Library:
    """What can be played, and every fault found on the way."""

    levels: Mapping[LevelId, Level]
    """The levels without errors, those outside the campaign included."""
    messages: Mapping[MessageId, Message]
    campaign: Campaign
    """Only chapters and levels that can be played."""
    helplines: tuple[Helpline, ...]
    achievements: tuple[Achievement, ...]
    faults: tuple[Fault, ...]


def load_library(levels_dir: Path, today: date, art: ArtNames | None = None) -> Library:
    """Return everything below a levels folder. `today` decides which messages are due to be looked at again.

    Without `art`, the names of sets, figures and moods are not checked.
    """
    loading = Loading(levels_dir, today, art)
    messages = loading.messages()
    folders = level_folders(levels_dir)
    files = {folder.name: loading.level(folder / LEVEL_FILE_NAME) for folder in folders}
    levels = {file.level.id: file.level for file in files.values() if file and _has_messages(file, messages)}
    for file in files.values():
        if file and not loading.remembers(file, levels, files):
            levels.pop(file.level.id, None)
    if len(levels) == len(folders):
        loading.advise(levels)
    campaign = loading.campaign([folder.name for folder in folders])
    loading.note_unlisted(folders, campaign)
    return Library(
        levels=levels,
        messages=messages.sound,
        campaign=campaign.only(levels),
        helplines=loading.helplines(),
        achievements=loading.achievements(),
        faults=tuple(sorted(loading.faults)),
    )


def level_folders(levels_dir: Path) -> list[Path]:
    """Return the folders that hold a level, in alphabetical order and without the template."""
    try:
        entries = sorted(levels_dir.iterdir())
    except OSError:
        return []  # the missing messages and campaign are faults already
    return [entry for entry in entries if entry.name != TEMPLATE and (entry / LEVEL_FILE_NAME).exists()]


@dataclass(slots=True)
class Loading:
    """Reads the files of one levels folder and keeps their faults."""

    levels_dir: Path
    today: date
    art: ArtNames | None
    faults: list[Fault] = field(default_factory=list)
    _messages: Messages | None = None

    def messages(self) -> Messages:
        """Return the messages; the file is read once."""
        if self._messages is None:
            log = self._log(self.levels_dir / MESSAGES_NAME)
            self._messages = read_messages(self.levels_dir / MESSAGES_NAME, self.today, log)
            self.faults += log.faults
        return self._messages

    def level(self, path: Path) -> LevelFile | None:
        """Return the level in a file, or None if it has errors."""
        log = self._log(path)
        file = read_level_file(path, Known(frozenset(self.messages().written), self.art), log)
        self.faults += log.faults
        return file

    def remembers(self, file: LevelFile, levels: Mapping[LevelId, Level], names: Iterable[str]) -> bool:
        """Say whether everything a level remembers of others is there."""
        log = self._log(self.levels_dir / file.level.id / LEVEL_FILE_NAME)
        check_memory(file, levels, names, log)
        self.faults += log.faults
        return not log.has_errors

    def plays(self, folder: Path) -> tuple[Play, ...]:
        """Return the plays of a level that have no errors."""
        found = []
        for path in sorted((folder / PLAYS_NAME).glob("*.yaml")):
            log = self._log(path)
            if play := read_play(path, log):
                found.append(play)
            self.faults += log.faults
        return tuple(found)

    def campaign(self, folders: list[str]) -> Campaign:
        """Return the campaign."""
        log = self._log(self.levels_dir / CAMPAIGN_NAME)
        campaign = read_campaign(self.levels_dir / CAMPAIGN_NAME, folders, log)
        self.faults += log.faults
        return campaign

    def helplines(self) -> tuple[Helpline, ...]:
        """Return the helplines."""
        log = self._log(self.levels_dir / HELPLINES_NAME)
        helplines = read_helplines(self.levels_dir / HELPLINES_NAME, log)
        self.faults += log.faults
        return helplines

    def achievements(self) -> tuple[Achievement, ...]:
        """Return the achievements."""
        log = self._log(self.levels_dir / ACHIEVEMENTS_NAME)
        achievements = read_achievements(self.levels_dir / ACHIEVEMENTS_NAME, log)
        self.faults += log.faults
        return achievements

    def advise(self, levels: Mapping[LevelId, Level]) -> None:
        """Note messages without a use."""
        log = self._log(self.levels_dir / MESSAGES_NAME)
        advise_on_use(self.messages(), levels.values(), log)
        self.faults += log.faults

    def note_unlisted(self, folders: list[Path], campaign: Campaign) -> None:
        """Note levels that no player can choose."""
        for folder in folders:
            if campaign.chapters and folder.name not in campaign.levels:
                log = self._log(folder / LEVEL_FILE_NAME)
                hint = f"add it to {CAMPAIGN_NAME}"
                log.add("level-not-listed", TOP, f"'{folder.name}' is in no chapter, so nobody can play it", hint)
                self.faults += log.faults

    def _log(self, path: Path) -> FaultLog:
        return FaultLog(shown(path))


def _has_messages(file: LevelFile, messages: Messages) -> bool:
    return {*file.level.messages, *file.level.asks} <= messages.sound.keys()
