"""The command of teachers before a lesson: `lesson`."""

import argparse
import sys
from pathlib import Path

from game.cli.common import (
    GOOD,
    Commands,
    Say,
    add_levels_dir,
    catalog,
    expect_levels,
    level_names,
    misused,
    new_command,
)


def add_commands(commands: "Commands[argparse.ArgumentParser]", say: Say) -> None:
    """Add it to the command line."""
    lesson = new_command(commands, "lesson", say)
    lesson.set_defaults(command=_lesson)
    lesson.add_argument("only", nargs="*", metavar="LEVEL", help=say("cli.lesson_levels"))
    lesson.add_argument("--out", type=Path, required=True, metavar="DIR", help=say("cli.lesson_out"))
    lesson.add_argument("--paper", choices=("a4", "letter"), default="a4", help=say("cli.paper"))
    lesson.add_argument("--html", action="store_true", help=say("cli.html"))
    add_levels_dir(lesson, say)


def _lesson(given: argparse.Namespace) -> int:
    from game.classroom.paper.lessons import FaultyLevelError, LessonFiles, write_lessons
    from game.content.library import TEMPLATE

    expect_levels(given.only, level_names(given.levels) - {TEMPLATE})
    files = LessonFiles(given.levels, given.out, "html" if given.html else given.paper)
    try:
        write_lessons(files, given.only, catalog(), sys.stdout.write)
    except FaultyLevelError as faulty:
        misused(catalog()("cli.level_faults", level=faulty.level))
    except OSError as error:
        misused(catalog()("cli.cannot_write", given=given.out, why=error.strerror or error))
    return GOOD
