"""The three places the game is played in, as values: what differs between them is asked here and nowhere else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mode:
    """What a player may do, and what the game keeps."""

    name: str
    may_quit: bool
    """Whether the player can close the game."""
    may_donate: bool
    """Whether giving is offered; never to a class."""
    all_open: bool
    """Whether every story is open from the start, instead of one chapter after another."""
    keeps_records: bool
    """Whether saves, settings and progress are written to disk."""
    idle_reset_s: float | None
    """After how many seconds without input the game starts over for the next visitor; None for never."""


HOME = Mode("home", may_quit=True, may_donate=True, all_open=False, keeps_records=True, idle_reset_s=None)
CLASSROOM = Mode("classroom", may_quit=True, may_donate=False, all_open=True, keeps_records=True, idle_reset_s=None)
KIOSK = Mode("kiosk", may_quit=False, may_donate=True, all_open=True, keeps_records=False, idle_reset_s=60.0)

MODES = {mode.name: mode for mode in (HOME, CLASSROOM, KIOSK)}
