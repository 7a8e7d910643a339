"""Deadlines whose clock stands still while the requester mends defects; days are given, never asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from lawgate.errors import InputError


@dataclass(frozen=True, slots=True)
class Deadline:
    """So many days from a day on, without those on which the clock stood.

    `stops` are the days from which, and up to which, it stood; `stopped_on` is the day since which it stands.
    """

    begun_on: date
    days: int
    stops: tuple[tuple[date, date], ...] = ()
    stopped_on: date | None = None

    def stop(self, day: date) -> Deadline:
        """The clock stands from this day on; where it stands already, nothing changes."""
        return self if self.stopped_on else replace(self, stopped_on=day)

    def resume(self, day: date) -> Deadline:
        """The clock runs again from this day on; InputError for a day before it was stopped."""
        if self.stopped_on is None:
            return self
        if day < self.stopped_on:
            raise InputError(
                "the clock cannot run again before it was stopped", where=str(day), mend="give a later day"
            )
        return replace(self, stops=(*self.stops, (self.stopped_on, day)), stopped_on=None)

    @property
    def due_on(self) -> date | None:
        """The last day on which an answer is in time; None while the clock stands."""
        if self.stopped_on:
            return None
        stood = sum((end - start).days for start, end in self.stops)
        return self.begun_on + timedelta(days=self.days + stood)

    def is_late(self, day: date) -> bool:
        """Whether the last day is over; never while the clock stands."""
        return self.due_on is not None and day > self.due_on
