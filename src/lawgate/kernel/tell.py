"""An answer in words: as a clause of a sentence, and as a person reads it."""

from __future__ import annotations

from datetime import date

from lawgate.kernel.expr import Leaf
from lawgate.kernel.fact import Domain, Fact, Facts, Value


def clause(leaf: Leaf, facts: Facts) -> str:
    """What is known of one leaf, as a clause of a sentence."""
    fact, value = leaf.fact, facts.get(leaf.fact.name)
    if value is None:
        return f"not known: {fact.question}"
    if not fact.admits(value):
        return f"not known: {fact.question} (the answer given is not in the vocabulary)"
    return tell(fact, value)


def tell(fact: Fact, value: Value) -> str:
    """An answer to a question as a clause of a sentence."""
    if fact.domain is Domain.FLAG:
        return fact.says if value is True else fact.denies
    return f"{fact.says}: {print_value(value)}"


def print_value(value: Value) -> str:
    """An answer as a person reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        return ", ".join(sorted(value)) or "none"
    return value.isoformat() if isinstance(value, date) else str(value)
