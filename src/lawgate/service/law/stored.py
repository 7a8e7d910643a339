"""How many stored determinations would come out otherwise under another law, as far as what is stored tells.

Of each element a determination keeps whether it was made out and why, not every answer. What is kept is put
before a solver: which outcomes can the other law give to whoever had these truths? One outcome is an answer;
several are told as such, and the request has to be decided anew to know. A row is held against the pathway that
decided it, not against others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from lawgate.kernel.expr import All, Element, Holds, IsIn, facts_of, leaves
from lawgate.kernel.fact import Domain
from lawgate.kernel.prove.claim import Claim, Denied, Every, Is, Some, implies
from lawgate.kernel.prove.prover import find_each
from lawgate.kernel.tell import tell
from lawgate.kernel.truth import Truth
from lawgate.law.agencies import JUSTICE, LISTED
from lawgate.law.changes import Stated, aligned, possible
from lawgate.law.corpus import Corpus
from lawgate.law.restrained import receives, restraints_on
from lawgate.law.terms import item, recipients, request
from lawgate.records.items import CATALOGUE
from lawgate.stores.runs.stored_determinations import Stored, StoredReturn, StoredRow

Document = dict[str, Any]

OUTCOME = {Truth.YES: "disclose", Truth.NO: "withhold", Truth.OPEN: "waits"}
"""What becomes of a row: where a question is open, it waits for an answer."""
_ADMISSION = {True: "admitted", False: "returned"}
_WAITS = ("needs_more", "needs_finding")
OTHER_LAW = "decided by another law"


def stored_changes(stored: Stored, before: Corpus, after: Corpus) -> Document:
    """The counts, and each kind of change with how many rows or returned subjects it has."""
    laws = _Laws(before, after)
    kinds: Counter[tuple[str, str, tuple[str, ...]]] = Counter()
    for row, count in stored.rows.items():
        kinds[row.provision or "", _told(row), laws.outcomes(row)] += count
    for one, count in stored.returned.items():
        kinds[", ".join(one.provisions), "returned", laws.admissions(one)] += count
    told = list(_kinds(kinds))
    return {
        "determined": sum(kinds.values()),
        **{name: sum(one["count"] for one in told if one["what"] == name) for name in _WHAT},
        "kinds": [one for one in told if one["what"] != "same"],
    }


_WHAT = ("same", "would_change", "may_change", "another_law")


def _kinds(kinds: Mapping[tuple[str, str, tuple[str, ...]], int]) -> Iterator[Document]:
    for (provision, was, can_be), count in sorted(kinds.items(), key=lambda kind: -kind[1]):
        if can_be == (OTHER_LAW,):
            what = "another_law"
        elif was not in can_be:
            what = "would_change"
        else:
            what = "same" if len(can_be) == 1 else "may_change"
        yield {"what": what, "provision": provision, "from": was, "to": list(can_be), "count": count}


def _told(row: StoredRow) -> str:
    return "waits" if row.disposition in _WAITS else row.disposition


class _Laws:
    """Both laws, every pathway with what the orders restrain on it."""

    def __init__(self, before: Corpus, after: Corpus) -> None:
        self._request = [{str(p.cite): len(p.request) for p in law.pathways} for law in (before, after)]
        self._elements, self._elements_after = (
            {str(p.cite): len(p.elements) for p in law.pathways} for law in (before, after)
        )
        self._orders = {str(p.cite): _order_ids(before, p) for p in before.pathways}
        self._before, self._after = aligned(_restrained(before), _restrained(after))

    def outcomes(self, row: StoredRow) -> tuple[str, ...]:
        """All that can come of the row under the later law."""
        if row.provision is None or not row.elements:
            return (_told(row),)
        given = self._given(row)
        if given is None:
            return (OTHER_LAW,)
        after = self._after.get(row.provision)
        if after is None:
            return (OUTCOME[Truth.NO],)
        whole = All((*self._before[row.provision].elements, *after.elements))
        settled = (
            Denied(Is(one, Truth.OPEN)) for one in after.elements[self._elements_after[row.provision] :]
        )
        given += [*_of_item(row, whole), *_said(row, whole), *_received(whole), *settled]
        sought = [possible(Every((*given, Is(after.tree, truth))), whole) for truth in Truth]
        found, _ = find_each(sought, second=None)
        can_be = tuple(OUTCOME[truth] for truth, case in zip(Truth, found, strict=True) if case is not None)
        return can_be or (OTHER_LAW,)

    def _given(self, row: StoredRow) -> list[Claim] | None:
        """What is stored of the row; None where it was decided by other elements than the earlier law has."""
        before = self._before.get(row.provision or "")
        if before is None:
            return None
        count = self._elements[row.provision or ""]
        own, restraining = before.elements[:count], before.elements[count:]
        if [(str(one.cite), one.label) for one in own] != [one[:2] for one in row.elements]:
            return None
        given: list[Claim] = [
            Is(one, Truth(truth)) for one, (_, _, truth, _) in zip(own, row.elements, strict=True)
        ]
        return given + list(_by_orders(restraining, self._orders[row.provision or ""], row.orders))

    def admissions(self, one: StoredReturn) -> tuple[str, ...]:
        """Whether the request can be admitted under the later law, and whether it can be returned."""
        if len(one.provisions) != 1 or one.provisions[0] not in self._before:
            return (OTHER_LAW,)
        (cite,) = one.provisions
        if cite not in self._after:
            return (_ADMISSION[False],)
        mine = self._before[cite].elements[: self._request[0][cite]]
        theirs = self._after[cite].elements[: self._request[1][cite]]
        given = [_defective(element, one) for element in mine]
        returned = Some(tuple(Is(element, Truth.NO) for element in theirs))
        whole = All((*mine, *theirs))
        sought = [possible(Every((*given, claim)), whole) for claim in (Denied(returned), returned)]
        found, _ = find_each(sought, second=None)
        can_be = tuple(_ADMISSION[k == 0] for k, case in enumerate(found) if case is not None)
        return can_be or (OTHER_LAW,)


def _restrained(law: Corpus) -> dict[str, Stated]:
    return {str(way.cite): Stated((*way.elements, *restraints_on(way, law.orders))) for way in law.pathways}


def _order_ids(law: Corpus, way: Any) -> list[str]:
    """For each condition that orders put on a pathway the order that puts it."""
    return [order.id for order in law.orders for _ in restraints_on(way, [order])]


def _by_orders(conditions: tuple[Element, ...], ids: list[str], forbade: tuple[str, ...]) -> Iterator[Claim]:
    """An order strikes or it does not: who receives is stated, so that none is ever open."""
    for name in dict.fromkeys(ids):
        put = [one for one, by in zip(conditions, ids, strict=True) if by == name]
        if name in forbade:
            yield Some(tuple(Is(one, Truth.NO) for one in put))
        else:
            yield from (Is(one, Truth.YES) for one in put)


def _of_item(row: StoredRow, tree: All) -> Iterator[Claim]:
    """What the row itself answers: which item it is, and where it came from."""
    answers = {
        item.name.name: row.item,
        item.identity_field.name: CATALOGUE[row.item].identity if row.item in CATALOGUE else None,
        item.furnished_by.name: row.furnished_by,
        item.document.name: row.document,
    }
    asked = {leaf.fact.name: leaf.fact for leaf in leaves(tree)}
    for name, value in answers.items():
        if name in asked and value in asked[name].values:
            yield Is(IsIn(asked[name], frozenset({value})), Truth.YES)


def _said(row: StoredRow, tree: All) -> Iterator[Claim]:
    """The answers that the reasons of the elements tell, each in the words in which `tell` tells it."""
    words = {clause for *_, why in row.elements for clause in why.split("; ")}
    for fact in facts_of(tree):
        if fact.domain is Domain.FLAG:
            yield from (
                Is(Holds(fact), Truth.YES if value else Truth.NO)
                for value in (True, False)
                if tell(fact, value) in words
            )
        elif fact.domain is Domain.CHOICE:
            said = frozenset(value for value in fact.values if tell(fact, value) in words)
            if said:
                yield Is(IsIn(fact, said), Truth.YES)


def _received(tree: All) -> Iterator[Claim]:
    """Where Justice asks and all who receive are of the agency that asks, no other Department receives."""
    asked = facts_of(tree)
    if {request.of_justice, recipients.of_requesting_agency} <= set(asked):
        of_justice = Every(
            (Is(Holds(request.of_justice), Truth.YES), Is(Holds(recipients.of_requesting_agency), Truth.YES))
        )
        for agency in LISTED - {JUSTICE}:
            if receives(agency) in asked:
                yield implies(of_justice, Is(Holds(receives(agency)), Truth.NO))


def _defective(element: Element, one: StoredReturn) -> Claim:
    is_no = Is(element, Truth.NO)
    return is_no if (str(element.cite), element.mend) in one.defects else Denied(is_no)
