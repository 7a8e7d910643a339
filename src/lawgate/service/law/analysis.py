"""What each condition of the law is there for, and how pathways stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lawgate.kernel.expr import All, Element, Expr
from lawgate.kernel.prove.analyse import NeverAlone, Redundant, Standing, standings
from lawgate.kernel.prove.pairs import Pair, conditions_of
from lawgate.kernel.prove.prover import Second
from lawgate.kernel.say import say
from lawgate.law.corpus import Corpus
from lawgate.law.overlaps import PullApart, never_open, open_nothing_more, pull_apart
from lawgate.law.pathway import Pathway
from lawgate.service.contract.printed import cite_document
from lawgate.service.law.cases import in_words

Document = dict[str, Any]


def analysis(corpus: Corpus, second: Second | None = None) -> Document:
    """For each pathway and rule of use how many conditions have a pair of cases, and which have none; then
    the pathways that never open, that open nothing more than another, and that pull apart.
    """
    ways = [*corpus.pathways, *(way for _, way in corpus.rules_of_use)]
    rows = [_pathway(way, second) for way in ways]
    return {
        "elements": _sum(rows, "elements"),
        "conditions": _sum(rows, "conditions"),
        "pathways": rows,
        "never_opens": [way.cite.text for way in never_open(corpus, second)],
        "opens_nothing_more": [
            {"pathway": one.cite.text, "besides": other.cite.text}
            for one, other in open_nothing_more(corpus, second)
        ],
        "pull_apart": [_pulling(one) for one in pull_apart(corpus, second)],
    }


def _pathway(way: Pathway, second: Second | None) -> Document:
    elements = standings(way.tree, way.elements, second=second)
    conditions = standings(way.tree, conditions_of(way.tree), second=second)
    return {
        **cite_document(way.cite),
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
    return next(say(condition))[1]


def _sum(rows: Sequence[Document], grain: str) -> dict[str, int]:
    return {kind: sum(row[grain][kind] for row in rows) for kind in ("paired", "never_alone", "redundant")}


def _pulling(found: PullApart) -> Document:
    return {
        "pathway": found.one.cite.text,
        "and": found.other.cite.text,
        "differs": list(found.differs),
        "request": in_words(All((found.one.tree, found.other.tree)), found.case),
    }
