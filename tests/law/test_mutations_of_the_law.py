"""Every single mutation of the law's trees is told from the law by some near miss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import pytest
from tests.law.mutants import Mutant, mutants_of
from tests.law.near_misses import (
    PATHWAYS,
    RULES_OF_USE,
    complete,
    every_assignment,
    near_misses,
)

from lawgate.kernel.closures import compile_tree
from lawgate.kernel.explain import explain
from lawgate.kernel.explainer import Explainer
from lawgate.kernel.expr import All, Any, Constant, Element, Not, facts_of, walk
from lawgate.kernel.fact import Facts, Value
from lawgate.kernel.truth import Truth, conjunction
from lawgate.law.addresses import S6103
from lawgate.law.pathway import Pathway

ITEM_BARS = (S6103 / "h/5", S6103 / "o/2")
"""Bars by the item alone: what one of them reaches the other need not, and their own cases hold them."""


def _without_item_bars(pathway: Pathway) -> Pathway:
    kept = tuple((proviso, added) for proviso, added in pathway.provisos if proviso.cite not in ITEM_BARS)
    return replace(pathway, provisos=kept)


MUTATED = tuple(_without_item_bars(pathway) for pathway in PATHWAYS if pathway.cite.within(S6103 / "i"))
"""Whole mutation is asked of subsection (i); the generated cases hold every element of every pathway."""

EACH_PATHWAY = pytest.mark.parametrize("pathway", MUTATED, ids=lambda pathway: pathway.cite.short)
EACH_PATHWAY_AND_RULE = pytest.mark.parametrize(
    "pathway",
    [*MUTATED, *RULES_OF_USE],
    ids=lambda pathway: f"{pathway.cite.short} {pathway.provision.heading}",
)
EQUIVALENT = {
    "order.judge": "a judge who may grant the order needs no finding besides",
    "matter.statutes": "a statute listed as criminal needs no finding besides",
    "person.on_file": "one person on file needs no reviewer besides",
    "request.office": "an office that may sign by itself needs neither a finding nor the Department besides",
    "subject.address_form": "an adequate address needs no finding besides",
    "request.authority_form": "a statute cited needs no finding besides",
    "item.document": "what is no return, or no letter of the taxpayer, is asked for once already",
    "use.office": "one who heads an agency needs no finding besides",
    "use.statutes": "a statute enforced that is listed as criminal needs neither a finding nor a forfeiture besides",
    "item.furnished_by": "whom the taxpayer's own data come from is asked for once already",
}
"""Why adding a value there changes nothing: another part of the same element has that value already."""

ASKED_TWICE = {
    "item.of_named_taxpayer": "(b)(6) asks of identity that it is of the very person, and (B)(i) of every item",
}
"""Why dropping a part that asks this changes nothing: another element asks it too."""


@cache
def survivors(pathway: Pathway) -> tuple[Mutant, ...]:
    """The mutants that no near miss tells from the pathway."""
    seen = _seen(pathway)
    return tuple(mutant for mutant in mutants_of(pathway) if not _is_told(mutant, pathway, seen))


Seen = Mapping[Element, Sequence[tuple[Facts, Truth]]]
"""For each element the different answers to its questions, with what all other elements then come to."""


def _seen(pathway: Pathway) -> Seen:
    """What the near misses show, but for those in which another is NO: there an element changes nothing."""
    readers = [(facts_of(element), compile_tree(element)) for element in pathway.elements]
    seen: list[dict[tuple[tuple[Value | None, ...], Truth], Facts]] = [{} for _ in readers]
    for facts in near_misses(pathway):
        truths = [read(facts) for _, read in readers]
        if truths.count(Truth.NO) > 1:
            continue
        for place, (asked, _) in enumerate(readers):
            rest = conjunction(truths[:place] + truths[place + 1 :])
            if rest is not Truth.NO:
                seen[place][tuple(facts.get(fact.name) for fact in asked), rest] = facts
    return {
        element: [(facts, rest) for (_, rest), facts in shown.items()]
        for element, shown in zip(pathway.elements, seen, strict=True)
    }


def _is_told(mutant: Mutant, pathway: Pathway, seen: Seen) -> bool:
    """Whether some near miss tells the two apart; where one element was changed, it alone is read again."""
    if mutant.changed is None:
        read = compile_tree(mutant.tree)
        return any(read(facts) is not pathway.truth(facts) for facts in near_misses(pathway))
    law, change = map(compile_tree, mutant.changed)
    return any(
        conjunction((law(facts), rest)) is not conjunction((change(facts), rest))
        for facts, rest in seen[mutant.changed[0]]
    )


@EACH_PATHWAY_AND_RULE
def test_every_single_mutation_changes_an_outcome_or_is_listed(pathway: Pathway) -> None:
    unexplained = [mutant.says for mutant in survivors(pathway) if _reason(mutant) is None]
    assert unexplained == []


@EACH_PATHWAY_AND_RULE
def test_every_mutant_that_is_listed_is_equivalent_for_all_answers(pathway: Pathway) -> None:
    for mutant in survivors(pathway):
        assert mutant.changed is not None
        element, mutated = mutant.changed
        shared = set(facts_of(element)) if mutant.says.endswith("of All") else set()
        near = [other for other in pathway.elements if other is not element and shared & set(facts_of(other))]
        law, change = compile_tree(All((element, *near))), compile_tree(All((mutated, *near)))
        assert all(law(facts) is change(facts) for facts in every_assignment([element, mutated, *near])), (
            mutant.says
        )


def test_no_reason_for_equivalence_is_listed_in_vain() -> None:
    """The small pathways first, and none that could show no reason which is not yet shown."""
    waiting = {*EQUIVALENT.values(), *ASKED_TWICE.values()}
    for pathway in sorted((*MUTATED, *RULES_OF_USE), key=lambda pathway: len(pathway.facts)):
        if any(_reason(mutant) in waiting for mutant in mutants_of(pathway)):
            waiting -= {_reason(mutant) for mutant in survivors(pathway)}
    assert waiting == set()


def _reason(mutant: Mutant) -> str | None:
    """Why a mutant is equivalent, if that is listed."""
    words = mutant.says.split()
    if "add" in words:
        return EQUIVALENT.get(words[-1])
    if mutant.changed is None or not mutant.says.endswith("of All"):
        return None
    before, after = (set(map(repr, walk(element))) for element in mutant.changed)
    lost = [
        node
        for node in walk(mutant.changed[0])
        if repr(node) in before - after and not isinstance(node, All | Any | Not | Element)
    ]
    return (
        ASKED_TWICE.get(lost[0].fact.name) if len(lost) == 1 and not isinstance(lost[0], Constant) else None
    )


@EACH_PATHWAY
def test_near_misses_reach_every_outcome(pathway: Pathway) -> None:
    told = [pathway.truth(facts) for facts in near_misses(pathway)]
    assert all(pathway.truth(facts) is Truth.YES for facts in complete(pathway))
    assert min(told.count(truth) for truth in Truth) >= len(told) // 20


@EACH_PATHWAY
def test_explainer_of_a_pathway_says_what_explain_says(pathway: Pathway) -> None:
    remembering = Explainer(pathway.tree)
    cases = near_misses(pathway)
    for facts in cases[:: max(1, len(cases) // 80)]:
        assert remembering.explain(facts) == explain(pathway.tree, facts)


@EACH_PATHWAY
def test_an_unknown_answer_never_opens_more_than_any_answer_would(pathway: Pathway) -> None:
    for facts in near_misses(pathway)[::50]:
        if pathway.truth(facts) is Truth.YES:
            continue
        for name in facts:
            without = {other: value for other, value in facts.items() if other != name}
            assert pathway.truth(without) is not Truth.YES
