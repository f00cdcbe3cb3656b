"""Signatures: what was signed is what is used, to the byte."""

import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from game.giving.config import read_config
from game.giving.config_file import RefusedError
from game.giving.signing import SigningError, make_key, read_public_keys, sign, signature_path, signer_of
from tests.giving.stub import NOW
from tests.giving.written import PORTAL, SANDBOX, Desk, desk_at


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = desk_at(tmp_path_factory.mktemp("operator"))
    made.write(PORTAL)
    return made


@given(data=st.data())
def test_no_byte_of_a_signed_file_changes_unnoticed(desk: Desk, data: st.DataObject) -> None:
    path, signed = desk.folder / "giving.yaml", PORTAL.encode()
    place = data.draw(st.integers(0, len(signed)))
    old = data.draw(st.integers(0, min(2, len(signed) - place)))
    new = data.draw(
        st.binary(min_size=int(old == 0), max_size=2).filter(lambda new: new != signed[place : place + old])
    )
    with pytest.raises(SigningError):
        signer_of(path, signed[:place] + new + signed[place + old :], desk.trusted)
    assert signer_of(path, signed, desk.trusted) == desk.trusted[0]


@given(st.binary(max_size=120) | st.text(alphabet="ABab09+/= \n", max_size=100).map(str.encode))
def test_no_other_signature_is_taken(desk: Desk, signature: bytes) -> None:
    path = desk.folder / "forged.yaml"
    signature_path(path).write_bytes(signature)
    with pytest.raises(SigningError):
        signer_of(path, PORTAL.encode(), desk.trusted)


@pytest.mark.parametrize(("old", "new"), [("pay.portal", "pay.p0rtal"), ("\n", "\r\n"), ("format", "\ufeffformat")])
def test_a_file_that_was_changed_is_refused_with_one_clear_message(tmp_path: Path, old: str, new: str) -> None:
    desk = desk_at(tmp_path)
    path = desk.write(PORTAL)
    path.write_bytes(PORTAL.replace(old, new, 1).encode())
    with pytest.raises(RefusedError) as refused:
        read_config(path, desk.trusted, NOW)
    (line,) = refused.value.lines
    assert line.endswith(
        "giving.yaml: it was changed after it was signed, or signed by somebody who is not trusted here"
    )


def test_a_bad_signature_is_worse_than_none(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    desk.read(SANDBOX, is_signed=False)
    signature_path(tmp_path / "giving.yaml").write_text("nonsense")
    with pytest.raises(RefusedError, match="no signature"):
        desk.read(SANDBOX, is_signed=False)


def test_nobody_else_can_sign(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    other = make_key(tmp_path / "other.key")
    path = desk.write(PORTAL)
    sign(path, tmp_path / "other.key")
    for trusted in (desk.trusted, ()):
        with pytest.raises(RefusedError, match="not trusted"):
            read_config(path, trusted, NOW)
    assert read_config(path, (*desk.trusted, other), NOW).signer == other


def test_a_signature_holds_for_one_file_only(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    path = desk.write(PORTAL)
    signature_path(desk.write(SANDBOX, "sandbox.yaml")).write_bytes(signature_path(path).read_bytes())
    with pytest.raises(RefusedError):
        read_config(tmp_path / "sandbox.yaml", desk.trusted, NOW)


def test_a_private_key_is_its_owners_alone_and_is_never_written_over(tmp_path: Path) -> None:
    public = make_key(tmp_path / "operator.key")
    assert stat.S_IMODE((tmp_path / "operator.key").stat().st_mode) & 0o077 == 0
    assert read_public_keys(tmp_path / "operator.key.pub") == (public,)
    before = (tmp_path / "operator.key").read_bytes()
    with pytest.raises(SigningError, match="cannot be written"):
        make_key(tmp_path / "operator.key")
    assert (tmp_path / "operator.key").read_bytes() == before


@pytest.mark.parametrize("text", ["short\n", "!!!!\n", "A" * 43 + "B\n", "A" * 43 + "=" + "A\n", "é\n"])
def test_a_line_that_is_no_key_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "keys").write_text(f"# ours\n\n{text}", encoding="latin-1")
    with pytest.raises(SigningError):
        read_public_keys(tmp_path / "keys")


def test_remarks_stand_beside_keys(tmp_path: Path) -> None:
    public = make_key(tmp_path / "operator.key")
    (tmp_path / "keys").write_text(f"# whom we trust\n\n{public} # Example Trust\n")
    assert read_public_keys(tmp_path / "keys") == (public,)
    assert len(public.fingerprint.replace(" ", "")) == 32


def test_only_a_key_of_the_right_kind_signs(tmp_path: Path) -> None:
    path = tmp_path / "giving.yaml"
    path.write_text(PORTAL)
    form, private = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    other = X25519PrivateKey.generate().private_bytes(form, private, serialization.NoEncryption())
    for content, message in ((other, "another kind"), (b"nonsense", "no private key"), (None, "cannot be read")):
        if content is not None:
            (tmp_path / "key").write_bytes(content)
        else:
            (tmp_path / "key").unlink()
        with pytest.raises(SigningError, match=message):
            sign(path, tmp_path / "key")
    assert not signature_path(path).exists()
