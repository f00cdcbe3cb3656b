"""What staff can do: see what was counted, make it quieter, begin anew, end the game."""

from typing import Final

from game.canvas.geometry import Rect
from game.kiosk.counting import Counted
from game.screens.chrome import BACK, back_button
from game.screens.kiosk.loudness import STEPS, Loudness
from game.screens.kiosk.wishes import Wish, Wishes
from game.screens.kiosk.world import Counts
from game.screens.screen import Stay, Transition
from game.screens.services import Services
from game.ui.arrange import Gap, Item, line, panel
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.layout import narrowed
from game.ui.view import View
from game.ui.widgets import Backdrop, Button, Stepper, Text, Toggle, Tone

VOLUME: Final = "volume"
MUTED: Final = "muted"
RETURN: Final = "return"
RESTART: Final = "restart"
END: Final = "end"
END_YES: Final = "end-yes"
END_NO: Final = "end-no"
PAPER_EMS: Final = 40.0


class StaffScreen:
    """Behind the PIN. The visitor's game waits meanwhile."""

    def __init__(self, services: Services, loudness: Loudness, counts: Counts, wishes: Wishes) -> None:
        self._services = services
        self._loudness = loudness
        self._counts = counts
        self._wishes = wishes
        self._asks_to_end = False

    def view(self, frame: Frame) -> View:
        """Return the page."""
        theme, page = frame.theme, frame.page
        top = page.y + theme.target + theme.gap
        area = narrowed(Rect(page.x, top, page.w, page.bottom - top), PAPER_EMS * theme.em)
        label = self._services.words("kiosk.staff")
        items = self._question() if self._asks_to_end else self._ways()
        paper = panel("staff", label, items, area, frame, anchor="centre")
        focus = END_NO if self._asks_to_end else RETURN
        return View(
            (Backdrop(rect=frame.area), *paper, back_button(frame, self._services)),
            default_focus=focus,
            turn=self._asks_to_end,
        )

    def use(self, control_id: str, step: int) -> Transition:
        """Do what staff want."""
        loudness = self._loudness
        match control_id:
            case "volume":
                loudness.set_level(loudness.level + step, is_muted=False)
            case "muted":
                loudness.set_level(loudness.level, is_muted=not loudness.is_muted)
            case "restart":
                return self._wishes.ask(Wish.FINISH)
            case "end" | "end-no":
                self._asks_to_end = control_id == END
            case "end-yes":
                return self._wishes.ask(Wish.END)
            case _ if control_id in (RETURN, BACK):
                return self.back()
            case _:
                pass
        return Stay(("tap",))

    def command(self, command: Command) -> Transition:
        """Nothing has a key of its own."""
        return Stay()

    def back(self) -> Transition:
        """Take the question back, or let the visitor go on."""
        if self._asks_to_end:
            return self.use(END_NO, 0)
        return self._wishes.ask(Wish.BACK)

    def wakes_s(self, now_s: float) -> float | None:
        """Return None: nothing moves."""
        return None

    def _ways(self) -> list[Item]:
        words, loudness, sums = self._services.words, self._loudness, self._counts.sums
        word = words("settings.is_on" if loudness.is_muted else "settings.is_off")
        return [
            Text(text=words("kiosk.staff"), role="title"),
            Text(text=words("kiosk.counted"), role="strong"),
            Text(
                text=words(
                    "kiosk.counted_visits",
                    sessions=sums[Counted.SESSIONS],
                    completions=sums[Counted.COMPLETIONS],
                    giving=sums[Counted.GIVING_OPENED],
                )
            ),
            Text(
                text=words(
                    "kiosk.counted_checks",
                    before=sums[Counted.BEFORE_RIGHT],
                    before_of=sums[Counted.BEFORE_ASKED],
                    after=sums[Counted.AFTER_RIGHT],
                    after_of=sums[Counted.AFTER_ASKED],
                )
            ),
            Gap(0.5),
            Stepper(
                id=VOLUME,
                label=words("settings.volume"),
                value=words("settings.percent", percent=round(100 * loudness.level / STEPS)),
                share=loudness.level / STEPS,
            ),
            Toggle(id=MUTED, label=words("settings.muted"), on=loudness.is_muted, word=word),
            Gap(0.5),
            Button(id=RETURN, label=words("kiosk.return"), icon="back", tone=Tone.PRIMARY),
            line(
                Button(id=RESTART, label=words("kiosk.restart"), icon="play"),
                Button(id=END, label=words("kiosk.end"), icon="close"),
                share=True,
            ),
        ]

    def _question(self) -> list[Item]:
        words = self._services.words
        return [
            Text(text=words("kiosk.end_ask"), role="title"),
            Text(text=words("kiosk.end_more"), role="speech"),
            Gap(0.5),
            line(
                Button(id=END_NO, label=words("kiosk.end_no"), tone=Tone.PRIMARY),
                Button(id=END_YES, label=words("kiosk.end_yes"), final=True),
                share=True,
            ),
        ]
