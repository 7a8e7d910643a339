"""What a condition is there for is told rightly, of made-up trees and of the law as it stands."""

from __future__ import annotations

from datetime import date

import pytest
from tests.kernel.strategies import CARTS, FOUND, LOADS, RAIN, ROAD, WIND

from lawgate.cite import Cite
from lawgate.errors import ProofError
from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.expr import AtMost, Expr, Holds, all_of, among, any_of, not_
from lawgate.kernel.prove import pairs as pairing
from lawgate.kernel.prove.analyse import NeverAlone, Redundant, entails, equivalent, standings
from lawgate.kernel.prove.claim import Is, World
from lawgate.kernel.prove.pairs import Pair, conditions_of, pairs
from lawgate.kernel.prove.prover import Proved, Refuted, find
from lawgate.kernel.rewrite import substitute
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.corpus import as_of
from lawgate.law.pathway import Pathway

RAINS, BLOWS = Holds(RAIN), Holds(WIND)
LAW = as_of(date(2026, 1, 1))
PATHWAYS = tuple(pathway for pathway in LAW.pathways if pathway.cite.within(S6103 / "i"))
"""Of subsection (i): where a paragraph lists its items, a bar by the item alone can say nothing more."""
"""The law as it stands: an example of trees that people wrote."""


def test_what_another_condition_implies_is_redundant() -> None:
    wider = any_of(RAIN, WIND)
    first, second = standings(all_of(RAINS, wider), (RAINS, wider))
    assert isinstance(first, Pair)
    assert second == Redundant(wider)


def test_a_bar_on_what_is_never_so_is_redundant() -> None:
    never = all_of(among(ROAD, "high"), among(ROAD, "low"), RAIN)
    barred = all_of(WIND, not_(all_of(never, not_(WIND))))
    assert standings(barred, (BLOWS, never))[1] == Redundant(never)


def test_what_can_only_keep_an_outcome_open_never_decides_alone() -> None:
    idle = any_of(RAIN, not_(RAIN))
    _, told = standings(all_of(WIND, idle), (BLOWS, idle))
    assert isinstance(told, NeverAlone)
    assert told.case == {WIND.name: True}


def test_a_pair_changes_one_answer_where_that_is_enough() -> None:
    tree = all_of(any_of(among(ROAD, "high"), all_of(among(ROAD, "low"), FOUND)), AtMost(CARTS, 2), WIND)
    for pair in pairs(tree, conditions_of(tree)):
        assert pair is not None
        asked = {name for name in pair.when_yes if pair.when_yes[name] != pair.when_no[name]}
        assert len(asked) == 1


def test_conditions_that_can_only_change_together_have_no_pair() -> None:
    corn, rest = among(LOADS, "corn"), among(LOADS, *LOADS.values)
    either = any_of(corn, not_(corn), rest)
    assert pairs(either, (corn, rest)) == (None, None)


def test_a_pair_may_need_another_answer_to_change_as_well() -> None:
    both_or_neither = any_of(all_of(RAIN, WIND), all_of(not_(RAIN), not_(WIND)))
    found, _ = pairs(all_of(RAINS, both_or_neither), (RAINS, both_or_neither))
    assert isinstance(found, Pair)
    assert found.when_yes == {RAIN.name: True, WIND.name: True}
    assert found.when_no == {RAIN.name: False, WIND.name: False}


def test_a_pair_that_the_evaluator_does_not_bear_out_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairing, "_in_two_worlds", lambda _condition, case: {**case, World.THERE: {}})
    with pytest.raises(ProofError, match="does not bear out"):
        pairs(all_of(RAIN, WIND), (RAINS, BLOWS))


def test_equivalence_takes_open_for_a_third_value() -> None:
    assert isinstance(equivalent(all_of(RAIN, any_of(RAIN, WIND)), RAINS), Proved)
    told = equivalent(any_of(RAIN, not_(RAIN)), any_of(WIND, not_(WIND)))
    assert isinstance(told, Refuted)
    assert len(told.case[World.HERE]) == 1


def test_of_two_bounds_the_lower_entails_the_higher() -> None:
    assert isinstance(entails(AtMost(CARTS, 2), AtMost(CARTS, 3)), Proved)
    assert entails(AtMost(CARTS, 3), AtMost(CARTS, 2)).case == {  # type: ignore[union-attr]
        World.HERE: {CARTS.name: 3},
        World.THERE: {},
    }


def test_what_holds_no_such_part_is_the_same_tree() -> None:
    tree = all_of(RAIN, not_(any_of(WIND, FOUND)))
    assert substitute(tree, among(ROAD, "high"), RAINS) is tree
    changed = substitute(tree, BLOWS, RAINS)
    assert changed == all_of(RAIN, not_(any_of(RAIN, FOUND)))
    assert changed.parts[0] is tree.parts[0]


@pytest.mark.parametrize("pathway", PATHWAYS, ids=lambda pathway: pathway.cite.text)
def test_each_pathway_can_open_and_each_of_its_elements_is_there_for_something(pathway: Pathway) -> None:
    assert find(Is(pathway.tree, Truth.YES)) is not None
    told = standings(pathway.tree, pathway.elements)
    assert [one for one in told if isinstance(one, Redundant)] == []


@pytest.mark.parametrize("pathway", PATHWAYS, ids=lambda pathway: pathway.cite.text)
def test_pairs_of_a_pathway_turn_its_outcome_by_one_condition(pathway: Pathway) -> None:
    conditions: list[Expr] = [*conditions_of(pathway.tree)]
    found = [pair for pair in pairs(pathway.tree, conditions) if pair is not None]
    assert len(found) > len(pathway.elements)
    for pair in found:
        cases = (pair.when_yes, pair.when_no)
        changed = [one for one in conditions if len({evaluate(one, facts) for facts in cases}) > 1]
        assert changed == [pair.condition]
        assert {evaluate(pathway.tree, facts) for facts in cases} == {Truth.YES, Truth.NO}


def test_neither_of_two_pathways_opens_all_that_the_other_does() -> None:
    by_order, on_request = (LAW.pathway(Cite.parse(f"26 USC 6103(i)({number})")) for number in (1, 2))
    for one, other in ((by_order, on_request), (on_request, by_order)):
        told = entails(one.tree, other.tree)
        assert isinstance(told, Refuted)
        facts = told.case[World.HERE]
        assert evaluate(one.tree, facts) is Truth.YES
        assert evaluate(other.tree, facts) is not Truth.YES
