"""Each condition of the law decides alone in a pair of cases, or both solvers show that it never does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from tests.law.generate_cases import NO_LONE_FAILURE
from tests.law.generate_pairs import alone_decides
from tests.law.read_pairs import (
    Reader,
    Told,
    Way,
    by_closures,
    by_engine,
    by_polars_masks,
    differing,
    ways,
)
from tests.oracle import cedar_trees

from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.fact import Facts
from lawgate.kernel.prove.pairs import pairs
from lawgate.kernel.truth import Truth
from lawgate.law.pathway import Pathway
from lawgate.stores.engines import connect

WAYS = ways()
EACH_WAY = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)


@cache
def _duckdb() -> Reader:
    return by_engine(connect("duckdb"))


def _by_duckdb(way: Pathway, cases: Sequence[Facts]) -> list[Truth]:
    return _duckdb()(way, cases)


READERS: dict[str, Reader] = {
    "evaluator": lambda way, cases: [evaluate(way.tree, facts) for facts in cases],
    "closures": by_closures,
    "polars": by_polars_masks,
    "duckdb": _by_duckdb,
    "cedar": lambda way, cases: cedar_trees.truths(way.tree, cases),
}


@EACH_WAY
def test_from_one_case_of_a_pair_to_the_other_one_condition_alone_changes_and_the_outcome_turns(
    way: Way,
) -> None:
    for told in way.told:
        if told.cases:
            assert alone_decides(way.pathway, told.named.condition, *told.cases), told.named.says


@pytest.mark.filterwarnings("ignore:fetch_arrow_table:DeprecationWarning")
@pytest.mark.parametrize("name", READERS)
def test_every_reader_of_trees_gives_the_outcomes_of_all_pairs(name: str) -> None:
    assert list(differing(READERS[name])) == []


def test_a_reader_that_errs_on_one_condition_is_seen() -> None:
    def deaf(way, cases):
        return [evaluate(way.tree, {**facts, "request.in_writing": True}) for facts in cases]

    assert any("6103(i)(2) " in line for line in differing(deaf))


@EACH_WAY
def test_a_condition_without_a_pair_has_none_by_both_solvers(way: Way) -> None:
    alone = [told.named.condition for told in way.told if not told.cases]
    every = [told.named.condition for told in way.told]
    assert set(pairs(way.pathway.tree, every, asked=alone)) <= {None}


@EACH_WAY
def test_an_element_that_never_fails_alone_has_no_pair_by_both_solvers(way: Way) -> None:
    listed = [one for one in way.pathway.elements if one.label in NO_LONE_FAILURE]
    found = pairs(way.pathway.tree, way.pathway.elements, asked=listed)
    lone = {one.label for one, pair in zip(listed, found, strict=True) if pair is None}
    told = {case.label for case in listed if not _has_case(way, case.label)}
    assert lone == told


def _has_case(way: Way, label: str) -> bool:
    """Whether a case of the near misses has this element alone fail."""
    element = next(one for one in way.pathway.elements if one.label == label)
    others = [one for one in way.pathway.elements if one is not element]
    return any(
        evaluate(element, facts) is Truth.NO and all(evaluate(other, facts) is Truth.YES for other in others)
        for facts in way.cases
    )


def test_a_pair_in_which_two_conditions_change_is_none() -> None:
    way = next(way for way in WAYS if "6103(i)(2) " in way.name)
    told: Told = next(told for told in way.told if "writing" in told.named.says)
    when, but = told.cases
    assert alone_decides(way.pathway, told.named.condition, when, but)
    assert not alone_decides(way.pathway, told.named.condition, when, {**but, "matter.stage": "none"})
