"""A portal has to prove that it is the portal: nothing is sent to one that cannot."""

import ssl
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
import trustme

from game.giving.campaign import Environment
from game.giving.errors import InsecureError
from game.giving.reply_cache import ReplyCache
from game.giving.site import Site
from game.giving.transport import Transport
from game.network.exchange import Request
from tests.giving.stub import Answer, Asked, StillClock, Stub, served

ROOT = Path(__file__).resolve().parents[2]
ASK = Request("GET", "/portal", "/portal")


def _expired(authority: trustme.CA) -> trustme.LeafCert:
    past = datetime.now(UTC) - timedelta(days=2)
    return authority.issue_cert("127.0.0.1", not_before=past - timedelta(days=1), not_after=past)


FALSE_CERTIFICATES: Mapping[str, Callable[[trustme.CA], trustme.LeafCert]] = {
    "another host": lambda authority: authority.issue_cert("portal.example"),
    "a look-alike": lambda authority: authority.issue_cert("127.0.0.1.portal.example"),
    "expired": _expired,
    "by somebody unknown": lambda _: trustme.CA().issue_cert("127.0.0.1"),
}
"""What a portal on this computer cannot prove itself with, though the authority is trusted."""


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def bundle(authority: trustme.CA, tmp_path: Path) -> Path:
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    return tmp_path / "authority.pem"


def ask(stub: Stub, bundle: Path | None, folder: Path) -> object:
    site = Site(stub.address, Environment.LIVE, "kiosk_secret", ca_bundle=bundle)
    return Transport(site, ReplyCache(folder), StillClock(), Random(1)).ask(ASK).said


def showing(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def fine(_: Asked) -> Answer:
    return Answer({"ok": 1})


def test_a_portal_that_proves_itself_is_talked_to(authority: trustme.CA, bundle: Path, tmp_path: Path) -> None:
    with served(fine, showing(authority.issue_cert("127.0.0.1"))) as stub:
        assert ask(stub, bundle, tmp_path / "kept") == {"ok": 1}


@pytest.mark.parametrize("fault", FALSE_CERTIFICATES)
def test_a_portal_that_does_not_is_refused_before_anything_is_said(
    authority: trustme.CA, bundle: Path, tmp_path: Path, fault: str
) -> None:
    with served(fine, showing(FALSE_CERTIFICATES[fault](authority))) as stub:
        with pytest.raises(InsecureError) as refused:
            ask(stub, bundle, tmp_path / "kept")
        assert stub.asked == []
    assert refused.value.message == "giving_errors.insecure"
    assert not refused.value.retryable


def test_the_usual_authorities_do_not_know_ours(
    authority: trustme.CA, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.setenv(name, str(bundle))
    with served(fine, showing(authority.issue_cert("127.0.0.1"))) as stub, pytest.raises(InsecureError):
        ask(stub, None, tmp_path / "kept")


def test_a_portal_without_tls_is_refused(tmp_path: Path) -> None:
    with served(fine) as stub:
        site = Site(stub.address.replace("http:", "https:"), Environment.LIVE)
        with pytest.raises(InsecureError):
            Transport(site, ReplyCache(tmp_path), StillClock(), Random(1)).ask(ASK)


def test_nowhere_in_the_code_is_checking_switched_off() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "game" / "giving").glob("*.py"))
    for way in ("verify=False", "CERT_NONE", "check_hostname", "_create_unverified_context", "disable_warnings"):
        assert way not in code
