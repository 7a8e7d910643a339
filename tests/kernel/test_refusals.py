"""Trees and facts that say nothing, or say what cannot be, are refused when they are built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from datetime import date, datetime

import polars as pl
import pytest
from tests.kernel.strategies import CARTS, CHOICES, DAY, FACTS, FOUND, HERE, LOADS, RAIN, ROAD, UNLISTED, WIND

from lawgate.errors import EngineError, IllFormedError
from lawgate.kernel import closures, evaluate, explain, plain, reduce, rewrite, say, settle
from lawgate.kernel.batch import by_polars
from lawgate.kernel.batch.masks import proofs_of, truths_of
from lawgate.kernel.expr import (
    All,
    Any,
    AtMost,
    Constant,
    Element,
    Expr,
    Holds,
    IsIn,
    Meets,
    Not,
    all_of,
    among,
    any_of,
    children,
    element,
    expr_of,
    facts_of,
    leaves,
    not_,
    walk,
)  # fmt: skip
from lawgate.kernel.fact import Domain, Fact, Owner, choice, count, flag, several
from lawgate.kernel.prove.claim import Is, holds
from lawgate.kernel.prove.script import script_of
from lawgate.kernel.truth import Truth

SOME: Expr = Holds(RAIN)

ILL_FORMED: dict[str, Callable[[], object]] = {
    "all of nothing": lambda: All(()),
    "any of nothing": lambda: Any(()),
    "all of nothing, by name": all_of,
    "any of nothing, by name": any_of,
    "parts in a list": lambda: All([SOME]),  # type: ignore[arg-type]
    "a part that is a truth": lambda: All((Truth.YES,)),  # type: ignore[arg-type]
    "a part that is a bool": lambda: Any((SOME, True)),  # type: ignore[arg-type]
    "a part that is a bare fact": lambda: All((RAIN,)),  # type: ignore[arg-type]
    "not of None": lambda: Not(None),  # type: ignore[arg-type]
    "not of a word": lambda: not_("rain"),  # type: ignore[arg-type]
    "an element of None": lambda: Element(HERE, "label", None),  # type: ignore[arg-type]
    "an element without a label": lambda: Element(HERE, "", SOME),
    "an element by name without a label": lambda: element(HERE, "", RAIN),
    "holds of a choice": lambda: Holds(ROAD),
    "holds of a count": lambda: expr_of(CARTS),
    "holds of a word": lambda: Holds("sky.rain"),  # type: ignore[arg-type]
    "is in, of a flag": lambda: IsIn(RAIN, frozenset({"yes"})),
    "is in, of several": lambda: IsIn(LOADS, frozenset({"corn"})),
    "is in no value": lambda: IsIn(ROAD, frozenset()),
    "is in an unlisted value": lambda: IsIn(ROAD, frozenset({"high", "middle"})),
    "among nothing": lambda: among(ROAD),
    "among unlisted values": lambda: among(LOADS, "gold"),
    "meets, of a choice": lambda: Meets(ROAD, frozenset({"high"})),
    "meets no value": lambda: Meets(LOADS, frozenset()),
    "meets an unlisted value": lambda: Meets(LOADS, frozenset({"gold"})),
    "at most, of a flag": lambda: AtMost(RAIN, 1),
    "at most, of a choice": lambda: AtMost(ROAD, 1),
    "a count at most a day": lambda: AtMost(CARTS, date(2024, 1, 1)),
    "a day at most a count": lambda: AtMost(DAY, 3),
    "a day at most an hour": lambda: AtMost(DAY, datetime(2024, 1, 1, 12)),  # noqa: DTZ001
    "a count at most True": lambda: AtMost(CARTS, True),
    "a count at most less than none": lambda: AtMost(CARTS, -1),
    "a fact with a bare name": lambda: replace(RAIN, name="rain"),
    "a fact in capitals": lambda: replace(RAIN, name="Sky.rain"),
    "a fact with a space": lambda: replace(RAIN, name="sky.the rain"),
    "a fact that ends in a line": lambda: replace(RAIN, name="sky.rain\n"),
    "a choice without values": lambda: replace(ROAD, values=()),
    "several without values": lambda: replace(LOADS, values=()),
    "a flag with values": lambda: replace(RAIN, values=("yes",)),
    "a count with values": lambda: replace(CARTS, values=("1",)),
    "a value listed twice": lambda: replace(ROAD, values=("high", "low", "high")),
    "a flag without its denial": lambda: replace(RAIN, denies=""),
    "a finding without a cite": lambda: replace(FOUND, cite=None),
    "a finding that is no official's": lambda: replace(FOUND, owner=Owner.CUSTODIAN),
    "a cite on a requester's fact": lambda: replace(RAIN, cite=HERE),
}


NO_PARTS = "a node without parts says nothing"
KIND = "is not a kind of expression"
OTHER_BOUND = "the bound is not of the question's kind"
BAD_NAME = "a fact's name is dotted and in lower case"
BAD_VALUES = "a closed vocabulary belongs to a choice, and only there"
OUTSIDE = (
    "is outside the closed vocabulary;"
    " enter it among the values of that question, where it is stated, or use one of them"
)
BAD_FINDING = "a finding has a cite and an official, other facts neither"
REFUSED_WITH = {
    "all of nothing": NO_PARTS,
    "any of nothing": NO_PARTS,
    "all of nothing, by name": NO_PARTS,
    "any of nothing, by name": NO_PARTS,
    "parts in a list": NO_PARTS,
    "a part that is a truth": f"Truth {KIND}",
    "a part that is a bool": f"bool {KIND}",
    "a part that is a bare fact": f"Fact {KIND}",
    "not of None": f"NoneType {KIND}",
    "not of a word": f"str {KIND}",
    "an element of None": f"NoneType {KIND}",
    "an element without a label": "/us/usc/t1/s1/a: an element needs a label",
    "an element by name without a label": "/us/usc/t1/s1/a: an element needs a label",
    "holds of a choice": "way.road: this node needs a question of kind flag",
    "holds of a count": "way.carts: this node needs a question of kind flag",
    "holds of a word": "?: this node needs a question of kind flag",
    "is in, of a flag": "sky.rain: this node needs a question of kind choice",
    "is in, of several": "way.loads: this node needs a question of kind choice",
    "is in no value": "way.road: no value is listed",
    "is in an unlisted value": f"way.road: ['middle'] {OUTSIDE}",
    "among nothing": "way.road: no value is listed",
    "among unlisted values": f"way.loads: ['gold'] {OUTSIDE}",
    "meets, of a choice": "way.road: this node needs a question of kind several",
    "meets no value": "way.loads: no value is listed",
    "meets an unlisted value": f"way.loads: ['gold'] {OUTSIDE}",
    "at most, of a flag": f"sky.rain: {OTHER_BOUND}",
    "at most, of a choice": f"way.road: {OTHER_BOUND}",
    "a count at most a day": f"way.carts: {OTHER_BOUND}",
    "a day at most a count": f"way.day: {OTHER_BOUND}",
    "a day at most an hour": f"way.day: {OTHER_BOUND}",
    "a count at most True": f"way.carts: {OTHER_BOUND}",
    "a count at most less than none": f"way.carts: {OTHER_BOUND}",
    "a fact with a bare name": f"rain: {BAD_NAME}",
    "a fact in capitals": f"Sky.rain: {BAD_NAME}",
    "a fact with a space": f"sky.the rain: {BAD_NAME}",
    "a fact that ends in a line": f"sky.rain\n: {BAD_NAME}",
    "a choice without values": f"way.road: {BAD_VALUES}",
    "several without values": f"way.loads: {BAD_VALUES}",
    "a flag with values": f"sky.rain: {BAD_VALUES}",
    "a count with values": f"way.carts: {BAD_VALUES}",
    "a value listed twice": "way.road: a vocabulary lists a value twice",
    "a flag without its denial": "sky.rain: a yes-or-no question needs the clause of its denial",
    "a finding without a cite": f"finding.safe: {BAD_FINDING}",
    "a finding that is no official's": f"finding.safe: {BAD_FINDING}",
    "a cite on a requester's fact": f"sky.rain: {BAD_FINDING}",
}


@pytest.mark.parametrize("name", ILL_FORMED)
def test_what_is_ill_formed_is_refused_with_place_and_fault(name: str) -> None:
    with pytest.raises(IllFormedError) as refused:
        ILL_FORMED[name]()
    assert str(refused.value) == REFUSED_WITH[name]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_every_listed_answer_is_admitted_and_no_other(fact: Fact) -> None:
    assert all(fact.admits(value) for value in CHOICES[fact.name])
    assert not any(fact.admits(value) for value in (*UNLISTED[fact.name], None, [], {}))


def test_an_hour_is_not_a_day() -> None:
    assert not DAY.admits(datetime(2024, 1, 1, 12))  # noqa: DTZ001


def test_a_finding_is_what_an_official_answers() -> None:
    assert [fact.is_finding for fact in FACTS] == [fact is FOUND for fact in FACTS]


def test_makers_of_facts_keep_all_that_they_are_given() -> None:
    by, values = Owner.CUSTODIAN, ("v", "w")
    yes_or_no = flag("a.b", "Q?", says="s", denies="d", owner=Owner.OFFICIAL, cite=HERE)
    assert yes_or_no == Fact("a.b", "Q?", "s", Owner.OFFICIAL, Domain.FLAG, "d", (), HERE)
    assert flag("a.b", "Q?", says="s", denies="d", owner=by).cite is None
    one = choice("a.b", "Q?", says="s", owner=by, values=values)
    assert one == Fact("a.b", "Q?", "s", by, Domain.CHOICE, "", values)
    many = several("a.b", "Q?", says="s", owner=by, values=values)
    assert many == Fact("a.b", "Q?", "s", by, Domain.SEVERAL, "", values)
    assert count("a.b", "Q?", says="s", owner=by) == Fact("a.b", "Q?", "s", by, Domain.COUNT, "", ())


def test_an_element_keeps_all_that_it_is_given() -> None:
    further = (HERE / "1", HERE / "2")
    assert element(HERE, "label", RAIN) == Element(HERE, "label", SOME, (), "")
    full = element(HERE, "label", SOME, also=further, mend="Mend it.")
    assert (full.cite, full.label, full.body, full.also, full.mend) == (
        HERE,
        "label",
        SOME,
        further,
        "Mend it.",
    )


READERS: dict[str, Callable[[Expr], object]] = {
    "evaluate": lambda tree: evaluate.evaluate(tree, {}),
    "compile": closures.compile_tree,
    "reduce": lambda tree: reduce.reduce_tree(tree, {}, varying=set()),
    "plain": plain.plain,
    "say": lambda tree: list(say.say(tree)),
    "columns": by_polars.truth_column,
    "script": lambda tree: script_of([Is(tree, Truth.YES)]),
    "rewrite": lambda tree: rewrite.substitute(tree, Holds(WIND), SOME),
    "settle": lambda tree: settle.settling_sets(tree, {}, Truth.YES),
    "reasons": lambda tree: list(explain._reasons(tree, {})),
}


@pytest.mark.parametrize("read", READERS.values(), ids=READERS.keys())
def test_no_reader_passes_over_an_unknown_kind_of_node(read: Callable[[Expr], object]) -> None:
    tree = Not(SOME)
    object.__setattr__(tree, "part", "a kind of node that nobody knows")
    with pytest.raises(AssertionError, match="kind of node"):
        read(tree)


def test_a_node_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        SOME.fact = WIND  # type: ignore[misc, union-attr]


def test_operators_build_the_nodes_they_stand_for() -> None:
    rain, wind = Holds(RAIN), Holds(WIND)
    assert rain & wind == All((rain, wind))
    assert rain | WIND == Any((rain, wind))
    assert ~rain == Not(rain)


def test_walk_and_leaves_go_in_reading_order() -> None:
    tree = all_of(element(HERE, "road", among(ROAD, "high")), not_(WIND), RAIN, WIND)
    assert [leaf.fact for leaf in leaves(tree)] == [ROAD, WIND, RAIN, WIND]
    assert facts_of(tree) == (ROAD, WIND, RAIN)
    assert [type(node).__name__ for node in walk(tree)] == [
        "All", "Element", "IsIn", "Not", "Holds", "Holds", "Holds",
    ]  # fmt: skip
    assert children(Constant(Truth.YES)) == ()


@pytest.mark.parametrize(("yes", "no"), [([1], [1]), ([4], [0]), ([0], [4]), ([0, 1], [0, 0])])
def test_masks_that_no_evaluation_gives_are_an_error(yes: list[int], no: list[int]) -> None:
    with pytest.raises(EngineError, match="are not of 2 elements"):
        truths_of(yes, no, 2)


def test_masks_that_the_facts_do_not_bear_out_are_an_error() -> None:
    row_of_law = [element(HERE, "rain", RAIN), element(HERE, "wind", WIND)]
    facts = {RAIN.name: True, WIND.name: False}
    assert [proof.truth for proof in proofs_of(row_of_law, [1], [2], facts)] == [Truth.YES, Truth.NO]
    with pytest.raises(EngineError, match="the masks say open, the facts no"):
        proofs_of(row_of_law, [1], [0], facts)


@pytest.mark.parametrize("read", [holds, lambda claim, _: script_of([claim])])
def test_no_reader_passes_over_an_unknown_kind_of_claim(read: Callable[[object, object], object]) -> None:
    with pytest.raises(AssertionError, match="kind of claim"):
        read("a kind of claim that nobody knows", {})


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        (RAIN, pl.Boolean()),
        (ROAD, pl.Enum(["high", "low", "none"])),
        (LOADS, pl.List(pl.Enum(["corn", "salt", "tin"]))),
        (CARTS, pl.UInt64()),
        (DAY, pl.Date()),
    ],
)
def test_each_question_has_the_column_of_its_domain(fact: Fact, kind: pl.DataType) -> None:
    assert by_polars.column_type(fact) == kind
