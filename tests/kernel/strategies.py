"""Well-formed trees over a small closed set of questions, one or two of each domain, and answers to them."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any as Any_

import hypothesis.strategies as st
from hypothesis import Phase, given, settings

from lawgate.cite import Cite
from lawgate.kernel.expr import All, Any, AtMost, Constant, Element, Expr, Holds, IsIn, Meets, Not
from lawgate.kernel.fact import Domain, Fact, Facts, Owner, Value, choice, count, flag, several
from lawgate.kernel.truth import Truth

HERE = Cite("1", "1", ("a",))

RAIN = flag("sky.rain", "Does it rain?", says="it rains", denies="it does not rain", owner=Owner.REQUESTER)
WIND = flag("sky.wind", "Is there wind?", says="wind blows", denies="no wind blows", owner=Owner.CUSTODIAN)
FOUND = flag(
    "finding.safe", "Is it safe?", says="found safe", denies="found unsafe", owner=Owner.OFFICIAL, cite=HERE
)
ROAD = choice(
    "way.road", "By which road?", says="the road", owner=Owner.CUSTODIAN, values=("high", "low", "none")
)
LOADS = several(
    "way.loads", "With which loads?", says="loads", owner=Owner.COURT, values=("corn", "salt", "tin")
)
CARTS = count("way.carts", "How many carts?", says="carts", owner=Owner.CUSTODIAN)
DAY = Fact("way.day", "On which day?", "the day", Owner.CUSTODIAN, Domain.DAY)

FACTS = (RAIN, WIND, FOUND, ROAD, LOADS, CARTS, DAY)
CHOICES: dict[str, tuple[Value, ...]] = {
    RAIN.name: (True, False),
    WIND.name: (True, False),
    FOUND.name: (True, False),
    ROAD.name: ROAD.values,
    LOADS.name: tuple(
        frozenset(part)
        for part in ((), ("corn",), ("salt",), ("tin",), ("corn", "salt"), ("corn", "tin"), ("salt", "tin"),
                     LOADS.values)
    ),
    CARTS.name: (0, 1, 2, 3, 4),
    DAY.name: (date(2024, 1, 1), date(2024, 1, 2), date(2024, 1, 3), date(2024, 1, 4)),
}  # fmt: skip
"""Every answer, for a day and a count all that the bounds below can tell apart."""

UNLISTED: dict[str, tuple[object, ...]] = {
    RAIN.name: (1, 0, "yes"),
    WIND.name: (1.0, "no"),
    FOUND.name: ("true", 0),
    ROAD.name: ("middle", "", True, frozenset({"high"})),
    LOADS.name: (frozenset({"gold"}), frozenset({"corn", "gold"}), "corn"),
    CARTS.name: (-1, True, False, "3", 2.0),
    DAY.name: ("2024-01-01", 3),
}
"""What is no answer to the question: some of it equal, in Python, to one that is."""

BOUNDS = (1, 2, 3)
DAYS = (date(2024, 1, 1), date(2024, 1, 2), date(2024, 1, 3))

GENERATED = settings(
    max_examples=200,
    derandomize=True,
    deadline=None,
    database=None,
    report_multiple_bugs=False,
    phases=(Phase.generate,) if "MUTATION_RUN" in os.environ else tuple(Phase),
)
"""How every property here is searched: the same examples each time, none remembered between runs."""

UNSHRUNK = settings(GENERATED, phases=(Phase.generate,), max_examples=1000)
"""For planted faults: longer, and any failing example will do."""


class Check:
    """A property with the cases among which a case against it is searched; called, it raises if there is one."""

    def __init__(self, prop: Callable[..., None], given_: Mapping[str, st.SearchStrategy[Any_]]) -> None:
        self.__name__ = prop.__name__
        self.__doc__ = prop.__doc__
        self._search: Callable[[], None] = GENERATED(given(**given_)(prop))
        self._search_long: Callable[[], None] = UNSHRUNK(given(**given_)(prop))

    def __call__(self) -> None:
        """Search as a test does."""
        self._search()

    def search_long(self) -> None:
        """Search as the controls do: for longer, and without making what is found smaller."""
        self._search_long()


def searched(**given_: st.SearchStrategy[Any_]) -> Callable[[Callable[..., None]], Check]:
    """Make a property a check that searches these cases."""
    return lambda prop: Check(prop, given_)


def _some(values: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), min_size=1, max_size=len(values))


def leaf_nodes() -> st.SearchStrategy[Expr]:
    """A leaf of each kind over the facts above."""
    return st.one_of(
        st.builds(Holds, st.sampled_from((RAIN, WIND, FOUND))),
        st.builds(IsIn, st.just(ROAD), _some(ROAD.values)),
        st.builds(Meets, st.just(LOADS), _some(LOADS.values)),
        st.builds(AtMost, st.just(CARTS), st.sampled_from(BOUNDS)),
        st.builds(AtMost, st.just(DAY), st.sampled_from(DAYS)),
    )


def _parts(inner: st.SearchStrategy[Expr]) -> st.SearchStrategy[tuple[Expr, ...]]:
    return st.lists(inner, min_size=1, max_size=3).map(tuple)


def _grow(inner: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    labels = st.sampled_from(("first", "second"))
    return st.one_of(
        st.builds(All, _parts(inner)),
        st.builds(Any, _parts(inner)),
        st.builds(Not, inner),
        st.builds(Element, st.just(HERE), labels, inner),
    )


def trees(*, leaves_max: int = 8, constants: bool = True) -> st.SearchStrategy[Expr]:
    """A tree of every kind of node."""
    base = leaf_nodes()
    if constants:
        base = st.one_of(base, base, base, st.builds(Constant, st.sampled_from(Truth)))
    return st.recursive(base, _grow, max_leaves=leaves_max)


def elements() -> st.SearchStrategy[Element]:
    """One element with a tree below it."""
    return st.builds(Element, st.just(HERE), st.sampled_from(("first", "second")), trees(leaves_max=4))


@st.composite
def rows(draw: st.DrawFn) -> All:
    """A flat row of elements, as a pathway is."""
    return All(tuple(draw(st.lists(elements(), min_size=1, max_size=4))))


@st.composite
def known(draw: st.DrawFn, *, unlisted: bool = True) -> Facts:
    """Answers to some of the facts: absent, None, listed, and if asked for such as are none."""
    facts: dict[str, Value | None] = {}
    for fact in FACTS:
        kind = draw(st.integers(0, 9))
        if kind == 0:
            facts[fact.name] = None
        elif kind == 1 and unlisted:
            facts[fact.name] = draw(st.sampled_from(UNLISTED[fact.name]))  # type: ignore[assignment]
        elif kind > 3:
            facts[fact.name] = draw(st.sampled_from(CHOICES[fact.name]))
    return facts


@st.composite
def known_and_more(draw: st.DrawFn) -> tuple[Facts, Facts]:
    """Answers to some facts, and the same with answers to more of them."""
    fewer = draw(known(unlisted=False))
    further = draw(known(unlisted=False))
    answered = {name: value for name, value in fewer.items() if value is not None}
    return fewer, {**further, **answered}
