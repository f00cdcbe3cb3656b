"""Which key means what, and what is printed on it: the one table for the keyboard."""

from collections.abc import Mapping
from typing import NamedTuple

import pygame

from game.ui.intents import (
    Activate,
    Back,
    Clear,
    Command,
    Direction,
    Intent,
    Move,
    Next,
    Number,
    Previous,
    Scroll,
)

PAGE_NOTCHES = 6.0
"""A page key scrolls as far as so many notches of a wheel."""


class Binding(NamedTuple):
    """Keys with the same meaning, and what to call the first of them in a hint."""

    intent: Intent
    cap: str
    keys: tuple[int, ...]


BINDINGS = (
    Binding(Move(Direction.LEFT), "←", (pygame.K_LEFT,)),
    Binding(Move(Direction.RIGHT), "→", (pygame.K_RIGHT,)),
    Binding(Move(Direction.UP), "↑", (pygame.K_UP,)),
    Binding(Move(Direction.DOWN), "↓", (pygame.K_DOWN,)),
    Binding(Next(), "Tab", (pygame.K_TAB,)),
    Binding(Activate(), "Enter", (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)),
    Binding(Back(), "Esc", (pygame.K_ESCAPE,)),
    Binding(Scroll(-PAGE_NOTCHES), "Page Up", (pygame.K_PAGEUP,)),
    Binding(Scroll(PAGE_NOTCHES), "Page Down", (pygame.K_PAGEDOWN,)),
    Binding(Command.HELP, "F1", (pygame.K_F1, pygame.K_h)),
    Binding(Command.AUTHOR, "F2", (pygame.K_F2,)),
    Binding(Command.QUICK_EXIT, "F12", (pygame.K_F12,)),
    Binding(Command.MUTE, "M", (pygame.K_m,)),
    Binding(Command.NOTEBOOK, "N", (pygame.K_n,)),
    Binding(Command.HISTORY, "L", (pygame.K_l,)),
    Binding(Command.PAUSE, "P", (pygame.K_p,)),
    Binding(Command.SETTINGS, "F10", (pygame.K_F10,)),
    Binding(Command.FULLSCREEN, "F11", (pygame.K_F11,)),
    Binding(Command.PLAY_CARD, "C", (pygame.K_c,)),
    Binding(Command.STEP_BACK, "Backspace", (pygame.K_BACKSPACE,)),
    Binding(Clear(), "Del", (pygame.K_DELETE,)),
)

KEY_CAPS: Mapping[Intent, str] = {binding.intent: binding.cap for binding in BINDINGS}
"""What a hint on the screen calls the key for an intent."""

BY_KEY: Mapping[int, Intent] = {key: binding.intent for binding in BINDINGS for key in binding.keys}

# French and other keyboards have the figures on the second level of their keys; the place is the same everywhere.
FIGURES_BY_PLACE: Mapping[int, Intent] = {
    place + n: Number(n + 1) for place in (pygame.KSCAN_1, pygame.KSCAN_KP_1) for n in range(9)
}

LETTERS_BY_PLACE: Mapping[int, Intent] = {
    pygame.KSCAN_A + key - pygame.K_a: intent for key, intent in BY_KEY.items() if pygame.K_a <= key <= pygame.K_z
}

LAST_LATIN_KEY = 0x024F
FIRST_SPECIAL_KEY = 1 << 30
"""Keys that stand for no character are numbered from here."""

HELD_BACK = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META
ALT_GR = pygame.KMOD_RALT | pygame.KMOD_MODE
"""Gives letters on many keyboards, on Windows as if Ctrl were held, too."""


def intent_of(key: int, place: int, modifiers: int) -> Intent | None:
    """What a key means. `place` is its scancode: a Thai or Khmer keyboard has no "m", but a key at its place."""
    if modifiers & HELD_BACK:
        return None
    if key == pygame.K_TAB and modifiers & pygame.KMOD_SHIFT:
        return Previous()
    if place in FIGURES_BY_PLACE:
        return FIGURES_BY_PLACE[place]
    if LAST_LATIN_KEY < key < FIRST_SPECIAL_KEY:
        return LETTERS_BY_PLACE.get(place)
    return BY_KEY.get(key)


def letter_of(character: str, modifiers: int) -> str:
    """The letter a key writes, or nothing: `character` is what its event says it writes."""
    if modifiers & HELD_BACK and not modifiers & ALT_GR:
        return ""
    return character if character.isprintable() else ""
