"""When a kiosk is open: on each weekday from one time of the wall clock to another, or always."""

import re
from dataclasses import dataclass
from datetime import datetime

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CLOSED = "closed"
SPAN_FORM = r"^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"
DAY_FORM = rf"^{CLOSED}$|{SPAN_FORM}"

_SPAN = re.compile(SPAN_FORM)
_HOUR_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Span:
    """From one minute of the day to another, the last one not included."""

    opens: int
    closes: int
    """Later than `opens`; 1440 for midnight at the end of the day."""


def read_span(text: str) -> Span | None:
    """Return the time that `10:00-18:00` means; None where it is not such a text, or ends before it begins."""
    if not _SPAN.fullmatch(text):
        return None
    opens, closes = (_minute(each) for each in text.split("-"))
    return Span(opens, closes) if opens < closes else None


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The times of a week, by the wall clock of the computer: on the day the clocks change, doors go by it, too."""

    days: tuple[tuple[Span, ...], ...] | None = None
    """The times of each weekday from Monday on; None for always open."""

    def is_open(self, local: datetime) -> bool:
        """Return whether the kiosk is open at this local time."""
        if self.days is None:
            return True
        minute = local.hour * _HOUR_MINUTES + local.minute
        return any(span.opens <= minute < span.closes for span in self.days[local.weekday()])


ALWAYS_OPEN = OpeningHours()


def _minute(text: str) -> int:
    hour, minute = text.split(":")
    return int(hour) * _HOUR_MINUTES + int(minute)
