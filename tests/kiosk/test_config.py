"""What the operator of a kiosk may set up, and what is refused, with its place in the file."""

import json
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from game.content.faults import FaultLog
from game.content.nodes import plain
from game.content.parse import parse
from game.kiosk.config import KioskConfig, KioskConfigError, read_kiosk_config
from game.kiosk.config_schema import kiosk_schema_files
from game.kiosk.hours import ALWAYS_OPEN, OpeningHours, Span, read_span
from game.kiosk.pin import BadPinError, hash_of, read_hash
from tests.kiosk.written import FULL, HASH, LEAST, PIN, write_config

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "assets" / "kiosk"
TEMPLATE = (ASSETS / "kiosk-template.yaml").read_text(encoding="utf-8")


def read(folder: Path, text: str) -> KioskConfig:
    return read_kiosk_config(write_config(folder, text))


def faults(folder: Path, text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(KioskConfigError) as raised:
        read(folder, text)
    return [(fault.line, fault.column, fault.code) for fault in raised.value.faults]


def test_what_is_left_out_has_its_usual_value(tmp_path: Path) -> None:
    config = read(tmp_path, LEAST)
    assert config == KioskConfig(pin=read_hash(HASH))
    assert config.countdown_s >= 20


def test_everything_can_be_set(tmp_path: Path) -> None:
    assert read(tmp_path, FULL) == KioskConfig(
        languages=("en",),
        path="fifteen-minutes",
        pin=read_hash(HASH),
        idle_s=45.0,
        reading_idle_s=100.0,
        countdown_s=30.0,
        volume_most=0.4,
        hours=OpeningHours(
            (
                (),
                (Span(600, 1080),),
                (Span(600, 750), Span(810, 1260)),
                (Span(1080, 1440),),
                (Span(0, 60),),
                (),
                (),
            )
        ),
        size=(1080, 1920),
        touch=False,
        low_controls=True,
        giving=True,
        data=tmp_path / "kept" / "here",
        health_port=0,
        hang_s=9.0,
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("languages: [en]", "languages: [en, xx]", (2, 17, "not-one-of")),
        ("languages: [en]", "languages: []", (2, 12, "too-few")),
        ("path: fifteen-minutes", "path: fiften-minutes", (4, 7, "not-one-of")),
        ("idle_s: 45", "idle_s: soon", (5, 9, "wrong-type")),
        ("reading_idle_s: 100", "reading_idle_s: 40", (6, 17, "out-of-range")),
        ("countdown_s: 30", "countdown_s: 19", (7, 14, "out-of-range")),
        ("volume_most: 40", "volume_most: 101", (8, 14, "out-of-range")),
        ("  monday: closed\n", "", (10, 3, "missing-field")),
        ("10:00-18:00", "18:00-10:00", (11, 12, "out-of-range")),
        ("10:00-18:00", "10-18", (11, 12, "bad-form")),
        ("13:30-21:00", "12:00-21:00", (12, 28, "out-of-range")),
        ("18:00-24:00", "18:00-25:00", (13, 13, "bad-form")),
        ("window: 1080x1920", "window: 320x240", (17, 9, "out-of-range")),
        ("window: 1080x1920", "window: large", (17, 9, "bad-form")),
        ("touch: false", "tuch: false", (18, 1, "unknown-field")),
        ("giving: true", "giving: yes", (20, 9, "wrong-type")),
        ("health_port: 0", "health_port: 70000", (22, 14, "out-of-range")),
        ("hang_s: 9", "hang_s: 1", (23, 9, "out-of-range")),
        (f"pin: {HASH}\n", "", (1, 1, "missing-field")),
        (f"pin: {HASH}", "pin:", (3, 5, "empty-value")),
        ("format: 1", "format: 2", (1, 9, "out-of-range")),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, old: str, new: str, expected: tuple[int, int, str]) -> None:
    assert old in FULL
    assert faults(tmp_path, FULL.replace(old, new)) == [expected]


@pytest.mark.parametrize("secret", [PIN, f'"{PIN}"', f"[{PIN}]", HASH.replace("scrypt", "scrpt"), HASH + "?"])
def test_neither_a_pin_nor_its_hash_is_ever_told(tmp_path: Path, secret: str) -> None:
    with pytest.raises(KioskConfigError) as raised:
        read(tmp_path, LEAST.replace(HASH, secret))
    told = f"{raised.value} {raised.value!r}"
    assert ":3:6: " in told
    assert PIN not in told
    assert HASH[20:40] not in told
    config = read(tmp_path, LEAST)
    assert HASH[20:40] not in f"{config!r} {config.pin!r}"


@pytest.mark.parametrize("text", ["", "- en", "format", "format: 1\n\tpin: x", "format: [", "\x00"])
def test_what_is_no_configuration_is_told(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, text)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KioskConfigError, match="cannot be opened"):
        read_kiosk_config(tmp_path / "nowhere.yaml")


@given(st.text(max_size=60))
def test_no_text_in_place_of_a_hash_does_more_than_be_refused(text: str) -> None:
    try:
        read_hash(text)
    except BadPinError:
        return
    raise AssertionError(f"taken for a hash: {text}")


# ------------------------------------------------------------------------------------------------------------ the PIN


@pytest.mark.parametrize(
    "pin", ["12345", "1234567890123", "482 913", "abcdef", "٤٨٢٩١٣", "", "111111", "123456", "987654"]
)
def test_a_pin_that_is_none_or_that_everybody_tries_is_refused(pin: str) -> None:
    with pytest.raises(BadPinError):
        hash_of(pin)


def test_only_the_pin_fits_its_hash_and_no_two_hashes_are_the_same() -> None:
    one, other = hash_of(PIN), hash_of(PIN)
    assert one.written() != other.written()
    assert read_hash(one.written()) == one
    assert one.fits(PIN)
    assert not any(one.fits(wrong) for wrong in ("482914", "", PIN + "0", " " + PIN, "४८२९१३"))


# ---------------------------------------------------------------------------------------------------------- the hours

WEEK = st.integers(0, 7 * 24 * 60 - 1).map(lambda minute: datetime(2026, 11, 30) + timedelta(minutes=minute))  # noqa: DTZ001


@given(WEEK)
def test_a_kiosk_without_hours_is_always_open(local: datetime) -> None:
    assert ALWAYS_OPEN.is_open(local)


@given(WEEK, st.integers(0, 1439), st.integers(1, 1440), st.integers(0, 6))
def test_it_is_open_from_the_first_minute_to_the_last_of_its_day(
    local: datetime, opens: int, closes: int, day: int
) -> None:
    text = f"{opens // 60:02}:{opens % 60:02}-{closes // 60:02}:{closes % 60:02}"
    span = read_span(text)
    assert (span == Span(opens, closes)) is (opens < closes)
    if span is not None:
        week = OpeningHours(tuple((span,) if each == day else () for each in range(7)))
        minute = local.hour * 60 + local.minute
        assert week.is_open(local) is (local.weekday() == day and opens <= minute < closes)


# ------------------------------------------------------------------------------------------- what operators are given


def test_the_written_schema_is_that_of_the_shape() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in ASSETS.glob("*.schema.json")}
    assert written == dict(kiosk_schema_files()), "run scripts/write_schemas.py"


def test_the_schema_takes_what_the_reader_takes() -> None:
    schema = json.loads(kiosk_schema_files()["kiosk.schema.json"])
    Draft202012Validator.check_schema(schema)
    for text in (LEAST, FULL, TEMPLATE.replace("not-made-yet", HASH)):
        node = parse(text, FaultLog("kiosk.yaml"))
        assert node is not None
        assert [error.message for error in Draft202012Validator(schema).iter_errors(plain(node))] == []


def test_the_template_lacks_nothing_but_a_pin_and_shows_every_field_with_its_usual_value(tmp_path: Path) -> None:
    assert [code for _, _, code in faults(tmp_path, TEMPLATE)] == ["bad-form"]
    with_pin = TEMPLATE.replace("not-made-yet", HASH)
    usual = read(tmp_path, with_pin)
    assert usual == KioskConfig(pin=read_hash(HASH))
    switched_on = re.sub(r"^# (  \w+day|\w+): ?((?!main\.py).*)$", _switched_on, with_pin, flags=re.MULTILINE)
    shown = read(tmp_path, switched_on)
    assert shown.hours != ALWAYS_OPEN
    assert shown.data == Path("/var/lib/before-you-go")
    fields = json.loads(kiosk_schema_files()["kiosk.schema.json"])["properties"]
    assert [name for name in fields if f"\n{name}:" not in switched_on] == []
    assert KioskConfig(pin=usual.pin, hours=shown.hours, data=shown.data) == shown


def _switched_on(found: re.Match[str]) -> str:
    fields = json.loads(kiosk_schema_files()["kiosk.schema.json"])["properties"]
    is_field = found[1].strip() in {*fields, *fields["hours"]["properties"]}
    return f"{found[1]}: {found[2]}".rstrip() if is_field else found[0]


def test_operators_are_told_of_every_field() -> None:
    page = (ROOT / "docs" / "kiosk.md").read_text(encoding="utf-8")
    fields = json.loads(kiosk_schema_files()["kiosk.schema.json"])["properties"]
    assert [name for name in fields if f"`{name}`" not in page] == []
