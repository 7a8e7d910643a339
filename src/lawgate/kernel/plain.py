"""A tree as plain JSON values: what a corpus hash is taken over, and what `law show --json` prints."""

from __future__ import annotations

from typing import assert_never

from lawgate.kernel.expr import All, Any, AtMost, Constant, Element, Expr, Holds, IsIn, Meets, Not
from lawgate.kernel.fact import Fact

Plain = dict[str, object]


def plain(expr: Expr) -> Plain:
    """The node and all below it; equal trees give equal values."""
    match expr:
        case Constant(truth):
            return {"constant": truth.value}
        case Holds(fact):
            return {"holds": fact.name}
        case IsIn(fact, values):
            return {"is_in": fact.name, "values": sorted(values)}
        case Meets(fact, values):
            return {"meets": fact.name, "values": sorted(values)}
        case AtMost(fact, bound):
            return {"at_most": fact.name, "bound": str(bound)}
        case All(parts):
            return {"all": [plain(part) for part in parts]}
        case Any(parts):
            return {"any": [plain(part) for part in parts]}
        case Not(part):
            return {"not": plain(part)}
        case Element(cite, label, body, also, mend):
            return {
                "element": str(cite),
                "label": label,
                "body": plain(body),
                "also": [str(further) for further in also],
                "mend": mend,
            }
        case _:
            assert_never(expr)


def plain_fact(fact: Fact) -> Plain:
    """A question with its owner and vocabulary."""
    return {
        "name": fact.name,
        "question": fact.question,
        "owner": fact.owner.value,
        "kind": "finding" if fact.is_finding else "fact",
        "domain": fact.domain.value,
        "values": list(fact.values),
        "cite": str(fact.cite) if fact.cite else None,
    }
