"""The cases by which the speed of decisions is measured are decided alike by both sides."""

from __future__ import annotations

from bench.decide import PATHWAY, as_context, as_facts, decide_by_cedar, near_misses

from lawgate.kernel.truth import Truth

CASES = 2_000


def test_the_near_misses_of_the_bench_are_decided_alike_and_each_way() -> None:
    cases = near_misses(CASES)
    allowed = [one for one, _ in decide_by_cedar([as_context(asked) for asked in cases])]
    told = [PATHWAY.truth(as_facts(asked)) for asked in cases]
    assert allowed == [truth is Truth.YES for truth in told]
    assert {*told} == {*Truth}
