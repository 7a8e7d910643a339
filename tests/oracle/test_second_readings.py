"""The gate held to second readings of single paragraphs of 26 U.S.C. 6103: the same for the same reasons."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest

pytest.importorskip("cedarpy")

from tests.oracle.gate import gate_on, paragraph_alone
from tests.oracle.second import i1, i5
from tests.oracle.second.compare import differences
from tests.oracle.second.paragraph import OfRequests, Same
from tests.oracle.second.readings import READINGS
from tests.oracle.second.rules import NO, OPEN, YES

from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus
from lawgate.law.pathway import Pathway

SEED = 6103
CASES = 2_500
PARAGRAPHS = {reading.cite: reading for reading in READINGS}
PAIRS = [(cite, pair) for cite, paragraph in PARAGRAPHS.items() for pair in paragraph.same]
Case = tuple[Any, dict[str, str]]

each_paragraph = pytest.mark.parametrize("cite", PARAGRAPHS)


@each_paragraph
def test_every_element_has_its_counterpart(cite: str) -> None:
    """The table of the paragraph names every element of ours and every rule of the second reading, once."""
    same = PARAGRAPHS[cite].same
    ours = [element.label for element in _pathway(PARAGRAPHS[cite].law, cite).elements]
    assert sorted(label for pair in same for label in pair.labels) == sorted(ours)
    rules = [rule.name for rule in PARAGRAPHS[cite].rules]
    assert sorted(name for pair in same for name in pair.names) == sorted(rules)


@each_paragraph
def test_both_readings_agree(cite: str) -> None:
    """Disclosed by both or by neither for the same reasons, but for what awaits its mend in ours."""
    different = Counter(
        why
        for one, truths in _judged(cite)
        for why in differences(PARAGRAPHS[cite], one, truths, PARAGRAPHS[cite].law)
    )
    awaiting = PARAGRAPHS[cite].awaiting
    assert set(different) <= awaiting, different.most_common()
    assert bool(different) is bool(awaiting), "what is mended awaits nothing"


@each_paragraph
def test_the_cases_are_worth_comparing(cite: str) -> None:
    """A fifth disclose, and every element that can be is in some case all that is unmet."""
    judged = [truths for _, truths in _judged(cite)]
    assert sum(set(truths.values()) == {YES} for truths in judged) >= CASES / 5
    alone = {_only(truths) for truths in judged}
    assert {pair.name for pair in PARAGRAPHS[cite].same if pair.names} <= alone


@pytest.mark.parametrize(
    ("cite", "pair"),
    [pytest.param(cite, pair, id=f"{cite} {pair.name}") for cite, pair in PAIRS if pair.names],
)
def test_an_element_dropped_is_seen(cite: str, pair: Same) -> None:
    """Without the elements that say the same as one of the oracle, the gate opens what the oracle keeps closed."""
    telling = [case for case in _judged(cite) if _only(case[1]) == pair.name]
    assert any(PARAGRAPHS[cite].opens_without(one, pair.labels, PARAGRAPHS[cite].law) for one, _ in telling)


@pytest.mark.parametrize("paragraph", [i1.PARAGRAPH, i5.PARAGRAPH], ids=["i/1", "i/5"])
@pytest.mark.parametrize(
    ("asked", "ordered", "held", "opens"),
    [
        ("2023", "2023", "2023Q1", True),
        ("2023Q1", "2023", "2023Q1", True),
        ("2023", "2023Q1", "2023Q1", True),
        ("2023", "2023Q1", "2023Q2", False),
        ("2023", "2022", "2023Q2", False),
    ],
)
def test_an_order_of_a_period_covers_its_parts(
    paragraph: OfRequests, asked: str, ordered: str, held: str, opens: bool
) -> None:
    """An order for a year opens its quarters; an order for a quarter opens no other."""
    cases = paragraph.cases(200, seed=SEED)
    whole = zip(cases, paragraph.judge(cases), strict=True)
    one = next(one for one, truths in whole if set(truths.values()) == {YES} and one.held["period"])
    one.request["tax_periods"], one.request["court_order"]["periods"] = [asked], [ordered]
    one.held["period"] = held
    assert gate_on(one, paragraph_alone()).allow is opens


@cache
def _judged(cite: str) -> list[Case]:
    cases = PARAGRAPHS[cite].cases(CASES, seed=SEED)
    return list(zip(cases, PARAGRAPHS[cite].judge(cases), strict=True))


def _only(truths: dict[str, str]) -> str | None:
    """The one element that is unmet, where no other is unmet or open."""
    unmet = [name for name, truth in truths.items() if truth == NO]
    return unmet[0] if len(unmet) == 1 and OPEN not in truths.values() else None


def _pathway(corpus: Corpus, cite: str) -> Pathway:
    return corpus.pathway(S6103 / cite)
