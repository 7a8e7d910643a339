"""A panel says of every row what the evaluator says, and reads a condition that rows share once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lawgate.cite import Cite
from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.expr import All, Element, Term, any_of, element, not_
from lawgate.kernel.fact import Facts, Owner, flag
from lawgate.kernel.panel import Panel
from lawgate.kernel.truth import Truth

HERE = Cite.parse("/us/usc/t26/s6103/z")
FACTS = tuple(
    flag(f"test.q{n}", f"Question {n}?", says=f"{n} is so", denies=f"{n} is not so", owner=Owner.REQUESTER)
    for n in range(4)
)
BODIES: tuple[Term, ...] = (*FACTS, not_(FACTS[0]), any_of(FACTS[1], FACTS[2]), not_(FACTS[3]))
ELEMENTS = tuple(element(HERE, f"element {n}", body) for n, body in enumerate(BODIES))

rows = st.lists(st.lists(st.sampled_from(ELEMENTS), min_size=1, max_size=6), min_size=1, max_size=6)
known = st.fixed_dictionaries({fact.name: st.sampled_from([True, False, None]) for fact in FACTS})


@given(rows, known)
def test_each_row_is_the_conjunction_of_its_elements(some: list[list[Element]], facts: Facts) -> None:
    panel = Panel(some)
    masks = panel.read(facts)
    for place, row in enumerate(some):
        truths = [evaluate(one, facts) for one in row]
        assert panel.truth(place, masks) is evaluate(All(tuple(row)), facts)
        assert panel.failing(place, masks) == truths.count(Truth.NO)
        assert panel.missing(place, masks) == len(truths) - truths.count(Truth.YES)


def test_a_condition_of_two_rows_is_read_once_and_one_that_stands_twice_in_a_row_counts_twice() -> None:
    asked: list[str] = []

    class Asking(dict[str, bool]):
        """Facts that note which question is looked up."""

        def get(self, name: str, default: object = None) -> object:  # type: ignore[override]
            """The answer, noted."""
            asked.append(name)
            return super().get(name, default)

    shared = ELEMENTS[0]
    panel = Panel([[shared], [shared, ELEMENTS[1]]])
    masks = panel.read(Asking({FACTS[0].name: False}))
    assert asked.count(FACTS[0].name) == 1
    assert (panel.failing(0, masks), panel.failing(1, masks)) == (1, 1)
    twice = Panel([[shared, shared]])
    assert twice.failing(0, twice.read({FACTS[0].name: False})) == 2
