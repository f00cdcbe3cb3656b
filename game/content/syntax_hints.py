"""Plain words for what a YAML parser complains about."""

_HINTS = (
    ("mapping values are not allowed", "put a text that holds ': ' into double quotes, or write it below after |"),
    ("could not find expected ':'", "a field is written as `name: value`; a long text goes below after |, further in"),
    ("unexpected end of stream", "close the quote or the bracket that is opened here"),
    ("escape character", "in double quotes a backslash starts an escape; use single quotes, or no backslash"),
    ("cannot start any token", "put a text that starts with @, `, % or another sign into quotes"),
    ("expected ',' or '}'", "between { and } fields are divided by commas; quote a text that holds a comma or a quote"),
    ("expected ',' or ']'", "between [ and ] items are divided by commas; close the bracket"),
    ("expected '-' indicator", "all items of a list start with - in the same column"),
    ("expected key", "all fields of one thing start in the same column; after a closing quote the line must end"),
    ("block sequence entries", "a list starts on a line of its own below its field"),
    ("expected <document start>", "text after the end of the value: look for a quote that closes too early"),
    ("unexpected ':'", "put a space after the colon"),
    ("alias", "put a text that starts with * into quotes"),
    ("anchor", "put a text that starts with & into quotes"),
    ("tag", "put a text that starts with ! into quotes"),
)


def hint_for(problem: str) -> str:
    """Return what usually causes a problem that the YAML parser names, and what to do."""
    return next(
        (hint for fragment, hint in _HINTS if fragment in problem), "compare it with levels/template/level.yaml"
    )
