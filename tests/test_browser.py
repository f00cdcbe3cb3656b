"""The browser of the tests finds what it is there to find."""

from tests.browser import DESK, Browsing, faults_of_access, widest_overflow

GOOD = '<html lang="en"><title>A page</title><main><h1>A page</h1><p>Some words</p></main>'
BAD = '<html><title></title><img src="x"><button></button><div style="width: 2000px">far</div>'


def test_a_good_page_has_no_faults(browsing: Browsing) -> None:
    page = browsing()
    page.set_content(GOOD)
    assert faults_of_access(page) == []
    assert widest_overflow(page) == 0


def test_faults_are_found_and_named(browsing: Browsing) -> None:
    page = browsing(DESK)
    page.set_content(BAD)
    found = "\n".join(faults_of_access(page))
    assert "image-alt" in found
    assert "button-name" in found
    assert widest_overflow(page) > 0


def test_nothing_beyond_this_computer_is_reached(browsing: Browsing) -> None:
    page = browsing()
    with page.expect_event("requestfailed") as failed:
        page.set_content('<img src="http://example.org/x.png">')
    assert failed.value.failure == "net::ERR_NAME_NOT_RESOLVED"
