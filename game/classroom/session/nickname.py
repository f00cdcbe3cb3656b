"""Names that are generated, so that nobody types one: "Blue Heron 7"."""

from collections.abc import Collection
from typing import Final, NamedTuple

from game.story.chance import number_below

COLOURS: Final = (
    "amber",
    "blue",
    "coral",
    "green",
    "grey",
    "indigo",
    "pink",
    "red",
    "silver",
    "teal",
    "violet",
    "white",
)
ANIMALS: Final = (
    *("bee", "cat", "crane", "deer", "dolphin", "duck", "eagle", "finch", "fox", "frog", "gecko", "hare"),
    *("heron", "koi", "lark", "otter", "owl", "panda", "robin", "seal", "swan", "tiger", "turtle", "wren"),
)
_NUMBERS: Final = 9


class Nickname(NamedTuple):
    """Who somebody is in a session. Colour and animal are ids of `nickname_colour` and `nickname_animal`."""

    colour: str
    animal: str
    number: int
    """From 1 to 9; larger when all names are taken."""


def new_nickname(seed: int, taken: Collection[Nickname]) -> Nickname:
    """Return a nickname that is not taken; the seed decides which."""
    for turn in range(len(COLOURS) * len(ANIMALS)):
        colour = COLOURS[number_below(len(COLOURS), seed, 3 * turn)]
        animal = ANIMALS[number_below(len(ANIMALS), seed, 3 * turn + 1)]
        name = Nickname(colour, animal, 1 + number_below(_NUMBERS, seed, 3 * turn + 2))
        if name not in taken:
            return name
    largest = max((name.number for name in taken), default=0)
    return Nickname(COLOURS[0], ANIMALS[0], max(largest, _NUMBERS) + 1)
