"""Tells what display and what sound there are, as a program of its own: asking can take a program down."""

import json
import os
import sys

import pygame

_UNSEEN = ("offscreen", "dummy")


def main() -> None:
    """Write one line of JSON: `{"display": ["x11", 1920, 1080], "sound": "alsa"}`, with null for what is not there."""
    sys.stdout.write(json.dumps({"display": _display(), "sound": _sound()}) + "\n")
    sys.stdout.flush()
    os._exit(0)  # some sound systems crash or wait when they are closed, and what was asked is answered


def _display() -> tuple[str, int, int] | None:
    try:
        pygame.display.init()
        driver = pygame.display.get_driver()
        return None if driver in _UNSEEN else (driver, *pygame.display.get_desktop_sizes()[0])
    except (pygame.error, IndexError):
        return None


def _sound() -> str | None:
    try:
        pygame.mixer.init()
        driver = pygame.mixer.get_driver()
    except pygame.error:
        return None
    return None if driver in _UNSEEN else driver
