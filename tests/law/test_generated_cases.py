"""The cases generated from the law's trees are current and hold, and each element has both of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from tests.law.generate_cases import GENERATED, NO_LONE_FAILURE, OUTCOMES, WAYS, facts_written, files
from tests.law.run_cases import element_name, read_yaml

from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.fact import Facts
from lawgate.kernel.truth import Truth
from lawgate.law.pathway import Pathway

TOLD = {
    (kind, told[kind]): told
    for path in sorted(GENERATED.rglob("*.yaml"))
    for told in read_yaml(path)["ways"]
    for kind in OUTCOMES
    if kind in told
}
EACH_WAY = pytest.mark.parametrize(
    ("kind", "pathway"),
    [
        pytest.param(kind, pathway, id=f"{kind} {pathway.cite.short} {pathway.provision.heading}")
        for kind, pathway in WAYS
    ],
)


def test_the_files_are_what_the_law_now_gives() -> None:
    standing = {path: path.read_text(encoding="utf-8") for path in GENERATED.rglob("*.yaml")}
    made = files()
    stale = [path for path in {**made, **standing} if made.get(path) != standing.get(path)]
    told = [str(path.relative_to(GENERATED)) for path in stale]
    assert told == [], "write them anew: python -m tests.law.generate_cases"


@EACH_WAY
def test_what_passes_makes_out_every_element(kind: str, pathway: Pathway) -> None:
    passes = _told(kind, pathway)["passes"]
    facts = facts_written(pathway, passes["facts"])
    assert {
        element.label for element in pathway.elements if evaluate(element, facts) is not Truth.YES
    } == set()
    assert passes["outcome"] == _outcome(kind, pathway, facts) == OUTCOMES[kind][0]


@EACH_WAY
def test_each_element_fails_alone_in_its_case_or_is_listed_as_one_that_cannot(
    kind: str, pathway: Pathway
) -> None:
    told = _told(kind, pathway)
    assert [case["element"] for case in told["fails"]] == [element_name(one) for one in pathway.elements]
    for case, element in zip(told["fails"], pathway.elements, strict=True):
        if "never_alone" in case:
            assert case["never_alone"] == NO_LONE_FAILURE[element.label] != ""
            continue
        facts = facts_written(pathway, {**told["passes"]["facts"], **case["but"]})
        truths = {place: evaluate(other, facts) for place, other in enumerate(pathway.elements)}
        assert truths.pop(pathway.elements.index(element)) is Truth.NO, case["element"]
        assert set(truths.values()) <= {Truth.YES}, case["element"]
        assert case["outcome"] == _outcome(kind, pathway, facts) == OUTCOMES[kind][1]


def test_no_element_is_listed_in_vain_as_one_that_cannot_fail_alone() -> None:
    never_alone = {
        element.label
        for kind, pathway in WAYS
        for case, element in zip(_told(kind, pathway)["fails"], pathway.elements, strict=True)
        if "never_alone" in case
    }
    assert never_alone == set(NO_LONE_FAILURE)


def test_no_two_ways_are_told_under_one_name() -> None:
    assert len(TOLD) == len(WAYS)


def test_a_case_that_said_the_contrary_would_be_seen() -> None:
    kind, pathway = WAYS[0]
    told = _told(kind, pathway)
    changed = {**told["passes"]["facts"], **told["fails"][0]["but"]}
    assert _outcome(kind, pathway, facts_written(pathway, changed)) != told["passes"]["outcome"]


def _told(kind: str, pathway: Pathway) -> Mapping[str, Any]:
    return TOLD[kind, f"{pathway.cite.text} {pathway.provision.heading}"]


def _outcome(kind: str, pathway: Pathway, facts: Facts) -> str:
    """What the evaluator gives, in the words of the file; an open outcome is neither of them."""
    return dict(zip((Truth.YES, Truth.NO), OUTCOMES[kind], strict=True)).get(
        evaluate(pathway.tree, facts), ""
    )
