"""Properties that hold of the kernel, each a function that searches for a case against itself.

The tests run them; the controls run them over planted faults and see them raise. Modules are called by
their full name here, so that a fault planted in one is met by every check.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import hypothesis.strategies as st
from tests.kernel.strategies import (
    CHOICES,
    FACTS,
    HERE,
    ROAD,
    UNLISTED,
    known,
    known_and_more,
    leaf_nodes,
    rows,
    searched,
    trees,
)  # fmt: skip

from lawgate.kernel import closures, evaluate, explain, explainer, plain, reduce, say, tell, truth
from lawgate.kernel.expr import All, Any, Constant, Element, Expr, Holds, IsIn, Not, leaves, walk
from lawgate.kernel.fact import Facts
from lawgate.kernel.truth import Truth

Y, N, O = Truth.YES, Truth.NO, Truth.OPEN  # noqa: E741 - as the tables below are printed

# Kleene, Introduction to Metamathematics (1952), section 64: the strong tables, t, f and u written Y, N and O.
NOT_TABLE = {Y: N, N: Y, O: O}
AND_TABLE = {
    (Y, Y): Y, (Y, N): N, (Y, O): O,
    (N, Y): N, (N, N): N, (N, O): N,
    (O, Y): O, (O, N): N, (O, O): O,
}  # fmt: skip
OR_TABLE = {
    (Y, Y): Y, (Y, N): Y, (Y, O): Y,
    (N, Y): Y, (N, N): N, (N, O): O,
    (O, Y): Y, (O, N): O, (O, O): O,
}  # fmt: skip


def check_not_is_the_strong_table(read: Callable[[Expr], Truth]) -> None:
    """Whatever reads a tree gives NOT as Kleene printed it."""
    assert {t: read(Not(Constant(t))) for t in Truth} == NOT_TABLE


def check_and_is_the_strong_table(read: Callable[[Expr], Truth]) -> None:
    """Whatever reads a tree gives AND as Kleene printed it."""
    pairs = product(Truth, repeat=2)
    assert {(a, b): read(All((Constant(a), Constant(b)))) for a, b in pairs} == AND_TABLE


def check_or_is_the_strong_table(read: Callable[[Expr], Truth]) -> None:
    """Whatever reads a tree gives OR as Kleene printed it."""
    pairs = product(Truth, repeat=2)
    assert {(a, b): read(Any((Constant(a), Constant(b)))) for a, b in pairs} == OR_TABLE


def evaluated(tree: Expr) -> Truth:
    """The definition, on a tree without facts."""
    return evaluate.evaluate(tree, {})


def compiled(tree: Expr) -> Truth:
    """The compiled form, on a tree without facts."""
    return closures.compile_tree(tree)({})


def check_three_parts_fold_like_two() -> None:
    """Groups of three are the tables applied twice."""
    for a, b, c in product(Truth, repeat=3):
        parts = (Constant(a), Constant(b), Constant(c))
        assert evaluated(All(parts)) is AND_TABLE[AND_TABLE[a, b], c]
        assert evaluated(Any(parts)) is OR_TABLE[OR_TABLE[a, b], c]
        assert truth.conjunction((a, b, c)) is AND_TABLE[a, AND_TABLE[b, c]]
        assert truth.disjunction((a, b, c)) is OR_TABLE[a, OR_TABLE[b, c]]


@searched(left=trees(), right=trees(), facts=known())
def check_de_morgan(left: Expr, right: Expr, facts: Facts) -> None:
    """What is not both is not the one or not the other, and the other way about."""
    both, either = Not(All((left, right))), Not(Any((left, right)))
    assert evaluate.evaluate(both, facts) is evaluate.evaluate(Any((Not(left), Not(right))), facts)
    assert evaluate.evaluate(either, facts) is evaluate.evaluate(All((Not(left), Not(right))), facts)


@searched(tree=trees(), facts=known())
def check_double_negation(tree: Expr, facts: Facts) -> None:
    """Not not is nothing; one not swaps YES with NO and leaves OPEN."""
    told = evaluate.evaluate(tree, facts)
    assert evaluate.evaluate(Not(Not(tree)), facts) is told
    assert evaluate.evaluate(Not(tree), facts) is NOT_TABLE[told]


@searched(tree=trees(), grown=known_and_more())
def check_more_facts_undo_nothing(tree: Expr, grown: tuple[Facts, Facts]) -> None:
    """An outcome that is settled stays as it is, whatever else becomes known."""
    fewer, more = grown
    settled = evaluate.evaluate(tree, fewer)
    assert settled is O or evaluate.evaluate(tree, more) is settled


@searched(leaf=leaf_nodes(), facts=known())
def check_what_is_no_answer_leaves_open(leaf: Expr, facts: Facts) -> None:
    """A leaf is OPEN when its question has no answer or one outside the vocabulary, and only then."""
    (only,) = leaves(leaf)
    value = facts.get(only.fact.name)
    answered = any(
        value is told or (type(value) is type(told) and value == told) for told in CHOICES[only.fact.name]
    )
    assert (evaluate.evaluate(leaf, facts) is not O) == answered


@searched(tree=trees(), facts=known())
def check_compiled_is_evaluated(tree: Expr, facts: Facts) -> None:
    """The compiled form gives what the definition gives."""
    assert closures.compile_tree(tree)(facts) is evaluate.evaluate(tree, facts)


def check_each_leaf_reads_each_answer() -> None:
    """Both readers agree on each leaf of a choice for each answer, listed or not."""
    for value in (*CHOICES[ROAD.name], *UNLISTED[ROAD.name], None):
        for listed in ROAD.values:
            leaf = IsIn(ROAD, frozenset({listed}))
            facts: Facts = {ROAD.name: value}  # type: ignore[dict-item]
            expected = O if value not in ROAD.values else Y if value == listed else N
            assert evaluate.evaluate(leaf, facts) is expected
            assert closures.compile_tree(leaf)(facts) is expected


@searched(tree=trees(), facts=known(), varying=st.sets(st.sampled_from([fact.name for fact in FACTS])))
def check_reduced_is_evaluated(tree: Expr, facts: Facts, varying: set[str]) -> None:
    """What is left once some facts are answered for good says the same, and asks of the others alone."""
    reduced = reduce.reduce_tree(tree, facts, varying=varying)
    assert evaluate.evaluate(reduced, facts) is evaluate.evaluate(tree, facts)
    assert {leaf.fact.name for leaf in leaves(reduced)} <= varying
    inner = {type(node) for node in walk(reduced) if node is not reduced}
    constants = [node for node in walk(reduced) if isinstance(node, Constant) and node is not reduced]
    assert Element not in inner
    assert all(node.truth is O for node in constants)


@searched(tree=trees(), facts=known(), changed=known())
def check_reduced_holds_for_other_answers(tree: Expr, facts: Facts, changed: Facts) -> None:
    """The reduced tree follows the varying facts and not the others."""
    varying = {fact.name for fact in FACTS[::2]}
    fixed = {name: value for name, value in facts.items() if name not in varying}
    moved = {name: value for name, value in changed.items() if name in varying}
    reduced = reduce.reduce_tree(tree, fixed, varying=varying)
    assert evaluate.evaluate(reduced, moved) is evaluate.evaluate(tree, {**fixed, **moved})


@searched(tree=trees(), facts=known())
def check_explained_is_evaluated(tree: Expr, facts: Facts) -> None:
    """An explanation tells the truth of the tree and of each of its outermost elements, in order."""
    told = explain.explain(tree, facts)
    assert told.truth is evaluate.evaluate(tree, facts)
    assert [proof.element for proof in told.elements] == list(explain.outermost(tree))
    for proof in told.elements:
        assert proof.truth is evaluate.evaluate(proof.element, facts)
        assert proof.why
    if told.truth is not O:
        assert (told.open, told.smallest, told.to_yes) == ((), (), ())


@searched(tree=st.one_of(rows(), trees()), cases=st.lists(known(), min_size=2, max_size=5))
def check_explainer_is_explain(tree: Expr, cases: list[Facts]) -> None:
    """What remembers says what has no memory says, whatever it was asked before."""
    remembering = explainer.Explainer(tree)
    for facts in (*cases, *cases):
        assert remembering.explain(facts) == explain.explain(tree, facts)


@searched(tree=trees(constants=False), facts=known(unlisted=False))
def check_reasons_make_the_truth(tree: Expr, facts: Facts) -> None:
    """The facts that a settled element's reasons speak of settle it alone, all others forgotten."""
    element = Element(HERE, "one", tree)
    proof = explain.prove(element, facts)
    if proof.truth is O:
        return
    spoken = {leaf.fact.name for leaf in leaves(tree) if tell.clause(leaf, facts) in proof.why}
    assert evaluate.evaluate(element, {name: facts.get(name) for name in spoken}) is proof.truth


@searched(tree=trees())
def check_every_leaf_is_said(tree: Expr) -> None:
    """The plain words of a tree name each leaf, and each value of a choice that it lists."""
    words = "\n".join(line for _, line in say.say(tree))
    for leaf in leaves(tree):
        denied = isinstance(leaf, Holds) and leaf.fact.denies in words
        assert denied or leaf.fact.says in words
        for value in getattr(leaf, "values", ()):
            assert value in words


@searched(one=trees(leaves_max=4), other=trees(leaves_max=4))
def check_plain_form_is_the_tree(one: Expr, other: Expr) -> None:
    """Equal trees have equal plain forms, different trees different ones."""
    assert (plain.plain(one) == plain.plain(other)) == (one == other)
