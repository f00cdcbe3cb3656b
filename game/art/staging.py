"""What a diorama shows: a set, a time of day, who stands there, and since when. All times are on the caller's clock."""

from collections.abc import Hashable, Iterable
from typing import NamedTuple

from game.content.assets import Mood, Time


class Actor(NamedTuple):
    """Somebody on the set."""

    name: str
    """Tells them apart; the cast id of a level."""
    figure: str
    mood: Mood = "calm"
    appeared_s: float = float("-inf")
    """When they came; minus infinity for somebody who was always there."""


class Staging(NamedTuple):
    """One picture of a story. At most four actors are shown."""

    set: str
    time: Time
    actors: tuple[Actor, ...] = ()
    speaker: str | None = None
    """Name of the actor who speaks."""
    set_at_s: float = float("-inf")
    """When the set appeared."""
    line_at_s: float = float("-inf")
    """When the speaker began; the mouth moves for a short while."""

    @property
    def standing(self) -> Hashable:
        """Names what stays as it is while the figures move."""
        return (self.set, self.time, self.set_at_s)

    def followed_by(self, set_id: str, time: Time, actors: Iterable[Actor], now_s: float) -> "Staging":
        """The next picture: what stays the same keeps standing, what is new appears now. Nobody speaks yet."""
        here = {(actor.name, actor.figure): actor.appeared_s for actor in self.actors}
        stays = set_id == self.set
        newcomers = tuple(
            actor._replace(appeared_s=here.get((actor.name, actor.figure), now_s) if stays else now_s)
            for actor in actors
        )
        return Staging(set_id, time, newcomers, None, self.set_at_s if stays else now_s, now_s)

    def spoken_by(self, speaker: str | None, now_s: float) -> "Staging":
        """The same picture while somebody says the next line."""
        return self._replace(speaker=speaker, line_at_s=now_s)
