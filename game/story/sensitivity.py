"""How well false offers are told from genuine ones, apart from how readily somebody turns offers down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What was decided about offers, counted.

    Somebody who turns everything down stops every false offer, and loses every genuine one. So stopping is never
    counted by itself: sensitivity d' tells the two kinds apart, and the criterion c tells the leaning of both answers
    together (Macmillan & Creelman, Detection Theory: A User's Guide; Stanislaw & Todorov 1999, Behavior Research
    Methods, Instruments, & Computers 31(1), 137-149):

        d' = z(H) - z(F)        c = -(z(H) + z(F)) / 2

    H is the share of false offers stopped, F that of genuine ones turned down, and z the inverse of the normal
    distribution. Shares of 0 and 1 would be infinite, and few offers are judged: so each count has half an answer
    added and each total one, always (the log-linear correction: Hautus 1995, same journal 27(1), 46-51).
    """

    hits: int = 0
    """False offers stopped."""
    misses: int = 0
    """False offers gone on with."""
    false_alarms: int = 0
    """Genuine offers turned down."""
    correct_rejections: int = 0
    """Genuine offers gone on with."""

    def __add__(self, other: "Verdicts") -> "Verdicts":
        return Verdicts(
            self.hits + other.hits,
            self.misses + other.misses,
            self.false_alarms + other.false_alarms,
            self.correct_rejections + other.correct_rejections,
        )

    @property
    def false_offers(self) -> int:
        """How many false offers were judged."""
        return self.hits + self.misses

    @property
    def genuine_offers(self) -> int:
        """How many genuine offers were judged."""
        return self.false_alarms + self.correct_rejections

    @property
    def judged(self) -> int:
        """How many offers were judged."""
        return self.false_offers + self.genuine_offers

    @property
    def d_prime(self) -> float | None:
        """Sensitivity: 0 where the kinds are not told apart, below 0 where they are taken for each other.

        None as long as only one kind was judged: nothing can be said about telling them apart then.
        """
        shares = self._z()
        return shares[0] - shares[1] if shares else None

    @property
    def bias(self) -> float | None:
        """The criterion c: below 0 leans to stopping offers, above 0 to going on. None like `d_prime`."""
        shares = self._z()
        return -(shares[0] + shares[1]) / 2 if shares else None

    def _z(self) -> tuple[float, float] | None:
        """Return z of the corrected shares of false offers stopped and of genuine ones turned down."""
        if not self.false_offers or not self.genuine_offers:
            return None
        from statistics import NormalDist  # noqa: PLC0415 (slower to load than all rules)

        z = NormalDist().inv_cdf
        return z((self.hits + 0.5) / (self.false_offers + 1)), z((self.false_alarms + 0.5) / (self.genuine_offers + 1))


def verdict_on(*, genuine: bool, stopped: bool) -> Verdicts:
    """Return the count of a single verdict."""
    return Verdicts(
        hits=int(not genuine and stopped),
        misses=int(not genuine and not stopped),
        false_alarms=int(genuine and stopped),
        correct_rejections=int(genuine and not stopped),
    )
