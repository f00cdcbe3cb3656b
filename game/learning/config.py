"""What an operator set up about learning records: who asks for them, and where they are sent."""

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from game.content.check import check_shape
from game.content.faults import FaultLog, quoted, shown
from game.content.nodes import Entries
from game.content.parse import read_nodes
from game.learning.config_shape import RECORDS_FILE
from game.network.route import Route

_LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")
_LONGEST_KEY: Final = 400


class ConfigError(Exception):
    """A configuration is not used. `lines` say why: one a fault, with file, line and column."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True, slots=True)
class RecordsConfig:
    """A configuration without faults."""

    name: str
    """Who asks for the records, as players read it."""
    route: Route | None
    """The way to the store; None where statements are only kept, for somebody to export them."""


def read_config(path: Path) -> RecordsConfig:
    """Return what an operator set up.

    Raises:
        ConfigError: it has faults.

    """
    log = FaultLog(shown(path), guide="docs/records.md")
    root = read_nodes(path, log)
    if root is not None:
        check_shape(RECORDS_FILE.shape, root, log)
    _refuse_faults(log)
    assert isinstance(root, Entries), "another shape is a fault"  # noqa: S101
    _check_address(root, log)
    bundle = _beside(path, root, "ca_bundle", log)
    said = _authorization(path, root, log)
    _refuse_faults(log)
    address = root.text("address")
    route = Route(address, said, bundle, root.text("proxy") or None) if address else None
    return RecordsConfig(root.text("name"), route)


def _refuse_faults(log: FaultLog) -> None:
    if log.has_errors:
        raise ConfigError(*map(str, sorted(log.faults)))


def _check_address(root: Entries, log: FaultLog) -> None:
    address = root.text("address")
    if address and not _is_safe(address):
        hint = "write https, no slash at the end, and http only for this computer, 127.0.0.1"
        log.add("bad-form", root.place("address"), f"{quoted(address)} cannot be sent to", hint)
    for name in ("key_file", "proxy", "ca_bundle"):
        if not address and name in root.values:
            log.add("unknown-field", root.keys[name], f"{quoted(name)} has no use without an address", "delete it")
    if address and "key_file" not in root.values:
        log.add("missing-field", root.place("address"), "an address needs the field 'key_file'", "add it")


def _is_safe(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    plain = address.isascii() and address.isprintable() and "\\" not in address and not address.endswith("/")
    return plain and bool(host) and (parts.scheme == "https" or host in _LOOPBACK)


def _authorization(path: Path, root: Entries, log: FaultLog) -> str:
    """Return the header that says who sends. What stands in the key file is never told, whatever is wrong with it."""
    file = _beside(path, root, "key_file", log)
    if file is None:
        return ""
    at = root.place("key_file")
    try:
        with file.open("rb") as opened:
            key = opened.read(_LONGEST_KEY + 1).decode("ascii").strip()
    except (OSError, ValueError):
        key = ""
    name, _, secret = key.partition(":")
    if not name or not secret or len(key) > _LONGEST_KEY or not key.isprintable() or " " in key:
        log.add("bad-form", at, "the key file holds no key and secret", "write both on one line, as key:secret")
        return ""
    return "Basic " + base64.b64encode(key.encode("ascii")).decode("ascii")


def _beside(path: Path, root: Entries, field: str, log: FaultLog) -> Path | None:
    """Return the file that a field names, which lies beside the configuration."""
    if not root.text(field):
        return None
    file = path.parent / root.text(field)
    if file.is_file():
        return file
    log.add("unreadable-file", root.place(field), f"there is no file {quoted(root.text(field))}", "put it there")
    return None
