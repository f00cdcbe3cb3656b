"""The results: what was understood, told kindly, and where to go from here."""

from game.canvas.geometry import Rect
from game.records.progress import CheckResult
from game.records.running import RunningLevel
from game.records.tally import earned, verdicts_of
from game.screens.after.results_parts import ResultsParts
from game.screens.beside import opened_beside
from game.screens.chrome import body_area, page
from game.screens.routes import Routes
from game.screens.screen import Home, Pace, Push, Replace, Stay, Transition
from game.screens.services import Services
from game.screens.sheets import has_room_for_two
from game.screens.ways import following, way_out
from game.story.level import Level
from game.ui.arrange import Gap, Item, Line, beside, column, column_height, line, panel
from game.ui.frame import Frame, Shape
from game.ui.intents import Command
from game.ui.layout import Flex, columns, rows
from game.ui.view import View
from game.ui.widgets import Button, Text, Tone, Widget

NEXT = "next-level"
AGAIN = "play-again"
NOTEBOOK = "notebook"
LEVELS = "levels"
LISTEN = "who-can-listen"
GIVE = "give"
NO_THANKS = "no-thanks"

INSIGHT_SHARE = 0.38
"""Of a wide window's width."""
TALL_SHARE = 0.5
"""Of a tall window's height, at most."""
TOWERS_EMS, TOWERS_SHARE = 11.0, 0.4
"""Least height of the towers, in ems at normal text size, and their share of a line with words beside them."""


class ResultsScreen:
    """Shows one finished run. Leaving it forgets the save: the level starts anew next time."""

    pace = Pace.READING

    def __init__(
        self,
        services: Services,
        routes: Routes,
        running: RunningLevel,
        before: CheckResult | None,
        after: CheckResult | None,
    ) -> None:
        self._services = services
        self._routes = routes
        self._running = running
        library, progress = services.library(), services.progress
        now, reached = earned(progress.current, library.achievements, services.today())
        if reached:
            progress.change(now)
        entry = services.giving
        self._offers_giving = routes.giving is not None and entry is not None and entry.take_offer()
        self._parts = ResultsParts(
            services.words, library.messages, running, before, after, verdicts_of(progress.current), reached
        )

    def view(self, frame: Frame) -> View:
        """Return the insight beside, or above, everything else."""
        title = self._services.words("results.title")
        area = body_area(frame, title)
        if not has_room_for_two(frame):
            items = [*self._insight(frame, area), Gap(), *self._rest(frame), Gap(), self._ways()]
            body = panel("results", title, items, area, frame, anchor="fill")
        else:
            body = self._in_two(frame, area, title)
        focus = NEXT if self._next_level() else (AGAIN if self._services.mode.ends_in_stories else LEVELS)
        return page(frame, self._services, title, body, default_focus=focus)

    def use(self, control_id: str, step: int) -> Transition:
        """Go where the player wants."""
        level, following = self._running.level, self._next_level()
        match control_id:
            case _ if control_id == NEXT and following:
                self._running.close()
                return Replace(self._routes.content_note(following), ("page",))
            case _ if control_id == AGAIN:
                self._running.close()
                return Replace(self._routes.check_before(level), ("page",))
            case _ if control_id == NOTEBOOK:
                return Push(self._routes.notebook(self._running), ("page",))
            case _ if control_id == LISTEN:
                return Push(self._routes.help())
            case _ if control_id in (GIVE, NO_THANKS):
                return self._answer(control_id)
            case _:
                return self.back()

    def command(self, command: Command) -> Transition:
        """Open the notebook or the settings."""
        return opened_beside(self._routes, command, self._running)

    def back(self) -> Transition:
        """Leave for the stories, or for what can be done next."""
        self._running.close()
        return Home(self._routes.after_story(), ("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return None: nothing moves."""
        return None

    def _answer(self, control_id: str) -> Transition:
        """Open giving, or say no more of it."""
        if control_id == GIVE and self._routes.giving:
            return Push(self._routes.giving(), ("page",))
        self._offers_giving = False
        return Stay()

    def _in_two(self, frame: Frame, area: Rect, title: str) -> tuple[Widget, ...]:
        """Two sheets and the ways on below them."""
        ways = self._ways()
        low = column_height((ways,), area.w, frame)
        upper, foot = rows(area, Flex(), low, gap=frame.theme.space(2))
        if frame.shape is Shape.WIDE:
            left, right = columns(upper, INSIGHT_SHARE * area.w, Flex(), gap=frame.theme.space(2.5))
        else:
            items = self._insight(frame, upper)
            needed = column_height(items, upper.w - 2 * frame.theme.pad, frame) + 2 * frame.theme.pad
            high = min(needed, upper.h * TALL_SHARE)
            left, right = rows(upper, high, Flex(), gap=frame.theme.space(2.5))
        insight = panel("insight", title, self._insight(frame, left), left, frame, anchor="fill")
        rest = panel("results", title, self._rest(frame), right, frame, anchor="fill")
        return (*insight, *rest, *column((ways,), foot, frame))

    def _insight(self, frame: Frame, area: Rect) -> list[Item]:
        """The towers stand above the words and get the room that these leave; in a tall window they stand beside."""
        pad, parts = frame.theme.pad, self._parts
        width, least = area.w - 2 * pad, TOWERS_EMS * frame.theme.em / frame.theme.text_scale
        verdict, told = parts.verdict(), parts.insight(frame)
        if frame.shape is Shape.TALL and has_room_for_two(frame):
            return [verdict, beside(parts.built(frame, width * TOWERS_SHARE, least), *told)]
        words_h = column_height((verdict, Gap(0), *told), width, frame)
        room = area.h - 2 * pad - words_h - 2 * frame.theme.gap if frame.shape is Shape.WIDE else least
        return [verdict, parts.built(frame, width, max(room, least)), *told]

    def _rest(self, frame: Frame) -> list[Item]:
        told = self._parts
        about = (told.questions(frame), told.offers(), told.apart(), told.what_else(frame))
        parts = (*about, self._care(), self._giving())
        items: list[Item] = []
        for part in parts:
            items += [*([Gap()] if items and part else []), *part]
        return items

    def _care(self) -> list[Item]:
        words = self._services.words
        listen = Button(id=LISTEN, label=words("results.listen"), icon="heart")
        return [Text(text=words("results.close_to_life"), role="strong"), line(listen)]

    def _giving(self) -> list[Item]:
        """What is offered once: "No thanks" is as large and as near."""
        words = self._services.words
        if not self._offers_giving:
            return []
        yes, no = Button(id=GIVE, label=words("giving.give")), Button(id=NO_THANKS, label=words("giving.no_thanks"))
        return [Text(text=words("giving.offer")), line(yes, no, share=True)]

    def _ways(self) -> Line:
        words, following = self._services.words, self._next_level()
        buttons = [
            Button(id=AGAIN, label=words("results.again"), icon="play", final=True),
            Button(id=NOTEBOOK, label=words("results.notebook"), icon="notebook"),
            self._away(is_usual=not following),
        ]
        if following:
            label = words("results.next", title=following.title)
            buttons.append(Button(id=NEXT, label=label, tone=Tone.PRIMARY, icon="right", final=True))
        return line(*buttons, side="right")

    def _away(self, *, is_usual: bool) -> Button:
        """The way out; where no list of stories follows, it is the usual way on after the last story of a path."""
        tone = Tone.PRIMARY if is_usual and not self._services.mode.ends_in_stories else Tone.PLAIN
        return Button(id=LEVELS, label=way_out(self._services, "results.levels"), tone=tone, final=True)

    def _next_level(self) -> Level | None:
        """The level after this one, on the path or in the campaign."""
        next_one = following(self._services, self._running.level.id)
        return self._services.library().levels[next_one] if next_one else None
