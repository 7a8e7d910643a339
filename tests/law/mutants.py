"""Single mutations of a pathway's tree, as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lawgate.kernel.expr import All, Any, AtMost, Constant, Element, Expr, Holds, IsIn, Meets, Not
from lawgate.kernel.truth import Truth
from lawgate.law.pathway import Pathway


@dataclass(frozen=True)
class Mutant:
    """What was done to a pathway, the tree that came of it, and the element that was changed, if it is one."""

    says: str
    tree: Expr
    changed: tuple[Element, Element] | None = None


def mutants_of(pathway: Pathway) -> Iterator[Mutant]:
    """Every single mutation of the pathway: of its row of elements, of each tree below, of its provisos."""
    for place, element in enumerate(pathway.elements):
        before, after = pathway.elements[:place], pathway.elements[place + 1 :]
        nothing = replace(element, body=Constant(Truth.YES))
        yield Mutant(f"drop {_name(element)}", All((*before, *after)), (element, nothing))
        for done, body in _below(element.body):
            mutated = replace(element, body=body)
            yield Mutant(f"{_name(element)}: {done}", All((*before, mutated, *after)), (element, mutated))
    yield Mutant("all elements: and to or", Any(pathway.elements))
    for proviso, _ in pathway.provisos:
        kept = tuple(other for other, _ in pathway.provisos if other is not proviso)
        yield Mutant(
            f"drop the proviso {proviso.cite}", Pathway.join(pathway.provision, kept, pathway.readings).tree
        )


def _name(element: Element) -> str:
    return f"{element.cite} {element.label}"


def _below(expr: Expr) -> Iterator[tuple[str, Expr]]:
    """Every single mutation of a tree below an element."""
    match expr:
        case Element():
            raise TypeError("an element stands in no other element")
        case All(parts) | Any(parts):
            yield "invert", Not(expr)
            yield from _group(expr, parts)
        case Not(part):
            yield "drop a not", part
            for done, mutated in _below(part):
                yield f"not: {done}", Not(mutated)
        case Constant():
            return
        case _:
            yield f"invert {expr.fact.name}", Not(expr)
            yield from _leaf(expr)


def _group(expr: All | Any, parts: tuple[Expr, ...]) -> Iterator[tuple[str, Expr]]:
    kind, other = (All, Any) if isinstance(expr, All) else (Any, All)
    if len(parts) > 1:
        yield f"{kind.__name__} to {other.__name__}", other(parts)
        for place in range(len(parts)):
            yield f"drop part {place} of {kind.__name__}", kind((*parts[:place], *parts[place + 1 :]))
    for place, part in enumerate(parts):
        for done, mutated in _below(part):
            yield f"part {place}, {done}", kind((*parts[:place], mutated, *parts[place + 1 :]))


def _leaf(leaf: Holds | IsIn | Meets | AtMost) -> Iterator[tuple[str, Expr]]:
    match leaf:
        case IsIn(fact, values) | Meets(fact, values):
            for value in fact.values:
                changed = values ^ {value}
                if changed:
                    done = "remove" if value in values else "add"
                    yield f"{done} {value} of {fact.name}", replace(leaf, values=changed)
        case Holds():
            return
        case AtMost(fact, bound):
            for step in (-1, 1) if bound != 0 else (1,):
                further = bound + timedelta(days=step) if isinstance(bound, date) else bound + step
                yield f"bound {step:+d} of {fact.name}", AtMost(fact, further)
