"""What has to hold between the fields of a kiosk's configuration, and what has to be there, each with its place."""

from pathlib import Path

from game.content.campaign import read_campaign
from game.content.faults import FaultLog, quoted, shown
from game.content.library import CAMPAIGN_NAME, level_folders
from game.content.nodes import Entries, Items, Node, Scalar
from game.kiosk.hours import CLOSED, read_span
from game.options import SMALLEST_SIZE


def check_rules(root: Entries, path_id: str, levels: Path, words: Path, log: FaultLog) -> None:
    """Note what does not fit together, or is not in the game, in a file of the right shape."""
    _check_languages(root, words, log)
    _check_path(root, path_id, levels, log)
    _check_window(root, log)
    for node in root.entries("hours").values.values():
        _check_day(node, log)


def check_idle(root: Entries, idle_s: float, reading_s: float, log: FaultLog) -> None:
    """Note when a visitor who reads has less time than one who plays."""
    if reading_s < idle_s:
        message = f"reading takes longer than playing, and {reading_s:.0f} is less than idle_s, {idle_s:.0f}"
        log.add("out-of-range", root.place("reading_idle_s"), message, "write a larger number")


def size_of(text: str) -> tuple[int, int] | None:
    """Return the size that `1080x1920` means, or None."""
    width, _, height = text.partition("x")
    return (int(width), int(height)) if width.isdecimal() and height.isdecimal() else None


def _check_languages(root: Entries, words: Path, log: FaultLog) -> None:
    known = sorted(each.name for each in words.iterdir() if each.is_dir()) if words.is_dir() else []
    for language in root.scalars("languages"):
        if language.text not in known:
            message = f"the game has no texts in {quoted(language.text)}"
            log.add_unknown("not-one-of", language.at, language.text, message, known)


def _check_path(root: Entries, path_id: str, levels: Path, log: FaultLog) -> None:
    file = levels / CAMPAIGN_NAME
    campaign = read_campaign(file, [folder.name for folder in level_folders(levels)], FaultLog(shown(file)))
    ids = [each.id for each in campaign.paths if each.levels]
    if path_id not in ids:
        log.add_unknown("not-one-of", root.place("path"), path_id, f"the campaign has no path {quoted(path_id)}", ids)


def _check_window(root: Entries, log: FaultLog) -> None:
    size = size_of(root.text("window"))
    if size is not None and any(each < least for each, least in zip(size, SMALLEST_SIZE, strict=True)):
        least = "x".join(map(str, SMALLEST_SIZE))
        message = f"{quoted(root.text('window'))} is smaller than {least}, in which every screen can be used"
        log.add("out-of-range", root.place("window"), message, "write a larger one")


def _check_day(node: Node, log: FaultLog) -> None:
    before = 0
    for item in node.items if isinstance(node, Items) else (node,):
        if not isinstance(item, Scalar) or item.text == CLOSED:
            continue
        span = read_span(item.text)
        if span is None:
            hint = "a night that goes on is 18:00-24:00, and 00:00-01:00 on the next day"
            log.add("out-of-range", item.at, f"{quoted(item.text)} ends before it begins", hint)
        elif span.opens < before:
            log.add(
                "out-of-range", item.at, f"{quoted(item.text)} begins before the time above ends", "put it in order"
            )
        before = span.closes if span else before
