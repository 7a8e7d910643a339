"""What the paragraphs of (i) demand before anything goes: the request's words, the order, the matter, the person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from lawgate.cite import Cite
from lawgate.kernel.prove.claim import Every
from lawgate.law.addresses import S6103
from lawgate.law.contested import Readings
from lawgate.law.corpus import Corpus
from lawgate.law.invariants.invariant import Answers, Invariant, Obligation, one_of, only_where, spoken_of

Demand = tuple[Answers, ...]
"""Sets of answers, at least one of which is to be given whole."""

STAGES = ("preparation", "investigation", "grand_jury")

PERSON: Mapping[Cite, tuple[Demand, ...]] = {
    S6103 / "i": (({"person.on_file": "one"}, {"person.on_file": "review", "finding.person_named": True}),)
}

IN_WRITING: Mapping[Cite, tuple[Demand, ...]] = {
    S6103 / at: (({"request.in_writing": True},),)
    for at in ("i/2", "i/3/A", "i/3/C", "i/7/A", "i/7/B", "i/8")
} | {S6103 / "i/7/A/ii": ()}
"""(7)(A)(ii) is the recipient's own passing on, for which no writing is asked."""

SET_FORTH: Mapping[Cite, tuple[Demand, ...]] = {
    S6103 / "i/2": (
        ({"subject.names_taxpayer": True},),
        (
            {"subject.address_form": "adequate"},
            {"subject.address_form": "needs_human", "finding.address_of_taxpayer": True},
        ),
        (
            {"request.authority_form": "statute"},
            {"request.authority_form": "other", "finding.statutory_authority": True},
        ),
        ({"request.states_reasons": True},),
    ),
}

UNDER_A_READING: tuple[tuple[Readings, Demand], ...] = (
    ({"Q3": "R1"}, ({"person.address_held": ("current", "earlier")},)),
    ({"Q3": "R2"}, ({"person.address_held": "current"},)),
    ({"Q5": "R1"}, ({"recipients.identified": True},)),
    ({"Q6": "R1"}, ({"matter.stage": STAGES},)),
    ({"Q9": "R1"}, ({"subject.states_periods": True},)),
    ({"Q10": "R1"}, ({"finding.reasons_specific": True},)),
)
"""What (i)(2) demands under a reading of a contested question; where another is followed, the row says nothing."""


def _judge(finding: str) -> Demand:
    return (
        {"order.judge": ("district_judge", "magistrate_judge")},
        {"order.judge": "fisa_judge", finding: True},
    )


GRANTED: Demand = ({"order.granted": True, "order.ex_parte": True},)
PERIOD_AND_ITEM: Demand = ({"order.covers_period": True, "order.covers_item": True},)

ORDERS: Mapping[Cite, tuple[Demand, ...]] = {
    S6103 / "i/1": (
        GRANTED,
        _judge("finding.order_judge_1"),
        ({"order.recites_criminal_act": True}, {"finding.order_criminal_act": True}),
        ({"order.recites_relevance": True}, {"finding.order_relevance": True}),
        (
            {"order.recites_exclusive_use": True, "order.recites_no_other_source": True},
            {"finding.order_use_and_source": True},
        ),
        PERIOD_AND_ITEM,
    ),
    S6103 / "i/1/C": (({"finding.obtained_by_order": True},),),
    S6103 / "i/5": (
        GRANTED,
        _judge("finding.order_judge_5"),
        ({"order.recites_warrant": True}, {"finding.order_warrant": True}),
        ({"order.recites_only_to_locate": True}, {"finding.order_only_to_locate": True}),
        ({"order.recites_may_locate": True}, {"finding.order_may_locate": True}),
        ({"order.covers_item": True},),
    ),
    S6103 / "i/7/C": (
        GRANTED,
        _judge("finding.order_judge_7"),
        ({"order.recites_terrorism_relevance": True}, {"finding.order_relevance_7": True}),
        ({"order.recites_federal_use": True}, {"finding.order_use_7": True}),
        PERIOD_AND_ITEM,
    ),
    S6103 / "i/7/D": (
        GRANTED,
        _judge("finding.order_judge_7"),
        ({"order.recites_terrorism_relevance": True}, {"finding.order_relevance_7": True}),
        PERIOD_AND_ITEM,
    ),
}
"""Who granted the order, on hearing one side alone, and what the court determined."""

_CRIMINAL = {"matter.tax_administration": False, "matter.united_states_party": True}
CRIMINAL_MATTER: Demand = (
    {"matter.statutes": "criminal_nontax", **_CRIMINAL},
    {"matter.statutes": "unlisted", "finding.statute_criminal": True, **_CRIMINAL},
    {"matter.child_case": True},
)
TERRORISM: Demand = ({"matter.terrorism": True},)

MATTERS: Mapping[Cite, tuple[Demand, ...]] = {
    S6103 / "i/1": (CRIMINAL_MATTER, ({"matter.stage": STAGES},)),
    S6103 / "i/1/C": (({"matter.child_case": True, "matter.stage": "investigation"},),),
    S6103 / "i/2": (CRIMINAL_MATTER,),
    S6103 / "i/3/C": (({"finding.terrorism_related": True},),),
    S6103 / "i/7/A": (TERRORISM,),
    S6103 / "i/7/B": (TERRORISM,),
    S6103 / "i/7/C": (TERRORISM,),
    S6103 / "i/8/A/i": (({"audit.kind": "tax_agency"},),),
    S6103 / "i/8/A/ii": (({"audit.kind": "safeguards"},),),
    S6103 / "i/8/B": (({"audit.kind": "program_of_other_agency"},),),
}

RECIPIENTS: Mapping[Cite, tuple[Demand, ...]] = {
    S6103 / at: tuple(({f"recipients.{name}": True},) for name in names)
    for at, names in {
        "i/1": ("federal", "personally_and_directly_engaged"),
        "i/1/C": ("state_or_local_law_enforcement", "on_team", "personally_and_directly_engaged"),
        "i/2": ("of_requesting_agency", "personally_and_directly_engaged"),
        "i/3/A": ("federal",),
        "i/3/B/i": ("federal_or_state_law_enforcement",),
        "i/3/B/ii": ("federal_law_enforcement",),
        "i/3/C/i": ("federal_law_enforcement",),
        "i/3/C/ii": ("of_justice",),
        "i/5": ("federal",),
        "i/7/A": ("federal_law_enforcement", "personally_and_directly_engaged"),
        "i/7/A/ii": ("state_or_local_law_enforcement", "on_team", "personally_and_directly_engaged"),
        "i/7/B": ("justice_treasury_or_intelligence", "personally_and_directly_engaged"),
        "i/7/C": ("federal_law_enforcement_or_intelligence", "personally_and_directly_engaged"),
        "i/7/D": ("federal_law_enforcement",),
        "i/8": ("of_accountability_office",),
    }.items()
}

PASSED_ON: Mapping[Cite, tuple[Demand, ...]] = {
    S6103 / "i/7/A/ii": (({"finding.obtained_on_request_7": True},),)
}


def _demanded(
    *tables: Mapping[Cite, tuple[Demand, ...]],
) -> Callable[[Corpus], Iterable[Obligation]]:
    """The pathways open only where every demand of their rows is met."""

    def of(corpus: Corpus) -> Iterator[Obligation]:
        for table in tables:
            for pathway, demands in spoken_of(corpus, table):
                if demands:
                    yield only_where(pathway, Every(tuple(map(one_of, demands))))

    return of


def _under_readings(corpus: Corpus) -> Iterator[Obligation]:
    for pathway, _ in spoken_of(corpus, {S6103 / "i/2": True}):
        for readings, demand in UNDER_A_READING:
            if readings.items() <= corpus.readings.items():
                yield only_where(pathway, one_of(demand))


INVARIANTS = (
    Invariant(
        "person_named",
        "Under (i) nothing goes unless one person on file is the one named, or an official found that he is.",
        S6103 / "a",
        _demanded(PERSON),
    ),
    Invariant(
        "in_writing",
        "Where (i) asks for writing, nothing goes without it.",
        S6103 / "i",
        _demanded(IN_WRITING),
    ),
    Invariant(
        "request_sets_forth",
        "Under (i)(2) nothing goes unless the request sets forth name, address, statutory authority and reasons.",
        S6103 / "i/2/B",
        _demanded(SET_FORTH),
    ),
    Invariant(
        "readings_followed",
        "What (i)(2) demands under the reading followed of each contested question is demanded.",
        S6103 / "i/2",
        _under_readings,
    ),
    Invariant(
        "orders_of_courts",
        "Where (i) asks for a court's order, nothing goes unless a Federal judge granted it on one side's "
        "hearing, determined all that the paragraph lists, and provided for the item.",
        S6103 / "i",
        _demanded(ORDERS),
    ),
    Invariant(
        "matters",
        "Under (i) nothing goes for another kind of matter than the paragraph names: crime besides tax "
        "administration, a child's case, terrorism, an audit.",
        S6103 / "i",
        _demanded(MATTERS),
    ),
    Invariant(
        "recipients",
        "Under (i) nothing goes to others than the paragraph names, nor, where it says so, to officers who are "
        "not personally and directly engaged.",
        S6103 / "i",
        _demanded(RECIPIENTS, PASSED_ON),
    ),
)
