"""No address reaches a screen or a QR code unless it is exactly of the form that the operator pinned."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.giving.checkout import Checkout, CheckoutRules
from game.giving.errors import UnsafeAddressError

RULES = CheckoutRules({"pay.portal.example": "/p/"})
SANDBOX = CheckoutRules({"127.0.0.1": "/p/", "::1": "/p/", "pay.portal.example": "/p/"}, is_sandbox=True)
GOOD = "https://pay.portal.example/p/7F3K9Q2M"
HOSTILE = [
    "",
    "javascript:alert(1)//pay.portal.example/p/x",
    "data:text/html,https://pay.portal.example/p/x",
    "http://pay.portal.example/p/x",
    "HTTPS://pay.portal.example/p/x",
    "//pay.portal.example/p/x",
    "https:pay.portal.example/p/x",
    "https:///pay.portal.example/p/x",
    "https:/\\pay.portal.example/p/x",
    "https://evil.example/p/x",
    "https://pay.portal.example.evil.example/p/x",
    "https://evilpay.portal.example/p/x",
    "https://portal.example/p/x",
    "https://pay.portal.example./p/x",
    "https://pay.portal.example@evil.example/p/x",
    "https://user@pay.portal.example/p/x",
    "https://user:pass@pay.portal.example/p/x",
    "https://@pay.portal.example/p/x",
    "https://:@pay.portal.example/p/x",
    "https://evil.example#@pay.portal.example/p/x",
    "https://evil.example?@pay.portal.example/p/x",
    "https://evil.example\\@pay.portal.example/p/x",
    "https://pay.portal.example\\.evil.example/p/x",
    "https://pay.portal.example%2eevil.example/p/x",
    "https://pay.portal.example%00.evil.example/p/x",
    "https://PAY.portal.example/p/x",
    "https://pаy.portal.example/p/x",  # a Cyrillic letter
    "https://xn--py-7kc.portal.example/p/x",
    "https://pay。portal.example/p/x",
    "https://pay.portal.example:8443/p/x",
    "https://pay.portal.example:80/p/x",
    "https://pay.portal.example:0443/p/x",
    "https://pay.portal.example:/p/x",
    "https://pay.portal.example:443x/p/x",
    "https://pay.portal.example:99999/p/x",
    "https://[pay.portal.example]/p/x",
    "https://[::1/p/x",
    "https://pay.portal.example",
    "https://pay.portal.example/",
    "https://pay.portal.example/p/",
    "https://pay.portal.example/q/x",
    "https://pay.portal.example/P/x",
    "https://pay.portal.example//p/x",
    "https://pay.portal.example/p//x",
    "https://pay.portal.example/p/../q",
    "https://pay.portal.example/p/./q",
    "https://pay.portal.example/p/..",
    "https://pay.portal.example/p/%2e%2e/q",
    "https://pay.portal.example/p/%2Fq",
    "https://pay.portal.example/p/%5cq",
    "https://pay.portal.example/p/x%0d%0aLocation",
    "https://pay.portal.example/p/x%00",
    "https://pay.portal.example/p/%252e",
    "https://pay.portal.example/p/x.",
    "https://pay.portal.example/p/x?next=%2F%2Fevil.example",
    "https://pay.portal.example/p/x%",
    "https://pay.portal.example/p/x\n",
    "https://pay.portal.example/p/x\x00",
    "\thttps://pay.portal.example/p/x",
    " https://pay.portal.example/p/x",
    "https://pay.portal\n.example/p/x",
    "https://pay.portal.example/p/x y",
    'https://pay.portal.example/p/"x',
    "https://pay.portal.example/p/\u202ex",
    "https://pay.portal.example/p/" + "x" * 10_000,
    "https://127.0.0.1/p/x",
    "http://127.0.0.1:8089/p/x",
]
LOOSE = [
    "http://localhost:8089/p/x",
    "http://127.1:8089/p/x",
    "http://2130706433:8089/p/x",
    "http://0x7f.0.0.1:8089/p/x",
    "http://127.0.0.1.evil.example/p/x",
    "http://127.0.0.1@evil.example/p/x",
    "http://user@127.0.0.1:8089/p/x",
    "http://127.0.0.2:8089/p/x",
    "http://0.0.0.0:8089/p/x",
    "http://[::]:8089/p/x",
    "http://[::ffff:127.0.0.1]:8089/p/x",
    "http://pay.portal.example/p/x",
    "ftp://127.0.0.1:8089/p/x",
    "http://127.0.0.1:8089/q/x",
]


@pytest.mark.parametrize("url", HOSTILE)
def test_a_hostile_address_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(UnsafeAddressError) as refused:
        RULES.checked(url)
    assert not url or url not in str(refused.value)


@pytest.mark.parametrize("url", LOOSE)
def test_a_sandbox_is_on_this_computer_by_number(url: str) -> None:
    with pytest.raises(UnsafeAddressError):
        SANDBOX.checked(url)


@pytest.mark.parametrize(
    ("url", "host", "code"),
    [
        ("http://127.0.0.1:8089/p/7F3K9Q2M", "127.0.0.1", "7F3K9Q2M"),
        ("http://[::1]:8089/p/7F3K9Q2M", "::1", "7F3K9Q2M"),
        (GOOD, "pay.portal.example", "7F3K9Q2M"),
        ("https://pay.portal.example:443/p/a-long-name", "pay.portal.example", ""),
        ("https://pay.portal.example/p/session_0123456789abcdef?lang=en#top", "pay.portal.example", ""),
    ],
)
def test_a_pinned_address_is_taken_as_it_is(url: str, host: str, code: str) -> None:
    assert SANDBOX.checked(url) == Checkout(url, host, code)


@given(st.text(st.sampled_from("/\\@:#?%.[]\t\n\x00 \u202eaеp-2fF0"), max_size=12), st.integers(0, len(GOOD)))
def test_whatever_is_put_into_a_good_address_it_never_leads_elsewhere(added: str, at: int) -> None:
    url = GOOD[:at] + added + GOOD[at:]
    try:
        checked = RULES.checked(url)
    except UnsafeAddressError:
        return
    parts = urlsplit(checked.url)
    assert checked.url == url
    assert (parts.scheme, parts.hostname) == ("https", "pay.portal.example")
    assert parts.netloc in ("pay.portal.example", "pay.portal.example:443")
    assert parts.path.startswith("/p/")
    assert ".." not in parts.path.split("/")


@given(st.text(max_size=400))
def test_no_text_at_all_breaks_the_check(text: str) -> None:
    for rules in (RULES, SANDBOX):
        with pytest.raises(UnsafeAddressError):
            rules.checked(text)
