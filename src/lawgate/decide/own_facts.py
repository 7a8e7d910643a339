"""What the requester answers by name in `facts`, and what counts as not said where he does not."""

from __future__ import annotations

from collections.abc import Mapping

from lawgate.decide.request import Known
from lawgate.errors import InputError
from lawgate.kernel.fact import Value
from lawgate.law.terms import matter, request
from lawgate.law.vocabulary import FACTS, REQUESTERS_OWN

_OWN = frozenset(fact.name for fact in REQUESTERS_OWN)


def with_own_facts(known: Known, own: Mapping[str, Value], *, where: str) -> Known:
    """What is known, with the requester's own answers; InputError where they say the contrary of it."""
    for name, value in own.items():
        demand_own(name, value, where=f"{where}.{name}")
        if known.get(name) not in (None, value):
            raise InputError(
                "this fact says the contrary of the request's own field",
                where=f"{where}.{name}",
                mend="leave it out or make the two agree",
            )
        known[name] = value
    return known


def demand_own(name: str, value: object, *, where: str) -> None:
    """Refuse a fact that nobody asks for, that is not the requester's to state, or that is no answer."""
    fact = FACTS.get(name)
    if fact is None:
        raise InputError("no such fact", where=where, mend="use a name that `lawgate law vocab` lists")
    if name not in _OWN:
        place = "the findings file" if fact.is_finding else f"the {fact.owner.value}'s own records"
        raise InputError(
            f"this fact is not the requester's to state but the {fact.owner.value}'s",
            where=where,
            mend=f"leave it out; it is read from {place}",
        )
    if not fact.admits(value):
        listed = ", ".join(fact.values) or "true or false"
        raise InputError("not an answer to this question", where=where, mend=f"use {listed}")


_DEMANDED: Known = {
    request.in_writing.name: False,
    request.own_extract.name: False,
    matter.terrorism.name: False,
    **{fact.name: request.NOT_STATED for fact in REQUESTERS_OWN if request.NOT_STATED in fact.values},
}
"""What some paragraph demands of the request's own words, with the answer of a request that does not say it."""


def not_stated_is_no(known: Known) -> Known:
    """What a paragraph demands of the request itself and is not stated, is not there."""
    known[request.states_office.name] = known.get(request.office.name) is not None
    for demanded, nothing in _DEMANDED.items():
        if known.get(demanded) is None:
            known[demanded] = nothing
    return known
