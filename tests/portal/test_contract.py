"""The served document says the same as the contract, and the portal does what both of them say."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.paths import assets_dir
from game.portal.access import Limits
from game.portal.app import Options
from game.portal.server import serving
from tests.portal.caller import HOME, Caller

Told = dict[str, Any]
CONTRACT_FILE = assets_dir().parent / "docs" / "portal-openapi.yaml"
CONTRACT: Told = yaml.safe_load(CONTRACT_FILE.read_text("utf-8"))
_OPTIONS = ("--config-file", str(Path(__file__).with_name("schemathesis.toml")))
_AUTHORIZED = ("--header", f"Authorization: Bearer {HOME}")
_RUN = (*_AUTHORIZED, "--checks", "all", "--max-examples", "5", "--generation-deterministic", "--no-color")
_PATIENCE_S = 300
# What is for people alone, and changes nothing of what may be sent.
_WORDS = frozenset(("title", "description", "summary"))


def resolved(part: object, document: Told) -> object:
    """Return a part of a document with all references followed, and with one way to say each thing."""
    if isinstance(part, list):
        return [resolved(each, document) for each in part]
    if not isinstance(part, dict):
        return part
    if reference := part.get("$ref"):
        found: Any = document
        for step in str(reference).removeprefix("#/").split("/"):
            found = found[step]
        return resolved({**found, **{name: value for name, value in part.items() if name != "$ref"}}, document)
    if set(part) >= {"anyOf"} and {"type": "null"} in part["anyOf"]:
        rest = {name: value for name, value in part.items() if name != "anyOf"}
        [other] = [each for each in part["anyOf"] if each != {"type": "null"}]
        return resolved({**rest, **other, "type": [other["type"], "null"]}, document)
    whole: Told = {name: resolved(value, document) for name, value in part.items() if not is_word(name, value)}
    if "const" in whole and "properties" not in part:
        whole["enum"] = [whole.pop("const")]
    for unordered in ("required", "enum"):
        if isinstance(whole.get(unordered), list):
            whole[unordered] = sorted(whole[unordered])
    return whole


def is_word(name: str, value: object) -> bool:
    """Say whether a member is a remark; a property may have the same name."""
    return name == "example" or (name in _WORDS and not isinstance(value, dict))


def operations(document: Told) -> Told:
    """Return each call of a document in one form."""
    told: Told = {}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            body = operation.get("requestBody")
            told[f"{method} {path}"] = {
                "id": operation["operationId"],
                "security": operation.get("security", document.get("security", [])),
                "parameters": {
                    (each["in"], each["name"].lower()): (
                        each.get("required", False),
                        resolved(each["schema"], document),
                    )
                    for each in operation.get("parameters", [])
                },
                "body": body and (body.get("required", False), resolved(body["content"], document)),
                "replies": {code: reply(each, document) for code, each in operation["responses"].items()},
            }
    return told


def reply(told: Told, document: Told) -> Told:
    whole: Any = resolved(told, document)
    content = whole.get("content", {})
    return {"headers": whole.get("headers") or {}, "content": {kind: each["schema"] for kind, each in content.items()}}


def test_the_served_document_says_the_same_as_the_contract(caller: Caller) -> None:
    served: Told = caller.call("GET", "/openapi.json").json()
    ours, theirs = operations(served), operations(CONTRACT)
    assert ours.keys() == theirs.keys()
    for name, told in theirs.items():
        for part, expected in told.items():
            assert ours[name][part] == expected, f"{name}: {part}"


def test_the_key_is_described_as_in_the_contract(caller: Caller) -> None:
    served: Told = caller.call("GET", "/openapi.json").json()
    assert served["components"]["securitySchemes"] == CONTRACT["components"]["securitySchemes"]
    assert served["openapi"].startswith("3.1")


@pytest.mark.parametrize("document", ["the portal's own", "the contract"])
def test_whatever_a_document_allows_is_answered_as_it_says(options: Options, tmp_path: Path, document: str) -> None:
    """Ask by examples, by limits of every value, by chance, and in sequences of calls that follow from each other."""
    unlimited = Limits(reads=10**9, pledges=10**9, open_pledges=10**9)
    with serving(replace(options, has_faults=False, limits=unlimited)) as base:
        source = str(CONTRACT_FILE) if document == "the contract" else base + "/openapi.json"
        tried = subprocess.run(
            [sys.executable, "-m", "schemathesis.cli", *_OPTIONS, "run", source, "--url", base + "/api/v1", *_RUN],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
    assert tried.returncode == 0, tried.stdout
    assert "Tested: 6" in tried.stdout
