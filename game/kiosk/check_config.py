"""Tells an operator, line by line, what of a kiosk works."""

from collections.abc import Callable, Iterator
from pathlib import Path

from game.content.faults import shown
from game.content.words import Words
from game.kiosk.config import KioskConfig, KioskConfigError, read_kiosk_config
from game.kiosk.hours import ALWAYS_OPEN
from game.kiosk.machine import Machine
from game.kiosk.places import data_folder

Line = tuple[bool | None, str]
"""Whether something works, or None where it is only told; and what."""

LEAST_FREE_MB = 200
_MOST_LAST_LINES = 12


def check_kiosk(
    file: Path, words: Words, write: Callable[[str], object], machine: Machine, *, starts_game: bool
) -> bool:
    """Write what works and what does not. Returns whether all of it works."""
    try:
        config = read_kiosk_config(file)
    except KioskConfigError as error:
        write(f"{error}\n{words('kiosk_ops.refused')}\n")
        return False
    all_works = True
    for works, text in _Checker(file, config, words, machine).lines(starts_game=starts_game):
        mark = "" if works is None else words("kiosk_ops.works" if works else "kiosk_ops.fails")
        write(f"{mark:<5} {text}\n")
        all_works = all_works and works is not False
    write(words("kiosk_ops.all_works" if all_works else "kiosk_ops.not_all_works", file=shown(file)) + "\n")
    return all_works


class _Checker:
    def __init__(self, file: Path, config: KioskConfig, words: Words, machine: Machine) -> None:
        self._file = file
        self._config = config
        self._words = words
        self._machine = machine

    def lines(self, *, starts_game: bool) -> Iterator[Line]:
        yield from self._set_up()
        yield from self._permissions()
        yield from self._disk()
        yield self._port()
        yield from self._devices()
        if starts_game:
            yield from self._start()

    def _set_up(self) -> Iterator[Line]:
        config, words = self._config, self._words
        yield True, words("kiosk_ops.is_read", path=config.path)
        yield None, words("kiosk_ops.always_open" if config.hours == ALWAYS_OPEN else "kiosk_ops.has_hours")
        yield None, words("kiosk_ops.gives" if config.giving else "kiosk_ops.gives_not")

    def _permissions(self) -> Iterator[Line]:
        words, folder = self._words, self._file.absolute().parent
        if self._machine.anybody_may_write(self._file):
            yield False, words("kiosk_ops.writable", file=shown(self._file))
        elif self._machine.anybody_may_write(folder):
            yield False, words("kiosk_ops.folder_writable", folder=folder)
        else:
            yield True, words("kiosk_ops.private")

    def _disk(self) -> Iterator[Line]:
        words, folder = self._words, data_folder(self._config)
        why = self._machine.why_not_written(folder)
        if why is None:
            yield True, words("kiosk_ops.keeps", folder=folder)
        else:
            yield False, words("kiosk_ops.keeps_not", folder=folder, why=why)
        free = self._machine.free_mb(folder)
        if free is None:
            yield None, words("kiosk_ops.disk_unknown")
        elif free < LEAST_FREE_MB:
            yield False, words("kiosk_ops.disk_small", free=free, least=LEAST_FREE_MB)
        else:
            yield True, words("kiosk_ops.disk", free=free)

    def _port(self) -> Line:
        port = self._config.health_port
        if port == 0:
            return None, self._words("kiosk_ops.port_none")
        is_free = self._machine.port_is_free(port)
        return is_free, self._words("kiosk_ops.port_free" if is_free else "kiosk_ops.port_taken", port=port)

    def _devices(self) -> Iterator[Line]:
        words, devices = self._words, self._machine.devices()
        if devices.display is None:
            yield False, words("kiosk_ops.no_display")
        else:
            driver, width, height = devices.display
            yield True, words("kiosk_ops.display", driver=driver, width=width, height=height)
        if devices.sound is None:
            yield None, words("kiosk_ops.no_sound")
        else:
            yield True, words("kiosk_ops.sound", driver=devices.sound)

    def _start(self) -> Iterator[Line]:
        start = self._machine.start(self._file, self._config)
        if start.seconds is not None:
            yield True, self._words("kiosk_ops.starts", seconds=f"{start.seconds:.1f}")
            return
        yield False, self._words("kiosk_ops.starts_not")
        for line in start.last_lines[-_MOST_LAST_LINES:]:
            yield None, line
