"""A level, one line a turn."""

from collections.abc import Callable, Iterator, Mapping

from game.records.running import RunningLevel
from game.story.achievement import Deed
from game.story.action import ActionId
from game.story.engine import Step, fitting, has_ended
from game.story.level import Choice, PassageId
from game.story.state import State, known
from game.terminal.desk import Desk
from game.terminal.notebook import Notebook, source_lines
from game.terminal.task_table import TaskTable
from game.terminal.telling import Teller
from game.terminal.terminal import Terminal, numbered


class Story:
    """Tells a level and takes what the player types, until the ending has been read."""

    def __init__(self, terminal: Terminal, running: RunningLevel) -> None:
        self._terminal = terminal
        self._words = terminal.words
        self._running = running
        self._level = running.level
        self._teller = Teller(terminal.words, terminal.library, running.level)
        self._examined: set[PassageId] = set()
        """Where the offers on the desk have been explained."""
        self._has_told_unsaved = False
        self._has_told_unrecorded = False
        self._commands: Mapping[str, Callable[[], None]] = {
            ":again": self._tell,
            ":history": lambda: self._say(self._teller.history(self._running.history)),
            ":meters": lambda: self._say(self._teller.meters(self._running.state)),
            ":back": self._step_back,
            "": self._go_on,
        }

    def run(self) -> None:
        """Play to the ending.

        Raises:
            LeftError, InputEndedError: the player stops on the way; everything that was answered is saved.

        """
        self._tell()
        if not self._running.playthrough.actions:
            self._say_start()
        countries = (self._level.origin, self._level.destination)
        while True:
            answer = self._terminal.ask(self._prompt(), self._words("terminal.help_story"), countries)
            if self._has_ended and answer == "":
                return
            self._do(answer)

    @property
    def _has_ended(self) -> bool:
        return has_ended(self._level, self._running.state)

    @property
    def _desk(self) -> Desk | None:
        passage = self._level.passages.get(self._running.state.place)
        return Desk(self._words, passage) if passage and passage.offers else None

    @property
    def _table(self) -> TaskTable | None:
        passage = self._level.passages.get(self._running.state.place)
        return TaskTable(self._words, self._level, passage.task) if passage and passage.task else None

    @property
    def _choices(self) -> tuple[Choice, ...]:
        """The choices that can be taken now: none before the offers have been looked at, and none at a task."""
        if self._table or (self._desk and self._running.state.place not in self._examined):
            return ()
        return self._teller.choices(self._running.state)

    # ------------------------------------------------------------------------------------------------------- telling

    def _tell(self) -> None:
        self._say(self._teller.place(self._running.state.place))
        self._offer_ways()

    def _say_start(self) -> None:
        for message, whom in self._level.passages[self._level.start].teaches.items():
            self._say(self._teller.learned(message, whom))
        self._note_met()

    def _offer_ways(self) -> None:
        """Say what can be done now."""
        if self._table:
            self._say(self._table.lines(self._running.arrangement))
            return
        if self._desk and not self._choices:
            self._say(self._desk.lines(self._running.marks))
            return
        if self._choices:
            self._terminal.console.say()
        for number, choice in enumerate(self._choices, start=1):
            self._terminal.console.say(choice.text, hang=f"{number}. ")

    def _prompt(self) -> str:
        if self._has_ended:
            return self._words("terminal.prompt_ending")
        if self._choices:
            cards = len(known(self._level, self._running.state))
            if not cards:
                return self._words("terminal.pick", last=len(self._choices))
            return self._words("terminal.prompt_choose", last=len(self._choices), count=cards)
        if self._table:
            return self._words("terminal.prompt_task")
        return self._words("terminal.prompt_desk" if self._desk else "terminal.prompt_go_on")

    def _say(self, paragraphs: Iterator[str]) -> None:
        self._terminal.say_all(paragraphs)

    # ------------------------------------------------------------------------------------------------------- actions

    def _do(self, answer: str) -> None:
        command = self._commands.get(answer.lower())
        if command:
            command()
            return
        match answer.split():
            case ["play", card]:
                self._play(card)
            case ["mark", number, sign]:
                self._mark(number, sign)
            case ["judge", number, verdict]:
                self._judge(number, verdict)
            case ["pick", number, letter]:
                self._pick(number, letter)
            case [asked, *query] if asked.lower() == ":notebook":
                self._say(self._notebook().lines(" ".join(query)))
            case [":source", card]:
                self._show_source(card)
            case _:
                self._choose(answer)

    def _choose(self, answer: str) -> None:
        chosen = numbered(answer, [choice.id for choice in self._choices])
        if chosen is not None:
            self._take(ActionId(chosen))
        elif self._choices:
            self._terminal.console.say(self._words("terminal.choose_again", last=len(self._choices)))
        else:
            self._terminal.console.say(self._words("terminal.not_now"))

    def _pick(self, number: str, letter: str) -> None:
        table = self._table
        picked = table.pick(number, letter.lower(), self._running.arrangement) if table else None
        if table is None or picked is None:
            self._terminal.console.say(self._words("terminal.pick_task_again" if table else "terminal.no_task"))
            return
        self._running.take(picked.id)
        self._say(table.lines(self._running.arrangement))
        self._say_unsaved()

    def _end_task(self, table: TaskTable) -> None:
        """Explain the task and take what it comes to, or say that something is still open."""
        passage = self._level.passages[self._running.state.place]
        choice = passage.comes_to(self._running.arrangement)
        if choice is None or not table.is_complete(self._running.arrangement):
            self._terminal.console.say(self._words("task.not_yet"))
            return
        self._say(table.explained(self._running.arrangement))
        self._take(ActionId(choice.id))

    def _go_on(self) -> None:
        if self._table:
            self._end_task(self._table)
            return
        if self._desk and not self._choices:
            self._say(self._desk.explained(self._running.marks))
            self._examined.add(self._running.state.place)
            self._offer_ways()
            return
        before = self._running.state
        step = self._running.go_on()
        if step is None:
            self._terminal.console.say(self._words("terminal.choose_again", last=len(self._choices)))
            return
        self._moved(before, step)

    def _play(self, answer: str) -> None:
        card = self._notebook().find(answer)
        if card is None:
            self._terminal.console.say(self._words("terminal.no_card"))
            return
        playing = fitting(self._level, self._running.state, card)
        if self._desk and not self._choices:
            self._terminal.console.say(self._words("terminal.desk_first"))
        elif playing is None:
            self._terminal.console.say(self._words("play.misfit", title=self._teller.title(card)))
        else:
            self._take(playing.id)

    def _mark(self, number: str, sign: str) -> None:
        marked = self._desk.mark(number, sign.lower()) if self._desk and not self._choices else None
        if marked is None:
            self._terminal.console.say(self._words("terminal.mark_again" if self._desk else "terminal.no_desk"))
            return
        self._running.take(marked.id)
        sign = marked.sign.value if marked.sign else "none"
        self._terminal.console.say(self._words(f"terminal.mark_{sign}", number=int(number)))
        self._say_unsaved()

    def _judge(self, number: str, verdict: str) -> None:
        judged = self._desk.judge(number, verdict.lower()) if self._desk and not self._choices else None
        if judged is None:
            self._terminal.console.say(self._words("terminal.judge_again" if self._desk else "terminal.no_desk"))
            return
        self._running.take(judged.id)
        self._terminal.console.say(self._words("terminal.judged", number=int(number)))
        self._say_unsaved()

    def _show_source(self, answer: str) -> None:
        card = self._notebook().find(answer)
        if card is None:
            self._terminal.console.say(self._words("terminal.no_card"))
            return
        progress = self._terminal.progress
        progress.change(progress.current.with_deed(Deed.SOURCE_READ))
        self._say(source_lines(self._words, self._terminal.library.messages[card]))

    def _step_back(self) -> None:
        if not self._running.playthrough.actions:
            self._terminal.console.say(self._words("terminal.at_start"))
            return
        self._running.step_back()
        self._examined.discard(self._running.state.place)
        self._terminal.console.say(self._words("terminal.stepped_back"))
        self._tell()

    def _take(self, action: ActionId) -> None:
        before = self._running.state
        self._moved(before, self._running.take(action))

    def _moved(self, before: State, step: Step) -> None:
        """Tell where an action led to, and what can be done there."""
        self._note_met()
        self._say(self._teller.step(before, step))
        self._say_unsaved()
        self._offer_ways()

    def _say_unsaved(self) -> None:
        if not self._running.is_saved and not self._has_told_unsaved:
            self._has_told_unsaved = True
            self._terminal.console.say(self._words("pause.not_saved"))
        records = self._terminal.records
        if records and records.has_failed and not self._has_told_unrecorded:
            self._has_told_unrecorded = True
            self._terminal.console.say(self._words("records.not_kept"))

    def _note_met(self) -> None:
        met = frozenset(known(self._level, self._running.state))
        progress = self._terminal.progress
        if not met <= progress.current.met:
            progress.change(progress.current.with_met(met))

    def _notebook(self) -> Notebook:
        return Notebook(self._words, self._terminal.library, self._level, self._running.state)
