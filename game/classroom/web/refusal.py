"""Requests that are not answered as they wish."""

from http import HTTPStatus
from typing import Final

from game.classroom.session.refused import Reason
from game.classroom.views.parts import Notice

STATUS: Final = {
    Notice.WRONG_CODE: HTTPStatus.FORBIDDEN,
    Notice.WRONG_PIN: HTTPStatus.FORBIDDEN,
    Notice.BAD_FORM: HTTPStatus.FORBIDDEN,
    Notice.TOO_OFTEN: HTTPStatus.TOO_MANY_REQUESTS,
    Notice.DISK_FULL: HTTPStatus.INSUFFICIENT_STORAGE,
}
"""What JSON is refused with; everything else is a conflict with how things are now."""


class RefusalError(Exception):
    """A request is refused; `status` and `notice` say why."""

    def __init__(self, status: HTTPStatus, notice: Notice = Notice.BAD_FORM) -> None:
        super().__init__(f"{status.value} {notice.value}")
        self.status = status
        self.notice = notice


def notice_of(reason: Reason) -> Notice:
    """Return how a page tells a reason."""
    return Notice(reason.value)


def status_of(notice: Notice) -> HTTPStatus:
    """Return the status of a JSON answer that tells a notice."""
    return STATUS.get(notice, HTTPStatus.CONFLICT)
