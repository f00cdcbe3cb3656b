"""Why a command is not taken."""

from enum import StrEnum


class Reason(StrEnum):
    """The values are those of `Notice` in `game.classroom.views.parts`."""

    WRONG_CODE = "wrong-code"
    FULL = "full"
    NOT_FITTING = "not-fitting"
    OLD_PAGE = "old-page"
    TIE = "tie"
    NO_SESSION = "no-session"
    ONE_SESSION = "one-session"
    DISK_FULL = "disk-full"


class RefusedError(Exception):
    """A command is not taken, and nothing has changed. The catcher shows the reason and the page as it is now."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
