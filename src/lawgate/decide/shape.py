"""The shape of a request before any look: figures of its own words, and what of the law each puts in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lawgate.kernel.expr import Element, facts_of
from lawgate.law.contested import Contested, Drafted, Question, every_element
from lawgate.law.pathway import Pathway
from lawgate.law.terms import finding, matter, person, recipients, removal, request, subject
from lawgate.law.usc26.s6103.i.p2 import SUBJECTS_PER_OFFICER_MAX


class Name(StrEnum):
    """The figures, in the order in which they are told."""

    ADDRESSES = "addresses"
    ADDRESS_KINDS = "address_kinds"
    PERIODS = "periods"
    BIRTH_DATES = "birth_dates"
    REASONS = "reasons"
    OFFICERS = "officers"
    STATUTES = "statutes"
    REMOVAL_ORDERS = "removal_orders"
    SAME_PERSON = "same_name_and_birth_date"
    SAME_TIN = "same_tin"
    SAME_ADDRESS = "same_address"


_ADDRESS = (subject.address_form,)
_NAMED_TWICE = (person.on_file,)

ASKS = {
    Name.ADDRESSES: _ADDRESS,
    Name.ADDRESS_KINDS: _ADDRESS,
    Name.PERIODS: (subject.states_periods,),
    Name.BIRTH_DATES: _NAMED_TWICE,
    Name.REASONS: (request.states_reasons, finding.reasons_specific),
    Name.OFFICERS: (recipients.identified, recipients.engaged, recipients.subjects_each),
    Name.STATUTES: (matter.statutes,),
    Name.REMOVAL_ORDERS: (removal.final, removal.class_listed, removal.past_ninety_days),
    Name.SAME_PERSON: _NAMED_TWICE,
    Name.SAME_TIN: (person.on_file, person.tin_agrees),
    Name.SAME_ADDRESS: (person.address_held,),
}
"""The questions of the law to which each figure speaks."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: subjects by what they state, and how many of them are in doubt for it.

    `told` are numbers that count no subjects, such as how many different reasons there are.
    """

    name: Name
    subjects: Mapping[str, int]
    in_doubt: int
    told: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a figure bears on: elements of the pathways asked, and contested questions on how they read."""

    elements: tuple[Element, ...]
    questions: tuple[Question, ...]


def doubt_of(name: Name, pathways: Sequence[Pathway]) -> Doubt:
    """The elements that ask what the figure tells, and the questions on which such an element turns."""
    asked = {fact.name for fact in ASKS[name]}
    elements = [one for pathway in pathways for one in pathway.elements if _asks(one, asked)]
    questions = [q for pathway in pathways for one in pathway.provision.drafted for q in _turning(one, asked)]
    return Doubt(tuple(dict.fromkeys(elements)), tuple(dict.fromkeys(questions)))


def _asks(element: Element, facts: Set[str]) -> bool:
    return any(fact.name in facts for fact in facts_of(element))


def _turning(drafted: Drafted | None, facts: Set[str]) -> Iterator[Question]:
    if not isinstance(drafted, Contested):
        return
    alternatives = tuple(alternative for _, alternative in drafted.alternatives)
    if any(_asks(element, facts) for element in every_element(alternatives)):
        yield drafted.question
    for alternative in alternatives:
        yield from _turning(alternative, facts)


def order_states(final_on: date | None, stated: bool, day: date) -> str:
    """What is stated of a final order of removal: nothing, no day, a day of the past or one to come."""
    if not stated:
        return "not_stated"
    if final_on is None:
        return "without_a_day"
    return "final" if final_on <= day else "in_the_future"


def officer_load(subjects_each: Mapping[str, int]) -> dict[str, int]:
    """How many officers are named for some subject, and how many subjects the busiest and the median one has."""
    loads = sorted(count for count in subjects_each.values() if count)
    return {
        "officers": len(loads),
        "most": loads[-1] if loads else 0,
        "median": loads[len(loads) // 2] if loads else 0,
        "above_limit": sum(count > SUBJECTS_PER_OFFICER_MAX for count in loads),
        "limit": SUBJECTS_PER_OFFICER_MAX,
    }
