"""What a broken promise means, in words an author can act on: what is wrong, what was expected, what to do."""

from collections.abc import Mapping
from types import MappingProxyType

from game.content.faults import quoted
from game.story.action import ActionId
from game.story.proof.promises import LATE, Breach, Promise

_SENTENCES: Mapping[Promise, tuple[str, str]] = MappingProxyType(
    {
        Promise.PASSAGE_REACHED: (
            "no run comes to {place}; every passage and every ending has to be reached",
            "lead to it, or remove it",
        ),
        Promise.CHOICE_OPENS: (
            "the choice {part} of {place} is open on no run; every choice has to be, on some run",
            "loosen its 'when', or teach the message it uses on the way there",
        ),
        Promise.BRANCH_TAKEN: (
            "no run goes from {place} to {part} by this branch; every branch has to be taken, on some run",
            "loosen its 'when', or remove it",
        ),
        Promise.MESSAGE_LEARNED: (
            "no run learns the message {part}; expected is a run through a passage that teaches it",
            "lead to that passage",
        ),
        Promise.NO_DEAD_END: (
            "a run gets stuck at {place}: nothing is open; expected is a way on, whatever happened before",
            "add a choice or a branch without 'when'",
        ),
        Promise.PLAIN_CHOICE_OPEN: (
            "a run comes to {place} with nothing open but messages; expected is a plain choice that is open",
            "add a choice without 'uses' and 'when'",
        ),
        Promise.WAY_OUT: (
            "from {place} on, no ending can be reached; every run has to be able to end",
            "lead out of the circle",
        ),
        Promise.METERS_IN_BOUNDS: (
            "{part} takes a meter out of its bounds ({detail}); expected is 0 to its 'max', on every run",
            "guard the choice with 'when', start elsewhere, or raise 'max'",
        ),
        Promise.HELP_FROM_EVERYWHERE: (
            "from {place} on, help stays on the way; expected is a way to another ending, from everywhere",
            "open a way to help from here",
        ),
        Promise.CAN_BE_WON: (
            "no run wins; expected is one that learns and plays as many messages as 'wins' asks for",
            "ask for less, or teach and use more",
        ),
        Promise.WON_BY_MESSAGES: (
            "a run wins without learning or without playing a message; expected are both",
            "let 'wins' ask for at least one message learned, and one played",
        ),
        Promise.WIN_LASTS: (
            f"at {{place}} winning has become impossible; expected is that it stays possible for {LATE:.0%} "
            "of the decisions of a median run",
            "teach messages later as well, or let more choices use them",
        ),
        Promise.MESSAGE_HELPS_TO_WIN: (
            "the message {part} is taught, but no winning run plays it; expected is one that does",
            "add a choice that uses it on the way to a win",
        ),
        Promise.SYSTEM_NAMED: (
            "the debrief of {place} names no rule and no gap in the rules that made it possible",
            "fill in 'system'",
        ),
        Promise.OFFERS_BALANCED: (
            "{detail} of the offers are genuine; expected are between a third and two thirds",
            "balance them, so that neither trust nor distrust alone can tell them apart",
        ),
        Promise.TASK_COMES_TO: (
            "no way of doing the task of {place} comes to {part}; every choice with 'after' has to be come to",
            "loosen its 'after', or put it above the choices that take everything",
        ),
        Promise.TASK_CAN_BE_DONE: (
            "in {place}, doing the task well does not come to {part}, or doing it badly does; "
            "expected is that the first choice is for what is right",
            "put the choice for what is right first, and let its 'after' ask for it",
        ),
        Promise.TASK_TAKES_THOUGHT: (
            "picking blindly comes to {part} of {place} in {detail} of all ways; expected is at most half",
            "let its 'after' ask for more",
        ),
    }
)


def sentences(breach: Breach) -> tuple[str, str]:
    """Return what is wrong with what was expected, and what to do about it."""
    message, hint = _SENTENCES[breach.promise]
    # A meter's fault has its name and the value it would get.
    detail = breach.detail.replace(" ", " would be ")
    return message.format(place=quoted(breach.place or ""), part=quoted(breach.part), detail=detail), hint


def run_words(run: tuple[ActionId, ...]) -> str:
    """Return a run as an author reads it: `ask > hand-over > continue to van`."""
    if not run:
        return "right at the start"
    return " > ".join(f"continue to {each[1:]}" if each.startswith(">") else each for each in run)
