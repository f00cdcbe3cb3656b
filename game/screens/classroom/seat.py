"""The lowest screen of a pupil's game: the door, who one is, the questions, and the end. The story lies above it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.art.diorama import Diorama
from game.classroom.client.states import SeatLink, SeatState, Seen, Tie
from game.classroom.session.nickname import Nickname
from game.classroom.stage import Pace, Stage
from game.classroom.views.pupil import CheckPage, Goodbye, Waiting, WaitPage
from game.content.words import Words
from game.screens.classroom.code_entry import CodeEntry
from game.screens.classroom.leaving import LeavingScreen
from game.screens.classroom.lobby import ROOM
from game.screens.classroom.looking import next_look_s
from game.screens.classroom.notices import farewell, told
from game.screens.classroom.own_questions import OwnQuestions
from game.screens.classroom.sheets import with_note
from game.screens.picture import Picture
from game.screens.picture_page import picture_page
from game.screens.routes import Routes
from game.screens.screen import Push, Stay, Transition
from game.screens.services import Services
from game.ui.arrange import Gap, Item, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Text, Tone

BEGIN: Final = "begin"
AGAIN: Final = "again"
HAND: Final = "hand"

Enter = Callable[[], Transition]
"""Goes into the story."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the class is, and the code of it if that is known already."""

    address: str
    code: str = ""


class SeatScreen:
    """Shows what a pupil's seat is about, except for the story itself."""

    def __init__(
        self,
        services: Services,
        routes: Routes,
        diorama: Diorama,
        link: SeatLink,
        place: Place,
        enter: Enter,
        has_edition: Callable[[], bool],
    ) -> None:
        """`has_edition` says whether this game has the story of the class, in its edition."""
        self._services = services
        self._routes = routes
        self._link = link
        self._address = place.address
        self._enter = enter
        self._has_edition = has_edition
        self._picture = Picture(diorama, ROOM, services.words("projector.picture"))
        self._entry = CodeEntry(services.words, place.code)
        self._questions = OwnQuestions(services.words, link)
        self._tries_code = bool(place.code)
        self._has_dismissed = False
        """Whether the last farewell has been read."""

    def view(self, frame: Frame) -> View:
        """Return what this pupil sees."""
        state = self._link.state
        self._try_given_code(state)
        items, focus = self._items(state)
        words = self._services.words
        tag = words("seat.tag") if state.seen else words("seat.door")
        turn = (state.seen.turn if state.seen else None, self._questions.presses)
        view = picture_page(
            self._services, self._picture, tag, [Gap(0.5), *items], frame, default_focus=focus, turn=turn
        )
        return with_note(view, words("seat.wait_away"), frame) if state.tie is Tie.AWAY else view

    def use(self, control_id: str, step: int) -> Transition:
        """Join, answer, ask for help, or go into the story."""
        match control_id:
            case "begin":
                return self._enter()
            case "again":
                self._has_dismissed = True
                return Stay(("page",))
            case "hand":
                seen = self._link.state.seen
                self._link.raise_hand(up=not (seen and seen.needs_help))
                return Stay(("tap",))
            case _ if self._questions.use(control_id):
                return Stay(("page",))
            case _:
                if self._entry.use(control_id):
                    self._has_dismissed = False
                    self._link.join(self._entry.code, self._entry.people)
                return Stay(("tap",))

    def write(self, control_id: str, text: str) -> Transition:
        """Letters of the code were typed."""
        self._entry.write(text)
        return Stay()

    def command(self, command: Command) -> Transition:
        """Open the settings."""
        return Push(self._routes.settings(), ("page",)) if command is Command.SETTINGS else Stay()

    def back(self) -> Transition:
        """Ask before the game is left; the seat is kept."""
        words = self._services.words
        return Push(LeavingScreen(self._services, self, words("seat.close"), words("seat.close_hint")))

    def wakes_s(self, now_s: float) -> float | None:
        """Return when there may be something new, or a figure moves."""
        moves = not self._services.settings.current.reduced_motion
        return next_look_s(now_s, self._picture.wakes_s(now_s, moves=moves))

    def _try_given_code(self, state: SeatState) -> None:
        """Join with the code of the command line, once the class is there and there is no seat yet."""
        if self._tries_code and state.about and state.tie is Tie.THERE:
            self._tries_code = False
            if self._may_join(state) and not state.is_joining and state.seen is None:
                self._link.join(self._entry.code, self._entry.people)

    def _may_join(self, state: SeatState) -> bool:
        return bool(state.about and state.about.is_open and state.about.pace is Pace.OWN and self._has_edition())

    # ------------------------------------------------------------------------------------------------------ its parts

    def _items(self, state: SeatState) -> tuple[list[Item], str | None]:
        words = self._services.words
        if state.seen is not None:
            return self._seated(state.seen)
        if state.goodbye is not None and not self._has_dismissed:
            return self._farewell(state.goodbye), AGAIN
        if state.tie is Tie.FOREIGN:
            return [
                _head(words("projector.foreign")),
                _said(words("projector.foreign_hint", address=self._address)),
            ], ""
        if state.about is None:
            hint = words("projector.seeking_hint", address=self._address)
            return [_head(words("projector.seeking")), _said(hint)], ""
        if state.is_joining:
            return [_head(words("seat.joining"))], ""
        return self._door(state), "code"

    def _door(self, state: SeatState) -> list[Item]:
        words, about = self._services.words, state.about
        if about is None or not about.is_open:
            return [_head(words("class_pupil.closed_title")), _said(words("class_pupil.closed"))]
        story = Text(text=words("seat.story_here", title=about.title), ink="soft")
        if about.pace is not Pace.OWN:
            return [_head(words("seat.door")), story, _said(words("seat.together", address=self._address))]
        if not self._has_edition():
            told_ = words("seat.edition", title=about.title, address=self._address)
            return [_head(words("seat.door")), _said(told_)]
        notice = [Text(text=told(words, state.notice), ink="warning")] if state.notice else []
        nameless = Text(text=words("class_pupil.nameless"), role="small", ink="soft")
        return [_head(words("seat.door_hint")), story, *notice, *self._entry.items(), nameless]

    def _farewell(self, why: Goodbye) -> list[Item]:
        words = self._services.words
        again = Button(id=AGAIN, label=words("seat.again"), tone=Tone.PRIMARY)
        return [_head(words("seat.goodbye")), _said(farewell(words, why)), line(again, side="right")]

    def _seated(self, seen: Seen) -> tuple[list[Item], str | None]:
        if isinstance(seen.view, CheckPage):
            return self._questions.items(seen.view), None
        words = self._services.words
        if seen.stage is Stage.STORY and not isinstance(seen.view, WaitPage):
            has_begun = bool(seen.story and seen.story.actions)
            label = words("seat.resume" if has_begun else "seat.begin")
            begin = Button(id=BEGIN, label=label, tone=Tone.PRIMARY, icon="play", final=True)
            return [*self._who(seen), line(self._hand(seen), begin, side="right")], BEGIN
        return [*self._who(seen), *self._waiting(seen), line(self._hand(seen), side="right")], HAND

    def _who(self, seen: Seen) -> list[Item]:
        words = self._services.words
        you = words("class_pupil.you_two_are" if seen.people > 1 else "class_pupil.you_are")
        return [
            Text(text=you, ink="soft"),
            Text(text=nickname(words, seen.nickname), role="title"),
            Text(text=words("seat.story_here", title=seen.view.who.story), ink="soft"),
        ]

    def _waiting(self, seen: Seen) -> list[Item]:
        view, words = seen.view, self._services.words
        if not isinstance(view, WaitPage):
            return []
        items: list[Item] = [Gap(0.5), _said(waited(words, view.waiting))]
        if view.content_note:
            note = Text(text=words("class_pupil.note"), role="strong")
            items += [note, Text(text=view.content_note), Text(text=words("class_pupil.step_out"), ink="soft")]
        if view.right:
            before, after, asked = view.right
            items += [
                Text(text=words("class_pupil.result_title"), role="heading"),
                Text(text=words("class_pupil.result_before", right=before, asked=asked)),
                Text(text=words("class_pupil.result_after", right=after, asked=asked)),
                Text(text=words("class_pupil.result_private"), role="small", ink="soft"),
            ]
        return items

    def _hand(self, seen: Seen) -> Button:
        label = self._services.words("seat.help_asked" if seen.needs_help else "seat.help_ask")
        return Button(id=HAND, label=label, tone=Tone.QUIET, icon="heart", enabled=seen.stage is not Stage.OVER)


def nickname(words: Words, name: Nickname) -> str:
    """Return a nickname as people read it."""
    colour, animal = words(f"nickname_colour.{name.colour}"), words(f"nickname_animal.{name.animal}")
    return words("class_page.nickname", colour=colour, animal=animal, number=name.number)


def waited(words: Words, waiting: Waiting) -> str:
    """Return what a pupil waits for."""
    return words(f"class_waiting.{waiting.value}")


def _head(text: str) -> Item:
    return Text(text=text, role="heading")


def _said(text: str) -> Item:
    return Text(text=text, role="speech")
