"""Checks of how a level reads and teaches: lengths, explanations, and names that are there for nothing."""

from game.content.faults import FaultLog, quoted
from game.content.level_names import LevelNames
from game.content.nodes import Entries
from game.content.screenplay import count_words

_PASSAGE_WORDS = 60
_MOST_PASSAGE_WORDS = 90
_REPLY_WORDS = 40
_SUMMARY_WORDS = (60, 120)


def advise_level(level: Entries, names: LevelNames, log: FaultLog) -> None:
    """Note texts that are too long to read on a screen, choices nobody explains, and names without a use."""
    places = (*level.entries("passages").records(), *level.entries("endings").records())
    for name, place in places:
        _passage_words(name, place, log)
        _choices(place.entries("choices"), log)
    _summary(level, log)
    _unused(level, names, log)


def _passage_words(name: str, place: Entries, log: FaultLog) -> None:
    words = count_words(place.text("text"))
    if words > _MOST_PASSAGE_WORDS:
        message = f"the text of {quoted(name)} has {words} words, more than {_MOST_PASSAGE_WORDS}"
        log.add("passage-too-long", place.place("text"), message, "split it into two passages")
    elif words > _PASSAGE_WORDS:
        message = f"the text of {quoted(name)} has {words} words, more than {_PASSAGE_WORDS}"
        log.add("passage-long", place.place("text"), message, "shorten it")


def _choices(choices: Entries, log: FaultLog) -> None:
    for name, choice in choices.records():
        words = count_words(choice.text("reply"))
        if words > _REPLY_WORDS:
            message = f"the reply to {quoted(name)} has {words} words, more than {_REPLY_WORDS}"
            log.add("reply-long", choice.place("reply"), message, "shorten it, or lead to a passage of its own")
        if "because" not in choice.values and "uses" not in choice.values and len(choices.values) > 1:
            message = f"the choice {quoted(name)} has no 'because'"
            log.add("missing-because", choice.at, message, "say what the choice shows about how such offers work")


def _summary(level: Entries, log: FaultLog) -> None:
    words = count_words(level.text("summary"))
    least, most = _SUMMARY_WORDS
    if words and not least <= words <= most:
        message = f"the summary has {words} words; {least} to {most} are good"
        log.add("summary-length", level.place("summary"), message, "tell the whole story and what helps")


def _unused(level: Entries, names: LevelNames, log: FaultLog) -> None:
    for flag, at in names.flags.items():
        if flag not in names.flags_read:
            log.add("flag-never-read", at, f"no condition asks for the flag {quoted(flag)}", "use it, or do not set it")
    for person, at in names.cast.items():
        if person not in names.cast_seen:
            log.add("unused-cast", at, f"{quoted(person)} is never seen and never speaks", "remove the entry")
    for meter, at in names.meters.items():
        if meter not in names.meters_moved:
            log.add("unused-meter", at, f"no choice changes the meter {quoted(meter)}", "use it, or remove it")
    for message in level.scalars("asks"):
        if message.text not in names.taught and message.text not in names.carried:
            text = f"{quoted(message.text)} is asked about, but this level neither teaches nor carries it"
            log.add("asked-not-taught", message.at, text, "ask about messages the player meets")
