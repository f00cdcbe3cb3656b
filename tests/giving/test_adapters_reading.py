"""What is taken from the replies of public providers, and what is left behind."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.giving.adapters.donordrive import read_currency, read_fundraiser
from game.giving.adapters.everyorg import read_raised
from game.giving.adapters.figures import Figures, written_major
from game.giving.adapters.globalgiving import read_project
from game.giving.adapters.opencollective import read_account
from game.giving.campaign import CampaignStatus
from game.giving.errors import BadResponseError, DonationError, NotFoundError, RateLimitedError
from game.giving.money import MOST_MINOR, Money, exponent
from tests.giving.public import FIXTURES, MARK, documented

Reader = Callable[[object], Figures]
READERS: dict[str, Reader] = {
    "everyorg": read_raised,
    "globalgiving": lambda said: read_project(said, "2"),
    "opencollective": lambda said: read_account(said, "our-collective"),
    "donordrive": lambda said: read_fundraiser(said, "USD"),
}
PROJECT_LINK = "https://www.globalgiving.org/projects/sewing-course/"
PARTICIPANT_LINK = "https://www.extra-life.org/index.cfm?fuseaction=donorDrive.participant&participantID=19265#donate"
EVENT_LINK = "https://www.extra-life.org/index.cfm?fuseaction=donate.event&eventID=508"


def usd(minor: int) -> Money:
    return Money(minor, "USD")


def project(status: CampaignStatus = CampaignStatus.OPEN) -> Figures:
    return Figures(usd(307150), usd(304600), 32, status, PROJECT_LINK)


PARTICIPANT = Figures(usd(466100), usd(800000), 51, donate=PARTICIPANT_LINK)


def taken(name: str, said: object) -> Figures | DonationError:
    """Return what a provider's reply becomes. Whatever is raised beside our errors fails the test."""
    try:
        return READERS[name.split("_", maxsplit=1)[0]](said)
    except DonationError as error:
        return error


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("everyorg_raised", Figures(usd(123400), usd(200000), 17)),
        ("everyorg_raised_no_goal", Figures(usd(0), usd(0), 0)),
        ("globalgiving_project", project()),
        ("globalgiving_list", project()),
        ("globalgiving_single_item", project()),
        ("globalgiving_funded", project(CampaignStatus.FUNDED)),
        ("opencollective_account", Figures(usd(463350), usd(0), 41)),
        ("donordrive_participant", PARTICIPANT),
        ("donordrive_participant_in_list", PARTICIPANT),
        ("donordrive_event", Figures(usd(466125), usd(800000), 51, donate=EVENT_LINK)),
    ],
)
def test_sums_and_links_are_taken_from_what_is_documented(name: str, figures: Figures) -> None:
    assert READERS[name.split("_", maxsplit=1)[0]](documented(name)) == figures


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("globalgiving_empty", NotFoundError),
        ("globalgiving_summary", BadResponseError),
        ("opencollective_unknown", NotFoundError),
        ("opencollective_errors", BadResponseError),
        ("opencollective_rate_limited", RateLimitedError),
        ("donordrive_event_without_sums", BadResponseError),
        ("donordrive_donations", BadResponseError),
    ],
)
def test_a_reply_without_sums_is_never_read_as_nothing_raised(name: str, error: type[DonationError]) -> None:
    with pytest.raises(error) as refused:
        READERS[name.split("_", maxsplit=1)[0]](documented(name))
    assert MARK not in str(refused.value)


def test_no_fixture_brings_a_person_along() -> None:
    seen = 0
    for file in sorted(FIXTURES.glob("*.json")):
        seen += MARK in file.read_text(encoding="utf-8")
        assert MARK not in repr(taken(file.stem, documented(file.stem)))
    assert seen > 5


def test_the_site_names_its_currency() -> None:
    assert read_currency(documented("donordrive_about")) == "USD"


# What providers say is put together from their own words, so that replies come near to what is understood.
NAMES = sorted({name for file in FIXTURES.glob("*.json") for name in re.findall(r'"(\w+)":', file.read_text("utf-8"))})
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["USD", "2", "our-collective", "JPY", "1e9", "true"])
    | st.text(max_size=6)
)
REPLIES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=15,
)
SPOILT = {name: documented(name) for name in sorted(file.stem for file in FIXTURES.glob("*.json"))}


@st.composite
def spoilt(draw: st.DrawFn, said: object) -> object:
    """A documented reply in which one value, somewhere, is another."""
    if isinstance(said, dict) and said and draw(st.integers(0, 4)):
        name = draw(st.sampled_from(sorted(said)))
        return {**said, name: draw(spoilt(said[name]))}
    if isinstance(said, list) and said and draw(st.integers(0, 4)):
        return [draw(spoilt(said[0])), *said[1:]]
    return draw(REPLIES)


@pytest.mark.parametrize("provider", sorted(READERS))
@given(said=REPLIES)
def test_no_reply_brings_anything_but_our_errors(provider: str, said: object) -> None:
    taken(provider, said)


@given(st.sampled_from(sorted(SPOILT)).flatmap(lambda name: st.tuples(st.just(name), spoilt(SPOILT[name]))))
def test_no_slip_in_a_reply_brings_anything_but_our_errors_or_a_person(case: tuple[str, object]) -> None:
    name, said = case
    assert MARK not in repr(taken(name, said))


@given(st.integers(0, MOST_MINOR), st.sampled_from(["USD", "JPY", "KWD"]))
def test_a_sum_in_whole_units_is_exactly_that_sum(minor: int, code: str) -> None:
    money = Money(minor, code)
    said = {"sumDonations": written_major(money)}
    assert read_fundraiser({**said, "links": {}}, code).raised == money


@pytest.mark.parametrize("said", [1.5, True, -1, "ten", "1e3", "1.005", 10**30, None])
def test_a_sum_that_is_none_is_refused(said: object) -> None:
    with pytest.raises(BadResponseError):
        read_fundraiser({"sumDonations": said, "links": {}}, "USD")


def test_cents_of_a_currency_without_cents_are_refused() -> None:
    assert exponent("JPY") == 0
    stats = {"totalAmountReceived": {"valueInCents": 100, "currency": "JPY"}}
    account = {"slug": "our-collective", "currency": "JPY", "stats": stats}
    with pytest.raises(BadResponseError):
        read_account({"data": {"account": account}}, "our-collective")
