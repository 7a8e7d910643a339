"""The expression tree: a closed union of nine frozen kinds, refused at once when ill-formed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lawgate.cite import Cite
from lawgate.errors import IllFormedError
from lawgate.kernel.fact import Domain, Fact
from lawgate.kernel.truth import Truth


class _Operators:
    """Lets law files write `a & b`, `a | b` and `~a`."""

    # Only terms inherit this, which its own type does not say; hence what the checker is told to pass over.
    __slots__ = ()

    def __and__(self, other: Term) -> All:
        return all_of(self, other)  # type: ignore[arg-type]

    def __or__(self, other: Term) -> Any:
        return any_of(self, other)  # type: ignore[arg-type]

    def __invert__(self) -> Not:
        return Not(expr_of(self))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Constant(_Operators):
    """A truth that rests on nothing."""

    truth: Truth


@dataclass(frozen=True, slots=True)
class Holds(_Operators):
    """A yes-or-no question is answered yes."""

    fact: Fact

    def __post_init__(self) -> None:
        _demand(self.fact, Domain.FLAG)


@dataclass(frozen=True, slots=True)
class IsIn(_Operators):
    """The answer is one of these values of the question's vocabulary."""

    fact: Fact
    values: frozenset[str]

    def __post_init__(self) -> None:
        _demand(self.fact, Domain.CHOICE)
        _demand_values(self.fact, self.values)


@dataclass(frozen=True, slots=True)
class Meets(_Operators):
    """At least one of the answers given is among these values."""

    fact: Fact
    values: frozenset[str]

    def __post_init__(self) -> None:
        _demand(self.fact, Domain.SEVERAL)
        _demand_values(self.fact, self.values)


@dataclass(frozen=True, slots=True)
class AtMost(_Operators):
    """A count or a day is not above a bound."""

    fact: Fact
    bound: int | date

    def __post_init__(self) -> None:
        if self.fact.domain not in (Domain.COUNT, Domain.DAY) or not self.fact.admits(self.bound):
            raise IllFormedError("the bound is not of the question's kind", where=self.fact.name)


@dataclass(frozen=True, slots=True)
class All(_Operators):
    """Every part holds."""

    parts: tuple[Expr, ...]

    def __post_init__(self) -> None:
        _demand_parts(self.parts)


@dataclass(frozen=True, slots=True)
class Any(_Operators):
    """Some part holds."""

    parts: tuple[Expr, ...]

    def __post_init__(self) -> None:
        _demand_parts(self.parts)


@dataclass(frozen=True, slots=True)
class Not(_Operators):
    """The part does not hold."""

    part: Expr

    def __post_init__(self) -> None:
        _demand_parts((self.part,))


@dataclass(frozen=True, slots=True)
class Element(_Operators):
    """A condition that the law states: where it stands, what it is called, and what makes it out.

    `also` are further provisions that it rests on. `mend` tells the requester, in one sentence, how
    to satisfy an element that the request itself must satisfy.
    """

    cite: Cite
    label: str
    body: Expr
    also: tuple[Cite, ...] = ()
    mend: str = ""

    def __post_init__(self) -> None:
        _demand_parts((self.body,))
        if not self.label:
            raise IllFormedError("an element needs a label", where=str(self.cite))


Leaf = Holds | IsIn | Meets | AtMost
Expr = Constant | Leaf | All | Any | Not | Element
Term = Expr | Fact


def expr_of(term: Term) -> Expr:
    """The term as an expression: a yes-or-no question stands for its answer being yes."""
    return Holds(term) if isinstance(term, Fact) else term


def all_of(*terms: Term) -> All:
    """Every one of the terms."""
    return All(tuple(expr_of(term) for term in terms))


def any_of(*terms: Term) -> Any:
    """At least one of the terms."""
    return Any(tuple(expr_of(term) for term in terms))


def not_(term: Term) -> Not:
    """The contrary of the term."""
    return Not(expr_of(term))


def among(fact: Fact, *values: str) -> IsIn | Meets:
    """The answer, or one of the answers, is among these values."""
    kind = Meets if fact.domain is Domain.SEVERAL else IsIn
    return kind(fact, frozenset(values))


def element(cite: Cite, label: str, body: Term, *, also: tuple[Cite, ...] = (), mend: str = "") -> Element:
    """An element of a provision; see Element."""
    return Element(cite, label, expr_of(body), also, mend)


def children(expr: Expr) -> tuple[Expr, ...]:
    """The direct parts of a node."""
    match expr:
        case All(parts) | Any(parts):
            return parts
        case Not(part) | Element(body=part):
            return (part,)
        case _:
            return ()


def walk(expr: Expr) -> Iterator[Expr]:
    """The node and all below it, in reading order."""
    waiting = [expr]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(children(node)))


def leaves(expr: Expr) -> Iterator[Leaf]:
    """The leaves below a node, in reading order, repetitions included."""
    return (node for node in walk(expr) if isinstance(node, Leaf))


def facts_of(expr: Expr) -> tuple[Fact, ...]:
    """The facts that a node rests on, each once, in reading order."""
    return tuple(dict.fromkeys(leaf.fact for leaf in leaves(expr)))


def _demand(fact: Fact, domain: Domain) -> None:
    if not isinstance(fact, Fact) or fact.domain is not domain:
        raise IllFormedError(f"this node needs a question of kind {domain}", where=getattr(fact, "name", "?"))


def _demand_values(fact: Fact, values: frozenset[str]) -> None:
    if not values:
        raise IllFormedError("no value is listed", where=fact.name)
    unlisted = sorted(values - set(fact.values))
    if unlisted:
        raise IllFormedError(
            f"{unlisted} is outside the closed vocabulary",
            where=fact.name,
            mend="enter it among the values of that question, where it is stated, or use one of them",
        )


def _demand_parts(parts: tuple[Expr, ...]) -> None:
    if not isinstance(parts, tuple) or not parts:
        raise IllFormedError("a node without parts says nothing")
    for part in parts:
        if not isinstance(part, Expr):
            raise IllFormedError(f"{type(part).__name__} is not a kind of expression")
