"""Everything that can go wrong with giving, sorted by what the player can do about it."""

from enum import Enum


class Remedy(Enum):
    """What helps."""

    AGAIN = "again"
    """Trying again may help, now or after `DonationError.after` seconds."""
    OTHER = "other"
    """Another campaign or another amount helps."""
    STAFF = "staff"
    """Only whoever set the game up can help."""


class DonationError(Exception):
    """Something about giving did not work.

    Its text is for the log, and holds no address, key or pledge. `message` names what the player is told.
    """

    message = "giving_errors.unavailable"
    remedy = Remedy.AGAIN
    retryable = False
    """Whether the same request may be sent again by itself."""

    def __init__(self, reason: str = "", *, after: float | None = None, retryable: bool | None = None) -> None:
        super().__init__(reason or type(self).__name__)
        self.after = after
        """Seconds that the portal asked to wait, if it did."""
        if retryable is not None:
            self.retryable = retryable


class OfflineError(DonationError):
    """No connection, or it broke."""

    message = "giving_errors.offline"
    retryable = True


class TooSlowError(DonationError):
    """No answer in time."""

    message = "giving_errors.too_slow"
    retryable = True


class RateLimitedError(DonationError):
    """Too many requests or open pledges from here."""

    message = "giving_errors.rate_limited"
    retryable = True


class UnavailableError(DonationError):
    """The portal has a fault, or is being worked on."""

    retryable = True


class ConflictError(DonationError):
    """The request is being worked on already, or its key was used for another one."""

    message = "giving_errors.conflict"


class NotKeptError(DonationError):
    """The journal cannot be written, so nothing was sent."""

    message = "giving_errors.not_kept"


class NotFoundError(DonationError):
    """The portal knows no such campaign or pledge."""

    message = "giving_errors.not_found"
    remedy = Remedy.OTHER


class WithdrawnError(DonationError):
    """Consent to show this campaign has ended: every copy of it has to go."""

    message = "giving_errors.withdrawn"
    remedy = Remedy.OTHER


class ClosedError(DonationError):
    """The campaign takes no more pledges."""

    message = "giving_errors.closed"
    remedy = Remedy.OTHER


class AmountError(DonationError):
    """The amount is too small or too large, or its currency is not taken."""

    message = "giving_errors.amount"
    remedy = Remedy.OTHER


class InvalidError(DonationError):
    """The portal did not understand the request: game and portal do not fit together."""

    message = "giving_errors.invalid"
    remedy = Remedy.STAFF


class BadResponseError(DonationError):
    """What came back is not what the contract says."""

    message = "giving_errors.bad_response"
    remedy = Remedy.STAFF


class InsecureError(DonationError):
    """The portal could not prove that it is the portal."""

    message = "giving_errors.insecure"
    remedy = Remedy.STAFF


class UnauthorizedError(DonationError):
    """The portal does not take the key of this device."""

    message = "giving_errors.unauthorized"
    remedy = Remedy.STAFF


class NotAllowedHereError(DonationError):
    """Giving is switched off for this device, as in a classroom."""

    message = "giving_errors.not_allowed_here"
    remedy = Remedy.STAFF


class UnsafeAddressError(DonationError):
    """An address is not one that the game may show or call."""

    message = "giving_errors.unsafe_address"
    remedy = Remedy.STAFF


class NotSetUpError(DonationError):
    """What an operator set up cannot be used."""

    message = "giving_errors.not_set_up"
    remedy = Remedy.STAFF


class WrongEnvironmentError(DonationError):
    """A sandbox is set up and the portal is live, or the reverse."""

    message = "giving_errors.wrong_environment"
    remedy = Remedy.STAFF
