"""What a portal in wrong hands could send."""

from collections.abc import Callable, Mapping

CHECKOUT_ADDRESSES: Mapping[str, Callable[[str], str]] = {
    "userinfo": lambda code: f"https://pay.portal.example@evil.example/p/{code}",
    "punycode": lambda code: f"https://xn--pay-prtal-93a.example/p/{code}",
    "look_alike": lambda code: f"https://p\N{CYRILLIC SMALL LETTER A}y.portal.example/p/{code}",
    "other_host": lambda code: f"https://evil.example/p/{code}",
    "subdomain": lambda code: f"https://pay.portal.example.evil.example/p/{code}",
    "javascript": lambda code: f"javascript:alert('{code}')",
    "data": lambda _code: "data:text/html,<h1>pay</h1>",
    "http": lambda code: f"http://pay.portal.example/p/{code}",
    "other_port": lambda code: f"https://pay.portal.example:8443/p/{code}",
    "trailing_dot": lambda code: f"https://pay.portal.example./p/{code}",
    "encoded_slash": lambda code: f"https://pay.portal.example%2Fp%2F{code}",
    "backslash": lambda code: f"https://evil.example\\@pay.portal.example/p/{code}",
    "control": lambda code: f"https://pay.portal.example/p/{code}\r\nX: y",
    "long": lambda code: f"https://pay.portal.example/p/{code}{'0' * 10_000}",
}
"""Addresses of a checkout page that no client may show, by what is wrong with them."""

TEXT = (
    "\N{RIGHT-TO-LEFT OVERRIDE}everything is backwards\N{POP DIRECTIONAL FORMATTING} \x00\x07\x1b[31m"
    " <script>alert(1)</script> <b>bold</b> &amp; %s {0} \N{ZERO WIDTH SPACE}" + "very long " * 2_000
)
"""A text to choke on."""
