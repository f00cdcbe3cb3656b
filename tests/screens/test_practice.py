"""Stories about telling offers apart outside of the stories."""

from dataclasses import replace

import pytest

from game.content.library import Library
from game.records.level_progress import Judged
from game.records.practised import practised
from game.records.progress import Progress, load_progress
from game.records.tally import verdicts_of
from game.screens.practice.practice import PracticeScreen
from game.story.level import Sign
from game.story.practice import ENOUGH, Posted, all_offers, stack
from game.story.sensitivity import Verdicts
from game.ui.intents import Activate, Back, Next, Number
from tests.screens.pilot import Pilot
from tests.screens.reading import words_of
from tests.ui.view_faults import faults_of

LONGEST = 6
"""So many offers, those with the most to read, are looked at in all windows."""


def practising(library: Library) -> Pilot:
    pilot = Pilot(library)
    return pilot.open(pilot.routes.title(), pilot.routes.practice())


def test_the_way_there_is_beside_the_stories(shipped: Library) -> None:
    pilot = Pilot(shipped)
    pilot.open(pilot.routes.title(), pilot.routes.level_select()).choose("practice")
    assert isinstance(pilot.runner.screen, PracticeScreen)


def dealt(library: Library) -> tuple[Posted, ...]:
    """The offers as the pilot gets them."""
    return stack(all_offers(library.levels.values()), 7)


def judge(pilot: Pilot, *, stop: bool) -> Pilot:
    return pilot.choose("verdict:stop" if stop else "verdict:go-on")


def test_an_offer_is_read_with_its_way_marked_judged_and_only_then_explained(shipped: Library) -> None:
    pilot, posted = practising(shipped), dealt(shipped)[0]
    words, offer = pilot.services.words, posted.offer
    said = words_of(pilot.view)
    assert offer.sender in said
    assert all(words(f"countries.{each}") in said for each in (posted.origin, posted.destination))
    for line in offer.lines.values():
        pilot.choose(f"mark:{offer.id}/{line.id}={line.sign.value}")
    assert words("desk.was_good") not in str(pilot.view)
    judge(pilot, stop=not offer.genuine)
    told, said = str(pilot.view), words_of(pilot.view)
    assert all(line.because in told for line in offer.lines.values())
    assert words("desk.went_on_genuine" if offer.genuine else "desk.stopped_false") in said
    warnings = sum(line.sign is Sign.WARNING for line in offer.lines.values())
    assert not warnings or words("desk.hits", found=warnings, count=warnings) in said
    pilot.choose("next")
    assert dealt(shipped)[1].offer.sender in words_of(pilot.view)


def test_a_mark_can_be_taken_back(shipped: Library) -> None:
    pilot, offer = practising(shipped), dealt(shipped)[0].offer
    mark = f"mark:{offer.id}/{next(iter(offer.lines))}=good"
    bare = pilot.view
    pilot.choose(mark)
    assert pilot.view != bare
    pilot.choose(mark)
    assert pilot.view == bare


def test_the_first_verdict_on_an_offer_goes_into_the_progress(shipped: Library) -> None:
    pilot, posted = practising(shipped), dealt(shipped)[0]
    judge(pilot, stop=True)
    kept = load_progress(pilot.services.folder)
    assert kept.of(posted.level).verdicts == {posted.offer.id: Judged(posted.offer.genuine, stopped=True)}
    again = practised(kept, posted.level, posted.offer.id, Judged(posted.offer.genuine, stopped=False))
    assert again == kept
    assert verdicts_of(kept).judged == 1


def test_offers_judged_before_come_last(shipped: Library) -> None:
    pilot, first = Pilot(shipped), dealt(shipped)[0]
    progress = pilot.services.progress
    progress.change(practised(Progress(), first.level, first.offer.id, Judged(first.offer.genuine, stopped=True)))
    pilot.open(pilot.routes.title(), pilot.routes.practice())
    assert first.offer.sender not in words_of(pilot.view)


def test_after_six_offers_words_tell_how_it_went(shipped: Library) -> None:
    pilot = practising(shipped)
    for number in range(1, ENOUGH + 1):
        judge(pilot, stop=True).choose("next" if number < ENOUGH else "enough")
    words, said = pilot.services.words, words_of(pilot.view)
    assert words("practice.stopped", stopped=3, count=3) in said
    assert words("practice.lost", lost=3, count=3) in said
    assert words("practice.distrust") in said
    assert verdicts_of(pilot.services.progress.current) == Verdicts(hits=3, false_alarms=3)
    pilot.choose("more")
    assert dealt(shipped)[ENOUGH].offer.sender in words_of(pilot.view)


def test_few_verdicts_say_nothing_and_none_leads_straight_back(shipped: Library) -> None:
    pilot = practising(shipped)
    judge(pilot, stop=False).send(Back())
    words = pilot.services.words
    assert words("practice.few", judged=1, enough=ENOUGH) in words_of(pilot.view)
    pilot.choose("done")
    assert "play" in pilot.ids
    assert "play" in practising(shipped).send(Back()).ids


def test_the_last_offer_leads_to_the_end(shipped: Library) -> None:
    pilot = practising(shipped)
    for posted in dealt(shipped):
        judge(pilot, stop=not posted.offer.genuine).choose("next")
    assert pilot.services.words("practice.neither") in words_of(pilot.view)
    assert "more" not in pilot.ids


def test_an_offer_that_has_just_come_is_judged_by_nobody_who_presses_on(shipped: Library) -> None:
    pilot = practising(shipped)
    judge(pilot, stop=True).choose("next")
    assert pilot.runner.focus(pilot.frame) == ""
    pilot.wait(0.6).send(Number(1), Next(), Number(2), Activate())
    assert verdicts_of(pilot.services.progress.current).judged == 1
    pilot.wait(0.6).send(Number(1))
    assert verdicts_of(pilot.services.progress.current).judged == 2


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1280, 720), (1080, 1920), (640, 480)])
def test_the_longest_offers_fit_into_every_window(
    shipped: Library, size: tuple[float, float], text_scale: float
) -> None:
    pilot = Pilot(shipped, size=size, text_scale=text_scale)
    pilot.open(pilot.routes.title(), pilot.routes.practice())
    screen = pilot.runner.screen
    longest = sorted(dealt(shipped), key=lambda posted: sum(len(line.text) for line in posted.offer.lines.values()))
    for posted in dealt(shipped):
        if posted in longest[-LONGEST:]:
            assert faults_of(pilot.view, pilot.frame) == []
        screen.use("verdict:stop", 0)
        if posted in longest[-LONGEST:]:
            assert faults_of(pilot.view, pilot.frame) == []
        screen.use("next", 0)
    assert faults_of(pilot.view, pilot.frame) == []


def test_without_any_offers_there_is_a_way_out(shipped: Library) -> None:
    pilot = practising(replace(shipped, levels={}))
    pilot.choose("done")
    assert "play" in pilot.ids
