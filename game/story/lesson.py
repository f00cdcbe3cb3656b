"""What a level gives a class to talk about. Nothing here moves the story, so nothing here is in a level's version."""

from typing import NamedTuple

from game.story.ids import PassageId


class Prompt(NamedTuple):
    """A question for a class to talk about: always about the people of the story, never about the pupils."""

    id: str
    ask: str
    listen_for: str
    """What good answers come close to, for the teacher alone; may be empty."""
    at: PassageId | None
    """The passage or ending after which it is best asked; None: when the story is over."""
