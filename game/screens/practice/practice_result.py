"""What the verdicts on offers come to, in words: how many were right of each kind, and which way somebody leans."""

from typing import Final

from game.content.words import Words
from game.screens.toy_bricks import Tower, brick_sign, towers
from game.story.practice import ENOUGH, leaning
from game.story.sensitivity import Verdicts
from game.ui.arrange import Gap, Item, beside, line
from game.ui.frame import Frame
from game.ui.widgets import Button, Text, Tone

MORE: Final = "more"
DONE: Final = "done"
FALSE_FILL, GENUINE_FILL = 1, 0
WIDE_EMS, HIGH_EMS = 9.0, 7.5


def result_items(words: Words, counted: Verdicts, frame: Frame, *, has_more: bool) -> list[Item]:
    """Return what can be said so far, and the ways on."""
    done = Button(id=DONE, label=words("practice.done"), tone=Tone.PRIMARY, icon="check")
    more = Button(id=MORE, label=words("practice.more"), tone=Tone.QUIET, icon="right")
    ways = line(more, done, side="right") if has_more else line(done, side="right")
    return [Gap(0.5), *_told(words, counted, frame), Gap(0.5), ways]


def _told(words: Words, counted: Verdicts, frame: Frame) -> list[Item]:
    head = Text(text=words("practice.result"), role="heading")
    if counted.judged < ENOUGH:
        return [head, Text(text=words("practice.few", judged=counted.judged, enough=ENOUGH))]
    fills, ems = frame.theme.colours.fills, frame.theme.em / frame.theme.text_scale
    stopped = words("practice.stopped", stopped=counted.hits, count=counted.false_offers)
    lost = words("practice.lost", lost=counted.false_alarms, count=counted.genuine_offers)
    built = [
        Tower(fills[FALSE_FILL], counted.hits, counted.false_offers),
        Tower(fills[GENUINE_FILL], counted.correct_rejections, counted.genuine_offers),
    ]
    told = [
        beside(brick_sign(tower.colour, frame), Text(text=text, role="strong"))
        for tower, text in zip(built, (stopped, lost), strict=True)
        if tower.goal
    ]
    sign = towers([tower for tower in built if tower.goal], "", frame, WIDE_EMS * ems, HIGH_EMS * ems)
    return [head, beside(sign, *told, *_leaning(words, counted))]


def _leaning(words: Words, counted: Verdicts) -> list[Item]:
    found = leaning(counted)
    return [] if found is None else [Text(text=words(f"practice.{found.value}"))]
