"""What every screen can do, and what it can ask for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from game.canvas.canvas import Canvas
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View


@dataclass(frozen=True, slots=True)
class Stay:
    """Remain on this screen; it is drawn anew."""

    sounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Push:
    """Put a screen on top of this one."""

    screen: "Screen"
    sounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Replace:
    """Put a screen in the place of this one."""

    screen: "Screen"
    sounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pop:
    """Go back to the screen below; from the lowest one the game is left, where the mode allows it."""

    sounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Home:
    """Go back to the lowest screen, the title, and put others on top of it: the last of them is what players see."""

    screens: "tuple[Screen, ...]" = ()
    sounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the game, where the mode allows it."""

    sounds: tuple[str, ...] = ()


Transition = Stay | Push | Replace | Pop | Home | Quit


class QuickExitPractice:
    """Marks the one screen on which the quick exit is tried out: there the command arrives at the screen."""


class HelpPage:
    """Marks the page of help: there the wish for help arrives at the screen, which is that already."""


class Pace(StrEnum):
    """How long somebody may look at a screen without doing anything, where the game asks whether they are there."""

    USUAL = "usual"
    READING = "reading"
    """There is much to read, or something to do with a phone meanwhile."""
    DONE = "done"
    """There is nothing left to do here."""
    SILENT = "silent"
    """Nothing is asked: the screen shows nothing of the game, and that shall stay so."""


@runtime_checkable
class Paced(Protocol):
    """A screen that is not of the usual pace."""

    @property
    def pace(self) -> Pace:
        """How long it may be looked at now."""
        ...


@runtime_checkable
class Foreseeing(Protocol):
    """A screen that knows what it will have to paint soon."""

    def prepare(self, canvas: Canvas, frame: Frame) -> bool:
        """Do a small part of it now, while nothing else happens; return False when nothing is left to do."""
        ...


@runtime_checkable
class Writable(Protocol):
    """A screen with a field to write in."""

    def write(self, control_id: str, text: str) -> Transition:
        """The player changed the text of a field to this one."""
        ...


@runtime_checkable
class Leavable(Protocol):
    """A screen that has something to end when it goes for good, in whatever way."""

    def left(self) -> None:
        """The screen is gone. This must not wait for anything."""
        ...


class Screen(Protocol):
    """One screen. It decides nothing about windows, files, or time: all that comes in.

    The application handles help, mute, full screen and the quick exit on every screen; whatever else a player wants
    arrives here.
    """

    def view(self, frame: Frame) -> View:
        """Return what to show now. Called after every change and in every animation frame; must be fast."""
        ...

    def use(self, control_id: str, step: int) -> Transition:
        """The player used a control. `step` is -1 or +1 when a stepper was moved, and 0 otherwise."""
        ...

    def command(self, command: Command) -> Transition:
        """The player pressed the key of a wish that the application leaves to the screen."""
        ...

    def back(self) -> Transition:
        """The player wants out of this screen."""
        ...

    def wakes_s(self, now_s: float) -> float | None:
        """Return when this screen changes by itself, on the application's clock, or None for never.

        The application draws the screen then, and sleeps until then.
        """
        ...
