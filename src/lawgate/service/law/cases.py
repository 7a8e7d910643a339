"""Requests for which an invariant fails: told in words, kept as case files, and tried again on the law as it is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from lawgate.errors import InputError
from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.expr import Expr, facts_of
from lawgate.kernel.fact import Domain, Fact, Facts, Value
from lawgate.kernel.prove.claim import World, holds
from lawgate.kernel.tell import tell
from lawgate.law.corpus import as_of
from lawgate.law.invariants import INVARIANTS
from lawgate.law.invariants.invariant import Obligation
from lawgate.law.invariants.prove import Failure, Proof
from lawgate.law.readings import DEFAULTS
from lawgate.service.files import day_of, read_bytes
from lawgate.service.law.adoption import read_overrides

Document = dict[str, Any]


def case_files(proofs: Sequence[Proof], document: Mapping[str, Any]) -> dict[str, Document]:
    """A document for each request for which an invariant fails, by the name of its file."""
    files: dict[str, Document] = {}
    for proof in proofs:
        for number, failure in enumerate(proof.failures, start=1):
            if failure.case is not None:
                files[f"{proof.invariant.name}-{number}.json"] = _case(proof, failure, document)
    return files


def _case(proof: Proof, failure: Failure, document: Mapping[str, Any]) -> Document:
    facts = {world.value: _plain((failure.case or {}).get(world, {})) for world in World}
    return {
        "invariant": proof.invariant.name,
        "says": proof.invariant.says,
        "cite": str(proof.invariant.cite),
        "corpus": document["corpus"],
        "as_of": document["as_of"],
        "readings": document["readings"],
        **failure_document(failure),
        "answers": facts,
    }


def _plain(facts: Facts) -> dict[str, object]:
    return {name: _plain_value(value) for name, value in sorted(facts.items()) if value is not None}


def _plain_value(value: Value) -> object:
    if isinstance(value, frozenset):
        return sorted(value)
    return value.isoformat() if isinstance(value, date) else value


def failure_document(failure: Failure) -> Document:
    """A request for which an invariant fails, in words; answers that were added later stand apart."""
    if failure.tree is None or failure.case is None:
        return {"about": failure.about, "fault": failure.fault, "facts": [], "outcome": None, "then": None}
    here, there = (failure.case.get(world, {}) for world in World)
    in_two_worlds = World.THERE in failure.case and there != {}
    return {
        "about": failure.about,
        "fault": failure.fault,
        "facts": in_words(failure.tree, here),
        "outcome": evaluate(failure.tree, here).value,
        "then": {"facts": in_words(failure.tree, there), "outcome": evaluate(failure.tree, there).value}
        if in_two_worlds
        else None,
    }


def in_words(tree: Expr, facts: Facts) -> list[str]:
    """The answers of a case as clauses, in the order in which the tree asks."""
    return [tell(fact, value) for fact in facts_of(tree) if (value := facts.get(fact.name)) is not None]


def replay_case(path: Path, *, as_of_day: str | None, readings: list[str] | None) -> Document:
    """Whether the invariant still fails for the request kept in a file, by the evaluator alone."""
    kept = _read(path)
    day, overrides = day_of(as_of_day, where="--as-of"), read_overrides(readings)
    corpus = as_of(day, readings={**DEFAULTS, **overrides})
    invariant = next((one for one in INVARIANTS if one.name == kept["invariant"]), None)
    stated = invariant.of(corpus) if invariant is not None else ()
    spoken = [one for one in stated if isinstance(one, Obligation) and one.about == kept["about"]]
    case = [
        {world: _facts(one.tree, kept["answers"].get(world.value, {})) for world in World} for one in spoken
    ]
    fails = any(not holds(one.claim, answers) for one, answers in zip(spoken, case, strict=True))
    return {
        "as_of": day.isoformat(),
        "corpus": corpus.digest,
        "invariant": kept["invariant"],
        "about": kept["about"],
        "says": kept["says"],
        "request": kept["facts"],
        "was": kept["outcome"],
        "is": evaluate(spoken[0].tree, case[0][World.HERE]).value if spoken else None,
        "fails": fails,
    }


def _read(path: Path) -> Document:
    try:
        kept = json.loads(read_bytes(path))
        if (
            isinstance(kept, dict)
            and {"invariant", "about", "says", "facts", "outcome", "answers"} <= kept.keys()
        ):
            return kept
    except (ValueError, RecursionError):
        pass
    raise InputError("this is no case", where=str(path), mend="name a file that `law prove --cases` wrote")


def _facts(tree: Expr, written: Mapping[str, Any]) -> Facts:
    """The answers to the questions that are still asked; what is no answer to them is none."""
    asked = {fact.name: fact for fact in facts_of(tree)}
    return {name: _value(asked[name], value) for name, value in written.items() if name in asked}


def _value(fact: Fact, written: Any) -> Value | None:
    if fact.domain is Domain.SEVERAL and isinstance(written, list):
        return frozenset(map(str, written))
    if fact.domain is Domain.DAY:
        return day_of(str(written), where=fact.name)
    return written
