"""What differs between two corpora is listed once, with a request that comes out so under both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bench.law.diff_page import amended
from tests.law.planted import PLANTED

from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.changes import Change, changes
from lawgate.law.corpus import Corpus, as_of
from lawgate.law.readings import DEFAULTS

LAW = as_of(date(2026, 11, 1))


def read_by(**readings: str) -> Corpus:
    return as_of(date(2026, 11, 1), readings={**DEFAULTS, **readings})


def answers(change: Change) -> dict[str, tuple[object, ...]]:
    return {fact.name: values for fact, values in change.decided_by}


def test_a_corpus_does_not_differ_from_itself() -> None:
    assert changes(LAW, LAW) == ()


def test_by_tin_alone_an_address_never_held_goes_through() -> None:
    (change,) = changes(LAW, read_by(Q3="R3"))
    assert (change.before, change.after) == (Truth.NO, Truth.YES)
    assert answers(change) == {"person.address_held": ("none",), "person.tin_agrees": (True,)}


def test_with_the_address_last_held_an_earlier_one_is_not_enough() -> None:
    (change,) = changes(LAW, read_by(Q3="R2"))
    assert (change.before, change.after) == (Truth.YES, Truth.NO)
    assert answers(change) == {"person.address_held": ("earlier",)}


def test_each_change_comes_out_so_under_both_laws() -> None:
    after = read_by(Q4="R2", Q5="R2", Q8="R2", Q10="R2", Q14="R2")
    found = changes(LAW, after)
    assert len({change.about for change in found}) > 1
    ways = [{way.cite.text: way for way in corpus.pathways} for corpus in (LAW, after)]
    for change in found:
        if change.about in ways[0]:
            truths = [evaluate(way[change.about].tree, change.case) for way in ways]
            assert truths == [change.before, change.after]


def test_those_that_the_fewest_answers_decide_come_first() -> None:
    sizes = [len(change.decided_by) for change in changes(LAW, read_by(Q8="R2", Q11="R2"))]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) > 1


def test_an_added_office_is_told_by_that_office() -> None:
    assert any(
        answers(change).get("request.office") == ("assistant_us_attorney",)
        and (change.before, change.after) == (Truth.NO, Truth.YES)
        for change in changes(LAW, amended(LAW))
    )


def test_a_pathway_that_ends_withholds_what_it_opened() -> None:
    kept = tuple(one for one in LAW.provisions if one.cite != S6103 / "i/5")
    (change,) = changes(LAW, replace(LAW, provisions=kept))
    assert (change.about, change.before, change.after) == ((S6103 / "i/5").text, Truth.YES, Truth.NO)
    assert LAW.pathway(S6103 / "i/5").truth(change.case) is Truth.YES


def test_every_planted_fault_that_opens_more_is_listed_as_opening() -> None:
    forgets = next(one for one in PLANTED if one.says == "(i)(2) forgets writing")
    assert (Truth.NO, Truth.YES) in {(c.before, c.after) for c in changes(LAW, forgets.plant(LAW))}
