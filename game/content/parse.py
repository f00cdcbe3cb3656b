"""Reads YAML files to nodes, and says in plain words where a file is not YAML."""

from collections.abc import Callable
from pathlib import Path

import yaml

from game.content.faults import TOP, At, FaultLog
from game.content.node_builder import HopelessError, NodeBuilder, Parser
from game.content.nodes import Node
from game.content.source import read_text
from game.content.syntax_hints import hint_for

# libyaml is many times as fast; wheels of PyYAML have it, some self-made builds do not.
FASTEST: Callable[[str], Parser] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_nodes(path: Path, log: FaultLog) -> Node | None:
    """Return what a YAML file holds, or None after noting why it cannot be read. Raises for nothing a file can hold."""
    text = read_text(path, log)
    return None if text is None else parse(text, log)


def parse(text: str, log: FaultLog, parser: Callable[[str], Parser] = FASTEST) -> Node | None:
    """Return what a YAML text holds, or None after noting why it cannot be read."""
    builder = NodeBuilder(text.split("\n"), log)
    try:
        builder.build(parser(text))
    except HopelessError:
        return None
    except yaml.MarkedYAMLError as error:
        _note_syntax(error, builder, log)
        return None
    except (yaml.YAMLError, ValueError, OverflowError):
        log.add("yaml-syntax", TOP, "this is not a YAML file", "compare it with levels/template/level.yaml")
        return None
    return builder.result


def _note_syntax(error: yaml.MarkedYAMLError, builder: NodeBuilder, log: FaultLog) -> None:
    problem = error.problem or "unknown problem"
    mark = error.problem_mark or error.context_mark
    opened, closed = builder.long_quote or (TOP, 0)
    if mark and mark.line + 1 == closed:
        message = f"the quote that opens here closes only in line {closed}"
        log.add("yaml-syntax", opened, message, "a quote is missing, or one is too many")
        return
    if error.context_mark and "unexpected end of stream" in problem:
        mark = error.context_mark  # an open quote is at fault where it opens, not at the end of the file
    at = At(mark.line + 1, mark.column + 1) if mark else TOP
    log.add("yaml-syntax", at, f"this is not well-formed YAML: {problem}", hint_for(problem))
