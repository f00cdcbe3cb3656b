"""The four letters of the class, typed with keys or pressed on the screen."""

from typing import Final

from game.classroom.session.join_code import LENGTH, LETTERS, as_typed
from game.content.words import Words
from game.ui.arrange import Item, line
from game.ui.search_field import SearchField
from game.ui.widgets import Button, Toggle, Tone

FIELD: Final = "code"
LETTER: Final = "letter:"
ERASE: Final = "erase"
TWO: Final = "two"
JOIN: Final = "join"
IN_LINE: Final = 8


class CodeEntry:
    """What has been typed so far."""

    def __init__(self, words: Words, code: str) -> None:
        self._words = words
        self.code = as_typed(code)
        self.people = 1

    @property
    def is_complete(self) -> bool:
        """Whether it can be tried."""
        return len(self.code) == LENGTH

    def items(self) -> list[Item]:
        """Return the field, the letters that codes are made of, and who plays here."""
        words = self._words
        keys = [Button(id=f"{LETTER}{each}", label=each, enabled=not self.is_complete) for each in LETTERS]
        keys.append(Button(id=ERASE, label=words("seat.letter_back"), tone=Tone.QUIET, enabled=bool(self.code)))
        word = words("seat.two_yes" if self.people > 1 else "seat.two_no")
        return [
            SearchField(id=FIELD, label=words("seat.field"), value=self.code, hint=words("seat.field_hint")),
            *(line(*keys[start : start + IN_LINE], share=True) for start in range(0, len(keys), IN_LINE)),
            Toggle(id=TWO, label=words("seat.two"), on=self.people > 1, word=word),
            line(
                Button(id=JOIN, label=words("class_pupil.join"), tone=Tone.PRIMARY, enabled=self.is_complete),
                side="right",
            ),
        ]

    def write(self, text: str) -> None:
        """The field says this now."""
        self.code = as_typed(text)

    def use(self, control_id: str) -> bool:
        """Take a press; return whether somebody wants to join with what is typed."""
        if control_id.startswith(LETTER):
            self.code = as_typed(self.code + control_id.removeprefix(LETTER))
        elif control_id == ERASE:
            self.code = self.code[:-1]
        elif control_id == TWO:
            self.people = 3 - self.people
        return control_id == JOIN and self.is_complete
