"""Tells whether nodes fit a shape. Goes on after a fault, so that an author sees all of them at once."""

from game.content.check_scalar import is_form, problem_in
from game.content.faults import At, FaultLog, listed, quoted
from game.content.nodes import Broken, Entries, Items, Node, Scalar
from game.content.shape import Either, ListOf, MapOf, Record, Shape


def check_shape(shape: Shape, node: Node, log: FaultLog, name: str = "the file") -> None:
    """Note every fault that keeps the node from fitting the shape. `name` is what messages call the node."""
    match node:
        case Broken():
            pass
        case Scalar(kind="empty"):
            log.add("empty-value", node.at, f"{name} has no value", "write one, or delete the line")
        case Scalar() | Items() | Entries():
            _Checker(log, name).check(shape, node)


class _Checker:
    """Checks one node; `name` is what it is called in messages."""

    def __init__(self, log: FaultLog, name: str) -> None:
        self._log = log
        self._name = name

    def check(self, shape: Shape, node: Scalar | Items | Entries) -> None:
        match shape, node:
            case Either(), _:
                self._either(shape, node)
            case Record(), Entries():
                self._record(shape, node)
            case MapOf(), Entries():
                self._map(shape, node)
            case ListOf(), Items():
                self._list(shape, node)
            case ((Record() | MapOf()), _):
                self._wrong_type(node, "a mapping: lines `name: value` below, further in")
            case ListOf(), _:
                self._wrong_type(node, "a list: [one, two], or lines that start with -")
            case _, Scalar():
                if problem := problem_in(shape, node):
                    self._log.add(problem.code, node.at, f"{self._name}: {problem.message}", problem.hint)
            case _:
                self._wrong_type(node, "a single value")

    def _record(self, shape: Record, node: Entries) -> None:
        for name, value in node.values.items():
            if name in shape.fields:
                check_shape(shape.fields[name].shape, value, self._log, name)
            elif not self._is_slip(name, value, node.keys[name]):
                self._other_field(shape, name, value, node.keys[name])
        if shape.exactly_one:
            if len(node.values) != 1:
                message = f"{self._name} has {len(node.values)} fields instead of one"
                self._log.add("wrong-type", node.at, message, f"write one of {listed(shape.fields)}")
            return
        for name, field in shape.fields.items():
            if field.required and name not in node.values:
                message = f"{self._name} needs the field '{name}'"
                self._log.add("missing-field", node.at, message, f"{name}: {field.about}")

    def _other_field(self, shape: Record, name: str, value: Node, at: At) -> None:
        if shape.rest is None:
            message = f"{quoted(name)} is not a field of {self._name}"
            self._log.add_unknown("unknown-field", at, name, message, shape.fields)
            return
        self._key(shape.rest, name, at)
        check_shape(shape.rest.value, value, self._log, quoted(name))

    def _map(self, shape: MapOf, node: Entries) -> None:
        for name, value in node.values.items():
            if not self._is_slip(name, value, node.keys[name]):
                self._key(shape, name, node.keys[name])
                check_shape(shape.value, value, self._log, quoted(name))
        self._count(shape, len(node.values), node.at)

    def _key(self, shape: MapOf, name: str, at: At) -> None:
        form = shape.key
        if not is_form(form, name):
            message = f"{quoted(name)} is not {form.expected}"
            self._log.add(form.code, at, message, f"write it in that form, with at most {form.most} characters")

    def _is_slip(self, name: str, value: Node, at: At) -> bool:
        if not (isinstance(value, Scalar) and value.kind == "empty"):
            return False
        if " " in name:
            # In {from: Yati, who came back} YAML sees a field called "who came back": the most common slip of all.
            message = f"{quoted(name)} is taken for the name of a field"
            hint = "a text that holds a comma has to be in quotes between { and }"
            self._log.add("comma-in-braces", at, message, hint)
        elif ":" in name:
            message = f"{quoted(name)} is taken for the name of a field"
            self._log.add("bad-form", at, message, "put a space after the colon")
        return " " in name or ":" in name

    def _list(self, shape: ListOf, node: Items) -> None:
        seen = set()
        for item in node.items:
            check_shape(shape.item, item, self._log, f"an item of {self._name}")
            if shape.unique and isinstance(item, Scalar):
                if item.text in seen:
                    self._log.add("listed-twice", item.at, f"{quoted(item.text)} is listed twice", "delete one of them")
                seen.add(item.text)
        self._count(shape, len(node.items), node.at)

    def _count(self, shape: ListOf | MapOf, count: int, at: At) -> None:
        if count < shape.least:
            message = f"{self._name} has {count} entries, at least {shape.least} are needed"
            self._log.add("too-few", at, message, "add what is missing")
        elif count > shape.most:
            message = f"{self._name} has {count} entries, at most {shape.most} are allowed"
            self._log.add("too-many", at, message, "remove some")

    def _either(self, shape: Either, node: Scalar | Items | Entries) -> None:
        inner: Shape | None = None
        match node:
            case Scalar():
                inner = shape.scalar
            case Items():
                inner = shape.items
            case Entries():
                inner = shape.entries
        if inner is not None:
            self.check(inner, node)
            return
        kinds = ((shape.scalar, "a single value"), (shape.items, "a list"), (shape.entries, "a mapping"))
        self._wrong_type(node, " or ".join(word for allowed, word in kinds if allowed is not None))

    def _wrong_type(self, node: Scalar | Items | Entries, expected: str) -> None:
        kind = "a list" if isinstance(node, Items) else "a mapping"
        found = quoted(node.text) if isinstance(node, Scalar) else kind
        message = f"{self._name}: here is {found}, expected is {expected}"
        self._log.add("wrong-type", node.at, message, f"{self._log.guide} shows how it is written")
