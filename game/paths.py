"""Where the game's data folders lie: beside the code when installed, one folder further up in a checkout."""

from pathlib import Path

_CODE = Path(__file__).resolve().parent


def levels_dir() -> Path:
    """The folder with the levels, the messages and the campaign."""
    return _data_dir("levels")


def assets_dir() -> Path:
    """The folder with the sets, props, figures, sounds and words of the game."""
    return _data_dir("assets")


def _data_dir(name: str) -> Path:
    # The installed folder comes first: a checkout never has one, while anything may lie above an installed package.
    installed = _CODE / "_data" / name
    return installed if installed.is_dir() else _CODE.parent / name
