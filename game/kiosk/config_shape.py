"""The form of what the operator of a kiosk writes."""

from game.content.shape import ID, Either, Field, File, Form, ListOf, Record, Truth, Whole, optional
from game.kiosk.hours import DAY_FORM, SPAN_FORM, WEEKDAYS
from game.kiosk.pin import FORM as PIN_FORM

FULLSCREEN = "fullscreen"
LEAST_COUNTDOWN_S = 20
"""So long somebody has to have to say that they are still there (WCAG 2.2.1)."""

_LANGUAGE = Form("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "a language code such as en", 20)
_WINDOW = Form(rf"^({FULLSCREEN}|[0-9]{{3,4}}x[0-9]{{3,4}})$", "fullscreen, or a size such as 1080x1920", 12)
_DAY_HOURS = Form(DAY_FORM, "closed, or a time such as 10:00-18:00", 12)
_SPAN = Form(SPAN_FORM, "a time such as 10:00-12:30", 12)
_FOLDER = Form(r"^\S(.*\S)?$", "the name of a folder", 400)
_DAY = Either(scalar=_DAY_HOURS, items=ListOf(_SPAN, least=1, most=6))
_WEEK = Record({day: Field(_DAY, "closed, a time such as 10:00-18:00, or a list of times") for day in WEEKDAYS})

PIN = Form(PIN_FORM, "a line made by `kiosk pin`", 200)

KIOSK_FILE = File(
    "Kiosk",
    "How one kiosk runs Before You Go: what visitors see, when it is open, and who may close it.",
    Record(
        {
            "format": Field(Whole(1, 1), "the version of this file's format: 1"),
            "languages": Field(
                ListOf(_LANGUAGE, least=1, most=12, unique=True),
                "the languages visitors pick from, the usual one first",
            ),
            "path": optional(ID, "the path of levels/campaign.yaml that visitors play"),
            "pin": Field(PIN, "the hash of the PIN with which staff leave the game; `kiosk pin` makes it"),
            "idle_s": optional(Whole(20, 900), "after so many seconds without a touch the visitor is asked"),
            "reading_idle_s": optional(Whole(30, 1800), "the same on screens with much to read"),
            "countdown_s": optional(Whole(LEAST_COUNTDOWN_S, 120), "how long the visitor has to answer"),
            "volume_most": optional(Whole(0, 100), "the loudest a visitor can make it, in per cent"),
            "hours": optional(_WEEK, "when it is open, each weekday; left out, it always is"),
            "window": optional(_WINDOW, "fullscreen, or the size of a window"),
            "touch": optional(Truth(), "true for a touch screen: no pointer is shown"),
            "low_controls": optional(Truth(), "true to keep what is pressed within reach of somebody who sits"),
            "giving": optional(Truth(), "true to offer giving, by a code for the visitor's own phone"),
            "data": optional(_FOLDER, "where counters and logs are kept; from the folder of this file"),
            "health_port": optional(Whole(0, 65535), "the port of this computer at which /health answers; 0 for none"),
            "hang_s": optional(Whole(3, 120), "a game that gives no sign for so many seconds is started again"),
        }
    ),
)
