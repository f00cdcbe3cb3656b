"""Movement in the manner of a brick film: discrete poses, held for a while, the same at every run.

Everything here is a function of the clock, so a picture can be painted at any moment without a history.
"""

from math import isfinite, pi, sin

from game.art.arms import Gesture
from game.art.staging import Actor, Staging

TICKS_PER_S = 6
"""Poses change on these ticks only: a brick film shows each pose for several frames."""

BREATH_TICKS = 5
BLINK_PERIOD_TICKS = (23, 29, 31, 37)
TALK_S = 2.4
GESTURE_TICKS = 5
LOOK_AHEAD_TICKS = 12

SET_DROP_S = 0.36
SET_SPREAD_S = 0.5
SET_S = SET_DROP_S + SET_SPREAD_S
"""Time until a new set stands."""

HOP_S = 0.4
FRAME_S = 1 / 30
"""Between two pictures of a fall or a hop."""

LifePose = tuple[int, bool, Gesture, bool]
"""Breath, blink, gesture, talking mouth."""

AT_REST: LifePose = (0, False, "rest", False)


def tick(now_s: float) -> int:
    """The pose change that happened last."""
    return int(now_s * TICKS_PER_S + 1e-6)


def life(staging: Staging, actor: Actor, now_s: float, *, motion: bool) -> LifePose:
    """How an actor stands at a moment. Without motion only the speaker's arm is raised."""
    speaks = staging.speaker == actor.name
    if not motion:
        return (0, False, "raised" if speaks else "rest", False)
    seed = sum(map(ord, actor.name))
    now = tick(now_s)
    breath = (now + seed) // BREATH_TICKS % 4
    blink = (now + seed * 7) % BLINK_PERIOD_TICKS[seed % 4] == 0
    if not speaks:
        return (breath, blink, "rest", False)
    since = now - tick(staging.line_at_s) if isfinite(staging.line_at_s) else LOOK_AHEAD_TICKS * 100
    if since >= TALK_S * TICKS_PER_S:
        return (breath, blink, "raised", False)
    gesture: Gesture = "wide" if since // GESTURE_TICKS % 2 else "raised"
    return ((breath + since) % 4, blink, gesture, since % 2 == 0)


def next_change_s(staging: Staging, now_s: float, *, motion: bool) -> float | None:
    """Seconds from now until the picture changes; None when it stays as it is."""
    if not motion:
        return None
    if entering(staging, now_s):
        return FRAME_S
    if not staging.actors:
        return None
    poses = [life(staging, actor, now_s, motion=True) for actor in staging.actors]
    now = tick(now_s)
    for ahead in range(1, LOOK_AHEAD_TICKS + 1):
        then_s = (now + ahead) / TICKS_PER_S
        if poses != [life(staging, actor, then_s + 1e-4, motion=True) for actor in staging.actors]:
            return max(FRAME_S, then_s - now_s)
    return LOOK_AHEAD_TICKS / TICKS_PER_S


def entering(staging: Staging, now_s: float) -> bool:
    """Tell whether something is still falling or hopping into its place."""
    return now_s - staging.set_at_s < SET_S or any(
        now_s < hop_start_s(staging, actor) + HOP_S for actor in staging.actors
    )


def hop_start_s(staging: Staging, actor: Actor) -> float:
    """When an actor comes in: after the ground is there."""
    return max(actor.appeared_s, staging.set_at_s + SET_SPREAD_S)


def drop(age_s: float, place: float) -> float | None:
    """Height of a falling prop above its place, in shares of the fall; None before it is seen.

    `place` 0..1 is its turn. It bounces once, by a tenth.
    """
    share = (age_s - place * SET_SPREAD_S) / SET_DROP_S
    if share < 0:
        return None
    if share >= 1:
        return 0.0
    fall = 0.68
    if share < fall:
        return 1 - (share / fall) ** 2
    return 0.1 * sin((share - fall) / (1 - fall) * pi)


def hop(age_s: float) -> tuple[float, float] | None:
    """Shares of the way still to go and of the height of the hop; None before it starts."""
    share = age_s / HOP_S
    if share < 0:
        return None
    if share >= 1:
        return (0.0, 0.0)
    return ((1 - share) ** 2, sin(share * pi))
