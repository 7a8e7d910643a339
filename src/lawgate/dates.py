"""Days and taxable periods, read strictly: a text that is not one is never guessed at."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from lawgate.errors import DateError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PERIOD = re.compile(r"(?P<year>\d{4})(?:Q(?P<quarter>[1-4])|-(?P<month>0[1-9]|1[0-2]))?", re.ASCII)


def parse_day(text: str, *, where: str = "") -> date:
    """A day written YYYY-MM-DD; raises DateError for any other text and for days that never were."""
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise DateError(f"{text[:40]!r} is not a day", where=where, mend="write a day as YYYY-MM-DD")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A taxable period, first and last day included, with the text that stated it."""

    first: date
    last: date
    text: str

    def within(self, other: Period) -> bool:
        """Whether every day of this period lies in the other one."""
        return other.first <= self.first and self.last <= other.last


@dataclass(frozen=True, slots=True)
class Span:
    """The days from the first to the last, both included; None leaves that side open."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day is one of them."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Between:
    """A day that is known only to lie between two days, both included; equal where it is known."""

    earliest: date
    latest: date

    @classmethod
    def on(cls, day: date) -> Between:
        """A day that is known."""
        return cls(day, day)

    @property
    def certain(self) -> bool:
        """Whether the day is known."""
        return self.earliest == self.latest


def read_period(text: str) -> Period | None:
    """The period that YYYY, YYYYQ1 to YYYYQ4 or YYYY-MM states; None when the text states none."""
    match = _PERIOD.fullmatch(text.strip())
    if match is None or int(match["year"]) == 0:
        return None
    year = int(match["year"])
    start, end = 1, 12
    if match["quarter"]:
        start, end = 3 * int(match["quarter"]) - 2, 3 * int(match["quarter"])
    elif match["month"]:
        start = end = int(match["month"])
    return Period(date(year, start, 1), date(year, end, monthrange(year, end)[1]), match[0])
