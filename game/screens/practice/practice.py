"""Telling offers apart, outside of the stories: one after the other, and what the verdicts come to."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from game.art.diorama import Diorama
from game.art.staging import Actor, Staging
from game.records.level_progress import Judged
from game.records.practised import judged_before, practised
from game.screens.chrome import BACK, back_button, body_area, corner, page
from game.screens.picture import Picture
from game.screens.picture_page import picture_page_with_back, tag_on
from game.screens.practice.practice_result import DONE, MORE, result_items
from game.screens.practice.practice_sheet import ENOUGH, NEXT, VERDICT, PracticeSheet
from game.screens.routes import Routes
from game.screens.screen import Pop, Push, Stay, Transition
from game.screens.services import Services
from game.screens.tables.offer_lines import MARK, marked
from game.story.action import Verdict
from game.story.level import Sign
from game.story.practice import all_offers, stack
from game.story.sensitivity import Verdicts, verdict_on
from game.ui.frame import Frame, Shape
from game.ui.intents import Command
from game.ui.view import View

TABLE: Final = Staging("advice-centre", "day", (Actor("counsellor", "counsellor", "hopeful"),))


class PracticeScreen:
    """Deals offers of all stories. The first verdict on each goes into the progress, like one at a desk."""

    def __init__(self, services: Services, routes: Routes, diorama: Diorama) -> None:
        self._services = services
        self._routes = routes
        self._picture = Picture(diorama, TABLE)
        known = judged_before(services.progress.current)
        self._stack = stack(all_offers(services.library().levels.values()), services.new_seed(), known)
        self._at = 0
        self._marks: Mapping[tuple[str, str], Sign] = {}
        self._verdict: Verdict | None = None
        self._counted = Verdicts()
        self._is_over = not self._stack
        self._has_picture = False
        """Whether the last view had one: there is no room beside a sheet in a wide window."""
        self._seen_s: float | None = None
        """When the offer on the table was first to be seen."""

    def view(self, frame: Frame) -> View:
        """Return an offer, what its lines tell, or what the verdicts come to."""
        return self._result(frame) if self._is_over else self._table(frame)

    def use(self, control_id: str, step: int) -> Transition:
        """Mark a line, judge the offer, go on, or end."""
        if control_id.startswith(MARK):
            line, sign = marked(control_id, self._marks)
            others = {each: said for each, said in self._marks.items() if each != line}
            self._marks = others if sign is None else {**others, line: sign}
            return Stay(("tap",))
        if control_id.startswith(VERDICT):
            self._judge(Verdict(control_id.removeprefix(VERDICT)))
            return Stay(("place",))
        if control_id == NEXT:
            self._deal()
            return Stay(("page",))
        if control_id == MORE:
            self._is_over = False
            if self._verdict:
                self._deal()
            return Stay(("page",))
        return self.back() if control_id in (ENOUGH, DONE, BACK) else Stay()

    def command(self, command: Command) -> Transition:
        """Open the settings."""
        return Push(self._routes.settings(), ("page",)) if command is Command.SETTINGS else Stay()

    def back(self) -> Transition:
        """Look at what the verdicts come to, or leave."""
        if self._is_over or not self._counted.judged:
            return Pop(("page",))
        self._is_over = True
        return Stay(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return when a figure breathes or blinks next, where there is room for a picture."""
        moves = not self._services.settings.current.reduced_motion
        return self._picture.wakes_s(now_s, moves=moves) if self._has_picture else None

    def _judge(self, verdict: Verdict) -> None:
        if self._verdict:
            return
        self._verdict = verdict
        posted, progress = self._stack[self._at], self._services.progress
        judged = Judged(posted.offer.genuine, stopped=verdict is Verdict.STOP)
        self._counted += verdict_on(genuine=judged.genuine, stopped=judged.stopped)
        progress.change(practised(progress.current, posted.level, posted.offer.id, judged))

    def _deal(self) -> None:
        """Put the next offer on the table; after the last one it is over."""
        if self._at + 1 == len(self._stack):
            self._is_over = True
            return
        self._at += 1
        self._marks, self._verdict, self._seen_s = {}, None, None

    def _table(self, frame: Frame) -> View:
        shown = self._pictured(frame) if frame.shape is Shape.TALL else self._plain(frame)
        if self._verdict:
            return replace(shown, default_focus=NEXT, turn=(self._at, "told"))
        if self._seen_s is None:
            self._seen_s = frame.now_s
        decides_s = self._seen_s + frame.theme.seeing_s
        return replace(shown, default_focus=None, turn=(self._at, "asked"), decides_s=decides_s)

    def _plain(self, frame: Frame) -> View:
        self._has_picture = False
        title = self._services.words("practice.title")
        return page(frame, self._services, title, self._sheet().view(body_area(frame, title), frame))

    def _pictured(self, frame: Frame) -> View:
        """The sheet at the foot of the place where offers are read."""
        self._has_picture = True
        title, gap = self._services.words("practice.title"), frame.theme.gap
        back = back_button(frame, self._services)
        room = frame.page._replace(y=back.rect.bottom + gap, h=frame.page.bottom - back.rect.bottom - gap)
        above = room.y - tag_on(title, room, frame).rect.y
        sheet = self._sheet().view(room._replace(y=room.y + above, h=room.h - above), frame)
        seen = room._replace(h=max(sheet[0].rect.y - gap - room.y, frame.theme.target))
        tag = tag_on(title, sheet[0].rect, frame)
        art = self._picture.artwork(frame, seen)
        return View((art, *sheet, tag, back, *corner(frame, self._services)))

    def _sheet(self) -> PracticeSheet:
        count = len(self._stack)
        return PracticeSheet(
            self._services.words, self._stack[self._at], self._at + 1, count, self._marks, self._verdict
        )

    def _result(self, frame: Frame) -> View:
        words = self._services.words
        self._has_picture = True
        is_last = self._at + 1 >= len(self._stack) and (self._verdict is not None or not self._stack)
        items = result_items(words, self._counted, frame, has_more=not is_last)
        label = words("practice.title")
        return picture_page_with_back(self._services, self._picture, label, items, frame, default_focus=DONE)
