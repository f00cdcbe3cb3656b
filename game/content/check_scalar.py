"""Tells whether a single value fits its shape."""

import re
from datetime import date
from typing import NamedTuple, assert_never

from game.content.faults import listed, nearest_hint, quoted
from game.content.nodes import Scalar
from game.content.shape import Day, Form, Number, OneOf, ScalarShape, Screenplay, Text, Truth, Whole

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Problem(NamedTuple):
    """What keeps a value from fitting: a fault without its place. The message follows the field's name."""

    code: str
    message: str
    hint: str


def problem_in(shape: ScalarShape, scalar: Scalar) -> Problem | None:
    """Return what is wrong with a value, or None."""
    match shape:
        case Whole() | Number():
            return _number_problem(shape, scalar)
        case Truth():
            return (
                None
                if scalar.kind == "truth"
                else Problem("wrong-type", f"{_found(scalar)} is not true or false", "write it without quotes")
            )
        case Day():
            hint = "write it as 2027-11-01"
            return None if _is_day(scalar.text) else Problem("bad-form", f"{_found(scalar)} is not a day", hint)
        case Text() | Screenplay() | Form() | OneOf():
            if scalar.kind != "text":
                return Problem("wrong-type", f"{_found(scalar)} is not a text", "put it into quotes if it is a text")
            return _text_problem(shape, scalar)
        case _:
            assert_never(shape)


def is_form(form: Form, text: str) -> bool:
    """Return whether a text has a form."""
    return len(text) <= form.most and re.fullmatch(form.pattern, text) is not None and not text.endswith("\n")


def _text_problem(shape: Text | Screenplay | Form | OneOf, scalar: Scalar) -> Problem | None:
    match shape:
        case Form(_, expected, _, code):
            good = is_form(shape, scalar.text)
            return None if good else Problem(code, f"{quoted(scalar.text)} is not {expected}", "write it in that form")
        case OneOf(names):
            return None if scalar.text in names else _not_one_of(names, scalar)
        case Text(most):
            return _length_problem(scalar, most)
        case Screenplay(most):
            return _length_problem(scalar, most) or _folded_problem(scalar)


def _not_one_of(names: tuple[str, ...], scalar: Scalar) -> Problem:
    near = nearest_hint(scalar.text, names)
    hint = near if near.startswith("did") else "write one of them"
    return Problem("not-one-of", f"{quoted(scalar.text)} is not one of {listed(names)}", hint)


def _length_problem(scalar: Scalar, most: int) -> Problem | None:
    length = len(scalar.text.strip())
    if length == 0:
        return Problem("empty-value", "nothing is written here", "write something, or delete the line")
    if length > most:
        return Problem("text-too-long", f"{length} characters long, at most {most} fit", "shorten it")
    return None


def _folded_problem(scalar: Scalar) -> Problem | None:
    if not scalar.folded:
        return None
    hint = "write | after the colon and the text below, further in"
    return Problem("folded-text", "the lines of this text are joined to one, because it is not written after |", hint)


def _number_problem(shape: Whole | Number, scalar: Scalar) -> Problem | None:
    is_whole = scalar.kind == "whole"
    expected = f"a {'whole ' if isinstance(shape, Whole) else ''}number from {shape.least} to {shape.most}"
    if not is_whole and (isinstance(shape, Whole) or scalar.kind != "number"):
        return Problem("wrong-type", f"{_found(scalar)} is not {expected}", "write digits, without quotes")
    value = scalar.whole if is_whole else float(scalar.text)
    if shape.least <= value <= shape.most:
        return None
    return Problem("out-of-range", f"{quoted(scalar.text)} is not {expected}", "change the number")


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _found(scalar: Scalar) -> str:
    return quoted(scalar.text) if scalar.plain else f"{quoted(scalar.text)} in quotes"
