"""A configuration of a kiosk as an operator writes it."""

from pathlib import Path

from game.kiosk.pin import hash_of

PIN = "482913"
HASH = hash_of(PIN, salt=b"always the same!").written()
LEAST = f"format: 1\nlanguages: [en]\npin: {HASH}\n"
FULL = f"""\
format: 1
languages: [en]
pin: {HASH}
path: fifteen-minutes
idle_s: 45
reading_idle_s: 100
countdown_s: 30
volume_most: 40
hours:
  monday: closed
  tuesday: 10:00-18:00
  wednesday: [10:00-12:30, 13:30-21:00]
  thursday: 18:00-24:00
  friday: 00:00-01:00
  saturday: closed
  sunday: closed
window: 1080x1920
touch: false
low_controls: true
giving: true
data: kept/here
health_port: 0
hang_s: 9
"""


def write_config(folder: Path, text: str = LEAST) -> Path:
    file = folder / "kiosk.yaml"
    file.write_text(text, encoding="utf-8")
    return file
