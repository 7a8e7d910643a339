"""Writes for each condition of the law two cases between which it alone changes and the outcome turns.

Run: python -m tests.law.generate_pairs. A condition is a question with the answers that meet it, where the law
asks it first. The pairs are found by Z3, brought near one complete case of their pathway, and stand under
pairs/, one file an address; where both solvers show that there can be no pair, the file says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from tests.law.generate_cases import OUTCOMES, WAYS, plain_facts
from tests.law.near_misses import complete
from tests.law.run_cases import element_name
from tests.law.written_tree import by_address, write_anew

from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.expr import Element, Expr, Leaf, leaves
from lawgate.kernel.fact import Facts
from lawgate.kernel.prove.pairs import conditions_of, pairs
from lawgate.kernel.say import say
from lawgate.kernel.truth import Truth
from lawgate.law.pathway import Pathway

PAIRS = Path(__file__).parent / "pairs"
HEAD = """# Made from the law's trees: python -m tests.law.generate_pairs. In `when` the condition holds, in `but` it
# does not; each tells what is answered otherwise than before it, null what is not answered.
"""


_TURNS = 2
"""What can be left out only once another answer is that of the base is left out in the second turn."""


@dataclass(frozen=True)
class Named:
    """A condition as a file names it, with where it stands."""

    condition: Leaf
    element: str
    says: str


def named(way: Pathway) -> tuple[Named, ...]:
    """The conditions of a way in reading order, each with the element that asks it first."""
    first: dict[Leaf, Element] = {}
    for element in way.elements:
        for leaf in leaves(element):
            first.setdefault(leaf, element)
    return tuple(
        Named(leaf, element_name(first[leaf]), next(say(leaf))[1]) for leaf in conditions_of(way.tree)
    )


def alone_decides(way: Pathway, condition: Expr, when: Facts, but: Facts) -> bool:
    """Whether from the one case to the other this condition goes from YES to NO, and the outcome turns with it.

    No other condition changes. The evaluator alone is asked.
    """
    if (evaluate(condition, when), evaluate(condition, but)) != (Truth.YES, Truth.NO):
        return False
    if {evaluate(way.tree, when), evaluate(way.tree, but)} != {Truth.YES, Truth.NO}:
        return False
    others = (other for other in conditions_of(way.tree) if other != condition)
    return all(evaluate(other, when) is evaluate(other, but) for other in others)


def files() -> dict[Path, str]:
    """The text of every file by its path, which is the address that its ways stand at."""
    told = by_address(PAIRS, ((way.cite, _told(kind, way)) for kind, way in WAYS))
    return {path: HEAD + _yaml({"ways": ways}) for path, ways in told.items()}


def _told(kind: str, way: Pathway) -> dict[str, Any]:
    base = complete(way)[0]
    conditions = named(way)
    found = pairs(way.tree, [one.condition for one in conditions])
    return {
        kind: f"{way.cite.text} {way.provision.heading}",
        "base": plain_facts(base),
        "pairs": [
            {"element": one.element, "condition": one.says}
            | (_near(kind, way, one, (base, pair.when_yes, pair.when_no)) if pair else {"never_alone": True})
            for one, pair in zip(conditions, found, strict=True)
        ],
    }


def _near(kind: str, way: Pathway, one: Named, found: tuple[Facts, Facts, Facts]) -> dict[str, Any]:
    """The pair, told after a base, brought as near to it as it can be, answer by answer."""
    base, when, but = found
    for name in sorted({*base, *when, *but}) * _TURNS:
        for tried in _nearer(name, base, when, but):
            if tried != (when, but) and alone_decides(way, one.condition, *tried):
                when, but = tried
                break
    outcomes = dict(zip((Truth.YES, Truth.NO), OUTCOMES[kind], strict=True))
    return {
        "when": plain_facts(_otherwise(base, when)),
        "but": plain_facts(_otherwise(when, but)),
        "outcome": [outcomes[evaluate(way.tree, facts)] for facts in (when, but)],
    }


def _nearer(name: str, base: Facts, when: Facts, but: Facts) -> Iterator[tuple[Facts, Facts]]:
    """One answer as in the base: in both cases, or in one of them."""
    as_base = {**when, name: base.get(name)}, {**but, name: base.get(name)}
    yield as_base
    yield as_base[0], but
    yield when, as_base[1]


def _otherwise(before: Facts, after: Facts) -> Facts:
    return {name: after.get(name) for name in {**before, **after} if before.get(name) != after.get(name)}


def _yaml(document: dict[str, Any]) -> str:
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=110, default_flow_style=None)


if __name__ == "__main__":
    write_anew(PAIRS, files())
