"""What the projector shows, fetched several times a second on a thread of its own.

It asks instead of listening to the stream of events: one computer in the room that asks cannot be felt by the class,
and a question that is not answered is noticed at once, where a stream that has died looks like one that is silent.
"""

import queue
from contextlib import suppress
from dataclasses import replace
from typing import Final

from game.classroom.client.api import AwayError, ClassApi, ForeignError, NotTakenError, TooOftenError
from game.classroom.client.rounds import Backoff, Rounds
from game.classroom.client.states import ProjectorState, Tie
from game.classroom.views.parts import Notice
from game.network.calling import Cancel

EVERY_S: Final = 0.4
"""So late a brick arrives at most."""


class ProjectorLink:
    """Follows one class until it is closed. Without a PIN the first thing it wants is one."""

    def __init__(self, base: str, pin: str = "") -> None:
        self._cancel = Cancel()
        self._api = ClassApi(base, self._cancel)
        self._pins: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._pin = pin
        self._token = ""
        self._backoff = Backoff()
        self._rounds = Rounds(self._round, self._cancel, "projector")
        self._state = ProjectorState(wants_pin=not pin)
        self._rounds.start()

    @property
    def state(self) -> ProjectorState:
        """The last that is known. It is exchanged as a whole, so any thread may read it."""
        return self._state

    def enter(self, pin: str) -> None:
        """Try a PIN."""
        self._pins.put(pin)
        self._rounds.want()

    def close(self) -> None:
        """Follow no more."""
        self._rounds.close()

    def _round(self) -> float:
        with suppress(queue.Empty):
            self._pin = self._pins.get_nowait()
        try:
            return self._asked()
        except TooOftenError as error:
            self._pin = ""
            self._state = replace(self._state, wants_pin=not self._token, notice=error.notice)
            return error.after_s
        except NotTakenError as error:
            self._token, self._pin = "", ""
            self._api.known_by("")
            notice = error.notice if error.notice is Notice.WRONG_PIN else None
            self._state = replace(self._state, tie=Tie.THERE, wants_pin=True, notice=notice)
            return EVERY_S
        except AwayError as error:
            self._state = replace(self._state, tie=Tie.AWAY if self._state.page else Tie.SEEKING)
            return self._backoff.failed(error.after_s)
        except ForeignError:
            self._state = replace(self._state, tie=Tie.FOREIGN)
            return self._backoff.failed()

    def _asked(self) -> float:
        """Come a step nearer to the page, or fetch it anew."""
        if not self._token and not self._pin:
            self._api.about()  # so that the screen says whether there is a class at all
            self._state = replace(self._state, tie=Tie.THERE, wants_pin=True)
            return EVERY_S
        if not self._token:
            self._token, self._pin = self._api.enter(self._pin), ""
            self._api.known_by(self._token)
        page = self._api.projector()
        self._backoff.worked()
        if self._state.page != page or self._state.tie is not Tie.THERE or self._state.wants_pin:
            self._state = ProjectorState(Tie.THERE, page=page)
        return EVERY_S
