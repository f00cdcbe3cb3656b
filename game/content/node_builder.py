"""Builds nodes from a YAML parser's events, and refuses what makes YAML dangerous or surprising.

Nothing is constructed or evaluated, so aliases cannot multiply, tags cannot call anything, and `NO` stays a text.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import yaml

from game.content.faults import TOP, At, FaultLog, quoted
from game.content.nodes import Broken, Entries, Items, Node, Scalar
from game.content.source import NOT_PLAIN

DEEPEST = 16
MOST_VALUES = 20_000


class Parser(Protocol):
    """What both of PyYAML's parsers can do."""

    def check_event(self) -> bool: ...

    def get_event(self) -> yaml.Event: ...


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end is not reached yet."""

    at: At
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    values: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, At] = field(default_factory=dict)
    key: Node | None = None


class HopelessError(Exception):
    """The file is hostile or hopeless; its fault is noted. The catcher gives up the file."""


class NodeBuilder:
    """Builds nodes from events with a stack of its own, so that no nesting exhausts Python's."""

    def __init__(self, lines: list[str], log: FaultLog) -> None:
        self.result: Node | None = None
        """What the file holds, once `build` has returned."""
        self.long_quote: tuple[At, int] | None = None
        """Where the last quoted text of several lines opens, and the line it closes in: a forgotten quote, if any."""
        self._lines = lines
        self._log = log
        self._stack: list[_Open] = []
        self._values = 0
        self._documents = 0

    def build(self, parser: Parser) -> None:
        """Take all events of a parser.

        Raises:
            HopelessError: the rest of the file is not worth reading; why is in the log.
            yaml.YAMLError: the parser found no YAML. PyYAML's slower parser raises ValueError and OverflowError too.

        """
        take: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._take_scalar,
            yaml.MappingStartEvent: self._open_mapping,
            yaml.SequenceStartEvent: self._open_list,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._take_alias,
            yaml.DocumentStartEvent: self._start_document,
        }
        while parser.check_event():
            event = parser.get_event()
            if handle := take.get(type(event)):
                handle(event)
        if self._documents == 0:
            self._log.add("empty-file", TOP, "the file is empty", "start from levels/template/level.yaml")

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        self._check(event)
        self._place(self._scalar(event))

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        at, name = _at(event), quoted(event.anchor or "")
        self._log.add("alias", at, f"the alias {name} is not allowed", "write the value out")
        self._place(Broken(at))

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop("several-documents", _at(event), "a file holds one document", "delete the line '---'")

    def _check(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        self._values += 1
        if self._values > MOST_VALUES:
            self._stop("too-many-values", _at(event), f"the file has more than {MOST_VALUES} values", "split it")
        if event.anchor is not None:
            name = quoted(event.anchor)
            self._log.add("alias", _at(event), f"the anchor {name} is not allowed", "write the value out each time")
        if event.tag is not None:
            self._log.add("tag", _at(event), f"the tag {quoted(event.tag)} is not allowed", "put '!' into quotes")

    def _scalar(self, event: yaml.ScalarEvent) -> Node:
        at = _at(event)
        match event.style:
            case "|" | ">":
                return Scalar(event.value, at, plain=False, body=self._body(at), folded=event.style == ">")
            case "'" | '"':
                found = NOT_PLAIN.search(event.value)
                if found:
                    message = f"the text holds the character U+{ord(found[0]):04X}"
                    self._log.add("forbidden-character", at, message, "delete its escape")
                    return Broken(at)
                folded = _spans_lines(event)
                if folded and event.end_mark:
                    self.long_quote = at, event.end_mark.line + 1
                return Scalar(event.value, at, plain=False, body=At(at.line, at.column + 1), folded=folded)
            case _:
                return Scalar(event.value, at, plain=True, body=at, folded=_spans_lines(event))

    def _body(self, at: At) -> At:
        number = at.line
        while number < len(self._lines) and not self._lines[number].strip():
            number += 1
        line = self._lines[number] if number < len(self._lines) else ""
        return At(at.line + 1, len(line) - len(line.lstrip(" ")) + 1)

    def _open_mapping(self, event: yaml.MappingStartEvent) -> None:
        self._open(event, is_mapping=True)

    def _open_list(self, event: yaml.SequenceStartEvent) -> None:
        self._open(event, is_mapping=False)

    def _open(self, event: yaml.CollectionStartEvent, *, is_mapping: bool) -> None:
        self._check(event)
        at = _at(event)
        if len(self._stack) >= DEEPEST:
            self._stop("too-deep", at, f"values are nested more than {DEEPEST} deep", "nothing in a level is that deep")
        self._stack.append(_Open(at, is_mapping))

    def _close(self, _end: yaml.Event) -> None:
        done = self._stack.pop()
        self._place(Entries(done.values, done.keys, done.at) if done.is_mapping else Items(tuple(done.items), done.at))

    def _place(self, node: Node) -> None:
        if not self._stack:
            self.result = node if self.result is None else self.result
            return
        parent = self._stack[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = node
        else:
            self._put(parent, parent.key, node)
            parent.key = None

    def _put(self, parent: _Open, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            if not isinstance(key, Broken):
                self._log.add("key-not-text", key.at, "a field name is a single word, not a list", "put it into quotes")
            return
        if key.text in parent.keys:
            first = parent.keys[key.text].line
            name = quoted(key.text)
            self._log.add("duplicate-key", key.at, f"{name} is here a second time", f"the first is in line {first}")
            return
        parent.keys[key.text] = key.at
        parent.values[key.text] = value

    def _stop(self, code: str, at: At, message: str, hint: str) -> None:
        self._log.add(code, at, message, hint)
        raise HopelessError


def _at(event: yaml.Event) -> At:
    mark = event.start_mark
    return At(mark.line + 1, mark.column + 1) if mark is not None else TOP


def _spans_lines(event: yaml.Event) -> bool:
    start, end = event.start_mark, event.end_mark
    return start is not None and end is not None and end.line > start.line
