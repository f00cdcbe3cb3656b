"""How the game looks, sounds and moves. Everything shows at once, on this very screen."""

from dataclasses import replace

from game.art.diorama import Diorama
from game.art.staging import Actor, Staging
from game.canvas.geometry import Rect
from game.learning.telling import about_records
from game.records.settings import TEXT_SCALES, Settings, TextSpeed
from game.screens.beats import told_letters
from game.screens.chrome import BACK, header
from game.screens.chrome import page as whole_page
from game.screens.picture import Picture
from game.screens.screen import Pop, Stay, Transition
from game.screens.services import Services
from game.ui.arrange import Gap, Item, column, column_height, panel
from game.ui.frame import Frame, Shape
from game.ui.intents import Command
from game.ui.layout import Flex, columns, rows
from game.ui.view import View
from game.ui.widgets import Panel, Stepper, Text, Toggle, Widget

TEXT_SIZE = "text-size"
TEXT_SPEED = "text-speed"
VOLUME = "volume"
CONTRAST = "contrast"
MOTION = "motion"
MUTED = "muted"
KEYS = "keys"
RECORDS = "records"

VOLUME_STEPS = 10
SPEEDS = tuple(TextSpeed)
LETTER_FRAME_S = 1 / 30
LIST_SHARE = 0.6
"""Most height of the list in a portrait window, as a share."""
LIST_EMS = 32.0
"""Most width of the list of settings."""

SCENE = Staging("title", "morning", (Actor("sari", "sari", "hopeful"), Actor("rini", "neighbour-green", "calm")))


class SettingsScreen:
    """Lets players set the game up, with a sample that speaks, moves and looks as the game will."""

    def __init__(self, services: Services, diorama: Diorama) -> None:
        self._services = services
        self._picture = Picture(diorama, SCENE)
        self._told_at_s: float | None = None
        """Since when the sample is told; None when it stands there."""
        self._tells_anew = False

    def view(self, frame: Frame) -> View:
        """Return the settings, and the sample where there is room for it."""
        if self._tells_anew:
            self._told_at_s, self._tells_anew = frame.now_s, False
        title = self._services.words("settings.title")
        _, area = header(frame, title)
        if frame.shape is Shape.TIGHT:
            paper = panel("settings", title, [*self._sample(frame), Gap(0.5), *self._controls()], area, frame)
            return whole_page(frame, self._services, title, paper, default_focus=TEXT_SIZE)
        gap = frame.theme.space(2.5)
        if frame.shape is Shape.WIDE:
            left, right = columns(area, min(LIST_EMS * frame.theme.em, area.w / 2), Flex(), gap=gap)
        else:
            pad = frame.theme.pad
            needed = column_height(self._controls(), area.w - 2 * pad, frame) + 2 * pad
            right, left = rows(area, Flex(), min(needed, area.h * LIST_SHARE), gap=gap)
        paper = panel("settings", title, self._controls(), left, frame, anchor="fill")
        return whole_page(frame, self._services, title, (*paper, *self._preview(right, frame)), default_focus=TEXT_SIZE)

    def use(self, control_id: str, step: int) -> Transition:
        """Change a setting and keep it."""
        if control_id == BACK:
            return self.back()
        settings = self._services.settings
        if control_id == RECORDS:
            return self._switch_records()
        changed = _changed(settings.current, control_id, step)
        if control_id == TEXT_SPEED:
            self._tells_anew = True
        settings.change(changed)
        return Stay(("tap",))

    def command(self, command: Command) -> Transition:
        """Do nothing: everything is on the screen."""
        return Stay()

    def back(self) -> Transition:
        """Go back to where the player came from."""
        return Pop(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the next letter of the sample comes, or the figures of the picture move."""
        times = []
        if self._tells_anew or not self._is_told(now_s):
            times.append(now_s + LETTER_FRAME_S)
        pose = self._picture.wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)
        if pose is not None:
            times.append(pose)
        return min(times, default=None)

    # --------------------------------------------------------------------------------------------------- the settings

    def _controls(self) -> list[Item]:
        words, now = self._services.words, self._services.settings.current
        size, largest = TEXT_SCALES[0], TEXT_SCALES[-1]
        return [
            Stepper(
                id=TEXT_SIZE,
                label=words("settings.text_size"),
                value=words("settings.percent", percent=round(100 * now.text_scale)),
                share=(now.text_scale - size) / (largest - size),
            ),
            Stepper(
                id=TEXT_SPEED,
                label=words("settings.text_speed"),
                value=words(f"settings.speed_{now.text_speed.value}"),
                share=SPEEDS.index(now.text_speed) / (len(SPEEDS) - 1),
            ),
            Stepper(
                id=VOLUME,
                label=words("settings.volume"),
                value=words("settings.percent", percent=round(100 * now.volume)),
                share=now.volume,
            ),
            self._switch(MUTED, words("settings.muted"), is_on=now.muted),
            self._switch(CONTRAST, words("settings.contrast"), is_on=now.high_contrast),
            self._switch(MOTION, words("settings.motion"), is_on=now.reduced_motion),
            self._switch(KEYS, words("settings.keys"), is_on=now.show_keys),
            *self._records(),
        ]

    def _records(self) -> list[Item]:
        """The switch of the learning records, and what it means; nothing where nobody asks for any."""
        words, records = self._services.words, self._services.records
        if records is None:
            return []
        switch = self._switch(RECORDS, words("records.switch", name=records.name), is_on=records.is_on)
        return [
            Gap(0.5),
            switch,
            *(Text(text=each, role="small", ink="soft") for each in about_records(words, records)),
        ]

    def _switch_records(self) -> Transition:
        if self._services.records:
            self._services.records.switch()
        return Stay(("tap",))

    def _switch(self, control_id: str, label: str, *, is_on: bool) -> Toggle:
        word = self._services.words("settings.is_on" if is_on else "settings.is_off")
        return Toggle(id=control_id, label=label, on=is_on, word=word)

    # ----------------------------------------------------------------------------------------------------- the sample

    def _preview(self, area: Rect, frame: Frame) -> tuple[Widget, ...]:
        """A picture that lives or stands still, and words as large and as fast as in a story."""
        rim, pad = frame.theme.space(1), frame.theme.pad
        items = self._sample(frame)
        wide = area.w - 2 * pad
        stage, words = rows(area.inset(rim), Flex(), column_height(items, wide, frame) + pad, gap=frame.theme.gap)
        art = replace(self._picture.artwork(frame, stage), rect=stage, moving=stage)
        told = column(items, Rect(area.x + pad, words.y, wide, words.h), frame)
        return (Panel(rect=area), art, *told)

    def _sample(self, frame: Frame) -> list[Item]:
        words = self._services.words
        since_s = None if self._told_at_s is None else frame.now_s - self._told_at_s
        letters = None if since_s is None else told_letters(self._services.settings.current.text_speed, since_s)
        return [
            Text(text=words("settings.sample_title"), role="small", ink="teal"),
            Text(text=words("settings.sample"), role="speech", letters=letters),
        ]

    def _is_told(self, now_s: float) -> bool:
        if self._told_at_s is None:
            return True
        letters = told_letters(self._services.settings.current.text_speed, now_s - self._told_at_s)
        return letters is None or letters >= len(self._services.words("settings.sample"))


def _changed(now: Settings, control_id: str, step: int) -> Settings:
    volume = min(max(round(now.volume * VOLUME_STEPS) + step, 0), VOLUME_STEPS) / VOLUME_STEPS
    speed = SPEEDS[min(max(SPEEDS.index(now.text_speed) + step, 0), len(SPEEDS) - 1)]
    changes: dict[str, Settings] = {
        TEXT_SIZE: replace(now, text_scale=_next_scale(now.text_scale, step)),
        TEXT_SPEED: replace(now, text_speed=speed),
        VOLUME: replace(now, volume=volume, muted=False),
        MUTED: replace(now, muted=not now.muted),
        CONTRAST: replace(now, high_contrast=not now.high_contrast),
        MOTION: replace(now, reduced_motion=not now.reduced_motion),
        KEYS: replace(now, show_keys=not now.show_keys),
    }
    return changes[control_id]


def _next_scale(now: float, step: int) -> float:
    """Return the nearest size above or below; the command line may have asked for one in between."""
    above = [scale for scale in TEXT_SCALES if scale > now]
    below = [scale for scale in TEXT_SCALES if scale < now]
    return min(above, default=now) if step > 0 else max(below, default=now)
