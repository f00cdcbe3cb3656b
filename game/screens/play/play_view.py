"""How a moment of the story looks: the diorama, the bar, the paper with the telling, and the notebook."""

from collections.abc import Sequence
from dataclasses import replace

from game.art.diorama import Diorama
from game.art.staging import Staging
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.content.asset_library import AssetLibrary
from game.records.running import RunningLevel
from game.screens.chrome import corner
from game.screens.notebook.notebook_panel import NotebookPanel
from game.screens.play.answers import Answers, PlayerAnswers, waits_for_table
from game.screens.play.card_flight import card_flight
from game.screens.play.moment import Moment, Phase
from game.screens.play.play_bar import PlayBar
from game.screens.play.play_layout import PlayLayout, play_layout
from game.screens.services import Services
from game.screens.tables.offer_desk import OfferDesk
from game.screens.tables.task_desk import REVEAL, TaskDesk
from game.story.level import CastId, Line
from game.story.state import State, insight_masks
from game.story.task import is_complete
from game.ui import sizes
from game.ui.arrange import Gap, Item, dialog, panel
from game.ui.frame import Frame
from game.ui.layout import centred
from game.ui.view import View
from game.ui.widgets import Artwork, Button, Shade, Tag, Text, Tone, Widget

CLOSE_NOTEBOOK = "close-notebook"
PAPER_EMS = 52.0
"""The paper is at most this wide."""


class PlayView:
    """Builds the views of one level."""

    def __init__(
        self,
        services: Services,
        diorama: Diorama,
        assets: AssetLibrary,
        running: RunningLevel,
        answers: Answers | None = None,
    ) -> None:
        """`answers` makes what stands below the telling; without it, a player chooses."""
        self._services = services
        self._diorama = diorama
        self._assets = assets
        self._running = running
        self._words = services.words
        self._answers = answers or PlayerAnswers(services, running)

    def view(self, frame: Frame, moment: Moment) -> View:
        """Return the whole screen."""
        bar, below = self._bar(frame, moment)
        layout = self._layout(frame, below)
        art = self._art(frame, moment, layout)
        if moment.phase is Phase.DESK:
            desk = self._table(moment).view(frame, below + frame.theme.gap)
            focus = self._table_focus(moment)
            return View((art, Shade(rect=frame.area), *desk, *bar), default_focus=focus, turn=self._turn)
        paper = self._paper(frame, moment, layout.dialog)
        notebook = self._notebook(moment).view(layout.notebook, frame) if layout.notebook else ()
        flight = card_flight(self._services, moment, paper[0].rect, layout.notebook, frame)
        focus = None if self._is_choosing(moment) or not self._answers.decides else ""
        widgets, decides_s = (art, *paper, *notebook, *bar, *flight), moment.told_s + frame.theme.seeing_s
        view = View(widgets, default_focus=focus, turn=self._turn, decides_s=decides_s)
        if moment.has_open_notebook and layout.notebook is None:
            return self._opened_notebook(frame, moment, view)
        return view

    def has_notebook_beside(self, frame: Frame) -> bool:
        """Whether the notebook always lies beside or below the story; elsewhere it has to be opened."""
        return self._layout(frame, frame.page.y).notebook is not None

    def prepare(self, canvas: Canvas, frame: Frame, moment: Moment, staging: Staging) -> bool:
        """Make a part of a diorama ready that will be shown where the present one is; False when all of it is."""
        _, below = self._bar(frame, moment)
        stage = self._layout(frame, below).stage
        return self._diorama.prepare(canvas, frame.area, staging, safe=stage)

    def _layout(self, frame: Frame, below: float) -> PlayLayout:
        return play_layout(frame, below, is_shown=not self._answers.decides)

    def _is_choosing(self, moment: Moment) -> bool:
        """Whether the choices of a passage are to be seen."""
        passage = self._running.level.passages.get(moment.place)
        is_told = moment.is_over and moment.choice is None
        return is_told and bool(passage and passage.choices and not waits_for_table(passage, moment))

    def _table_focus(self, moment: Moment) -> str | None:
        """Nothing while replies are to be seen: one press says one, so the player has to move the focus first."""
        task = self._running.level.passages[moment.place].task
        if task is None or not task.kind.is_told_turn_by_turn or moment.has_examined:
            return ""
        return REVEAL if is_complete(task, self._running.arrangement) else None

    @property
    def _turn(self) -> int:
        return self._running.history.moves

    def _bar(self, frame: Frame, moment: Moment) -> tuple[tuple[Widget, ...], float]:
        running = self._running
        has_button, may_pause = not self.has_notebook_beside(frame), self._answers.decides
        bar = PlayBar(self._services, running.level, running.state, moment.changes, has_button, may_pause)
        return bar.view(frame)

    def _art(self, frame: Frame, moment: Moment, layout: PlayLayout) -> Artwork:
        staging, moves = moment.staging, frame.theme.moves

        def paint(canvas: Canvas, rect: Rect, now_s: float) -> None:
            self._diorama.paint(canvas, rect, staging, now_s, motion=moves, safe=layout.stage)

        changing = self._diorama.changing(frame.area, staging, frame.now_s, safe=layout.stage) if moves else ()
        moving = changing[0] if changing else None
        for area in changing[1:]:
            moving = area.around(moving) if moving else area
        return Artwork(
            paint=paint,
            label=self._described(moment),
            shows=(staging.standing if moves else staging, layout.stage),
            moves=moves,
            moving=moving,
            rect=frame.area,
        )

    def _described(self, moment: Moment) -> str:
        level = self._running.level
        names = [level.cast[CastId(actor.name)].name for actor in moment.staging.actors]
        return self._words("play.picture", names=", ".join(names)) if names else ""

    # ------------------------------------------------------------------------------------------------------ the paper

    def _paper(self, frame: Frame, moment: Moment, area: Rect) -> tuple[Widget, ...]:
        if self._answers.decides:
            area = centred(area, PAPER_EMS * frame.theme.em, area.h)
        speaker = moment.beat.speaker if moment.beat else None
        items = [*([Gap(0.5)] if speaker else []), *self._told(moment), *self._answers.items(moment)]
        label = self._words("play.story")
        placed = panel("story", label, items, area, frame, anchor="bottom")
        if speaker is None:
            return placed
        tag = Tag(label=self._running.level.cast[speaker].name)
        high = sizes.height(tag, sizes.width(tag, frame), frame)
        paper = placed[0].rect
        rect = Rect(paper.x + frame.theme.pad, paper.y - high / 2, sizes.width(tag, frame), high)
        return (*placed, sizes.place(tag, rect, frame))

    def _told(self, moment: Moment) -> list[Item]:
        items: list[Item] = []
        if moment.choice:
            items.append(Text(text=moment.choice.text, ink="teal"))
        left = moment.letters
        for each in moment.beat.lines if moment.beat else ():
            text = Text(text=self._attributed(each, moment), role="speech", letters=left)
            items.append(text if each.speaker else replace(text, role="narration", ink="soft"))
            left = None if left is None else max(0, left - len(each.text))
        return items

    def _attributed(self, told: Line, moment: Moment) -> str:
        """Return a line as it is shown: with the speaker's name before it if the tag on the paper names another."""
        if moment.beat is None or told.speaker in (None, moment.beat.speaker):
            return told.text
        return self._words("play.said", name=self._running.level.cast[told.speaker].name, speech=told.text)

    # ------------------------------------------------------------------------------------------ notebook and offers

    def _notebook(self, moment: Moment) -> NotebookPanel:
        passage = self._running.level.passages.get(moment.place)
        # A card can be played instead of doing a task; offers are looked at first.
        waits_for_desk = bool(passage and passage.offers) and not moment.has_examined
        return NotebookPanel(
            words=self._words,
            library=self._services.library(),
            level=self._running.level,
            state=self._state_told(moment),
            selected=moment.selected,
            new=frozenset(moment.learned) if moment.phase is Phase.TELLING else frozenset(),
            is_open=self._answers.decides and moment.phase is Phase.TELLING and moment.is_over and not waits_for_desk,
            show_keys=self._services.settings.current.show_keys,
        )

    def _state_told(self, moment: Moment) -> State:
        """Return the state, less the messages of a passage that is not told yet: they are learned on arriving there."""
        state = self._running.state
        if moment.phase is not Phase.ANSWERED:
            return state
        learned, _ = insight_masks(self._running.level)
        before = self._running.history.states[-2]
        return state._replace(bits=state.bits & ~(learned & ~before.bits))

    def _opened_notebook(self, frame: Frame, moment: Moment, below: View) -> View:
        page, theme = frame.page, frame.theme
        close = Button(id=CLOSE_NOTEBOOK, label=self._words("play.close"), icon="close", bare=True, tone=Tone.QUIET)
        place = Rect(page.x, page.y, theme.target, theme.target)
        top = page.y + theme.target + theme.gap
        area = Rect(page.x, top, page.w, page.bottom - top)
        notebook = self._notebook(moment).view(area, frame)
        widgets: Sequence[Widget] = (*notebook, sizes.place(close, place, frame), *corner(frame, self._services))
        return replace(dialog(below, widgets, frame), turn=self._turn)

    def _table(self, moment: Moment) -> OfferDesk | TaskDesk:
        level = self._running.level
        passage = level.passages[moment.place]
        if passage.task is None:
            offers = tuple(passage.offers.values())
            return OfferDesk(self._words, offers, self._running.marks, self._running.verdicts, moment.has_examined)
        partner = level.cast[passage.task.partner] if passage.task.partner else None
        arrangement = self._running.arrangement
        return TaskDesk(self._words, self._assets, passage.task, partner, arrangement, moment.has_examined)
