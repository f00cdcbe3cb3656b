"""Checks of the offers at a desk: telling real from false takes both."""

from game.content.faults import FaultLog, quoted
from game.content.nodes import Entries
from game.story.level import Sign


def check_desk(offers: Entries, log: FaultLog) -> None:
    """Note a desk with only genuine or only false offers, and a false offer in which nothing gives it away."""
    genuine = [offer.text("genuine") for _, offer in offers.records() if "genuine" in offer.values]
    if genuine and len(genuine) == len(offers.values) and len(set(genuine)) == 1:
        message = f"all offers here have 'genuine: {genuine[0]}'"
        log.add("one-sided-offers", offers.at, message, "needless fear costs real jobs: add an offer of the other kind")
    for name, offer in offers.records():
        signs = [line.text("sign") for _, line in offer.entries("lines").records()]
        if offer.text("genuine") == "false" and signs and Sign.WARNING not in signs:
            message = f"the false offer {quoted(name)} has no line with 'sign: warning'"
            log.add("offer-without-warning", offer.place("lines"), message, "nobody could tell it from a real one")
