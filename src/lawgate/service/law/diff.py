"""What a change of the law changes: between two days, readings, and the orders that stand on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lawgate.errors import InputError
from lawgate.kernel.expr import Holds, among
from lawgate.kernel.fact import Domain, Fact, Value
from lawgate.kernel.prove.claim import Every, Is, World
from lawgate.kernel.prove.prover import find
from lawgate.kernel.tell import print_value, tell
from lawgate.kernel.truth import Truth
from lawgate.law.agencies import is_part
from lawgate.law.changes import Change, changes, possible
from lawgate.law.contested import Readings
from lawgate.law.corpus import Corpus, as_of
from lawgate.law.order import FORBIDDING, Order, Restraint
from lawgate.law.orders import ORDERS
from lawgate.law.pathway import Pathway
from lawgate.law.readings import DEFAULTS
from lawgate.law.terms import item, request
from lawgate.records.items import IDENTITY_FIELDS, NOT_IDENTITY
from lawgate.service.contract.printed import cite_document
from lawgate.service.files import day_of
from lawgate.service.law.adoption import read_overrides
from lawgate.service.law.cases import in_words
from lawgate.service.law.history import order_document
from lawgate.service.law.stored import OUTCOME, stored_changes
from lawgate.stores.runs.stored_determinations import read_stored
from lawgate.stores.working_tree import law_of

Document = dict[str, Any]

_ROOTS = ((request.of_justice, "us.doj"), (request.of_treasury, "us.treasury"))
"""A request of another agency comes from neither Department."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffOptions:
    """What is compared: two days, two readings, or the law of another working tree with that of this one.

    `lifted` are orders that stand on the first side alone, `agreement` is one that joins on the second. `stored`
    is a folder of determinations or of a batch, by which it is counted how many would change.
    """

    days: Sequence[str] = ()
    readings: Sequence[str] = ()
    tree: Path | None = None
    lifted: Sequence[str] = ()
    agreement: str | None = None
    stored: Path | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """The law of one side with its day; `tree` names the working tree that states it, if not this one."""

    corpus: Corpus
    day: date
    digest: str
    tree: str | None = None


def diff_law(options: DiffOptions) -> Document:
    """Every way in which an outcome changes, and the orders that came and went; InputError for other than two days."""
    days = options.days
    if len(days) not in (0, 2):
        raise InputError("two days are compared", where="law diff", mend="name two days, or none for today")
    first, last = (day_of(days[place] if days else None, where=f"DAY {place + 1}") for place in (0, 1))
    before, after = _read_pairs(options.readings)
    old = _side_of(first, before) if options.tree is None else _side_of_tree(options.tree, first, before)
    new = _side_of(last, after, lifted=_orders(options.lifted), agreement=options.agreement)
    document = compare(old, new)
    if options.stored is not None:
        document["stored"] = stored_changes(read_stored(options.stored), old.corpus, new.corpus)
    return document


def compare(old: Side, new: Side) -> Document:
    """The law of two sides."""
    before, after = old.corpus, new.corpus
    found = [_change(change) for change in changes(before, after)]
    begun = [order for order in after.orders if order not in before.orders]
    ended = [order for order in before.orders if order not in after.orders]
    return {
        "before": _side(old),
        "after": _side(new),
        "changes": found,
        "orders_begun": [order_document(order) for order in begun],
        "orders_ended": [order_document(order) for order in ended],
        "forbidden": list(_forbidden(before, after, (*begun, *ended))),
    }


def _read_pairs(stated: Sequence[str]) -> tuple[Readings, Readings]:
    """`Q3=R1,R3` is one reading before and another after; `Q3=R2` is followed on both sides."""
    sides: tuple[list[str], list[str]] = ([], [])
    for text in stated:
        name, _, readings = text.partition("=")
        first, _, second = readings.partition(",")
        sides[0].append(f"{name}={first}")
        sides[1].append(f"{name}={second or first}")
    return read_overrides(sides[0]), read_overrides(sides[1])


def _side_of(
    day: date, overrides: Readings, *, lifted: frozenset[str] = frozenset(), agreement: str | None = None
) -> Side:
    corpus = as_of(day, readings={**DEFAULTS, **overrides}, set_aside=lifted)
    corpus = corpus if agreement is None else corpus.under_agreement(agreement)
    return Side(corpus, day, corpus.digest)


def _orders(named: Sequence[str]) -> frozenset[str]:
    known = [order.id for order in ORDERS]
    for name in named:
        if name not in known:
            raise InputError(f"no such order {name[:20]!r}", where="--lift", mend=f"use {', '.join(known)}")
    return frozenset(named)


def _side_of_tree(tree: Path, day: date, overrides: Readings) -> Side:
    corpus, digest = law_of(tree, day, overrides)
    return Side(corpus, day, digest, str(tree))


def _side(side: Side) -> Document:
    followed = {
        name: reading for name, reading in side.corpus.readings.items() if reading != DEFAULTS.get(name)
    }
    return {
        "as_of": side.day.isoformat(),
        "corpus": side.digest,
        "readings": followed,
        "tree": side.tree,
        "lifted": list(side.corpus.set_aside),
        "agreement": side.corpus.agreement,
    }


def _change(change: Change) -> Document:
    return {
        "about": change.about,
        "from": OUTCOME[change.before],
        "to": OUTCOME[change.after],
        "elements": [{**cite_document(one.cite), "label": one.label} for one in change.elements],
        "decided_by": [_any_of(fact, values) for fact, values in change.decided_by],
        "request": in_words(change.tree, change.case),
    }


def _any_of(fact: Fact, values: tuple[Value, ...]) -> str:
    if fact.domain is not Domain.CHOICE:
        return tell(fact, values[0])
    return f"{fact.says}: {' or '.join(map(print_value, values))}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an order may forbid: a field of identity or another item, to an agency, of so many subjects."""

    pathway: Pathway
    agency: str
    field: str
    subjects: int

    def forbidden_by(self, orders: Sequence[Order]) -> list[str]:
        """The orders that forbid it."""
        return [order.id for order in orders if any(map(self._reached, order.restraints))]

    def _reached(self, restraint: Restraint) -> bool:
        reached = restraint.reaches(self.pathway.cite, (self.agency,), self.field, self.subjects)
        return restraint.act in FORBIDDING and reached


def _forbidden(before: Corpus, after: Corpus, changed: Sequence[Order]) -> Iterator[Document]:
    """What the orders forbid on one side alone, each with a request that would else disclose."""
    for asked in _asked(before, after, changed):
        then, now = asked.forbidden_by(before.orders), asked.forbidden_by(after.orders)
        if bool(then) != bool(now):
            yield {
                "about": asked.pathway.cite.text,
                "agency": asked.agency,
                "identity_field": asked.field,
                "subjects": asked.subjects,
                "from": "withhold" if then else "disclose",
                "to": "withhold" if now else "disclose",
                "orders": then or now,
                "request": _request(asked),
            }


def _asked(before: Corpus, after: Corpus, changed: Sequence[Order]) -> list[Asked]:
    """All that an order which came or went could tell apart."""
    restraints = [one for order in changed for one in order.restraints if one.act in FORBIDDING]
    numbers = sorted({1, *(one.subjects_min for one in restraints)})
    both = {pathway.cite for pathway in before.pathways} & {pathway.cite for pathway in after.pathways}
    found = [
        Asked(pathway, agency, field, subjects)
        for restraint in restraints
        for pathway in after.pathways
        if pathway.cite in both and any(pathway.cite.within(named) for named in restraint.pathways)
        for agency in restraint.agencies
        for field in (*IDENTITY_FIELDS, NOT_IDENTITY)
        for subjects in numbers
    ]
    return list(dict.fromkeys(found))


def _request(asked: Asked) -> list[str]:
    tree = asked.pathway.tree
    of_field = Is(among(item.identity_field, asked.field), Truth.YES)
    elsewhere = (Is(Holds(fact), Truth.NO) for fact, root in _ROOTS if not is_part(asked.agency, root))
    case = find(possible(Every((Is(tree, Truth.YES), of_field, *elsewhere)), tree), second=None)
    return in_words(tree, case[World.HERE]) if case is not None else []
