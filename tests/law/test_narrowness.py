"""How narrowly a pathway opens: the order that is stated, on pathways of the statute."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from lawgate.law.addresses import S6103
from lawgate.law.corpus import as_of
from lawgate.law.narrowness import CRITERIA, RECIPIENTS, Narrowness, narrowness

LAW = as_of(date(2026, 3, 2))


def _of(address: str) -> Narrowness:
    return narrowness(LAW.pathway(S6103 / address))


@pytest.mark.parametrize(
    ("narrower", "wider"),
    [
        ("m/2", "i/2"),  # an address alone, against other return information
        ("i/2", "i/1"),  # other return information, against returns too
        ("h/5", "h/2"),
        ("i/3/B/i", "l/7/A"),  # a person named, against an extract though of few items
    ],
)
def test_the_narrower_of_two_is_the_one_that_opens_less_or_asks_more(narrower: str, wider: str) -> None:
    assert _of(narrower).rank < _of(wider).rank


def test_an_address_alone_is_one_kind_of_item_from_any_source() -> None:
    assert _of("m/2").kinds == 3
    assert _of("i/1").kinds > _of("i/2").kinds > _of("m/2").kinds


def test_every_criterion_but_the_last_decides_between_two_pathways_that_follow_one_another() -> None:
    ranked = sorted((narrowness(pathway) for pathway in LAW.pathways), key=lambda one: one.rank)
    told = {one.because(other) for one, other in pairwise(ranked)}
    assert told >= set(CRITERIA[:-1])


def test_engaged_persons_are_the_narrowest_recipients() -> None:
    assert RECIPIENTS[_of("i/2").recipients].endswith("personally and directly engaged")
    assert all(0 <= narrowness(pathway).recipients < len(RECIPIENTS) for pathway in LAW.pathways)


def test_what_is_alike_in_all_criteria_stands_in_the_order_of_the_statute() -> None:
    assert _of("i/2").because(_of("i/2")) == CRITERIA[-1]
