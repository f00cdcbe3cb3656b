"""What a view says, for stories about screens."""

from collections.abc import Iterable, Iterator

from game.ui.view import View
from game.ui.widgets import ScrollArea, Text, Widget


def words_of(view: View) -> str:
    """All texts of a view, scrolled out of sight or not, in reading order."""
    return "\n".join(_texts(view.widgets))


def _texts(widgets: Iterable[Widget]) -> Iterator[str]:
    for widget in widgets:
        if isinstance(widget, ScrollArea):
            yield from _texts(widget.children)
        elif isinstance(widget, Text):
            yield widget.text
