"""The story of a class, for console and projector."""

from game.classroom.present.tables import class_offers, class_polls, class_task
from game.classroom.present.tallies import hands, option_texts, voted, weighing
from game.classroom.present.telling import lines_at, meters, scene_at, title_of
from game.classroom.session.session import Session
from game.classroom.views.projector import StoryShown
from game.content.words import Words
from game.story.playthrough import to_json


def class_story(session: Session, words: Words, *, shows_hands: bool) -> StoryShown:
    """Return where the class is, with its votes once they are revealed."""
    together, walk = session.together, session.together.walk
    weigh = weighing(session, mine=None, shows_hands=shows_hands)
    return StoryShown(
        playthrough=to_json(walk.playthrough),
        title=walk.ending.title if walk.ending else "",
        lines=lines_at(walk),
        meters=meters(walk),
        polls=class_polls(walk, option_texts(session), weigh),
        offers=class_offers(walk, weigh),
        task=class_task(walk, words, weigh),
        voted=voted(session),
        hands=hands(session),
        is_revealed=together.is_revealed,
        is_explained=walk.is_explained,
        misfit=title_of(walk.misfit, session.script),
        has_ended=walk.ending is not None,
        scene=scene_at(walk),
    )
