"""The catalog of what screens say: complete, and nothing in it for nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.content.faults import FaultLog
from game.content.words import BrokenCatalogError, Words, load_words
from game.content.words_file import check_words

ROOT = Path(__file__).resolve().parents[2]
CATALOG = ROOT / "assets" / "words" / "en"
_IN_TEMPLATES = re.compile(r'\bwords\("([a-z_]+\.[\w-]*)"( ~)?')
TEXT = """\
results:
  title: " Results "
  learned: {one: "{count} message", other: "{count} messages"}
  from: From {place} to {where}
countries:
  NO: Norway
"""


@pytest.fixture
def words(tmp_path: Path) -> Words:
    (tmp_path / "en.yaml").write_text(TEXT)
    return load_words(tmp_path)


def test_a_text_is_found_by_its_id_and_filled_in(words: Words) -> None:
    assert words("results.title") == "Results"
    assert words("results.from", place="Java", where="Oslo") == "From Java to Oslo"
    assert words("countries.NO") == "Norway"
    assert "countries.NO" in words
    assert "countries.SE" not in words


def test_the_count_chooses_the_form(words: Words) -> None:
    assert [words("results.learned", count=count) for count in (0, 1, 2)] == ["0 messages", "1 message", "2 messages"]


def test_a_wrong_id_or_field_is_a_mistake_of_the_program(words: Words) -> None:
    for text_id, fields in (("results.tilte", {}), ("results.from", {"place": 1}), ("results.title", {"place": 1})):
        with pytest.raises(KeyError, match=text_id.replace(".", r"\.")):
            words(text_id, **fields)


@pytest.mark.parametrize("text", ["", "- a", "a: b", "a: {b: [c]}", "a: [", "\xff"])
def test_a_damaged_catalog_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "en.yaml").write_bytes(text.encode("latin-1"))
    with pytest.raises(BrokenCatalogError, match=r"en\.yaml"):
        load_words(tmp_path)


def test_a_brace_that_is_no_field_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "en.yaml").write_text('a:\n  b: "open { here"\n  c: {one: "{Count}", other: "{count}"}\n')
    log = FaultLog("en.yaml")
    check_words(tmp_path / "en.yaml", log)
    assert [(fault.code, fault.line) for fault in log.faults] == [("bad-form", 2), ("bad-form", 3)]


def test_the_shipped_catalog_has_no_faults() -> None:
    log = FaultLog("catalog")
    for path in CATALOG.glob("*.yaml"):
        check_words(path, log)
    assert list(map(str, log.faults)) == []


def test_a_section_is_in_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(TEXT)
    (tmp_path / "b.yaml").write_text("countries: {SE: Sweden}\n")
    with pytest.raises(BrokenCatalogError, match=r"b\.yaml.*'countries' is in a\.yaml, too"):
        load_words(tmp_path)


def test_a_folder_without_a_catalog_is_told(tmp_path: Path) -> None:
    with pytest.raises(BrokenCatalogError, match="no catalog"):
        load_words(tmp_path / "nowhere")


def test_every_text_the_code_names_is_in_the_catalog_and_every_text_is_named() -> None:
    catalog = set(load_words(CATALOG))
    named = list(_named())
    exact = {text_id for text_id, is_beginning in named if not is_beginning}
    beginnings = tuple(text_id for text_id, is_beginning in named if is_beginning)
    assert exact - catalog == set()
    assert {text_id for text_id in catalog - exact if not text_id.startswith(beginnings)} == set()
    assert [text_id for text_id in beginnings if not any(known.startswith(text_id) for known in catalog)] == []


def _named() -> Iterator[tuple[str, bool]]:
    """Yield the literal ids in the code and in templates, and the literal beginnings of those that are put together."""
    for path in (ROOT / "game").rglob("*.html"):
        for text, joint in _IN_TEMPLATES.findall(path.read_text(encoding="utf-8")):
            yield text, bool(joint)
    sections = {text_id.split(".")[0] for text_id in load_words(CATALOG)}
    for path in (ROOT / "game").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
        parts = {id(part) for node in joined for part in node.values}
        beginnings = {id(node.values[0]) for node in joined if node.values}
        for node in ast.walk(tree):
            match node:
                case ast.Constant(value=str(text)) if text.split(".")[0] in sections and text.count(".") == 1:
                    is_whole = id(node) not in parts and not text.endswith(".")
                    if is_whole or id(node) in beginnings:
                        yield text, id(node) in beginnings
                case _:
                    pass
