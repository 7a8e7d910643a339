"""What holds of the law for every request there could be: each invariant tried, with its certificate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lawgate.errors import InputError
from lawgate.kernel.prove import by_cvc5
from lawgate.law.corpus import Corpus, as_of
from lawgate.law.invariants import INVARIANTS
from lawgate.law.invariants.invariant import Invariant
from lawgate.law.invariants.prove import Proof, prove_invariant
from lawgate.law.readings import DEFAULTS
from lawgate.service.contract.printed import cite_document
from lawgate.service.files import day_of
from lawgate.service.law.adoption import read_overrides
from lawgate.service.law.analysis import analysis
from lawgate.service.law.cases import case_files, failure_document
from lawgate.stores.proof_folder import write_cases, write_proofs

Document = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProveOptions:
    """What is to be proved, of which law, and where the certificates go.

    `both` asks the second solver too; `analyse` asks besides what each condition is there for; in `cases` each
    request for which an invariant fails is kept as a file.
    """

    as_of_day: str | None = None
    readings: list[str] | None = None
    only: str | None = None
    out: Path | None = None
    cases: Path | None = None
    both: bool = False
    analyse: bool = False


def prove_law(options: ProveOptions) -> Document:
    """Every invariant, proved of the corpus or with the requests for which it fails."""
    day, overrides = day_of(options.as_of_day, where="--as-of"), read_overrides(options.readings)
    corpus = as_of(day, readings={**DEFAULTS, **overrides})
    second = by_cvc5.verdicts if options.both else None
    proofs = [prove_invariant(one, corpus, second=second) for one in _chosen(options.only)]
    document = _document(day, corpus, proofs, both=options.both)
    if options.analyse:
        document["analysis"] = analysis(corpus, second)
    if options.out is not None:
        write_proofs(options.out, document, _scripts(proofs))
    if options.cases is not None:
        write_cases(options.cases, case_files(proofs, document))
    return document


def _chosen(only: str | None) -> Sequence[Invariant]:
    chosen = [one for one in INVARIANTS if only in (None, one.name)]
    if not chosen:
        names = ", ".join(one.name for one in INVARIANTS)
        raise InputError("no such invariant", where="--only", mend=f"use one of {names}")
    return chosen


def _document(day: date, corpus: Corpus, proofs: Sequence[Proof], *, both: bool) -> Document:
    failed = sum(not proof.holds for proof in proofs)
    return {
        "as_of": day.isoformat(),
        "corpus": corpus.digest,
        "readings": {name: reading for name, reading in corpus.readings.items() if reading != DEFAULTS[name]},
        "solvers": ["z3", "cvc5"] if both else ["z3"],
        "pathways": len(corpus.pathways),
        "claims": sum(len(proof.about) for proof in proofs),
        "proved": len(proofs) - failed,
        "failed": failed,
        "invariants": [proof_document(proof) for proof in proofs],
        "general_only": _general_only(corpus, proofs) if len(proofs) == len(INVARIANTS) else [],
    }


def _general_only(corpus: Corpus, proofs: Sequence[Proof]) -> list[str]:
    """The pathways of which only those invariants speak that speak of all alike."""
    told = {about for proof in proofs if not proof.invariant.general for about in proof.about}
    return [pathway.cite.text for pathway in corpus.pathways if pathway.cite.text not in told]


def proof_document(proof: Proof) -> Document:
    """One invariant with what became of it; digests are of the scripts that a solver can be asked again."""
    one = proof.invariant
    return {
        "name": one.name,
        "says": one.says,
        **cite_document(one.cite),
        "holds": proof.holds,
        "claims": len(proof.about),
        "failures": [failure_document(failure) for failure in proof.failures],
        "idle": list(proof.idle),
        "script": proof.script.digest,
        "occasions": proof.occasions.digest,
    }


def _scripts(proofs: Sequence[Proof]) -> dict[str, tuple[str, str]]:
    """By file name the text and the answer that every question in it has."""
    texts = {f"{proof.invariant.name}.smt2": (proof.script.text, "unsat") for proof in proofs}
    return texts | {
        f"{proof.invariant.name}.occasions.smt2": (proof.occasions.text, "sat") for proof in proofs
    }
