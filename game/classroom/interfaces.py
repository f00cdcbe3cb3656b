"""On which address of this machine a class is served."""

import ipaddress
import socket
from typing import Final

LOOPBACK: Final = "127.0.0.1"
_ELSEWHERE: Final = ("192.168.255.254", "10.255.255.254", "172.31.255.254")
"""Addresses of private networks. Nothing is sent there: only which of our addresses would be used is asked for."""


def lan_address() -> str | None:
    """Return this machine's address in the local network; None if it is in none."""
    for elsewhere in _ELSEWHERE:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            try:
                asking.connect((elsewhere, 9))
            except OSError:
                continue
            found = ipaddress.ip_address(asking.getsockname()[0])
            if found.is_private and not found.is_loopback and not found.is_unspecified:
                return str(found)
    return None


def is_own(address: str) -> bool:
    """Say whether a text is an address of one interface of this machine."""
    try:
        if ipaddress.ip_address(address).is_unspecified:
            return False
        with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as trying:
            trying.bind((address, 0))
    except (ValueError, OSError):
        return False
    return True


def base_of(address: str, port: int) -> str:
    """Return how the server is called."""
    return f"http://[{address}]:{port}" if ":" in address else f"http://{address}:{port}"
