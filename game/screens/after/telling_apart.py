"""How well true and false offers are told apart over all stories, in plain words."""

from game.content.words import Words
from game.story.sensitivity import Verdicts
from game.story.telling_apart import eye, lean
from game.ui.arrange import Item, beside
from game.ui.widgets import Icon, Text


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
    found = eye(verdicts)
    told = words(f"results.apart_{found}")
    if not found.is_told:
        return [Text(text=told, ink="soft")]
    figures = words("results.apart_score", score=f"{verdicts.d_prime:.1f}", lean=f"{verdicts.bias:.1f}")
    return [
        Text(text=told),
        Text(text=words(f"results.lean_{lean(verdicts)}")),
        Text(text=figures, role="small", ink="soft"),
    ]
