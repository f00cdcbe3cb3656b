"""What the operator of a kiosk set up, read from a file whose faults are told with line and column."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.content.check import check_shape
from game.content.faults import Fault, FaultLog, shown
from game.content.nodes import Entries, Items, Node, Scalar
from game.content.parse import read_nodes
from game.kiosk.config_rules import check_idle, check_rules, size_of
from game.kiosk.config_shape import KIOSK_FILE
from game.kiosk.hours import ALWAYS_OPEN, WEEKDAYS, OpeningHours, Span, read_span
from game.kiosk.pin import BadPinError, PinHash, read_hash
from game.paths import assets_dir, levels_dir

_PER_CENT = 100
_SOME_HASH = "scrypt$2$1$1$AA==$AA=="


@dataclass(frozen=True, slots=True)
class KioskConfig:
    """How one kiosk runs. Every value was checked; the values here are those of fields that are left out."""

    languages: tuple[str, ...] = ("en",)
    """Those visitors pick from, the usual one first; each has a catalog."""
    path: str = "five-minutes"
    """A path of the campaign, with levels on it."""
    pin: PinHash | None = field(default=None, repr=False)
    """None where nobody set one: then there is no way out for staff, either."""
    idle_s: float = 60.0
    reading_idle_s: float = 120.0
    """The same on screens with much to read; never less."""
    countdown_s: float = 20.0
    """At least 20."""
    volume_most: float = 0.7
    """From 0 to 1, as the volume of the settings."""
    hours: OpeningHours = ALWAYS_OPEN
    size: tuple[int, int] | None = None
    """Of the window, in pixels; None to cover the screen."""
    touch: bool = True
    """Whether no pointer is shown."""
    low_controls: bool = False
    giving: bool = False
    data: Path | None = None
    """Where counters and logs are kept; None for the usual place of the system."""
    health_port: int = 8760
    """0 for none."""
    hang_s: float = 4.0
    """A game that gives no sign for so long is started again, which then takes less than a second."""


class KioskConfigError(Exception):
    """A configuration cannot be used. `faults` say why, each with file, line and column."""

    def __init__(self, faults: Collection[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))


def read_kiosk_config(path: Path, levels: Path | None = None, words: Path | None = None) -> KioskConfig:
    """Return what an operator set up. `levels` and `words` are the folders of the game itself unless they are given.

    Raises:
        KioskConfigError: the file has faults.

    """
    log = FaultLog(shown(path), guide="docs/kiosk.md")
    root = read_nodes(path, log)
    pin = _pin(root, log)
    if root is not None:
        check_shape(KIOSK_FILE.shape, _without_pin(root), log)
    if log.has_errors or not isinstance(root, Entries):
        raise KioskConfigError(log.faults)
    config = _config(root, path.parent, pin)
    check_idle(root, config.idle_s, config.reading_idle_s, log)
    check_rules(root, config.path, levels or levels_dir(), words or assets_dir() / "words", log)
    if log.has_errors:
        raise KioskConfigError(log.faults)
    return config


def _pin(root: Node | None, log: FaultLog) -> PinHash | None:
    """Return the hash of the PIN. What was written instead of one is not repeated: it may be a PIN."""
    pin = root.scalar("pin") if isinstance(root, Entries) else None
    if pin is None:
        return None
    try:
        return read_hash(pin.text.strip())
    except BadPinError as error:
        log.add("bad-form", pin.at, f"pin: {error}", "run `main.py kiosk pin`, and put its line here")
        return None


def _without_pin(root: Node) -> Node:
    """Return what is checked by its shape, whose faults repeat what they found: the PIN was looked at already."""
    pin = root.scalar("pin") if isinstance(root, Entries) else None
    if pin is None or not isinstance(root, Entries):
        return root
    return replace(root, values={**root.values, "pin": pin._replace(text=_SOME_HASH, plain=False)})


def _config(root: Entries, folder: Path, pin: PinHash | None) -> KioskConfig:
    usual = KioskConfig()
    idle_s = _number(root, "idle_s", usual.idle_s)
    data = root.text("data")
    return KioskConfig(
        languages=tuple(scalar.text for scalar in root.scalars("languages")),
        path=root.text("path") or usual.path,
        pin=pin,
        idle_s=idle_s,
        reading_idle_s=_number(root, "reading_idle_s", max(idle_s, usual.reading_idle_s)),
        countdown_s=_number(root, "countdown_s", usual.countdown_s),
        volume_most=_number(root, "volume_most", usual.volume_most * _PER_CENT) / _PER_CENT,
        hours=_hours(root.entries("hours")),
        size=size_of(root.text("window")),
        touch=_truth(root, "touch", usual=usual.touch),
        low_controls=_truth(root, "low_controls", usual=usual.low_controls),
        giving=_truth(root, "giving", usual=usual.giving),
        data=folder / data if data else None,
        health_port=int(_number(root, "health_port", usual.health_port)),
        hang_s=_number(root, "hang_s", usual.hang_s),
    )


def _number(root: Entries, name: str, usual: float) -> float:
    return float(root.whole(name)) if root.scalar(name) else usual


def _truth(root: Entries, name: str, *, usual: bool) -> bool:
    scalar = root.scalar(name)
    return scalar.text.lower() == "true" if scalar else usual


def _hours(week: Entries) -> OpeningHours:
    return OpeningHours(tuple(_spans(week.values[day]) for day in WEEKDAYS)) if week.values else ALWAYS_OPEN


def _spans(node: Node) -> tuple[Span, ...]:
    items = node.items if isinstance(node, Items) else (node,)
    spans = (read_span(item.text) for item in items if isinstance(item, Scalar))
    return tuple(span for span in spans if span is not None)
