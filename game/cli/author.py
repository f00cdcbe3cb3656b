"""The commands of authors: `check`, `report`, `new`, `preview`."""

import argparse
import sys
from pathlib import Path

from game.cli.common import (
    GOOD,
    Commands,
    Say,
    add_levels_dir,
    add_window,
    catalog,
    expect_levels,
    level_names,
    misused,
    new_command,
)


def add_commands(commands: "Commands[argparse.ArgumentParser]", say: Say) -> None:
    """Add them to the command line."""
    _add_check(new_command(commands, "check", say), say)
    _add_report(new_command(commands, "report", say), say)
    _add_preview(new_command(commands, "preview", say), say)
    _add_new(new_command(commands, "new", say), say)


def _add_check(check: argparse.ArgumentParser, say: Say) -> None:
    check.set_defaults(command=_check)
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=say("cli.paths"))
    check.add_argument("--format", choices=("text", "json"), default="text", help=say("cli.format"))


def _check(given: argparse.Namespace) -> int:
    from game.report.check import check

    for path in given.paths:
        if not path.exists():
            misused(catalog()("cli.no_file", given=path))
    return check(given.paths, as_json=given.format == "json", write=sys.stdout.write)


def _add_report(report: argparse.ArgumentParser, say: Say) -> None:
    report.set_defaults(command=_report)
    report.add_argument("only", nargs="*", metavar="LEVEL", help=say("cli.report_levels"))
    report.add_argument("--out", type=Path, default=Path("build/report"), metavar="DIR", help=say("cli.out"))
    add_levels_dir(report, say)


def _report(given: argparse.Namespace) -> int:
    from game.report.report import report

    expect_levels(given.only, level_names(given.levels))
    return report(given.levels, given.only, given.out, sys.stdout.write)


def _add_preview(preview: argparse.ArgumentParser, say: Say) -> None:
    preview.set_defaults(command=_preview)
    preview.add_argument("level", metavar="LEVEL[:PASSAGE]", help=say("cli.preview_level"))
    add_window(preview, say)
    add_levels_dir(preview, say)


def _preview(given: argparse.Namespace) -> int:
    from game.app.preview import preview_in_window
    from game.desktop.loop import NoDisplayError
    from game.options import PreviewOptions
    from game.story.ids import LevelId

    level, _, place = given.level.partition(":")
    expect_levels([level], level_names(given.levels))
    try:
        return preview_in_window(PreviewOptions(given.levels, LevelId(level), place, given.size, given.text_scale))
    except NoDisplayError:
        misused(catalog()("cli.no_window", level=level))


def _add_new(new: argparse.ArgumentParser, say: Say) -> None:
    new.set_defaults(command=_new)
    new.add_argument("level", metavar="LEVEL", help=say("cli.new_level"))
    add_levels_dir(new, say)


def _new(given: argparse.Namespace) -> int:
    from game.report.new import RefusedError, begin_level

    try:
        begin_level(given.levels, given.level, catalog(), sys.stdout.write)
    except RefusedError as refused:
        misused(str(refused))
    return GOOD
