"""Reads levels/achievements.yaml: what players are told "well done" for. Only learning and helping count."""

from pathlib import Path

from game.content.check import check_shape
from game.content.faults import FaultLog
from game.content.nodes import Entries
from game.content.parse import read_nodes
from game.content.shape import ID, Field, File, MapOf, Number, OneOf, Record, Text, Whole, optional
from game.story.achievement import Achievement, Deed, Feat, Rule

_MOST = 400
_TOLD_APART = Record(
    {
        "offers": Field(Whole(2, _MOST), "how many offers have to be judged, both kinds together"),
        "sensitivity": Field(Number(0.1, 5.0), "the d' needed: 0 is guessing, 1 is fair, 2 is sure-footed"),
    }
)
_RULE = Record(
    {
        Feat.MET: optional(Whole(1, _MOST), "so many messages met"),
        Feat.RECALLED: optional(Whole(1, _MOST), "so many messages recalled on a day they were due"),
        Feat.TOLD_APART: optional(_TOLD_APART, "genuine and false offers told apart"),
        Feat.ENDINGS: optional(Whole(1, _MOST), "so many endings seen, in all levels"),
        Feat.WON: optional(Whole(1, _MOST), "so many levels won by insight"),
        Feat.IMPROVED: optional(Whole(1, _MOST), "so many levels after which more was known than before"),
        Feat.DID: optional(OneOf(tuple(Deed)), "a helping thing done"),
    },
    exactly_one=True,
)
_ACHIEVEMENT = Record(
    {
        "title": Field(Text(40), "what it is called"),
        "text": Field(Text(120), "what was done, in warm words"),
        "for": Field(_RULE, "what it is reached by: one of these"),
    }
)

ACHIEVEMENTS_FILE = File(
    "Achievements",
    "What players are praised for: learning and helping, never money or speed.",
    MapOf(_ACHIEVEMENT, ID, least=1, most=40),
)


def read_achievements(path: Path, log: FaultLog) -> tuple[Achievement, ...]:
    """Return the achievements in a file, in its order; none of them if there is an error."""
    root = read_nodes(path, log)
    if root is None:
        return ()
    check_shape(ACHIEVEMENTS_FILE.shape, root, log, "the file")
    if not isinstance(root, Entries) or log.has_errors:
        return ()
    return tuple(
        Achievement(name, entry.prose("title"), entry.prose("text"), _rule(entry.entries("for")))
        for name, entry in root.records()
    )


def _rule(entry: Entries) -> Rule:
    name = next(iter(entry.values))
    feat = Feat(name)
    match feat:
        case Feat.TOLD_APART:
            wanted = entry.entries(name)
            return Rule(feat, wanted.whole("offers"), least=float(wanted.text("sensitivity")))
        case Feat.DID:
            return Rule(feat, deed=Deed(entry.text(name)))
        case _:
            return Rule(feat, entry.whole(name))
