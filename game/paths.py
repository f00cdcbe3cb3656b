"""Where the game finds its data folders, in a checkout and installed, and where a player's records usually are."""

from pathlib import Path

_CODE = Path(__file__).resolve().parent


def levels_dir() -> Path:
    """The folder with the levels, the messages and the campaign."""
    return _data_dir("levels")


def assets_dir() -> Path:
    """The folder with the sets, props, figures, sounds and words of the game."""
    return _data_dir("assets")


def user_data_dir() -> Path:
    """The folder in which this player's saves, settings and progress are usually kept; it may not exist yet."""
    # Whoever names a folder of their own, and every kiosk, starts without this library.
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("before-you-go", appauthor=False)


def picture_dirs() -> tuple[Path, ...]:
    """The folders in which this player looks for pictures, the best first; any of them may not exist."""
    from platformdirs import user_documents_path, user_pictures_path  # noqa: PLC0415

    return (user_pictures_path(), user_documents_path())


def _data_dir(name: str) -> Path:
    # The installed folder comes first: a checkout never has one, while anything may lie above an installed package.
    installed = _CODE / "_data" / name
    return installed if installed.is_dir() else _CODE.parent / name
