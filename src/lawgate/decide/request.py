"""A request as it was parsed: frozen values, nothing judged yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lawgate.cite import Cite
from lawgate.kernel.fact import Value
from lawgate.linkage.person import PersonNamed

Known = dict[str, Value | None]
"""What is known, by the name of the question; None and an absent name both mean unknown."""


@dataclass(frozen=True, slots=True)
class Requester:
    """Who asks: the agency by its dotted name, its level, and the office of the one who signs."""

    agency: str
    level: str | None = None
    office: str | None = None
    signatory: str | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """What the request is for, as the requester states it."""

    number: str | None = None
    opened_on: date | None = None
    stage: str | None = None
    authority: str | None = None
    statutes: tuple[str, ...] = ()
    tax_administration: bool | None = None
    united_states_party: bool | None = None
    child_case: bool | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """One person who would receive the information."""

    id: str
    name: str | None = None
    title: str | None = None
    agency: str | None = None
    personally_and_directly_engaged: bool | None = None


@dataclass(frozen=True, slots=True)
class CourtOrder:
    """A court's order, as far as it bears on a disclosure."""

    court: str | None = None
    docket: str | None = None
    judge_kind: str | None = None
    ex_parte: bool | None = None
    granted_on: date | None = None
    authorised_by: str | None = None
    periods: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    recitals: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class RemovalOrder:
    """A final order of removal that a request relies on, for the class and day it states."""

    final_on: date | None = None
    class_cite: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """One person whom the request names; what is set here replaces what the request says for all.

    `recipients` are ids of the request's recipients; None means all of them.
    """

    ref: str
    named: PersonNamed = PersonNamed()
    tax_periods: tuple[str, ...] | None = None
    matter: Matter | None = None
    recipients: tuple[str, ...] | None = None
    reasons: str | None = None
    court_order: CourtOrder | None = None
    removal_order: RemovalOrder | None = None
    facts: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Request:
    """One request without its subjects, which may be many and come by another road.

    `provision` None means that every pathway is tried.
    """

    id: str
    received_on: date
    requester: Requester
    items: tuple[str, ...]
    in_writing: bool | None = None
    provision: Cite | None = None
    matter: Matter = Matter()
    recipients: tuple[Recipient, ...] = ()
    reasons: str | None = None
    use_undertaking: bool | None = None
    court_order: CourtOrder | None = None
    tax_periods: tuple[str, ...] = ()

    def recipients_of(self, subject: Subject) -> tuple[Recipient, ...]:
        """Those who would receive what is disclosed about this subject."""
        if subject.recipients is None:
            return self.recipients
        return tuple(recipient for recipient in self.recipients if recipient.id in subject.recipients)

    def periods_of(self, subject: Subject) -> tuple[str, ...]:
        """The periods as stated for this subject, readable or not."""
        return self.tax_periods if subject.tax_periods is None else subject.tax_periods
