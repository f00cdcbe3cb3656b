"""Sounds that never hold up a frame and never fail: without an audio device the game is silent."""

import threading
from collections.abc import Mapping
from pathlib import Path

import pygame

RATE_HZ = 22_050
CLOSING_S = 0.5
"""A sound server that does not answer must not keep the game from ending."""

BUFFER_FRAMES = 512
"""About 23 ms: short enough for a click to belong to its press."""


class Sounds:
    """The WAV files of one directory, by file name without ending.

    Opening the audio device can take longer than the first picture of the game, so a thread does that and the loading.
    Until it is done, and whenever it fails, `play` does nothing.
    """

    def __init__(self, directory: Path) -> None:
        """Touches no device yet."""
        self._directory = directory
        self._volume = 1.0
        self._loader: threading.Thread | None = None
        self._loaded: Mapping[str, pygame.mixer.Sound] = {}

    def prepare(self) -> None:
        """Begin to open the device and load the files; call it once the first picture is shown."""
        if self._loader is None:
            self._loader = threading.Thread(target=self._load, name="sounds", daemon=True)
            self._loader.start()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Until what `prepare` began is done; False if it is not after so many seconds."""
        if self._loader is None:
            return True
        self._loader.join(timeout_s)
        return not self._loader.is_alive()

    def play(self, name: str) -> bool:
        """Start a sound; False if there was none to start."""
        self.prepare()
        sound = self._loaded.get(name)
        if sound is None or self._volume == 0.0:
            return False
        sound.set_volume(self._volume)
        return sound.play() is not None

    def set_volume(self, volume: float) -> None:
        """From 0 (mute; also stops what sounds now) to 1, from the next sound on."""
        self._volume = min(1.0, max(0.0, volume))
        if self._volume == 0.0:
            self.stop()

    def stop(self) -> None:
        """Silence at once."""
        for sound in self._loaded.values():
            sound.stop()

    def close(self) -> None:
        """Give the device back; nothing can be played afterwards."""
        self._loaded = {}
        if self.wait(CLOSING_S):
            pygame.mixer.quit()

    def _load(self) -> None:
        try:
            pygame.mixer.init(RATE_HZ, -16, 1, BUFFER_FRAMES)
            self._loaded = {path.stem: pygame.mixer.Sound(path) for path in sorted(self._directory.glob("*.wav"))}
        except (pygame.error, OSError):
            self._loaded = {}
