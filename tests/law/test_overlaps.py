"""Pathways that never open, that open nothing more than another, and that pull apart are found, each by a request."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.expr import Holds, all_of, element, not_
from lawgate.kernel.prove.by_cvc5 import verdicts
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus, as_of
from lawgate.law.overlaps import ACCOUNT, BAR, DUTY, PullApart, never_open, open_nothing_more, pull_apart
from lawgate.law.provision import Provision
from lawgate.law.vocabulary import FACTS

LAW = as_of(date(2026, 11, 1))
WRITING = Holds(FACTS["request.in_writing"])


@pytest.fixture(scope="module")
def found() -> tuple[PullApart, ...]:
    return pull_apart(LAW, verdicts)


def with_another(like: str, at: str, label: str, body) -> Corpus:
    """The law with a pathway more, which asks for one thing besides what another asks for."""
    one = next(one for one in LAW.provisions if one.cite == S6103 / like)
    more: Provision = replace(
        one, cite=S6103 / at, requires=(*one.requires, element(S6103 / at, label, body))
    )
    return replace(LAW, provisions=(*LAW.provisions, more))


def test_every_pathway_opens_for_some_request_and_each_opens_something_of_its_own() -> None:
    assert never_open(LAW, verdicts) == ()
    assert list(open_nothing_more(LAW, verdicts)) == []


def test_a_pathway_that_contradicts_itself_never_opens() -> None:
    dead = with_another("i/8/A/i", "i/8/Z", "written and not", all_of(WRITING, not_(WRITING)))
    assert [way.cite for way in never_open(dead)] == [S6103 / "i/8/Z"]


def test_a_pathway_that_asks_for_more_than_another_opens_nothing_besides() -> None:
    narrow = with_another("i/8/A/i", "i/8/A/i/I", "in writing once more", WRITING)
    pairs = [(one.cite, other.cite) for one, other in open_nothing_more(narrow)]
    assert (S6103 / "i/8/A/i/I", S6103 / "i/8/A/i") in pairs


def test_two_pathways_that_pull_apart_do_so_for_the_request_told(found) -> None:
    assert {differs for one in found for differs in one.differs} == {DUTY, ACCOUNT, BAR}
    for one in found:
        wanted = Truth.NO if BAR in one.differs else Truth.YES
        assert evaluate(one.one.tree, one.case) is wanted
        assert evaluate(one.other.tree, one.case) is Truth.YES


def test_the_bar_of_i_6_leaves_an_emergency_open(found) -> None:
    told = {(one.one.cite, one.other.cite) for one in found if BAR in one.differs}
    assert (S6103 / "i/2", S6103 / "i/3/B/i") in told
    assert (S6103 / "i/3/B/i", S6103 / "i/2") not in told
