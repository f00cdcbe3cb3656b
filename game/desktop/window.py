"""The window itself: as large as the screen or the player wants, never scaled by anyone but us."""

import math
import os
import warnings
from collections.abc import Sequence

import pygame

from game.canvas.geometry import Rect
from game.options import SMALLEST_SIZE

START_SIZE = (1280, 720)
_UNSEEN = ("offscreen", "dummy")


class Window:
    """One resizable window. Its surface has the pixels of the screen, one to one."""

    def __init__(self, title: str, icon: pygame.Surface, size: tuple[int, int] = START_SIZE) -> None:
        """Open it. Raises pygame.error where there is no display."""
        pygame.display.init()
        if pygame.display.get_driver() in _UNSEEN and "SDL_VIDEODRIVER" not in os.environ:
            # Without a screen, SDL falls back to a window that nobody can see. Tests that want one name it.
            pygame.display.quit()
            raise pygame.error("there is no display")
        if pygame.display.get_driver() == "x11":
            # Otherwise SDL shows plain surfaces by way of OpenGL, which takes 100 MB and 0.1 s more and is no faster.
            os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        pygame.display.set_caption(title)
        pygame.display.set_icon(icon)
        self.surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        # Otherwise the input method of the desktop swallows letters while it waits for a word.
        pygame.key.stop_text_input()
        self._size = size
        self._fullscreen = False
        with warnings.catch_warnings():
            # pygame-ce wants to leave this way, but offers no other one to a window that is updated in parts.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._frame = pygame.Window.from_display_module()
        self._frame.minimum_size = SMALLEST_SIZE

    @property
    def fullscreen(self) -> bool:
        """Whether it covers the screen."""
        return self._fullscreen

    def resized(self) -> bool:
        """Has the window got another size since this was asked last? Its surface then has new pixels."""
        self.surface = pygame.display.get_surface() or self.surface
        before, self._size = self._size, self.surface.get_size()
        return before != self._size

    def toggle_fullscreen(self) -> None:
        """Cover the screen at its own resolution, or go back to the size before.

        Leaving by another set_mode() would keep the size of the screen under X11.
        """
        if self._fullscreen:
            self._frame.set_windowed()
        else:
            self._frame.set_fullscreen(desktop=True)
        self._fullscreen = not self._fullscreen

    def hold(self) -> None:
        """Keep the keys with which a desktop switches windows, as far as it lets go of them."""
        self._frame.grab_keyboard = True

    def cover(self) -> None:
        """Cover the screen for good. Where nothing manages windows, a window that only asks to do so stays small."""
        self.surface = pygame.display.set_mode(pygame.display.get_desktop_sizes()[0], pygame.NOFRAME)
        self._frame.position = (0, 0)
        if not self._fullscreen:
            self.toggle_fullscreen()

    def disguise(self, title: str, icon: pygame.Surface) -> None:
        """Look like another program: another title and icon, not covering the screen."""
        if self._fullscreen:
            self.toggle_fullscreen()
        pygame.display.set_caption(title)
        pygame.display.set_icon(icon)

    def present(self, areas: Sequence[Rect] | None = None) -> None:
        """Show what was painted in these areas, or everything for None."""
        if areas is None:
            pygame.display.flip()
        elif areas:
            pygame.display.update([_covered(area) for area in areas])

    def close(self) -> None:
        """The window is gone afterwards."""
        pygame.display.quit()


def _covered(area: Rect) -> tuple[int, int, int, int]:
    """All pixels that the area touches."""
    left, top = math.floor(area.x), math.floor(area.y)
    return (left, top, math.ceil(area.right) - left, math.ceil(area.bottom) - top)
