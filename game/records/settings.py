"""How the player wants the game to look, sound and move."""

from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Final

from game.records.folder import Folder, RecordsError

_NAME: Final = "settings"
TEXT_SCALES: Final = (1.0, 1.25, 1.5, 1.75, 2.0)
_RANGES: Final = {"text_scale": (TEXT_SCALES[0], TEXT_SCALES[-1]), "volume": (0.0, 1.0)}


class TextSpeed(StrEnum):
    """How fast a passage appears."""

    SLOW = "slow"
    NORMAL = "normal"
    FAST = "fast"
    INSTANT = "instant"


@dataclass(frozen=True, slots=True)
class Settings:
    """One player's settings. `volume` is from 0 to 1, `text_scale` from 1 to 2."""

    text_scale: float = 1.0
    high_contrast: bool = False
    reduced_motion: bool = False
    text_speed: TextSpeed = TextSpeed.NORMAL
    volume: float = 0.7
    muted: bool = False
    show_keys: bool = True
    """Whether buttons show the key that presses them."""
    knows_quick_exit: bool = False
    """Whether the player has been told about the quick exit."""
    shares_with: str = ""
    """For whom learning records are kept, by the name that the player was told; empty for nobody."""


def load_settings(folder: Folder) -> Settings:
    """Return the kept settings; whatever is missing, of another kind or out of range has its usual value."""
    kept = folder.read(_NAME)
    if not isinstance(kept, dict):
        return Settings()
    usual = asdict(Settings())
    values = {name: kept[name] for name, value in usual.items() if _is_usable(name, kept.get(name), value)}
    speed = TextSpeed(values.pop("text_speed", TextSpeed.NORMAL))
    return Settings(**values, text_speed=speed)


def save_settings(folder: Folder, settings: Settings) -> None:
    """Keep the settings.

    Raises:
        RecordsError: they cannot be kept.

    """
    folder.write(_NAME, asdict(settings))


def _is_usable(name: str, value: object, usual: object) -> bool:
    match usual:
        case TextSpeed():
            return isinstance(value, str) and value in set(TextSpeed)
        case str():
            return isinstance(value, str)
        case bool():
            return isinstance(value, bool)
        case _:
            low, high = _RANGES[name]
            return isinstance(value, float) and low <= value <= high


class SettingsKeeper:
    """The settings now in use, and their record."""

    def __init__(self, folder: Folder, *, text_scale: float | None = None) -> None:
        """`text_scale`, if given, is used instead of the kept one."""
        self._folder = folder
        self._current = load_settings(folder)
        if text_scale is not None:
            self._current = replace(self._current, text_scale=text_scale)

    @property
    def current(self) -> Settings:
        """The settings now in use."""
        return self._current

    def change(self, settings: Settings) -> None:
        """Use other settings from now on; that they cannot be kept does not keep them from being used."""
        self._current = settings
        with suppress(RecordsError):
            save_settings(self._folder, settings)
