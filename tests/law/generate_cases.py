"""Writes for each element of the law a case that passes and one in which it alone fails.

Run: python -m tests.law.generate_cases. The cases stand under generated/, one file an address. Each tells one
assignment in which all is made out and, element by element, what else is answered so that this one fails.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml
from tests.law.near_misses import PATHWAYS, RULES_OF_USE, answers_to, complete, only_failing, told_apart
from tests.law.run_cases import element_name
from tests.law.written_tree import by_address, write_anew

from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.expr import Element, facts_of
from lawgate.kernel.fact import Domain, Fact, Facts, Value
from lawgate.kernel.truth import Truth
from lawgate.law.pathway import Pathway

GENERATED = Path(__file__).parent / "generated"
HEAD = """# Made from the law's trees: python -m tests.law.generate_cases. `but` is what is answered otherwise, and
# null what is not answered.
"""
OUTCOMES = {"pathway": ("disclose", "withhold"), "use": ("may be used", "may not be used")}
WAYS: tuple[tuple[str, Pathway], ...] = (
    *(("pathway", pathway) for pathway in PATHWAYS),
    *(("use", pathway) for pathway in RULES_OF_USE),
)

NO_LONE_FAILURE: Mapping[str, str] = {
    "the item is not a status that the master file records, which this gate keeps to (h)(5)": "the paragraph lists "
    "its items, and no status is one",
    "the item concerns no tax on wagering": "the paragraph lists its items, and none concerns wagering",
    "the information is asked for the agency's records of a reduction, locating the debtor, or defending the "
    "reduction": "who may ask turns on the same purpose",
}
"""By element, why some pathways allow no case in which it alone fails."""


def files() -> dict[Path, str]:
    """The text of every file by its path, which is the address that its ways stand at."""
    told = by_address(GENERATED, ((way.cite, _told(kind, way)) for kind, way in WAYS))
    return {path: HEAD + _yaml({"ways": ways}) for path, ways in told.items()}


def _told(kind: str, pathway: Pathway) -> dict[str, Any]:
    """All cases of one pathway or rule of use."""
    passing, failing = OUTCOMES[kind]
    base = complete(pathway)[0]
    return {
        kind: f"{pathway.cite.text} {pathway.provision.heading}",
        "passes": {"facts": plain_facts(base), "outcome": passing},
        "fails": [_fails(pathway, element, base, failing) for element in pathway.elements],
        "questions": {fact.name: fact.question for fact in pathway.facts},
    }


def _fails(pathway: Pathway, element: Element, base: Facts, outcome: str) -> dict[str, Any]:
    named = {"element": element_name(element)}
    facts = _nearest(pathway, element, base)
    if facts is None:
        return named | {"never_alone": NO_LONE_FAILURE.get(element.label, "")}
    otherwise = {name: facts.get(name) for name in {**base, **facts} if facts.get(name) != base.get(name)}
    return named | {"but": plain_facts(otherwise), "outcome": outcome}


def _nearest(pathway: Pathway, element: Element, base: Facts) -> Facts | None:
    """The assignment nearest to the base in which this element alone fails; any other if none is near."""
    near = (facts for facts in _changed(pathway, element, base) if _fails_alone(pathway, element, facts))
    return next(near, None) or only_failing(pathway, element)


def _changed(pathway: Pathway, element: Element, base: Facts) -> Iterator[Facts]:
    """The base with one or two answers to the element's own questions changed."""
    asked = facts_of(element)
    for fact in asked:
        yield from ({**base, fact.name: value} for value in answers_to(fact, pathway.tree))
    for one, two in combinations(asked, 2):
        for first in told_apart(one, pathway.tree):
            yield from (
                {**base, one.name: first, two.name: second} for second in told_apart(two, pathway.tree)
            )


def _fails_alone(pathway: Pathway, element: Element, facts: Facts) -> bool:
    return all(
        evaluate(part, facts) is (Truth.NO if part is element else Truth.YES) for part in pathway.elements
    )


def plain_facts(facts: Facts) -> dict[str, Any]:
    """The answers as a file writes them, by name."""
    return {name: _plain_value(value) for name, value in sorted(facts.items())}


def _plain_value(value: Value | None) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    return value.isoformat() if isinstance(value, date) else value


def facts_written(pathway: Pathway, written: Mapping[str, Any]) -> Facts:
    """The answers as a file writes them; a question that the pathway does not ask is refused."""
    asked = {fact.name: fact for fact in pathway.facts}
    return {name: _value_written(asked[name], value) for name, value in written.items()}


def _value_written(fact: Fact, written: Any) -> Value | None:
    if written is None:
        return None
    match fact.domain:
        case Domain.SEVERAL:
            value: Value = frozenset(written)
        case Domain.COUNT:
            value = int(written)
        case Domain.DAY:
            value = date.fromisoformat(written)
        case _:
            value = written
    assert fact.admits(value), f"{fact.name}: {written!r} is no answer to it"
    return value


def _yaml(document: Mapping[str, Any]) -> str:
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=110)


if __name__ == "__main__":
    write_anew(GENERATED, files())
