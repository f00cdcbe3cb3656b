"""The command line: reads what is asked for, then hands over to the part of the game that does it.

A part is imported only when its command is run, and the catalog is read only when there is something to say here:
`play` has a window to open, and somebody waits for it.
"""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from game import __version__
from game.modes import HOME, MODES
from game.options import SMALLEST_SIZE, PlayOptions
from game.paths import assets_dir, levels_dir

if TYPE_CHECKING:
    from game.content.words import Words

GOOD, FAULTY, MISUSED = 0, 1, 2
"""Exit codes: all is well; the content has errors; the command line is wrong."""

LARGEST_SIZE = (7680, 4320)
LARGEST_PORT = 65535
_HELP = ("-h", "--help")
_VERSION = "--version"
_PROGRAM = "before-you-go"
_Say = Callable[..., str]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command in the arguments, or in those of the process, and exit with its code."""
    _accept_all_letters()
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = GOOD
    except BrokenPipeError:
        # Who read us has left, as in `... | head`. Python would complain once more when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = GOOD
    sys.exit(code)


def _run(arguments: Sequence[str]) -> int:
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in (*_HELP, _VERSION)):
        arguments = ("play", *arguments)
    parser = _parser(_catalog() if any(each in _HELP for each in arguments) else _silence)
    given = parser.parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = given.command
    return command(given)


# ------------------------------------------------------------------------------------------------------------ commands


def _play(given: argparse.Namespace) -> int:
    options = _play_options(given)
    if given.terminal:
        return _play_as_text(options)
    gc.disable()  # until the first picture is there: all that is made before it is there to stay
    from game.app import NoDisplayError, play_in_window

    try:
        return play_in_window(options)
    except NoDisplayError:
        gc.enable()
        sys.stdout.write(_catalog()("terminal.no_display") + "\n")
        return _play_as_text(options)


def _play_options(given: argparse.Namespace) -> "PlayOptions":
    from game.story.ids import LevelId

    if given.level is not None:
        from game.content.library import TEMPLATE

        _expect_levels([given.level], _level_names(given.levels) - {TEMPLATE})
    return PlayOptions(
        levels_dir=given.levels,
        level=None if given.level is None else LevelId(given.level),
        mode=MODES[given.mode],
        size=given.size,
        fullscreen=given.fullscreen,
        text_scale=given.text_scale,
        data_dir=given.data,
    )


def _play_as_text(options: "PlayOptions") -> int:
    from game.terminal.console import Console
    from game.terminal.front import play_in_terminal

    words, has_terminal = _catalog(), sys.stdin is not None and sys.stdin.isatty()
    console = Console(_typed_lines(), sys.stdout.write, width=_width(), echoes=not has_terminal)
    code = play_in_terminal(options, words, console)
    if console.was_answered or has_terminal or code != GOOD:
        return code
    from game.terminal.demonstration import demonstrate

    console.say(words("terminal.nobody"))
    return demonstrate(options, words, console)


def _check(given: argparse.Namespace) -> int:
    from game.report.check import check

    for path in given.paths:
        if not path.exists():
            _misused(_catalog()("cli.no_file", given=path))
    return check(given.paths, as_json=given.format == "json", write=sys.stdout.write)


def _report(given: argparse.Namespace) -> int:
    from game.report.report import report

    _expect_levels(given.only, _level_names(given.levels))
    return report(given.levels, given.only, given.out, sys.stdout.write)


def _new(given: argparse.Namespace) -> int:
    from game.report.new import RefusedError, begin_level

    try:
        begin_level(given.levels, given.level, _catalog(), sys.stdout.write)
    except RefusedError as refused:
        _misused(str(refused))
    return GOOD


def _preview(given: argparse.Namespace) -> int:
    from game.app import NoDisplayError, preview_in_window
    from game.options import PreviewOptions
    from game.story.ids import LevelId

    level, _, place = given.level.partition(":")
    _expect_levels([level], _level_names(given.levels))
    try:
        return preview_in_window(PreviewOptions(given.levels, LevelId(level), place, given.size, given.text_scale))
    except NoDisplayError:
        _misused(_catalog()("cli.no_window", level=level))


def _portal(given: argparse.Namespace) -> int:
    from game.portal.app import Options
    from game.portal.server import CannotStartError, run_portal

    try:
        run_portal(Options(assets_dir() / "portal", given.data or ":memory:", given.port, has_faults=given.faults))
    except CannotStartError as error:
        _misused(_catalog()("cli.no_portal", why=error))
    return GOOD


def _giving_keygen(given: argparse.Namespace) -> int:
    from game.giving.signing import SigningError, make_key, public_path

    try:
        public = make_key(given.key)
    except SigningError as error:
        _misused(str(error))
    told = _catalog()("giving_check.made", private=given.key, public=public_path(given.key), key=public.fingerprint)
    sys.stdout.write(told + "\n")
    return GOOD


def _giving_sign(given: argparse.Namespace) -> int:
    from game.giving.signing import SigningError, sign, signature_path

    try:
        public = sign(given.config, given.key)
    except SigningError as error:
        _misused(str(error))
    told = _catalog()("giving_check.was_signed", signature=signature_path(given.config), key=public.fingerprint)
    sys.stdout.write(told + "\n")
    return GOOD


def _giving_check(given: argparse.Namespace) -> int:
    from game.giving.check_config import check_now

    keys = given.trust or assets_dir() / "giving" / "trusted-keys.txt"
    works = check_now(given.config, keys, _catalog(), sys.stdout.write, is_online=given.online)
    return GOOD if works else FAULTY


def _expect_levels(wanted: Sequence[str], known: Set[str]) -> None:
    for level in wanted:
        if level not in known:
            _misused(_catalog()("cli.no_level", given=level, levels=", ".join(sorted(known))))


def _level_names(folder: Path) -> Set[str]:
    """Return the levels that have a folder, with faults or without: reading them takes longer."""
    return {path.parent.name for path in folder.glob("*/level.yaml")}


# ------------------------------------------------------------------------------------------------- standard streams


def _accept_all_letters() -> None:
    """Keep a letter that the terminal does not know from ending the game: it is shown as a question mark."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")


def _typed_lines() -> Iterator[str]:
    """Yield the lines of standard input. All that was written is shown before each."""
    while sys.stdin is not None:
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            return
        yield line


def _width() -> int:
    try:
        return os.get_terminal_size().columns - 1
    except (OSError, ValueError):  # not a terminal
        return LARGEST_SIZE[0]


# ------------------------------------------------------------------------------------------------------ the parser


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong, instead of repeating how everything is used."""

    def error(self, message: str) -> NoReturn:
        _misused(message)


def _misused(message: str) -> NoReturn:
    sys.stderr.write(f"{_PROGRAM}: {message}\n")
    sys.exit(MISUSED)


def _parser(say: _Say) -> argparse.ArgumentParser:
    parser = _Parser(_PROGRAM, description=say("cli.about"), allow_abbrev=False)
    parser.add_argument(_VERSION, action="version", version=f"{_PROGRAM} {__version__}", help=say("cli.version"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_play(commands.add_parser("play", help=say("cli.play"), description=say("cli.play"), allow_abbrev=False), say)
    _add_check(commands.add_parser("check", help=say("cli.check"), description=say("cli.check")), say)
    _add_report(commands.add_parser("report", help=say("cli.report"), description=say("cli.report")), say)
    preview = commands.add_parser("preview", help=say("cli.preview"), description=say("cli.preview"))
    _add_preview(preview, say)
    _add_new(commands.add_parser("new", help=say("cli.new"), description=say("cli.new")), say)
    _add_portal(commands.add_parser("portal", help=say("cli.portal"), description=say("cli.portal")), say)
    _add_giving(commands.add_parser("giving", help=say("cli.giving"), description=say("cli.giving")), say)
    return parser


def _add_play(play: argparse.ArgumentParser, say: _Say) -> None:
    play.set_defaults(command=_play)
    play.add_argument("level", nargs="?", metavar="LEVEL", help=say("cli.level"))
    play.add_argument("--terminal", action="store_true", help=say("cli.terminal"))
    play.add_argument("--mode", choices=tuple(MODES), default=HOME.name, help=say("cli.mode"))
    _add_window(play, say)
    play.add_argument("--fullscreen", action="store_true", help=say("cli.fullscreen"))
    _add_levels_dir(play, say)
    play.add_argument("--data", type=Path, metavar="DIR", help=say("cli.data_dir"))


def _add_check(check: argparse.ArgumentParser, say: _Say) -> None:
    check.set_defaults(command=_check)
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=say("cli.paths"))
    check.add_argument("--format", choices=("text", "json"), default="text", help=say("cli.format"))


def _add_report(report: argparse.ArgumentParser, say: _Say) -> None:
    report.set_defaults(command=_report)
    report.add_argument("only", nargs="*", metavar="LEVEL", help=say("cli.report_levels"))
    report.add_argument("--out", type=Path, default=Path("build/report"), metavar="DIR", help=say("cli.out"))
    _add_levels_dir(report, say)


def _add_new(new: argparse.ArgumentParser, say: _Say) -> None:
    new.set_defaults(command=_new)
    new.add_argument("level", metavar="LEVEL", help=say("cli.new_level"))
    _add_levels_dir(new, say)


def _add_portal(portal: argparse.ArgumentParser, say: _Say) -> None:
    portal.set_defaults(command=_portal)
    portal.add_argument("--port", type=_port, default=0, metavar="N", help=say("cli.port"))
    portal.add_argument("--data", metavar="FILE", help=say("cli.portal_data"))
    portal.add_argument("--faults", action="store_true", help=say("cli.faults"))


def _add_giving(giving: argparse.ArgumentParser, say: _Say) -> None:
    commands = giving.add_subparsers(required=True, metavar="COMMAND")
    keygen = commands.add_parser("keygen", help=say("cli.keygen"), description=say("cli.keygen"))
    keygen.set_defaults(command=_giving_keygen)
    keygen.add_argument("key", type=Path, metavar="FILE", help=say("cli.new_key"))
    sign = commands.add_parser("sign", help=say("cli.sign"), description=say("cli.sign"))
    sign.set_defaults(command=_giving_sign)
    sign.add_argument("config", type=Path, metavar="CONFIG", help=say("cli.to_sign"))
    sign.add_argument("--key", type=Path, required=True, metavar="FILE", help=say("cli.private_key"))
    check = commands.add_parser("check", help=say("cli.check_giving"), description=say("cli.check_giving"))
    check.set_defaults(command=_giving_check)
    check.add_argument("config", type=Path, metavar="CONFIG", help=say("cli.giving_config"))
    check.add_argument("--online", action="store_true", help=say("cli.online"))
    check.add_argument("--trust", type=Path, metavar="FILE", help=say("cli.trust"))


def _add_preview(preview: argparse.ArgumentParser, say: _Say) -> None:
    preview.set_defaults(command=_preview)
    preview.add_argument("level", metavar="LEVEL[:PASSAGE]", help=say("cli.preview_level"))
    _add_window(preview, say)
    _add_levels_dir(preview, say)


def _add_window(command: argparse.ArgumentParser, say: _Say) -> None:
    command.add_argument("--size", type=_size, metavar="WxH", help=say("cli.size"))
    command.add_argument("--text-scale", type=_text_scale, metavar="N", help=say("cli.text_scale"))


def _add_levels_dir(command: argparse.ArgumentParser, say: _Say) -> None:
    command.add_argument("--levels", type=_folder, default=levels_dir(), metavar="DIR", help=say("cli.levels_dir"))


def _size(given: str) -> tuple[int, int]:
    width, _, height = given.lower().partition("x")
    if width.isdecimal() and height.isdecimal():
        size = int(width), int(height)
        if all(least <= each <= most for least, each, most in zip(SMALLEST_SIZE, size, LARGEST_SIZE, strict=True)):
            return size
    least, most = (f"{width}x{height}" for width, height in (SMALLEST_SIZE, LARGEST_SIZE))
    raise argparse.ArgumentTypeError(_catalog()("cli.bad_size", given=given, least=least, most=most))


def _text_scale(given: str) -> float:
    try:
        scale = float(given)
    except ValueError:
        scale = 0.0
    if 1.0 <= scale <= 2.0:
        return scale
    raise argparse.ArgumentTypeError(_catalog()("cli.bad_scale", given=given))


def _port(given: str) -> int:
    if given.isdecimal() and int(given) <= LARGEST_PORT:
        return int(given)
    raise argparse.ArgumentTypeError(_catalog()("cli.bad_port", given=given, most=LARGEST_PORT))


def _folder(given: str) -> Path:
    if Path(given).is_dir():
        return Path(given)
    raise argparse.ArgumentTypeError(_catalog()("cli.no_folder", given=given))


def _silence(_text_id: str) -> str:
    return ""


def _catalog() -> "Words":
    from game.content.words import load_words

    return load_words(assets_dir() / "words" / "en.yaml")
