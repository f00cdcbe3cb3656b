"""What an achievement is reached by, in words."""

from game.content.words import Words
from game.story.achievement import Feat, Rule


def what_for(words: Words, rule: Rule) -> str:
    """Return what an achievement is reached by."""
    match rule.feat:
        case Feat.DID if rule.deed is not None:
            return words(f"praise.for_{rule.deed.value.replace('-', '_')}")
        case Feat.MET | Feat.RECALLED | Feat.WON | Feat.TOLD_APART | Feat.ENDINGS:
            return words(f"praise.for_{rule.feat.value.replace('-', '_')}", count=rule.count)
        case _:
            return words("praise.for_improved")
