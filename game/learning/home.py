"""Learning records of somebody who plays alone: kept only where that was switched on, for whoever asks for them."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from game.learning import acts
from game.learning.config import RecordsConfig
from game.learning.outbox import Outbox
from game.learning.outbox_file import OutboxError
from game.learning.statement import Act, Run, pseudonym, statement
from game.learning.vocabulary import Extension
from game.learning.worker import SendingWorker
from game.records.running import RunningLevel
from game.records.settings import SettingsKeeper
from game.story import event
from game.story.action import Choose, Play
from game.story.answer import Answered
from game.story.checkup import Moment
from game.story.engine import actions, has_ended, has_won
from game.story.ids import ChoiceId, MessageId
from game.story.level import Level
from game.story.message import Message

_log = logging.getLogger(__name__)


class HomeRecords:
    """Listens to levels that are played. Whatever goes wrong with the records, play goes on."""

    def __init__(
        self,
        path: Path,
        config: RecordsConfig,
        settings: SettingsKeeper,
        messages: Callable[[], Mapping[MessageId, Message]],
        now: Callable[[], datetime],
        worker: Callable[[], SendingWorker] | None = None,
    ) -> None:
        """`path` is that of the outbox; `worker` makes one that sends, or is None where nothing is sent."""
        self.name = config.name
        """Who asks for the records."""
        self.has_failed = False
        """Whether something could not be written down or deleted."""
        self._path = path
        self._settings = settings
        self._messages = messages
        self._now = now
        self._new_worker = worker
        self._worker: SendingWorker | None = None
        self._outbox: Outbox | None = None

    @property
    def is_on(self) -> bool:
        """Whether the player agreed, and to the one who asks now."""
        return self._settings.current.shares_with == self.name

    @property
    def sends(self) -> bool:
        """Whether statements leave this computer by themselves."""
        return self._new_worker is not None

    def switch(self) -> None:
        """Switch records on, or off; then everything that was kept here is deleted."""
        settings, was_on = self._settings, self.is_on
        settings.change(replace(settings.current, shares_with="" if was_on else self.name))
        if was_on:
            self.forget()
        else:
            self.start()

    def start(self) -> None:
        """Send what waits from last time, if records are on."""
        if self.is_on and self._new_worker and self._worker is None:
            self._worker = self._new_worker()
            self._worker.start()

    def stop(self) -> None:
        """The game closes. What was not sent waits for the next time."""
        worker, self._worker = self._worker, None
        if worker:
            worker.stop()
        self._close()

    def forget(self) -> None:
        """Delete everything that was kept here: records were switched off."""
        self.stop()
        if not self._path.exists():
            return
        try:
            Outbox(self._path).delete_all()
            self.has_failed = False
        except OutboxError as error:
            self._failed(error)

    # ---------------------------------------------------------------------------------------------- what is listened to

    def began(self, running: RunningLevel) -> None:
        level = running.level
        taught = level.passages[level.start].teaches.items()
        self._keep(running, [acts.began(level), *self._learned(level, taught)])

    def resumed(self, running: RunningLevel) -> None:
        self._keep(running, [acts.resumed(running.level, running.history.moves)])

    def took(self, running: RunningLevel) -> None:
        self._keep(running, list(self._taken(running)))

    def stepped_back(self, running: RunningLevel) -> None:
        self._keep(running, [acts.retracted(running.level, running.state.place, running.history.moves)])

    def checked(self, running: RunningLevel, moment: Moment, answers: tuple[Answered, ...]) -> None:
        messages, told = self._messages(), []
        for each in answers:
            message = messages.get(each.message)
            question = message.checks.get(each.question) if message else None
            if message and question:
                told.append(acts.checked(running.level, moment, message, question, each.answer, each.confidence))
        self._keep(running, told)

    def closed(self, running: RunningLevel) -> None:
        why = "finished" if has_ended(running.level, running.state) else "left"
        self._keep(running, [acts.stopped(running.level, why)])

    # ------------------------------------------------------------------------------------------------------- keeping it

    def _taken(self, running: RunningLevel) -> Iterator[Act]:
        """Yield what the last action came to; notes are told of when the story goes on."""
        level, history = running.level, running.history
        before, step = history.states[-2], history.steps[-1]
        if isinstance(step.events[0], event.Noted):
            return
        passage = level.passages[before.place]
        for offer in passage.offers.values():
            if offer.id in running.verdicts:
                yield acts.judged(level, passage.id, offer, running.verdicts[offer.id])
        for each in step.events:
            match each:
                case event.ChoiceTaken(place, choice):
                    yield acts.chose(level, place, choice, _open(running))
                case event.MessageUsed(place, message) if message in self._messages():
                    yield acts.used(level, place, self._messages()[message])
                case event.MessageLearned(message, whom):
                    yield from self._learned(level, ((message, whom),))
                case event.Arrived(place):
                    yield acts.progressed(level, place, history.moves)
                case event.Ended(ending):
                    outcome = level.endings[ending].outcome
                    yield from acts.ended(level, ending, outcome, has_won=has_won(level, step.state))
                case _:
                    pass

    def _learned(self, level: Level, taught: Iterable[tuple[MessageId, str]]) -> Iterator[Act]:
        messages = self._messages()
        for message, whom in taught:
            if message in messages:
                yield acts.learned(level, messages[message], whom)

    def _keep(self, running: RunningLevel, told: list[Act]) -> None:
        if not self.is_on or not told:
            return
        try:
            outbox = self._outbox = self._outbox or Outbox(self._path)
            run = _run_of(outbox.secret, running)
            at = self._now()
            outbox.add((statement(run, act, uuid4(), at) for act in told), str(run.registration))
        except OutboxError as error:
            self._close()
            self._failed(error)

    def _failed(self, error: OutboxError) -> None:
        if not self.has_failed:
            _log.warning("learning records cannot be kept: %s", error)
        self.has_failed = True

    def _close(self) -> None:
        outbox, self._outbox = self._outbox, None
        if outbox:
            outbox.close()


def _run_of(secret: bytes, running: RunningLevel) -> Run:
    """Every run has a random name of its own: nothing says that two runs are of the same person, or computer.

    It follows from the seed, so that a run which is taken up another day has the same one.
    """
    seed = str(running.playthrough.seed)
    registration: UUID = pseudonym(secret, "run", running.level.id, seed)
    actor = pseudonym(secret, "player", running.level.id, seed)
    return Run(
        running.level, registration, actor, extensions={Extension.MODE: "home", Extension.MOVES: running.history.moves}
    )


def _open(running: RunningLevel) -> tuple[ChoiceId, ...]:
    possible = actions(running.level, running.history.states[-2])
    return tuple(each.choice for each in possible if isinstance(each, Choose | Play))
