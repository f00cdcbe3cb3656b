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
    starts_over: bool
    """Whether one visitor follows another: who has gone is forgotten, and the game invites the next one."""
    ends_in_stories: bool
    """Whether a story that is left leads to the list of stories; otherwise to what can be done next."""


HOME = Mode(
    "home",
    may_quit=True,
    may_donate=True,
    all_open=False,
    keeps_records=True,
    starts_over=False,
    ends_in_stories=True,
)
CLASSROOM = Mode(
    "classroom",
    may_quit=True,
    may_donate=False,
    all_open=True,
    keeps_records=True,
    starts_over=False,
    ends_in_stories=True,
)
KIOSK = Mode(
    "kiosk",
    may_quit=False,
    may_donate=True,
    all_open=True,
    keeps_records=False,
    starts_over=True,
    ends_in_stories=False,
)

MODES = {mode.name: mode for mode in (HOME, CLASSROOM, KIOSK)}
