"""How well true and false offers are told apart over all stories, in plain words."""

from game.content.words import Words
from game.story.sensitivity import Verdicts
from game.ui.arrange import Item, beside
from game.ui.widgets import Icon, Text

ENOUGH = 4
"""From so many verdicts on they are put into words: with fewer, a single one would turn everything round."""
COIN, WELL = 0.3, 1.0
"""Sensitivity up to which nobody would notice a difference to a coin, and from which most people would."""
LEANING = 0.4
"""How far the answers have to lean before a word is said about it."""


def telling_apart(words: Words, verdicts: Verdicts) -> list[Item]:
    """Return what the verdicts on offers show; nothing as long as none was judged."""
    if not verdicts.judged:
        return []
    false, genuine = verdicts.false_offers, verdicts.genuine_offers
    counted: list[Item] = []
    if false:
        text = words("results.apart_stopped", found=verdicts.hits, count=false)
        counted.append(beside(Icon(name="warning", ink="warning"), Text(text=text)))
    if genuine:
        text = words("results.apart_kept", found=verdicts.correct_rejections, count=genuine)
        counted.append(beside(Icon(name="check", ink="good"), Text(text=text)))
    return [Text(text=words("results.apart"), role="heading"), *counted, *_in_words(words, verdicts)]


def _in_words(words: Words, verdicts: Verdicts) -> list[Item]:
    score, lean = verdicts.d_prime, verdicts.bias
    if score is None or lean is None:
        return [Text(text=words("results.apart_one_kind"), ink="soft")]
    if verdicts.judged < ENOUGH:
        return [Text(text=words("results.apart_few"), ink="soft")]
    figures = words("results.apart_score", score=f"{score:.1f}", lean=f"{lean:.1f}")
    return [
        Text(text=words(f"results.apart_{_kind(score)}")),
        Text(text=words(f"results.lean_{_leaning(lean)}")),
        Text(text=figures, role="small", ink="soft"),
    ]


def _kind(score: float) -> str:
    if score < -COIN:
        return "mistaken"
    if score < COIN:
        return "coin"
    return "begun" if score < WELL else "well"


def _leaning(lean: float) -> str:
    if abs(lean) < LEANING:
        return "none"
    return "stop" if lean < 0 else "go"
