"""Determination: each item by the pathways that the request left open, WITHHOLD being where all else ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lawgate.dates import Period, read_period
from lawgate.decide.admit import Admitted
from lawgate.decide.determination import Decision, Disposition
from lawgate.decide.findings import Findings
from lawgate.decide.request import CourtOrder, Known
from lawgate.decide.says import says_something
from lawgate.decide.turns import turns
from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.explain import Explanation
from lawgate.kernel.settle import Answers
from lawgate.kernel.truth import Truth
from lawgate.law.narrowness import narrowness
from lawgate.law.order import Order
from lawgate.law.pathway import Pathway
from lawgate.law.terms import item, order, person
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.vocabulary import FACTS
from lawgate.linkage.person import Resolution, Status
from lawgate.records.items import CATALOGUE, NOT_IDENTITY, Item

NEAREST_FIRST = (
    Disposition.DISCLOSE,
    Disposition.NEEDS_FINDING,
    Disposition.NEEDS_MORE,
    Disposition.WITHHOLD,
)
"""Where several pathways are tried, the one that comes nearest to opening decides."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One row of a determination before it is decided: an item, a stated period, and what is held of it."""

    item: str
    period: Period | None
    held: Item | None


def look_could_matter(admitted: Admitted, findings: Findings) -> bool:
    """Whether any record could change the outcome of any item; a look that could not is not taken."""
    return any(
        pathway.truth(
            {**_case(admitted, findings, asked.item), **_unseen(asked, _granted(admitted), admitted.day)}
        )
        is not Truth.NO
        for asked in rows_asked(admitted, ())
        for pathway in admitted.pathways
        if not admitted.standing.forbidding(pathway.cite, asked.item)
    )


def is_blocked(admitted: Admitted) -> bool:
    """Whether orders in force forbid every item asked, on every pathway that the request leaves open."""
    return all(
        admitted.standing.forbidding(pathway.cite, name)
        for name in admitted.request.items
        for pathway in admitted.pathways
    )


def may_fetch(admitted: Admitted, resolution: Resolution, findings: Findings) -> bool:
    """Whether the items of the record found may be fetched: one person, or one that a reviewer confirmed."""
    if resolution.status is not Status.REVIEW:
        return resolution.status is Status.ONE
    proposed = {person.on_file.name: Status.REVIEW.value}
    return any(
        evaluate(PERSON_NAMED, {**proposed, **findings.known(admitted.subject.ref, name)}) is Truth.YES
        for name in admitted.request.items
    )


def orders_against(admitted: Admitted) -> tuple[Order, ...]:
    """The orders in force that forbid some item asked, each once."""
    return tuple(
        dict.fromkeys(
            order
            for name in admitted.request.items
            for pathway in admitted.pathways
            for order in admitted.standing.forbidding(pathway.cite, name)
        )
    )


def determine(
    admitted: Admitted,
    resolution: Resolution | None,
    held: Sequence[Item],
    findings: Findings,
) -> tuple[Decision, ...]:
    """One decision for each item asked and period stated, and for each row held of it.

    `resolution` None means that no record was looked at.
    """
    return tuple(determine_row(admitted, resolution, asked, findings) for asked in rows_asked(admitted, held))


def withhold_all(admitted: Admitted, fault: str) -> tuple[Decision, ...]:
    """Every row withheld, because the look at the records failed: a fault never permits and loses no row."""
    return tuple(withheld(asked, fault) for asked in rows_asked(admitted, ()))


def rows_asked(admitted: Admitted, held: Sequence[Item]) -> tuple[Asked, ...]:
    """The rows to decide: what is held twice is two rows, what is not held is one row that says so."""
    return rows_for(admitted.request.items, admitted.periods, held)


def rows_for(items: Sequence[str], periods: tuple[Period, ...], held: Sequence[Item]) -> tuple[Asked, ...]:
    """The same for these items and periods."""
    rows: list[Asked] = []
    for name in items:
        of_kind = [row for row in held if row.kind.name == name]
        for period in _periods_for(name, periods):
            fitting = [row for row in of_kind if _in_period(row, period)]
            rows.extend([Asked(name, period, row) for row in fitting] or [Asked(name, period, None)])
    return tuple(rows)


def _periods_for(name: str, stated: tuple[Period, ...]) -> Sequence[Period | None]:
    """Identity is of no period: it is one row. So is everything where no period is stated."""
    if CATALOGUE[name].identity != NOT_IDENTITY or not stated:
        return (None,)
    return stated


def _in_period(row: Item, period: Period | None) -> bool:
    return row.period is None or period is None or row.period.within(period)


def determine_row(
    admitted: Admitted, resolution: Resolution | None, asked: Asked, findings: Findings
) -> Decision:
    """A fault in a decision withholds that row and says so; it never loses the row and never permits."""
    try:
        return _decide(admitted, resolution, asked, findings)
    except Exception as fault:  # noqa: BLE001 - whatever went wrong, the row is withheld
        return withheld(asked, type(fault).__name__)


def withheld(asked: Asked, fault: str) -> Decision:
    """The row withheld, with the name of the fault."""
    period = asked.period.text if asked.period else None
    return Decision(asked.item, period, Disposition.WITHHOLD, None, None, fault=fault)


def _decide(admitted: Admitted, resolution: Resolution | None, asked: Asked, findings: Findings) -> Decision:
    facts = known_of(admitted, resolution, asked, findings)
    row = Reach(admitted, asked.item, facts)
    pathway = row.nearest()
    return Decision(
        item=asked.item,
        period=asked.period.text if asked.period else None,
        disposition=row.disposition(pathway),
        pathway=pathway,
        explanation=pathway.explainer.explain(facts),
        held_period=asked.held.period.text if asked.held and asked.held.period else None,
        provenance=asked.held.provenance if asked.held else None,
        orders=row.orders(pathway),
        turns=turns(admitted.tried.pathways, facts, row.under),
    )


def known_of(admitted: Admitted, resolution: Resolution | None, asked: Asked, findings: Findings) -> Known:
    """All that is known of one row: the request's words, the officials' answers, and what a look showed."""
    return {
        **_case(admitted, findings, asked.item),
        **facts_of_row(asked, resolution, _granted(admitted), admitted.day),
    }


class Reach:
    """What every pathway makes of one row; each is asked once, and only an open one for its reasons."""

    def __init__(self, admitted: Admitted, name: str, facts: Known) -> None:
        self._admitted, self._name, self._facts = admitted, name, facts
        self.standings = admitted.tried.read(facts)
        self._dispositions: dict[Pathway, Disposition] = {}

    def orders(self, pathway: Pathway) -> tuple[Order, ...]:
        """The orders in force that forbid the item on this pathway."""
        return self._admitted.standing.forbidding(pathway.cite, self._name)

    def disposition(self, pathway: Pathway) -> Disposition:
        """What becomes of the item on this pathway."""
        if pathway not in self._dispositions:
            self._dispositions[pathway] = self._disposition(pathway)
        return self._dispositions[pathway]

    def _disposition(self, pathway: Pathway) -> Disposition:
        known = pathway in self.standings
        truth = self.standings.truth(pathway) if known else pathway.truth(self._facts)
        if truth is Truth.NO or self.orders(pathway):
            return Disposition.WITHHOLD
        if truth is Truth.YES:
            return Disposition.DISCLOSE
        return disposition_of(pathway.explainer.explain(self._facts))

    def nearest(self) -> Pathway:
        """Where several pathways are tried, the one that comes nearest to opening decides, or the narrowest that opens.

        Of those that are closed, one that an order forbids: its elements may all be made out.
        """
        return min(self._admitted.pathways, key=self._distance)

    def _distance(self, pathway: Pathway) -> tuple[object, ...]:
        disposition = self.disposition(pathway)
        if disposition is Disposition.DISCLOSE:
            further = narrowness(pathway).rank
        else:
            further = (self.standings.failing(pathway), self.standings.missing(pathway))
        return NEAREST_FIRST.index(disposition), not self.orders(pathway), further

    def under(self, tried: Sequence[Pathway]) -> Disposition:
        """What becomes of the item where these pathways are tried, some of them under another reading.

        What the request's words close is closed in the whole too; extracts stay apart as they were admitted.
        """
        apart = self._admitted.pathways[0].provision.extract
        return min(
            (self.disposition(pathway) for pathway in tried if pathway.provision.extract is apart),
            key=NEAREST_FIRST.index,
        )


def disposition_of(explanation: Explanation) -> Disposition:
    """What the outcome means for the item: only a YES discloses, and what is left falls off to WITHHOLD."""
    if explanation.truth is Truth.YES:
        return Disposition.DISCLOSE
    if explanation.truth is Truth.OPEN:
        waits_for_officials = any(_findings_only(answers) for answers in explanation.smallest)
        return Disposition.NEEDS_FINDING if waits_for_officials else Disposition.NEEDS_MORE
    return Disposition.WITHHOLD


def _findings_only(answers: Answers) -> bool:
    return all(FACTS[name].is_finding for name in answers)


def _case(admitted: Admitted, findings: Findings, name: str) -> Known:
    """What is known of the case without a look: the request's words and the officials' answers."""
    return {**admitted.facts, **findings.known(admitted.subject.ref, name)}


def facts_of_row(asked: Asked, resolution: Resolution | None, granted: CourtOrder | None, day: date) -> Known:
    """What is known of a row, besides its case: its kind, the court's order, and what a look showed, if one was."""
    seen = _seen(resolution, asked) if resolution is not None else {}
    return {**_unseen(asked, granted, day), **seen}


def _granted(admitted: Admitted) -> CourtOrder | None:
    return admitted.subject.court_order or admitted.request.court_order


def _unseen(asked: Asked, granted: CourtOrder | None, day: date) -> Known:
    """What is known of a row without a look: its kind, and what a court's order says of it."""
    known = {**of_kind(asked.item), item.years_past.name: _years_past(asked, day)}
    if granted is not None:
        known[order.covers_item.name] = asked.item in granted.items
        known[order.covers_period.name] = _order_covers(granted, asked)
    return known


def of_kind(name: str) -> Known:
    """What is known of an item by its kind alone."""
    kind = CATALOGUE[name]
    return {
        item.name.name: name,
        item.identity_field.name: kind.identity,
        item.of_named_taxpayer.name: not kind.of_other,
    }


def _years_past(asked: Asked, day: date) -> int | None:
    """The years from the end of the row's own period, else of the one asked for, to the year of the decision."""
    period = (asked.held.period if asked.held else None) or asked.period
    return day.year - period.last.year if period and period.last.year <= day.year else None


def _order_covers(granted: CourtOrder, asked: Asked) -> bool | None:
    """By the period of the row held; before a look it is open where the order specifies a part of the one asked.

    Identity is of no period: an order that specifies any period opens it, be it in words that can't be read.
    """
    if CATALOGUE[asked.item].identity != NOT_IDENTITY:
        return any(map(says_something, granted.periods))
    specified = [period for period in map(read_period, granted.periods) if period is not None]
    if not specified:
        return False
    period = asked.held.period if asked.held is not None else asked.period
    if period is None:
        return None
    if any(period.within(one) for one in specified):
        return True
    part_unseen = asked.held is None and any(one.within(period) for one in specified)
    return None if part_unseen else False


def _seen(resolution: Resolution, asked: Asked) -> Known:
    """What the look showed: who is named, and what is held."""
    known = who_is_named(resolution)
    if asked.held is not None:
        dated = asked.held.period is not None or asked.held.kind.identity != NOT_IDENTITY
        known[item.held.name] = True
        known[item.of_stated_period.name] = True if dated else None
        known[item.furnished_by.name] = asked.held.provenance.furnished_by
        known[item.document.name] = asked.held.provenance.document
    elif known[person.on_file.name] == Status.ONE.value:
        known[item.held.name] = False
    return known


def who_is_named(resolution: Resolution) -> Known:
    """What the law asks of a resolution, and nothing else of it: resolutions equal in this decide alike."""
    known: Known = {person.on_file.name: resolution.status.value}
    if resolution.agreement is not None and resolution.status is not Status.SEVERAL:
        known[person.address_held.name] = resolution.agreement.value
        known[person.tin_agrees.name] = ("tin", "exact") in {(e.field, e.level) for e in resolution.evidence}
    return known
