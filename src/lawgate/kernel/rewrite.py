"""Trees with some of their parts replaced; whatever holds no such part stays the same object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from lawgate.kernel.expr import All, Any, AtMost, Constant, Element, Expr, Holds, IsIn, Meets, Not


def substitute(tree: Expr, part: Expr, by: Expr) -> Expr:
    """The tree with every occurrence of a part replaced."""
    return rewrite(tree, lambda node: by if node is part or node == part else None)


def rewrite(tree: Expr, change: Callable[[Expr], Expr | None]) -> Expr:
    """The tree with each outermost node for which `change` gives another replaced by that other."""
    changed = change(tree)
    if changed is not None:
        return changed
    match tree:
        case All(parts) | Any(parts):
            inner = tuple(rewrite(part, change) for part in parts)
            same = all(new is old for new, old in zip(inner, parts, strict=True))
            return tree if same else type(tree)(inner)
        case Not(part):
            new = rewrite(part, change)
            return tree if new is part else Not(new)
        case Element(body=body):
            new = rewrite(body, change)
            return tree if new is body else replace(tree, body=new)
        case Constant() | Holds() | IsIn() | Meets() | AtMost():
            return tree
        case _:
            assert_never(tree)
