"""Use after release: may this recipient use this item there, or pass it on? Asked of each item, by every rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lawgate.cite import Cite
from lawgate.decide.determination import Admission, Decision, Disposition, SubjectDetermination
from lawgate.decide.findings import Findings
from lawgate.decide.own_facts import with_own_facts
from lawgate.decide.reach import NEAREST_FIRST, disposition_of
from lawgate.decide.request import Known
from lawgate.decide.restrain import quarantined
from lawgate.errors import InputError
from lawgate.kernel.explain import Explanation
from lawgate.kernel.fact import Value
from lawgate.kernel.truth import Truth
from lawgate.law.agencies import STATE_ROOT, is_federal, is_part
from lawgate.law.corpus import Corpus
from lawgate.law.pathway import Pathway
from lawgate.law.statutes import kind_of
from lawgate.law.terms import item, use
from lawgate.law.usc26.s6103.i import p4
from lawgate.law.use import Use
from lawgate.records.items import CATALOGUE, NOT_IDENTITY
from lawgate.records.provenance import Provenance

SOURCE_UNKNOWN = Provenance()

REF = "use"
"""The name under which findings may speak of a use; it has no subjects."""


@dataclass(frozen=True, slots=True)
class ReleasedItem:
    """One item as it was released: under which paragraph, on which day, and where its row came from."""

    item: str
    released_under: Cite
    period: str | None = None
    released_on: date | None = None
    provenance: Provenance = SOURCE_UNKNOWN


@dataclass(frozen=True, slots=True)
class UseAsked:
    """What one who received items would do with them; `facts` are his own answers by name."""

    items: tuple[ReleasedItem, ...]
    agency: str
    office: str | None = None
    to_agency: str | None = None
    to_level: str | None = None
    forum: str | None = None
    statutes: tuple[str, ...] = ()
    court_finding: Cite | None = None
    facts: Mapping[str, Value] = field(default_factory=dict)


def check_use(asked: UseAsked, corpus: Corpus, *, day: date) -> None:
    """Refuse what was released under no pathway of this corpus or after the day, and facts that contradict.

    Raises InputError with the place and the mend.
    """
    for number, released in enumerate(asked.items):
        pathway = corpus.pathway(released.released_under)
        if not any(rule.governs(pathway.cite) for rule, _ in corpus.rules_of_use):
            raise InputError(
                f"no rule on the use of what {pathway.cite.text} released is encoded",
                where=f"request.use.items[{number}].provision",
                mend="ask of what was released under 26 U.S.C. 6103(i) or (l)(13)(A) to (C)",
            )
        _facts(asked, released)
        if released.released_on is not None and released.released_on > day:
            raise InputError(
                f"this is dated after the as-of day {day.isoformat()}",
                where=f"request.use.items[{number}].released_on",
                mend="correct the date, or decide as of a later day",
            )


def determine_use(asked: UseAsked, corpus: Corpus, findings: Findings) -> SubjectDetermination:
    """One decision for each item; no record is looked at.

    DISCLOSE says that the use is allowed. An order in force that quarantines an item withholds it here,
    whatever the rules say: this is the one place through which every item goes.
    """
    decisions = tuple(_guarded(asked, released, corpus, findings) for released in asked.items)
    orders = tuple(dict.fromkeys(order for decision in decisions for order in decision.orders))
    admission = Admission.BLOCKED if all(one.orders for one in decisions) else Admission.ADMITTED
    return SubjectDetermination(REF, admission, decisions=decisions, orders=orders)


def _guarded(asked: UseAsked, released: ReleasedItem, corpus: Corpus, findings: Findings) -> Decision:
    """A fault in a decision withholds the item and says so; it never permits."""
    try:
        return _decide(asked, released, corpus, findings)
    except Exception as fault:  # noqa: BLE001 - whatever went wrong, the use is not allowed
        name = type(fault).__name__
        return Decision(released.item, released.period, Disposition.WITHHOLD, None, None, fault=name)


def _decide(asked: UseAsked, released: ReleasedItem, corpus: Corpus, findings: Findings) -> Decision:
    facts = {**_facts(asked, released), **findings.known(REF, released.item)}
    pathway, explanation = _nearest(asked, released, corpus, facts)
    agencies = [agency for agency in (asked.agency, asked.to_agency) if agency]
    orders = quarantined(agencies, corpus.orders).forbidding(released.released_under, released.item)
    return Decision(
        item=released.item,
        period=released.period,
        disposition=Disposition.WITHHOLD if orders else disposition_of(explanation),
        orders=orders,
        pathway=pathway,
        explanation=explanation,
        provenance=released.provenance,
    )


def _nearest(
    asked: UseAsked, released: ReleasedItem, corpus: Corpus, facts: Known
) -> tuple[Pathway, Explanation]:
    """The rule that comes nearest to allowing the use; of several, the one that most nearly speaks of it."""
    outcomes = [
        (rule, pathway, pathway.explainer.explain(facts))
        for rule, pathway in corpus.rules_of_use
        if rule.governs(corpus.pathway(released.released_under).cite)
    ]
    _, pathway, explanation = min(outcomes, key=lambda told: _distance(asked.forum, told[0], told[2]))
    return pathway, explanation


def _distance(forum: str | None, rule: Use, explanation: Explanation) -> tuple[int, bool, bool, int]:
    """How far a rule is from allowing a use there: its outcome, its forums, its kind of forum, what it refuses."""
    return (
        NEAREST_FIRST.index(disposition_of(explanation)),
        forum not in rule.forums,
        rule.of_proceedings is (forum in use.OWN_WORK),
        sum(proof.truth is Truth.NO for proof in explanation.elements),
    )


_FORFEITURE = "civil_forfeiture"


def _facts(asked: UseAsked, released: ReleasedItem) -> Known:
    known: Known = {
        use.forum.name: asked.forum,
        use.office.name: asked.office,
        use.passed_to.name: _passed_to(asked),
        use.statutes.name: frozenset(map(kind_of, asked.statutes)) or None,
        use.related_forfeiture.name: None if asked.forum in (None, _FORFEITURE) else False,
        use.found_probative.name: _found(asked.court_finding, p4.PROBATIVE.cite),
        use.ordered_produced.name: _found(asked.court_finding, p4.PRODUCED.cite),
        use.released_as_other.name: _released_as_other(released),
        item.furnished_by.name: released.provenance.furnished_by,
        item.document.name: released.provenance.document,
    }
    return with_own_facts(known, asked.facts, where="request.use.facts")


def _found(stated: Cite | None, clause: Cite) -> bool | None:
    """Whether the court's finding that is stated is one under this clause; unknown where none is stated."""
    return None if stated is None else stated.within(clause)


_LEVELS = {
    "federal": "other_federal_agency",
    "state": "state_or_local",
    "local": "state_or_local",
    "court": "court",
}
_NOBODY = "nobody"


def _passed_to(asked: UseAsked) -> str | None:
    """Who would get the item, as the law tells them apart; unknown where level and agency do not agree."""
    agency, level = asked.to_agency, asked.to_level
    if agency is None:
        return _NOBODY if level is None else None if level == "federal" else _LEVELS.get(level, "other")
    by_level = _LEVELS.get(level, "other") if level else None
    if is_part(agency, asked.agency):
        return "own_agency" if by_level in (None, _by_name(agency)) else None
    by_name = _by_name(agency)
    if by_level is None or by_name is None:
        return by_level or by_name
    return by_level if by_level == by_name else None


def _by_name(agency: str) -> str | None:
    """What the dotted name alone tells of an agency."""
    if is_federal(agency):
        return "other_federal_agency"
    return "state_or_local" if is_part(agency, STATE_ROOT) else None


def _released_as_other(released: ReleasedItem) -> bool:
    """Whether the paragraph of release opens nothing of the taxpayer's own, and the item is no identity."""
    opens_other = any(released.released_under.within(cite) for cite in p4.OPENS_NO_TAXPAYERS_OWN)
    return opens_other and CATALOGUE[released.item].identity == NOT_IDENTITY
