"""Checks of the branches of a passage: each can be taken, and one always is."""

from collections.abc import Sequence

from game.content.faults import FaultLog, quoted
from game.content.nodes import Entries


def check_order(branches: Sequence[Entries], log: FaultLog) -> None:
    """Note branches that can never be taken, and a passage that may lead nowhere.

    Branches with `when` come first; then either one without, or branches with `chance`.
    """
    by_chance = [branch for branch in branches if "chance" in branch.values]
    always = [branch for branch in branches if not branch.values.keys() & {"chance", "when"}]
    _each(branches, by_chance, always, log)
    _targets(by_chance, log)
    if branches and not by_chance and not always:
        message = "if no condition holds, this passage leads nowhere"
        log.add("no-fallback", branches[-1].at, message, "add a last branch without 'when'")


def _each(branches: Sequence[Entries], by_chance: Sequence[Entries], always: Sequence[Entries], log: FaultLog) -> None:
    closed = False
    for branch in branches:
        if branch in by_chance and "when" in branch.values:
            message = "a branch has either 'when' or 'chance', not both"
            log.add("branch-order", branch.keys["when"], message, "put the condition into a branch above")
        elif branch in by_chance and always:
            message = "chance never decides here, because a branch without 'when' is always taken"
            log.add("branch-order", branch.at, message, "give that branch a 'when' or a 'chance'")
        elif closed and branch not in by_chance:
            message = "this branch is never taken, because one above it always is, or chance decides"
            log.add("branch-order", branch.at, message, "put branches with 'when' first")
        closed = closed or branch in by_chance or branch in always


def _targets(by_chance: Sequence[Entries], log: FaultLog) -> None:
    seen: set[str] = set()
    for branch in by_chance:
        to = branch.scalar("to")
        if to and to.text in seen:
            message = f"chance leads to {quoted(to.text)} twice"
            log.add("same-target", to.at, message, "add the weights in one branch")
        if to:
            seen.add(to.text)
