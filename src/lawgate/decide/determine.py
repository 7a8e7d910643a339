"""Determination: each item by the pathways that the request left open, WITHHOLD being where all else ends."""

from __future__ import annotations

from collections.abc import Sequence

from lawgate.decide.admit import Admitted
from lawgate.decide.determination import Decision, Disposition
from lawgate.decide.findings import Findings
from lawgate.decide.reach import Reach
from lawgate.decide.row_facts import known_of, known_unseen
from lawgate.decide.rows import Asked, rows_asked
from lawgate.decide.turns import turns
from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.truth import Truth
from lawgate.law.order import Order
from lawgate.law.terms import person
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.linkage.person import Resolution, Status
from lawgate.records.items import Item


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


def look_could_matter(admitted: Admitted, findings: Findings) -> bool:
    """Whether any record could change the outcome of any item; a look that could not is not taken."""
    return any(
        pathway.truth(known_unseen(admitted, asked, findings)) is not Truth.NO
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
