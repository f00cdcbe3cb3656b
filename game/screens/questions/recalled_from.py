"""Where a message was met: the picture to recall it with."""

from game.art.diorama import Diorama
from game.screens.picture import Picture
from game.screens.services import Services
from game.screens.teachers import lesson, teacher
from game.screens.title import FAREWELL
from game.story.level import MessageId


def picture_of(services: Services, diorama: Diorama, message: MessageId) -> Picture:
    """Return the place where a message is told, in a story already finished before any other."""
    progress, library = services.progress.current, services.library()
    levels = [library.levels[level] for level in library.campaign.levels]
    levels.sort(key=lambda level: not progress.of(level.id).endings)
    level = next((each for each in levels if teacher(each, message)), None)
    return Picture(diorama, lesson(level, message) if level else FAREWELL)
