"""What each condition of the law is there for: whether it ever decides alone, and which pathway opens nothing more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lawgate.kernel.expr import Element, Expr
from lawgate.kernel.prove.analyse import NeverAlone, Redundant, Standing, entails, standings
from lawgate.kernel.prove.pairs import Pair, conditions_of
from lawgate.kernel.prove.prover import Proved, Second
from lawgate.law.corpus import Corpus
from lawgate.law.pathway import Pathway

Document = dict[str, Any]

_PARAGRAPH = 2
"""Pathways of one paragraph, by so many steps of the address, are held against each other."""


def analysis(corpus: Corpus, second: Second | None = None) -> Document:
    """For each pathway and rule of use how many conditions have a pair of cases, and which have none."""
    ways = [*corpus.pathways, *(way for _, way in corpus.rules_of_use)]
    rows = [_pathway(way, second) for way in ways]
    return {
        "elements": _sum(rows, "elements"),
        "conditions": _sum(rows, "conditions"),
        "pathways": rows,
        "opens_nothing_more": list(_entailed(corpus.pathways, second)),
    }


def _pathway(way: Pathway, second: Second | None) -> Document:
    elements = standings(way.tree, way.elements, second=second)
    conditions = standings(way.tree, conditions_of(way.tree), second=second)
    return {
        "cite": str(way.cite),
        "cite_text": way.cite.text,
        "heading": way.provision.heading,
        "elements": _counts(elements),
        "conditions": _counts(conditions),
        "without_pair": [_named(standing) for standing in (*elements, *conditions) if _unpaired(standing)],
    }


def _unpaired(standing: Standing) -> bool:
    return not isinstance(standing, Pair)


def _counts(standings: Sequence[Standing]) -> dict[str, int]:
    """How many have a pair of cases in which they alone decide, never decide alone, or could be left out."""
    return {
        "paired": sum(isinstance(one, Pair) for one in standings),
        "never_alone": sum(isinstance(one, NeverAlone) for one in standings),
        "redundant": sum(isinstance(one, Redundant) for one in standings),
    }


def _named(standing: Standing) -> Document:
    kind = "redundant" if isinstance(standing, Redundant) else "never_alone"
    return {"condition": _name(standing.condition), "kind": kind}


def _name(condition: Expr) -> str:
    if isinstance(condition, Element):
        return f"{condition.cite.text}: {condition.label}"
    return condition.fact.name  # type: ignore[union-attr]


def _sum(rows: Sequence[Document], grain: str) -> dict[str, int]:
    return {kind: sum(row[grain][kind] for row in rows) for kind in ("paired", "never_alone", "redundant")}


def _entailed(pathways: Sequence[Pathway], second: Second | None) -> Iterator[Document]:
    """Pathways that are made out only where another of their paragraph is too."""
    for one in pathways:
        for other in pathways:
            same = one is not other and one.cite.steps[:_PARAGRAPH] == other.cite.steps[:_PARAGRAPH]
            if same and isinstance(entails(one.tree, other.tree, second=second), Proved):
                yield {"pathway": one.cite.text, "besides": other.cite.text}
