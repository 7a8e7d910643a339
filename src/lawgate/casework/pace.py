"""How often may be asked: so many times at once, and so many in each span on the long run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SECOND: Final = 1_000_000
"""Moments are counted in microseconds, so that no share of one is lost."""


@dataclass(frozen=True, slots=True)
class Pace:
    """`most` times within a span, all of them at once where somebody likes; then as fast as they grow back."""

    name: str
    most: int
    span_seconds: int = 60

    @property
    def step(self) -> int:
        """How long one time takes to grow back, in microseconds; at least one."""
        return max(1, self.span_seconds * SECOND // self.most)


@dataclass(frozen=True, slots=True)
class Allowance:
    """What became of asking once: whether it is let, how often more, and when it grows back; seconds, rounded up."""

    pace: Pace
    is_let: bool
    left: int
    whole_seconds: int
    """Until as often as ever may be asked; of a refusal, until once may be."""
    whole_at: int
    """The moment of that, in microseconds: all that is kept of who asks."""


def ask(pace: Pace, *, whole_at: int | None, now: int) -> Allowance:
    """Ask once, where it was kept that all has grown back at `whole_at`; None where nobody asked before.

    The generic cell rate algorithm (ITU-T I.371): one moment for each who asks. A refusal costs nothing. A moment
    further off than two spans was kept before the clock was set back, and counts for nothing; one that is less far off
    may be that of somebody who asked just now, by a clock that is a little ahead.
    """
    span = pace.span_seconds * SECOND
    begins = whole_at if whole_at is not None and now < whole_at <= now + 2 * span else now
    after = begins + pace.step
    if after - now > span:
        return Allowance(pace, False, 0, max(1, _seconds(after - now - span)), begins)
    return Allowance(pace, True, (span - (after - now)) // pace.step, _seconds(after - now), after)


def _seconds(micros: int) -> int:
    return -(-micros // SECOND)
