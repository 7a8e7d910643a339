"""What every possible request has in common, since one answer is read from another or from the same words.

A claim is tried without these first; where answers are found for which it fails, they are sought among
requests that can be. Each premise is held against requests as they are read, by a test.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lawgate.kernel.fact import Fact
from lawgate.kernel.prove.claim import Claim, Denied, Every, implies
from lawgate.law.invariants.invariant import Answers, all_answered, answered
from lawgate.law.terms.request import OFFICES
from lawgate.law.vocabulary import FACTS

_AGREEMENT = ("person.address_held", "person.tin_agrees")
"""One look at a record answers both."""

_COUNTED = "recipients.subjects_each"
"""A recipient is named for the very subject at least."""

_RECITALS = tuple(name for name in FACTS if name.startswith("order.recites_"))

_THEN: Final[tuple[tuple[Answers, Answers], ...]] = (
    ({"request.states_office": True}, {"request.office": OFFICES}),
    ({"request.office": OFFICES}, {"request.states_office": True}),
    ({"request.of_justice": True}, {"request.of_treasury": False, "request.of_secret_service": False}),
    ({"request.of_treasury": True}, {"request.of_justice": False, "request.of_secret_service": False}),
    ({"request.of_secret_service": True}, {"request.of_justice": False, "request.of_treasury": False}),
    ({"recipients.of_justice": True}, {"recipients.federal": True}),
    ({"recipients.of_accountability_office": True}, {"recipients.federal": True}),
    ({"subject.is_individual": True}, {"subject.names_taxpayer": True}),
    ({"subject.states_periods": True}, {"subject.says_of_periods": True}),
    ({"removal.relied_on": True}, {"matter.statutes": ("criminal_nontax", "unlisted")}),
    ({"item.identity_field": ("name", "mailing_address", "tin")}, {"item.of_named_taxpayer": True}),
    *(({recital: True}, {"order.granted": True}) for recital in _RECITALS),
)
"""Where the first answers are given, the second are given or the question is not asked at all."""


def premises(asked: Iterable[Fact]) -> Iterator[Claim]:
    """The premises that speak of these questions and of no others."""
    names = {fact.name for fact in asked}
    for given, then in _THEN:
        if {*given, *then} <= names:
            yield implies(all_answered(given), all_answered(then))
    if "order.granted" in names:
        for name in ("order.judge", "order.ex_parte", "order.authorised_by"):
            if name in names:
                yield implies(answered("order.granted", False), _untold(FACTS[name]))
    if names >= {*_AGREEMENT}:
        address, tin = (_untold(FACTS[name]) for name in _AGREEMENT)
        yield from (implies(address, tin), implies(tin, address))
    if _COUNTED in names:
        yield Denied(answered(_COUNTED, 0))


def _untold(fact: Fact) -> Claim:
    """The question has no answer."""
    answers = fact.values or (True, False)
    return Every(tuple(Denied(answered(fact.name, answer)) for answer in answers))
