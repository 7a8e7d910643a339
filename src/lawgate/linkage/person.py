"""The people of a resolution: the one a request names, and those that a file holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """Whom a request names, in its own words; what it does not state is None."""

    given: str | None = None
    middle: str | None = None
    surname: str | None = None
    suffix: str | None = None
    entity: str | None = None
    address: str | None = None
    tin: str | None = None
    date_of_birth: date | None = None


@dataclass(frozen=True, slots=True)
class HeldAddress:
    """One address that the custodian holds for a taxpayer, with the days on which it was held."""

    address: str | None = None
    street_number: str | None = None
    street_name: str | None = None
    unit_number: str | None = None
    city: str | None = None
    state: str | None = None
    zipcode: str | None = None
    held_from: date | None = None
    held_to: date | None = None
    where: str | None = None

    def begun_by(self, day: date) -> bool:
        """Whether it was held on that day or before."""
        return self.held_from is None or self.held_from <= day

    def held_on(self, day: date) -> bool:
        """Whether this address was on file on that day."""
        return self.begun_by(day) and (self.held_to is None or self.held_to >= day)


@dataclass(frozen=True, slots=True)
class Record:
    """One taxpayer of the file, as far as resolution looks at him."""

    taxpayer_id: str
    given: str | None = None
    middle: str | None = None
    surname: str | None = None
    suffix: str | None = None
    entity: str | None = None
    tin: str | None = None
    date_of_birth: date | None = None
    addresses: tuple[HeldAddress, ...] = ()


class Status(StrEnum):
    """How a resolution ended."""

    ONE = "one"
    NONE = "none"
    SEVERAL = "several"
    REVIEW = "review"


class Agreement(StrEnum):
    """Whether the address that a request gives is one held for the person: a fact that law judges."""

    CURRENT = "current"
    EARLIER = "earlier"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One finding of the comparison: the field, how it agrees, and what that did to the outcome.

    Holds no personal datum: levels and rules only.
    """

    field: str
    level: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The next best record, where it lost, and whether a hard contradiction stood against it."""

    taxpayer_id: str
    lost_on: tuple[str, ...] = ()
    contradicted: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is named: one record, none, several, or a pair that a person must look at.

    `taxpayer_id` is set for ONE, and for REVIEW as the record proposed to the reviewer.
    `agreement` is None where no record was compared.
    `rule` is the rule of the policy that accepted the record; `settles` names single facts that would.
    `doubles` is how many other people agree as well by chance, where the rule rests on that.
    """

    status: Status
    taxpayer_id: str | None = None
    agreement: Agreement | None = None
    evidence: tuple[Evidence, ...] = ()
    policy: str = ""
    rule: str = ""
    runner_up: RunnerUp | None = None
    settles: tuple[str, ...] = ()
    doubles: float | None = None
