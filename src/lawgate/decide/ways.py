"""Which pathway: those that would open, those that nearly do and what is missing, and the narrowest that suffices.

Asked where a request names no paragraph. It is for the office's own use: nothing of it is told outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lawgate.decide.admit import Admitted, Returned
from lawgate.decide.determination import Disposition, Near, Opening, Ways
from lawgate.decide.findings import Findings
from lawgate.decide.reach import Reach
from lawgate.decide.request import Known
from lawgate.decide.row_facts import known_of, of_kind
from lawgate.decide.rows import rows_asked
from lawgate.kernel.explain import ElementProof, prove
from lawgate.kernel.expr import facts_of
from lawgate.kernel.fact import Facts
from lawgate.kernel.settle import settling_sets
from lawgate.kernel.truth import Truth
from lawgate.law.fixed import fixed
from lawgate.law.narrowness import narrowness
from lawgate.law.pathway import Pathway
from lawgate.law.together import Standings, Together
from lawgate.linkage.person import Resolution
from lawgate.records.items import Item

near_max = 5
"""No more pathways than these are named as near."""

failing_max = 2
"""A pathway is near while no more of its elements than these fail; of those that are open there may be more."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One row with what is known of it, and how every pathway stands; `reach` where the request is admitted."""

    item: str
    period: str | None
    facts: Known
    standings: Standings
    closed: Standings
    reach: Reach | None = None


def ways_of_returned(gate: Returned, items: Sequence[str]) -> Ways:
    """What comes near where the request's own words close every pathway; no record was looked at."""
    rows = []
    for name in items:
        facts = {**gate.facts, **of_kind(name)}
        rows.append(_Row(name, None, facts, gate.tried.read(facts), gate.tried.read(fixed(facts))))
    return Ways(len(gate.tried.pathways), near=_nearest(gate.tried, rows, (), None))


def ways_of_admitted(
    gate: Admitted, resolution: Resolution | None, held: Sequence[Item], findings: Findings
) -> Ways:
    """What opens for the rows of this subject, and what comes near; the rows are those of determine()."""
    rows = []
    for asked in rows_asked(gate, held):
        facts = known_of(gate, resolution, asked, findings)
        reach = Reach(gate, asked.item, facts)
        period = asked.period.text if asked.period else None
        rows.append(_Row(asked.item, period, facts, reach.standings, gate.tried.read(fixed(facts)), reach))
    opened = _openings(gate, rows)
    sufficient = _sufficient(opened)
    return Ways(
        len(gate.tried.pathways),
        opened,
        sufficient[0] if sufficient else None,
        _because(sufficient),
        _nearest(gate.tried, rows, [opening.pathway for opening in opened], gate),
    )


def _openings(gate: Admitted, rows: Sequence[_Row]) -> tuple[Opening, ...]:
    openings = [Opening(pathway, _opened_by(pathway, rows)) for pathway in gate.pathways]
    opening = [one for one in openings if one.rows]
    return tuple(sorted(opening, key=lambda one: narrowness(one.pathway).rank))


def _opened_by(pathway: Pathway, rows: Sequence[_Row]) -> tuple[int, ...]:
    return tuple(
        place
        for place, row in enumerate(rows)
        if row.standings.truth(pathway) is Truth.YES
        and row.reach is not None
        and row.reach.disposition(pathway) is Disposition.DISCLOSE
    )


def _sufficient(opened: Sequence[Opening]) -> list[Pathway]:
    """The pathways that alone open every row that any of them opens, the narrowest first."""
    whole = {place for opening in opened for place in opening.rows}
    return [opening.pathway for opening in opened if set(opening.rows) == whole]


def _because(sufficient: Sequence[Pathway]) -> str | None:
    if not sufficient:
        return None
    if len(sufficient) == 1:
        return "no other pathway suffices"
    return narrowness(sufficient[0]).because(narrowness(sufficient[1]))


def _nearest(
    tried: Together, rows: Sequence[_Row], opened: Sequence[Pathway], gate: Admitted | None
) -> tuple[Near, ...]:
    """The pathways that lack the fewest elements, each for the row where it lacks least, the narrowest first."""
    found: list[tuple[tuple[bool, int, float], Pathway, _Row]] = []
    for pathway in tried.pathways:
        open_to_answers = [row for row in rows if row.closed.truth(pathway) is not Truth.NO]
        if pathway in opened or not open_to_answers:
            continue
        apart = _kept_apart(pathway, gate)
        row = min(open_to_answers, key=lambda one: _lack(pathway, one))
        failing, share = _lack(pathway, row)
        if failing <= failing_max:
            found.append(((apart, failing, share), pathway, row))
    found.sort(key=lambda one: one[0])
    last = found[:near_max][-1][0] if found else None
    kept = [one for one in found if last is not None and one[0] <= last]
    kept.sort(key=lambda one: (one[0], narrowness(one[1]).rank))
    return tuple(_near(pathway, row, gate) for _, pathway, row in kept[:near_max])


def _lack(pathway: Pathway, row: _Row) -> tuple[int, float]:
    """How many elements fail, and what share of all of them is missing."""
    return row.standings.failing(pathway), row.standings.missing(pathway) / len(pathway.elements)


def _kept_apart(pathway: Pathway, gate: Admitted | None) -> bool:
    return gate is not None and gate.pathways[0].provision.extract and not pathway.provision.extract


def _near(pathway: Pathway, row: _Row, gate: Admitted | None) -> Near:
    proofs = (prove(element, row.facts) for element in pathway.elements)
    missing = tuple(proof for proof in proofs if proof.truth is not Truth.YES)
    return Near(
        pathway,
        row.item,
        row.period,
        missing,
        settling_sets(pathway.tree, _asked_anew(missing, row.facts), Truth.YES) if missing else (),
        row.reach.orders(pathway) if row.reach is not None else (),
        _kept_apart(pathway, gate),
    )


def _asked_anew(missing: Iterable[ElementProof], facts: Known) -> Facts:
    """What is known without the answers for which an element fails, save those that are fixed."""
    failing = (proof.element for proof in missing if proof.truth is Truth.NO)
    asked = {fact.name for element in failing for fact in facts_of(element)}
    return {**{name: value for name, value in facts.items() if name not in asked}, **fixed(facts)}
