"""The command `lesson`: lesson plans as files."""

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple

from game.classroom.paper.lesson_plan import lesson_plan
from game.content.faults import shown
from game.content.library import Library, load_library
from game.content.words import Words
from game.story.ids import LevelId
from game.story.level import Level

Form = Literal["a4", "letter", "html"]


class FaultyLevelError(Exception):
    """A level that was asked for has errors. The catcher says so and ends."""

    def __init__(self, level: str) -> None:
        super().__init__(level)
        self.level = level


class LessonFiles(NamedTuple):
    """Where levels come from, where plans go, and in which form."""

    levels_dir: Path
    out: Path
    form: Form


def write_lessons(files: LessonFiles, only: Sequence[str], words: Words, write: Callable[[str], object]) -> None:
    """Write a plan for each level; without names, for all levels of the campaign, in its order.

    Raises:
        FaultyLevelError: a level cannot be used; nothing has been written.
        OSError: a file cannot be written; those before it are whole.

    """
    now = datetime.now(UTC)
    library = load_library(files.levels_dir, now.date())
    levels = [_level(library, name) for name in only] if only else _campaign(library)
    files.out.mkdir(parents=True, exist_ok=True)
    for level in levels:
        path = files.out / f"{level.id}.{'html' if files.form == 'html' else 'pdf'}"
        _replace(path, _plan(level, library, words, files.form, now))
        write(f"wrote {shown(path)}\n")


def _level(library: Library, name: str) -> Level:
    level = library.levels.get(LevelId(name))
    if level is None:
        raise FaultyLevelError(name)
    return level


def _campaign(library: Library) -> list[Level]:
    return [library.levels[name] for chapter in library.campaign.chapters for name in chapter.levels]


def _plan(level: Level, library: Library, words: Words, form: Form, now: datetime) -> bytes:
    document = lesson_plan(level, library.messages, words)
    # Whoever writes pages does not wait for what sets type, and the other way round.
    if form == "html":
        from game.classroom.paper.page import page_of  # noqa: PLC0415

        return page_of(document).encode()
    from game.classroom.paper.pdf import pdf_of  # noqa: PLC0415

    return pdf_of(document, words, form, now)


def _replace(path: Path, body: bytes) -> None:
    """Write a file so that it is whole or not there, whatever happens meanwhile."""
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(body)
    os.replace(part, path)  # noqa: PTH105 (the same on every system)
