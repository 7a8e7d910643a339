"""Orders of courts about disclosure: whom each binds, what it restrains, and from when to when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from lawgate.cite import Cite
from lawgate.dates import Between
from lawgate.law.agencies import may_be_part


class Act(StrEnum):
    """What an order does to a disclosure or to what was disclosed."""

    BLOCK = "block"
    """Nothing of it may go."""
    HOLD = "hold"
    """Nothing of it may go before notice is given."""
    QUARANTINE = "quarantine"
    """What was received may not be looked at, used or passed on."""
    CERTIFY = "certify"
    """Somebody must confirm to the court what was done; nothing is withheld for it."""


FORBIDDING = (Act.BLOCK, Act.HOLD)
"""What keeps an item from going; quarantine binds what went before."""

DISCHARGED = (Act.HOLD, Act.CERTIFY)
"""What is done with once it was done."""


class Standing(StrEnum):
    """Whether an order still stands."""

    IN_FORCE = "in force"
    SUPERSEDED = "superseded"
    PENDING = "pending"
    INFORMATIONAL = "informational"


class Side(StrEnum):
    """For which purpose an uncertain day is counted, always against a release."""

    RELEASE = "release"
    """Before a release an order counts from its earliest day to its latest."""
    JUDGING = "judging"
    """A past release is held only against an order that stood for certain."""


@dataclass(frozen=True, slots=True)
class Restraint:
    """One thing that an order does: for which pathways, to whom, of what.

    `agencies` cover their parts, and whoever may be one of them. `identity_fields` empty means every item.
    `subjects_min` is the number of subjects from which the restraint holds.
    """

    act: Act
    pathways: tuple[Cite, ...]
    agencies: tuple[str, ...]
    identity_fields: tuple[str, ...] = ()
    subjects_min: int = 1

    def reaches(self, pathway: Cite, agencies: Iterable[str], identity: str, subjects: int) -> bool:
        """Whether it restrains an item, by its field of identity, on this pathway to any of these agencies."""
        return (
            subjects >= self.subjects_min
            and any(pathway.within(named) for named in self.pathways)
            and (not self.identity_fields or identity in self.identity_fields)
            and any(may_be_part(agency, whole) for agency in agencies for whole in self.agencies)
        )


@dataclass(frozen=True, slots=True)
class Order:
    """An order of a court, in our own words; what it held of contested questions is `holds`.

    `begins` and `ends` are the days from which and before which it stands; `ended_by` is the order that
    ended it. `certainty` is A to E as docs/glossary.md tells; `checked_on` is the day of the last look at
    the docket.
    """

    id: str
    court: str
    docket: str
    judge: str
    says: str
    binds: str
    begins: Between
    standing: Standing
    certainty: str
    source: str
    checked_on: date
    ends: Between | None = None
    ended_by: str | None = None
    restraints: tuple[Restraint, ...] = ()
    holds: tuple[tuple[str, str], ...] = ()
    note: str = ""

    def done(self) -> Order:
        """The order once it was complied with: what it forbids it forbids on, what had to come first has come."""
        return replace(self, restraints=tuple(r for r in self.restraints if r.act not in DISCHARGED))

    def in_force(self, day: date, *, known_on: date, side: Side = Side.RELEASE) -> bool:
        """Whether it stands on a day, by what was known on another: no later order is known yet."""
        strict = side is Side.RELEASE
        begun = self.begins.earliest if strict else self.begins.latest
        if not (begun <= day and self.begins.earliest <= known_on):
            return False
        if self.ends is None or self.ends.earliest > known_on:
            return True
        return day < (self.ends.latest if strict else self.ends.earliest)
