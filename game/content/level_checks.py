"""Checks between the fields of a level: what refers to what, and what may not stand together."""

from collections.abc import Collection

from game.content.branch_checks import check_order
from game.content.check_scalar import is_form
from game.content.conditions import parse_condition
from game.content.discuss_checks import check_prompts
from game.content.faults import At, FaultLog, quoted
from game.content.level_names import Known, LevelNames, conditions_in
from game.content.nodes import Entries, Scalar
from game.content.offer_checks import check_desk
from game.content.screenplay import check_speakers
from game.content.shape import ID
from game.content.task_checks import check_task
from game.story.level import FlagIs, Knows, MeterIs
from game.story.task import TaskKind


def check_level(level: Entries, names: LevelNames, known: Known, log: FaultLog) -> None:
    """Note every reference that leads nowhere and every contradiction. Style is told by `game.content.level_advice`."""
    _LevelCheck(level, names, known, log).run()


class _LevelCheck:
    """One run over one level."""

    def __init__(self, level: Entries, names: LevelNames, known: Known, log: FaultLog) -> None:
        self._level = level
        self._names = names
        self._known = known
        self._log = log

    def run(self) -> None:
        self._distinct_ids()
        self._figures_of_cast()
        self._starts()
        if start := self._level.scalar("start"):
            self._passage_exists(start, self._level.entries("passages").keys)
        for message in (*self._level.scalars("carries"), *self._level.scalars("asks")):
            self._message(message.text, message.at)
        self._win_rule()
        check_prompts(self._level, self._names.places, self._log)
        for _, passage in self._level.entries("passages").records():
            self._passage(passage)
        for _, ending in self._level.entries("endings").records():
            self._stage(ending.entries("stage"))
            self._speakers(ending, "text")

    def _distinct_ids(self) -> None:
        names = self._names
        endings = self._level.entries("endings")
        passages = self._level.entries("passages").keys
        self._apart(endings.keys.items(), passages, "an ending and a passage")
        self._apart(names.meters.items(), names.cast, "a meter and somebody in the cast")
        self._apart(names.flags.items(), names.cast, "a flag and somebody in the cast")
        self._apart(names.flags.items(), names.meters, "a flag and a meter")

    def _apart(self, ids: Collection[tuple[str, At]], others: Collection[str], what: str) -> None:
        for name, at in ids:
            if name in others:
                self._log.add("same-id", at, f"{quoted(name)} names {what}", "give one of them another id")

    def _starts(self) -> None:
        for name, meter in self._level.entries("meters").records():
            if meter.scalar("max") and meter.whole("start") > meter.whole("max"):
                self._log.add("out-of-range", meter.place("start"), f"{quoted(name)} starts above its max", "lower it")

    def _figures_of_cast(self) -> None:
        if self._known.art is None:
            return
        for _, character in self._level.entries("cast").records():
            figure = character.scalar("figure")
            if figure and figure.text not in self._known.art.figures:
                message = f"{quoted(figure.text)} is not a figure"
                self._log.add_unknown("unknown-figure", figure.at, figure.text, message, self._known.art.figures)

    def _win_rule(self) -> None:
        wins = self._level.entries("wins")
        learnable = len(self._names.taught.keys() - set(self._names.carried))
        for field, most, what in (("learn", learnable, "taught"), ("use", len(self._names.used), "used by a choice")):
            if wins.whole(field) > most:
                message = f"winning asks for {wins.whole(field)} messages, but only {most} are {what} in this level"
                self._log.add("wins-too-much", wins.place(field), message, "lower it, or add messages")

    def _passage(self, passage: Entries) -> None:
        self._stage(passage.entries("stage"))
        self._speakers(passage, "text")
        for message, at in passage.entries("teaches").keys.items():
            self._message(message, at)
        offers = passage.entries("offers")
        check_desk(offers, self._log)
        for _, offer in offers.records():
            for _, line in offer.entries("lines").records():
                if about := line.scalar("message"):
                    self._message(about.text, about.at)
        check_task(passage, self._names.cast, self._log)
        for _, line in passage.entries(TaskKind.CONTRACT.value).entries("lines").records():
            if about := line.scalar("message"):
                self._message(about.text, about.at)
        self._ways_on(passage)

    def _ways_on(self, passage: Entries) -> None:
        has_choices, has_to = "choices" in passage.values, "to" in passage.values
        if has_choices and has_to:
            message = "this passage has choices and also 'to'"
            self._log.add("choices-and-to", passage.keys["to"], message, "keep one of them")
        elif not has_choices and not has_to:
            self._log.add("no-way-on", passage.at, "this passage has neither choices nor 'to'", "add one of them")
        choices = passage.entries("choices")
        for _, choice in choices.records():
            self._choice(choice)
        if choices.values and all("uses" in choice.values for _, choice in choices.records()):
            message = "all choices of this passage need a message to be played"
            self._log.add("no-plain-choice", choices.at, message, "add a choice without 'uses'")
        if to := passage.scalar("to"):
            self._passage_exists(to)
        self._branches([branch for branch in passage.items("to") if isinstance(branch, Entries)])

    def _choice(self, choice: Entries) -> None:
        self._conditions(choice)
        self._speakers(choice, "reply")
        if to := choice.scalar("to"):
            self._passage_exists(to)
        if (uses := choice.scalar("uses")) and self._message(uses.text, uses.at):
            self._is_taught(uses.text, uses.at)
        effect = choice.entries("effect")
        for name, at in effect.keys.items():
            if name not in ("set", "clear", *self._names.meters) and is_form(ID, name):
                self._log.add_unknown("unknown-meter", at, name, f"{quoted(name)} is not a meter", self._names.meters)
        flags_set = [flag.text for flag in effect.scalars("set")]
        for flag in effect.scalars("clear"):
            self._flag(flag.text, flag.at)
            if flag.text in flags_set:
                message = f"{quoted(flag.text)} is set and cleared at once"
                self._log.add("set-and-clear", flag.at, message, "keep one of them")

    def _branches(self, branches: list[Entries]) -> None:
        check_order(branches, self._log)
        for branch in branches:
            self._conditions(branch)
            if to := branch.scalar("to"):
                self._passage_exists(to)

    def _conditions(self, holder: Entries) -> None:
        for atom in conditions_in(holder):
            match parse_condition(atom.text):
                case MeterIs(meter, _, limit):
                    self._meter_limit(meter, limit, atom)
                case FlagIs(flag):
                    self._flag(flag, atom.at)
                case Knows(message):
                    if self._message(message, atom.at):
                        self._is_taught(message, atom.at)
                case None:
                    pass  # noted with the form of the file

    def _meter_limit(self, meter: str, limit: int, atom: Scalar) -> None:
        if meter not in self._names.meters:
            message = f"{quoted(meter)} is not a meter"
            self._log.add_unknown("unknown-meter", atom.at, meter, message, self._names.meters)
            return
        most = self._level.entries("meters").entries(meter).whole("max")
        if most and limit > most:
            message = f"{quoted(meter)} never goes above {most}"
            self._log.add("out-of-range", atom.at, message, "change the condition or the meter's max")

    def _flag(self, flag: str, at: At) -> None:
        if flag in self._names.flags or not is_form(ID, flag):
            return
        if flag in self._names.meters:
            message = f"{quoted(flag)} is a meter, so it has to be compared"
            self._log.add("unknown-flag", at, message, f"write '{flag} >= 1'")
        else:
            message = f"no choice sets the flag {quoted(flag)}"
            self._log.add_unknown("unknown-flag", at, flag, message, self._names.flags)

    def _message(self, name: str, at: At) -> bool:
        known = self._known.messages
        if known is None or name in known or not is_form(ID, name):
            return True
        self._log.add_unknown("unknown-message", at, name, f"{quoted(name)} is not in levels/messages.yaml", known)
        return False

    def _is_taught(self, name: str, at: At) -> None:
        if name not in self._names.taught and name not in self._names.carried:
            message = f"{quoted(name)} is needed here, but this level neither teaches nor carries it"
            self._log.add("message-never-taught", at, message, "add it to a passage's 'teaches', or to 'carries'")

    def _passage_exists(self, target: Scalar, places: Collection[str] | None = None) -> None:
        places = self._names.places if places is None else places
        if target.text not in places and is_form(ID, target.text):
            message = f"{quoted(target.text)} is not a passage of this level"
            self._log.add_unknown("unknown-passage", target.at, target.text, message, places)

    def _speakers(self, holder: Entries, field: str) -> None:
        if text := holder.scalar(field):
            check_speakers(text, self._names.cast, self._log)

    def _stage(self, stage: Entries) -> None:
        art = self._known.art
        name = stage.scalar("set")
        if art and name and name.text not in art.sets:
            self._log.add_unknown("unknown-set", name.at, name.text, f"{quoted(name.text)} is not a set", art.sets)
        figures = stage.entries("figures")
        for person, at in figures.keys.items():
            if person not in self._names.cast:
                message = f"{quoted(person)} is not in the cast"
                self._log.add_unknown("unknown-cast", at, person, message, self._names.cast)
            elif art and (mood := figures.scalar(person)) and mood.text not in art.moods:
                message = f"figures have no mood {quoted(mood.text)}"
                self._log.add_unknown("unknown-mood", mood.at, mood.text, message, art.moods)
