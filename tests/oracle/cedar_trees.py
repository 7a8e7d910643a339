"""Any tree of the law as two Cedar policies, one for YES and one for NO; where neither permits it is OPEN.

Cedar has two truths and passes over a policy that errs, so each condition says first that its question is
answered. Written apart from the readers in kernel/, from what the nine kinds of nodes mean.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import cedarpy

from lawgate.kernel.expr import All, AtMost, Constant, Element, Expr, Holds, IsIn, Meets, Not
from lawgate.kernel.expr import Any as AnyOf
from lawgate.kernel.fact import Facts, Value
from lawgate.kernel.truth import Truth

_ASKED = (("yes", Truth.YES), ("no", Truth.NO))


def truths(tree: Expr, cases: Sequence[Facts]) -> list[Truth]:
    """What Cedar makes of the tree in each case."""
    policies = cedarpy.PolicySet.from_str(
        "\n".join(_policy(name, condition_of(tree, truth)) for name, truth in _ASKED)
    )
    asked = [_request(name, facts) for facts in cases for name, _ in _ASKED]
    results = cedarpy.is_authorized_batch(asked, policies, [])
    errors = [str(error) for result in results for error in result.diagnostics.errors]
    assert not errors, errors[:3]
    told = [result.allowed for result in results]
    return [_truth(*told[2 * place : 2 * place + 2]) for place in range(len(cases))]


def _truth(yes: bool, no: bool) -> Truth:
    assert not (yes and no), "YES and NO at once"
    return Truth.YES if yes else Truth.NO if no else Truth.OPEN


def _policy(name: str, condition: str) -> str:
    return f'permit(principal, action == Action::"{name}", resource) when {{ {condition} }};'


def _request(name: str, facts: Facts) -> dict[str, Any]:
    context = {asked: plain_value(value) for asked, value in facts.items() if value is not None}
    return {
        "principal": 'Asker::"any"',
        "action": f'Action::"{name}"',
        "resource": 'Item::"asked"',
        "context": context,
    }


def plain_value(value: Value) -> object:
    """An answer as Cedar takes it: a day as a whole number, several values as a list."""
    if isinstance(value, frozenset):
        return sorted(value)
    return value.toordinal() if isinstance(value, date) else value


def condition_of(tree: Expr, truth: Truth) -> str:
    """The condition in Cedar that holds where the tree is known to be so."""
    """The condition under which the tree has this truth, YES or NO."""
    match tree:
        case Constant(told):
            return "true" if told is truth else "false"
        case Element(body=body):
            return condition_of(body, truth)
        case Not(part):
            return condition_of(part, Truth.NO if truth is Truth.YES else Truth.YES)
        case All(parts):
            return _joined(" && " if truth is Truth.YES else " || ", parts, truth)
        case AnyOf(parts):
            return _joined(" || " if truth is Truth.YES else " && ", parts, truth)
        case Holds() | IsIn() | Meets() | AtMost():
            condition = _met(tree)
            met = condition if truth is Truth.YES else f"!({condition})"
            return f"(context has {json.dumps(tree.fact.name)} && {met})"


def _joined(by: str, parts: Sequence[Expr], truth: Truth) -> str:
    return f"({by.join(condition_of(part, truth) for part in parts)})"


def _met(leaf: Holds | IsIn | Meets | AtMost) -> str:
    answer = f"context[{json.dumps(leaf.fact.name)}]"
    match leaf:
        case Holds():
            return answer
        case IsIn(values=values):
            return f"{json.dumps(sorted(values))}.contains({answer})"
        case Meets(values=values):
            return f"{answer}.containsAny({json.dumps(sorted(values))})"
        case AtMost(bound=bound):
            return f"{answer} <= {bound.toordinal() if isinstance(bound, date) else bound}"
