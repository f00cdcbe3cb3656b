"""The address of a checkout page, checked before anybody sees it or a QR code is made of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from game.giving.errors import UnsafeAddressError

MOST_CHARACTERS = 300
LOOPBACK = ("127.0.0.1", "::1")
"""Literal addresses of this computer. Names are not taken: what `localhost` is can be changed."""
# What an address may hold: no quotes, spaces, angle brackets, backslashes or controls, and nothing beyond ASCII.
_ALLOWED = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
# Escaped controls, slashes, backslashes and dots mean one thing to us and another to a browser.
_ESCAPED = re.compile(r"%(?![0-9A-Fa-f]{2})|%(?:[01]|2[efEF]|5[cC]|7[fF])")
_WINDING = re.compile(r"%|//|/\.|\.$")
_CODE = re.compile(r"[A-Za-z0-9]{4,12}")


@dataclass(frozen=True, slots=True)
class Checkout:
    """The address of a checkout page that passed every check. Only `CheckoutRules.checked` makes one."""

    url: str
    host: str
    """Told beside the QR code, so that donors can compare it with what their phone shows."""
    code: str
    """The short code at the end of the address, for people without a camera; empty if there is none."""


@dataclass(frozen=True, slots=True)
class CheckoutRules:
    """Which addresses the operator pinned: exact hosts, and how their paths begin.

    A sandbox may have its pages on this computer, at any port and without TLS.
    """

    hosts: Mapping[str, str]
    is_sandbox: bool = False

    def checked(self, url: str) -> Checkout:
        """Return the address as safe to show.

        Raises:
            UnsafeAddressError: it is not exactly of the form that was pinned. The address is not in the message.

        """
        fault = self._fault(url)
        if fault:
            raise UnsafeAddressError(fault)
        parts = urlsplit(url)
        last = parts.path.rsplit("/", 1)[-1]
        return Checkout(url, parts.hostname or "", last if _CODE.fullmatch(last) else "")

    def _fault(self, url: str) -> str:
        if len(url) > MOST_CHARACTERS:
            return "the address is too long"
        if not _ALLOWED.fullmatch(url) or _ESCAPED.search(url):
            return "the address has characters that none should have"
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            return "this is no address"
        local = self.is_sandbox and host in LOOPBACK
        if not url.startswith("https://") and not (local and url.startswith("http://")):
            return "the address is not secure"
        return _fault_of_host(parts.netloc, host, port, is_local=local) or self._fault_of_path(host, parts.path)

    def _fault_of_path(self, host: str, path: str) -> str:
        if host not in self.hosts:
            return "the host is not one of those that were pinned"
        begins = self.hosts[host]
        if not path.startswith(begins) or len(path) == len(begins) or _WINDING.search(path):
            return "the path is not one that was pinned"
        return ""


def _fault_of_host(netloc: str, host: str, port: int | None, *, is_local: bool) -> str:
    """A host is written in one way only: no user, no capitals, no dot at its end, no zeros before its port."""
    written = f"[{host}]" if ":" in host else host
    if netloc not in (written, f"{written}:{port}"):
        return "the host is written in another way"
    return "" if is_local or port in (None, 443) else "the port is not the usual one"
