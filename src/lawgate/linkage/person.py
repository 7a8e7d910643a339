"""The people of a resolution: the one a request names, and those that a file holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple


class PersonNamed(NamedTuple):
    """Whom a request names, in its own words; what it does not state is None."""

    given: str | None = None
    middle: str | None = None
    surname: str | None = None
    suffix: str | None = None
    entity: str | None = None
    address: str | None = None
    tin: str | None = None
    date_of_birth: date | None = None


class HeldAddress(NamedTuple):
    """One address that the custodian holds for a taxpayer, with the days on which it was held.

    A named tuple as the record is: a batch makes millions, and a frozen class costs three times as much.
    """

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


class Record(NamedTuple):
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


class Basis(StrEnum):
    """What a rule that accepts a record rests on, and so which mistakes it can make."""

    FACTS = "facts"
    """A birth date or a number, and a second fact with it."""
    HOME = "home"
    """Name and address alone: a father and a son of one name cannot be told apart."""
    RARITY = "rarity"
    """Name and birth date, so rare together that a double is not expected."""


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
class Weighing:
    """The evidence in bits: the prior, each field that both sides state, and the runner-up's sum.

    It stands beside a decision and is not its reason: the rules decide.
    """

    prior: float
    fields: tuple[tuple[str, float], ...] = ()
    rival: float | None = None

    @property
    def total(self) -> float:
        """The log-odds, to base 2, that the record is the person named, before rivals."""
        return self.prior + sum(bits for _, bits in self.fields)

    @property
    def posterior(self) -> float:
        """The model's own probability; it knows nothing of what the controls showed."""
        odds, against = _odds(self.total), 0.0 if self.rival is None else _odds(self.rival)
        return odds / (1 + odds + against)


BITS_MAX: Final = 500.0
UNCALIBRATED_MAX: Final = 0.999
"""No probability reads above this until controls on the file have shown more: 2,995 without an error do."""


def _odds(bits: float) -> float:
    """Bits as odds, within what a number holds."""
    return float(2 ** max(-BITS_MAX, min(BITS_MAX, bits)))


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is named: one record, none, several, or a pair that a person must look at.

    `taxpayer_id` is set for ONE, and for REVIEW as the record proposed to the reviewer.
    `agreement` is None where no record was compared.
    `rule` is the rule of the policy that accepted the record; `settles` names single facts that would.
    `basis` is what that rule rests on.
    `doubles` is how many other people agree as well by chance, where the rule rests on that.
    `weighing` is the model's evidence for the likeliest record, None where no record was compared.
    `probability_max` is what the controls on the file support; without a calibration the default stands.
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
    basis: Basis | None = None
    weighing: Weighing | None = None
    probability_max: float = UNCALIBRATED_MAX

    @property
    def probability(self) -> float | None:
        """That the record named is the person; None unless one is named.

        Of records that no rule accepts the model is sure and wrong, so it says nothing of them.
        """
        if self.status is not Status.ONE or self.weighing is None:
            return None
        return min(self.weighing.posterior, self.probability_max)
