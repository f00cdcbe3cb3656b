"""The stack of screens at work: intents in, pictures out. It knows no device, so tests can run the whole game."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, assert_never

from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect, Size
from game.records.settings import Settings
from game.screens.chrome import HELP, MUTE, QUICK_EXIT
from game.screens.hidden import HiddenScreen
from game.screens.routes import Routes
from game.screens.screen import (
    Foreseeing,
    HelpPage,
    Home,
    Leavable,
    Pace,
    Paced,
    Pop,
    Push,
    QuickExitPractice,
    Quit,
    Replace,
    Screen,
    Stay,
    Transition,
    Writable,
)
from game.screens.services import Services
from game.ui.frame import Frame, low_reach
from game.ui.hand import Activated, Hand, handled, resting
from game.ui.intents import Back, Command, Intent
from game.ui.paint import paint_view
from game.ui.repaint import changed_areas
from game.ui.text import Typesetter
from game.ui.theme import LEAST_TARGET_PX, Contrast, Theme, make_theme
from game.ui.view import View
from game.ui.writing import Wrote


class Effects(Protocol):
    """What a device does beside showing pictures."""

    def play(self, sound: str) -> None:
        """Start a sound, if there is one of this name and a way to play it."""
        ...

    def set_volume(self, volume: float) -> None:
        """Set the volume, from 0 for silence to 1."""
        ...

    def toggle_fullscreen(self) -> None:
        """Cover the screen, or stop covering it."""
        ...

    def disguise(self, title: str) -> None:
        """Look like another program, in silence."""
        ...


@dataclass(frozen=True, slots=True)
class Fit:
    """How the place of a screen wants everything laid out, whatever its player sets."""

    target_px: float = LEAST_TARGET_PX
    """Least side of a control, in a window of 1280 x 720."""
    is_low: bool = False
    """Whether what is pressed lies where it is reached from a chair."""


ANYWHERE = Fit()


@dataclass(slots=True)
class _Layer:
    screen: Screen
    hand: Hand


class Runner:
    """The screens that are open, topmost last."""

    def __init__(
        self,
        first: Sequence[Screen],
        services: Services,
        routes: Routes,
        effects: Effects,
        type_: Typesetter,
        fit: Fit = ANYWHERE,
    ) -> None:
        """Begin with some screens, the topmost last."""
        self._layers = [_Layer(screen, Hand()) for screen in first]
        self._services = services
        self._routes = routes
        self._effects = effects
        self._type = type_
        self._fit = fit
        self._shown: tuple[View, Hand, Theme, Size] | None = None
        self._theme: tuple[tuple[Size, Settings], Theme] | None = None
        self._is_hidden = False
        self.use_volume()

    @property
    def is_over(self) -> bool:
        """Whether the game has been left."""
        return not self._layers

    @property
    def screen(self) -> Screen:
        """The screen that has the player's attention."""
        return self._layers[-1].screen

    def frame(self, size: Size, now_s: float) -> Frame:
        """Return what screens are shown in, as the settings want it."""
        wanted = (size, self._services.settings.current)
        if self._theme is None or self._theme[0] != wanted:
            self._theme = (wanted, _theme_for(*wanted, self._fit.target_px))
        return Frame(size, self._theme[1], self._type, now_s, low_reach(size) if self._fit.is_low else 1.0)

    def view(self, frame: Frame) -> View:
        """Return what is to be seen now."""
        return self.screen.view(frame)

    def focus(self, frame: Frame) -> str:
        """Return the id of the control that has the focus, or nothing where nothing can have it."""
        layer = self._layers[-1]
        return resting(layer.screen.view(frame), layer.hand).focus

    def handle(self, intent: Intent, frame: Frame) -> None:
        """Do what the player wants; nothing once the game has been left."""
        if self.is_over:
            return
        layer = self._layers[-1]
        reaction = handled(intent, layer.screen.view(frame), layer.hand, frame)
        layer.hand = reaction.hand
        match reaction.request:
            case None:
                pass
            case Activated(id=control_id, step=step):
                self._use(layer.screen, control_id, step)
            case Wrote(id=field_id, text=text):
                if isinstance(layer.screen, Writable):
                    self._follow(layer.screen.write(field_id, text))
            case Back():
                self._follow(layer.screen.back())
            case Command():
                self._obey(layer.screen, reaction.request)
            case _:
                assert_never(reaction.request)

    def paint(self, canvas: Canvas, frame: Frame) -> Sequence[Rect] | None:
        """Paint what changed since the last time and return where; None stands for everything."""
        layer = self._layers[-1]
        view = layer.screen.view(frame)
        layer.hand = resting(view, layer.hand)
        before, self._shown = self._shown, (view, layer.hand, frame.theme, frame.size)
        if before is None or before[2:] != (frame.theme, frame.size):
            paint_view(canvas, view, layer.hand, frame)
            return None
        areas = changed_areas((before[0], before[1]), (view, layer.hand), frame.theme)
        for area in areas:
            paint_view(canvas, view, layer.hand, frame, only=area)
        return areas

    def prepare(self, canvas: Canvas, frame: Frame) -> bool:
        """Do a small part of what will have to be painted soon; return False when nothing is left to do."""
        return isinstance(self.screen, Foreseeing) and self.screen.prepare(canvas, frame)

    def repaint(self) -> None:
        """Forget what was painted: the window has lost it."""
        self._shown = None

    @property
    def pace(self) -> Pace:
        """How long the screen may be looked at."""
        return self.screen.pace if isinstance(self.screen, Paced) else Pace.USUAL

    def use_volume(self) -> None:
        """Make it as loud as the player wants."""
        settings = self._services.settings.current
        self._effects.set_volume(0.0 if settings.muted else settings.volume)

    def cover(self, screen: Screen) -> None:
        """Put a screen over the one that is seen."""
        self._follow(Push(screen))

    def uncover(self) -> None:
        """Take the screen away that covers the others."""
        self._follow(Pop())

    def go_home(self) -> None:
        """Take everything away that lies over the lowest screen."""
        self._follow(Home())

    def leave(self) -> None:
        """End all screens and forget them: the game is over for whoever played it."""
        gone, self._layers, self._shown = self._layers, [], None
        _leave(gone)

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the screen changes by itself, or None for never."""
        return self.screen.wakes_s(now_s)

    def _use(self, screen: Screen, control_id: str, step: int) -> None:
        match control_id:
            case _ if control_id == HELP:
                self._obey(screen, Command.HELP)
            case _ if control_id == MUTE:
                self._obey(screen, Command.MUTE)
            case _ if control_id == QUICK_EXIT:
                self._obey(screen, Command.QUICK_EXIT)
            case _:
                self._follow(screen.use(control_id, step))

    def _obey(self, screen: Screen, command: Command) -> None:
        match command:
            case Command.QUICK_EXIT if not isinstance(screen, QuickExitPractice):
                self._hide()
            case Command.HELP if not self._is_hidden and not isinstance(screen, HelpPage):
                self._follow(Push(self._routes.help()))
            case Command.MUTE:
                settings = self._services.settings
                settings.change(replace(settings.current, muted=not settings.current.muted))
                self.use_volume()
            case Command.FULLSCREEN:
                self._effects.toggle_fullscreen()
            case _:
                self._follow(screen.command(command))

    def _hide(self) -> None:
        """Put a plain screen over everything at once; nothing is asked, nothing more is saved."""
        if not self._is_hidden:
            self._is_hidden = True
            self._effects.disguise(self._services.words("hidden.title"))
            gone, self._layers = self._layers, [_Layer(HiddenScreen(), Hand())]
            _leave(gone)

    def _follow(self, transition: Transition) -> None:
        for sound in transition.sounds:
            self._effects.play(sound)
        match transition:
            case Stay():
                self.use_volume()
            case Push(screen):
                self._layers.append(_Layer(screen, Hand()))
            case Replace(screen):
                gone, self._layers[-1:] = self._layers[-1:], [_Layer(screen, Hand())]
                _leave(gone)
            case Pop() if len(self._layers) > 1:
                _leave([self._layers.pop()])
            case Home(screens):
                gone, self._layers[1:] = self._layers[1:], [_Layer(screen, Hand()) for screen in screens]
                _leave(gone)
            case Quit() | Pop():
                if self._services.mode.may_quit:
                    gone, self._layers = self._layers, []
                    _leave(gone)
            case _:
                assert_never(transition)


def _leave(gone: Sequence[_Layer]) -> None:
    """Tell the screens that have gone, the topmost first."""
    for layer in reversed(gone):
        if isinstance(layer.screen, Leavable):
            layer.screen.left()


def _theme_for(size: Size, settings: Settings, target_px: float) -> Theme:
    contrast = Contrast.HIGH if settings.high_contrast else Contrast.NORMAL
    return make_theme(size, settings.text_scale, contrast, moves=not settings.reduced_motion, target_px=target_px)
