import array
import wave
from pathlib import Path

import pygame
import pytest

from game.desktop.sound import Sounds
from make_sounds import SOUNDS, SOUNDS_DIRECTORY, pcm

HALF_OF_FULL_SCALE = 16_384
SECONDS = 2.5
TOTAL_BYTES = 1_000_000


def samples(path: Path) -> "array.array[int]":
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        return array.array("h", file.readframes(file.getnframes()))


@pytest.mark.parametrize("name", SOUNDS)
def test_every_sound_file_is_what_the_script_makes(name: str) -> None:
    kept, made = samples(SOUNDS_DIRECTORY / f"{name}.wav"), pcm(SOUNDS[name]())
    assert len(kept) == len(made)
    # The mathematics library of another system may round the last bit differently.
    assert max(abs(one - two) for one, two in zip(kept, made, strict=True)) <= 1


@pytest.mark.parametrize("name", SOUNDS)
def test_nothing_is_loud_long_or_sudden(name: str) -> None:
    heard = samples(SOUNDS_DIRECTORY / f"{name}.wav")
    assert max(map(abs, heard)) <= HALF_OF_FULL_SCALE
    assert len(heard) <= SECONDS * 22_050
    assert heard[0] == 0
    assert abs(heard[-1]) <= 40


def test_no_sound_file_is_without_a_maker_and_all_are_small() -> None:
    files = list(SOUNDS_DIRECTORY.glob("*.wav"))
    assert {file.stem for file in files} == set(SOUNDS)
    assert sum(file.stat().st_size for file in files) < TOTAL_BYTES


def test_sounds_are_heard_once_they_are_loaded() -> None:
    sounds = Sounds(SOUNDS_DIRECTORY)
    sounds.prepare()
    sounds.wait()
    assert all(sounds.play(name) for name in ("tap", "choose", "place", "learn", "win"))
    assert not sounds.play("no such sound")
    sounds.close()


def test_muting_stops_what_sounds_and_what_would() -> None:
    sounds = Sounds(SOUNDS_DIRECTORY)
    sounds.prepare()
    sounds.wait()
    sounds.play("ending")
    assert pygame.mixer.get_busy()
    sounds.set_volume(0.0)
    assert not pygame.mixer.get_busy()
    assert not sounds.play("tap")
    sounds.set_volume(0.5)
    assert sounds.play("tap")
    sounds.close()


@pytest.mark.parametrize("directory", [SOUNDS_DIRECTORY, Path("nowhere")])
def test_without_an_audio_device_or_files_the_game_is_silent(monkeypatch: pytest.MonkeyPatch, directory: Path) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "there is none")
    sounds = Sounds(directory)
    assert not sounds.play("tap")
    sounds.wait()
    assert not sounds.play("tap")
    sounds.set_volume(0.0)
    sounds.stop()
    sounds.close()
