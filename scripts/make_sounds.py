"""Make the sounds of the game: soft bricks, cards and chords, from nothing but sums of sines and a little noise.

    python scripts/make_sounds.py [DIRECTORY]

Writes one WAV file a sound (22.05 kHz, mono, 16 bit) to assets/sounds. The same on every run.
"""

import array
import math
import random
import sys
import wave
from collections.abc import Callable, Iterable, Mapping
from itertools import zip_longest
from pathlib import Path

RATE_HZ = 22_050
FULL_SCALE = 32_767

SOUNDS_DIRECTORY = Path(__file__).resolve().parent.parent / "assets" / "sounds"

Samples = list[float]


def tap() -> Samples:
    """One brick touched: a button."""
    return level(brick(1250, 0.07), peak=0.20)


def choose() -> Samples:
    """Two bricks snap together: a choice is made."""
    return level(together((0.0, brick(980, 0.09)), (0.075, brick(1310, 0.10))), peak=0.26)


def place() -> Samples:
    """A brick lands on the base plate: low body, short click."""
    return level(together((0.0, wood(210, 0.14)), (0.0, faded(brick(900, 0.08), 0.45))), peak=0.24)


def learn() -> Samples:
    """Three warm rising notes: a message enters the notebook."""
    return level(together(*sequence((392.00, 493.88, 587.33), gap_s=0.13, length_s=0.75)), peak=0.34)


def play_card() -> Samples:
    """A card slides out of the notebook and meets a brick."""
    return level(together((0.0, slide(0.26)), (0.24, faded(brick(1100, 0.10), 0.8))), peak=0.26)


def page() -> Samples:
    """Paper turns."""
    return level(slide(0.22), peak=0.15)


def wrong_fit() -> Samples:
    """Two low taps on wood: this does not fit here. No buzzer, no blame."""
    return level(together((0.0, wood(196, 0.16)), (0.12, wood(165, 0.20))), peak=0.24)


def win() -> Samples:
    """A gentle rising chord."""
    return level(together(*sequence((261.63, 329.63, 392.00, 523.25), gap_s=0.15, length_s=1.2)), peak=0.36)


def ending() -> Samples:
    """A calm chord that swells and fades."""
    voices = [(0.0, pad(frequency, 2.2)) for frequency in (130.81, 196.00, 246.94, 329.63)]
    return level(together(*voices), peak=0.28)


SOUNDS: Mapping[str, Callable[[], Samples]] = {
    "tap": tap,
    "choose": choose,
    "place": place,
    "learn": learn,
    "play-card": play_card,
    "page": page,
    "wrong-fit": wrong_fit,
    "win": win,
    "ending": ending,
}
"""File name without its ending → what makes it."""


def brick(pitch_hz: float, length_s: float) -> Samples:
    """A small hollow click: three partials that are no harmonics, and a breath of noise."""
    partials = ((1.0, 1.0), (2.31, 0.45), (3.87, 0.18))
    noise = low_passed(hiss(length_s, seed=7), 2600)
    return [
        ramp(t, length_s, attack_s=0.003)
        * (
            sum(
                loudness * math.sin(math.tau * pitch_hz * ratio * t) * math.exp(-t * 55 * ratio)
                for ratio, loudness in partials
            )
            + 0.5 * breath * math.exp(-t * 90)
        )
        for t, breath in zip(times(length_s), noise, strict=True)
    ]


def wood(pitch_hz: float, length_s: float) -> Samples:
    """A low, dull knock."""
    return [
        ramp(t, length_s, attack_s=0.006)
        * math.exp(-t * 26)
        * (math.sin(math.tau * pitch_hz * t) + 0.25 * math.sin(math.tau * pitch_hz * 2.76 * t) * math.exp(-t * 60))
        for t in times(length_s)
    ]


def note(pitch_hz: float, length_s: float) -> Samples:
    """A struck wooden bar: the fundamental rings, the fourth harmonic dies at once."""
    return [
        ramp(t, length_s, attack_s=0.012)
        * math.exp(-t * 4.5)
        * (
            math.sin(math.tau * pitch_hz * t)
            + 0.30 * math.sin(math.tau * pitch_hz * 2 * t) * math.exp(-t * 6)
            + 0.16 * math.sin(math.tau * pitch_hz * 4 * t) * math.exp(-t * 18)
        )
        for t in times(length_s)
    ]


def pad(pitch_hz: float, length_s: float) -> Samples:
    """Two slightly detuned voices that rise for half a second and fall until the end."""
    return [
        math.sin(math.pi * (t / length_s) ** 0.6) ** 2
        * (math.sin(math.tau * pitch_hz * t) + math.sin(math.tau * pitch_hz * 1.003 * t))
        for t in times(length_s)
    ]


def slide(length_s: float) -> Samples:
    """Card on card: noise that swells and fades."""
    noise = low_passed(hiss(length_s, seed=11), 1900)
    return [math.sin(math.pi * t / length_s) ** 2 * breath for t, breath in zip(times(length_s), noise, strict=True)]


def sequence(pitches_hz: Iterable[float], *, gap_s: float, length_s: float) -> list[tuple[float, Samples]]:
    """Notes one after another, each ringing on."""
    return [(number * gap_s, note(pitch, length_s)) for number, pitch in enumerate(pitches_hz)]


def hiss(length_s: float, *, seed: int) -> Samples:
    """White noise, the same for the same seed."""
    chance = random.Random(seed)
    return [chance.uniform(-1.0, 1.0) for _ in times(length_s)]


def low_passed(samples: Samples, cutoff_hz: float) -> Samples:
    """Two one-pole filters in a row."""
    share = 1.0 - math.exp(-math.tau * cutoff_hz / RATE_HZ)
    first = second = 0.0
    passed = []
    for sample in samples:
        first += share * (sample - first)
        second += share * (first - second)
        passed.append(second)
    return passed


def ramp(t: float, length_s: float, *, attack_s: float, release_s: float = 0.02) -> float:
    """0 at both ends, so that nothing starts or stops with a snap."""
    return min(1.0, t / attack_s, (length_s - t) / release_s)


def faded(samples: Samples, loudness: float) -> Samples:
    """The same, softer."""
    return [sample * loudness for sample in samples]


def together(*parts: tuple[float, Samples]) -> Samples:
    """Parts that start at their own time in seconds, added up."""
    shifted = [[0.0] * round(start_s * RATE_HZ) + samples for start_s, samples in parts]
    return [sum(column) for column in zip_longest(*shifted, fillvalue=0.0)]


def level(samples: Samples, *, peak: float) -> Samples:
    """Scaled so that the loudest sample is `peak` (1.0 would be full scale)."""
    loudest = max(abs(sample) for sample in samples)
    return [sample * peak / loudest for sample in samples]


def times(length_s: float) -> list[float]:
    """The moment of every sample, in seconds."""
    return [number / RATE_HZ for number in range(round(length_s * RATE_HZ))]


def pcm(samples: Samples) -> "array.array[int]":
    """16-bit samples."""
    return array.array("h", [round(sample * FULL_SCALE) for sample in samples])


def write(path: Path, samples: Samples) -> None:
    """A WAV file, which is little-endian on every machine."""
    frames = pcm(samples)
    if sys.byteorder == "big":
        frames.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(frames.tobytes())


def main() -> None:
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else SOUNDS_DIRECTORY
    directory.mkdir(parents=True, exist_ok=True)
    for name, make in SOUNDS.items():
        write(directory / f"{name}.wav", make())
        print(directory / f"{name}.wav")


if __name__ == "__main__":
    main()
